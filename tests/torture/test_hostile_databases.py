"""Databases that a stranger made: nothing in them is run, shown as it is, or ends in anything but a sentence."""

from __future__ import annotations

import inspect
import io
import shutil
from pathlib import Path

import pytest
from ledger import record
from strange_schemas import HOSTILE_TEXTS, STRANGE, WRONG_VALUES, forge, make_strange
from worlds import DECK, World

from quizapp import errors
from quizapp.cli.context import Cli
from quizapp.cli.main import run
from quizapp.model import Rating
from quizapp.text import is_clean

READERS = (
    ["doctor"],
    ["doctor", "--repair"],
    ["doctor", "--salvage", "-o", "OUT"],
    ["stats"],
    ["decks"],
    ["cards", "--search", "is:orphan"],
    ["study", "--plain"],
    ["undo"],
    ["explain", "rivers/nile"],
    ["quiz", "--history"],
    ["export", "cards", "--format", "md"],
    ["export", "log"],
    ["due"],
    ["backup"],
    ["restore", "DB", "--yes"],
    [],
)
SENTENCES = {0} | {
    cls.exit_code for _, cls in inspect.getmembers(errors, inspect.isclass) if issubclass(cls, errors.QuizappError)
}
"""Exit codes that are documented: each stands for a sentence."""


def shown(args: list[str], world: World, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> str:
    """Return what a command shows on a terminal."""
    monkeypatch.setattr("sys.stdin", io.StringIO("\n3\n\n3\n"))
    given = {"OUT": str(world.root / "out.db"), "DB": str(world.settings.database)}
    code = run([given.get(arg, arg) for arg in args], Cli(clock=world.clock))
    captured = capsys.readouterr()
    assert code in SENTENCES, (args, code, captured)
    assert "Traceback" not in captured.err
    return f"{captured.out}{captured.err}".replace("\r", "")


@pytest.mark.slow
def test_full(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    template = World(tmp_path / "world")
    template.write("rivers.yaml", DECK)
    with template.open() as collection:
        session = collection.study()
        for _ in range(3):
            session.rate(Rating.GOOD, duration_ms=3_000)
    monkeypatch.setattr("quizapp.cli.output.is_terminal", lambda: True)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("HOME", str(tmp_path))
    ways = [(make_strange, (script,)) for script in STRANGE.values()]
    ways += [(forge, (statement,)) for statement in WRONG_VALUES]
    ways += [(forge, HOSTILE_TEXTS)]
    let_through = tried = 0
    for change, statements in ways:
        for args in READERS:
            root = tmp_path / "work"
            shutil.copytree(template.root, root)
            world = World(root)
            monkeypatch.setenv("QUIZAPP_DB", str(world.settings.database))
            monkeypatch.setenv("QUIZAPP_DECKS", str(world.decks))
            change(world.settings.database, *statements)
            let_through += not is_clean(shown(args, world, capsys, monkeypatch))
            tried += 1
            shutil.rmtree(root)
    record("hostile_databases", tried=len(ways), let_through=let_through, commands=tried)
