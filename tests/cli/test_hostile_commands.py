"""Every command, with hostile text wherever it reads or is told any: what it prints is text and its own styles."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from pathlib import Path

import pytest
from command_line import Run
from command_route import command_lines
from hostile_texts import CONTROLS, MARKUP, let_through
from hostile_worlds import hostile_world, open_gates
from worlds import World

from quizapp.cli.lazy import SUMMARIES

TEXTS = [
    CONTROLS["blink"] + MARKUP["click"],
    CONTROLS["clipboard"] + CONTROLS["bell"] + MARKUP["index"],
    CONTROLS["C1 sequence"] + CONTROLS["override"] + CONTROLS["title"],
    MARKUP["close"] + CONTROLS["return"] + CONTROLS["tags"],
]
FEW = 2
"""Of each command; all of them: tests/torture/test_controls.py."""
ANSWERS = "\n".join(f"{text}\n3" for text in TEXTS * 8)


@pytest.fixture
def world(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    """A hostile world that the command line finds by the environment."""
    open_gates(monkeypatch)
    world = hostile_world(tmp_path, TEXTS)
    monkeypatch.setenv("QUIZAPP_DECKS", str(world.decks))
    monkeypatch.setenv("QUIZAPP_DB", str(world.settings.database))
    return world


def printed(run: Run, lines: Iterable[list[str]]) -> str:
    """Return what command lines print, after a look at each."""
    bad, shown = [], ""
    for args in lines:
        result = run(*args, stdin=ANSWERS)
        bad += [f"{args}: {found!r}" for found in let_through(result.out + result.err)]
        shown += result.out
    assert not bad, "\n".join(bad)
    return shown


def test_no_command_prints_what_a_stranger_wrote(run: Run, world: World) -> None:
    """Into a pipe, which may end in a terminal all the same: also data is free of what could act on one."""
    lines = command_lines(world, TEXTS)
    assert set(SUMMARIES) - set(lines) == set(), "put new commands into tests/support/command_route.py"
    shown = printed(run, chain.from_iterable(args[:FEW] for name, args in lines.items() if name in SUMMARIES))
    for word in ("asked", "told", "hint", "title"):
        assert word in shown, f"{word} was printed by none, so nothing was tried"


def test_nor_does_one_to_a_terminal(run: Run, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.cli.output.is_terminal", lambda: True)
    monkeypatch.setattr("quizapp.cli.checking.telling.is_terminal", lambda: True)
    raw = ["export", "cards", "--raw"]
    shown = printed(run, [[], ["decks"], ["check"], ["check", "--diff"], ["cards"], ["stats"], ["help", "trust"], raw])
    assert "\x1b[1m" in shown


@pytest.mark.parametrize(
    "variable", ["QUIZAPP_DECKS", "QUIZAPP_DB", "QUIZAPP_CONFIG", "XDG_DATA_HOME", "VISUAL", "SHELL", "TERM"]
)
def test_no_variable_of_the_environment_reaches_the_terminal(
    run: Run, variable: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, "".join(TEXTS))
    for args in (["decks"], ["edit", "second/asked"], ["completion"], ["study"]):
        result = run(*args)
        assert let_through(result.out + result.err) == [], args


def test_no_setting_reaches_the_terminal(run: Run, world: World, home: Path) -> None:
    file = home / "config" / "quizapp" / "config.toml"
    file.parent.mkdir(parents=True)
    for line in (
        '"\\u001b[5m" = 1',
        '[screen]\ntheme = "\\u001b[5m"',
        '[keys]\n"\\u001b]0;x\\u0007" = "\\u009b"',
        "\x1b[5m = 1",
    ):
        file.write_text(line, encoding="utf-8")
        result = run("decks")
        assert result.code == 14
        assert let_through(result.out + result.err) == [], line
