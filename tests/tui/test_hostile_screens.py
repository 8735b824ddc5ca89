"""Every screen, with hostile text in every field: a terminal is sent text and the program's own sequences, no more."""

from __future__ import annotations

from pathlib import Path

import pytest
from hostile_texts import CONTROLS, MARKUP, let_through
from hostile_worlds import hostile_world, open_gates
from screen_route import on_the_way, through_some_screens
from screen_walk import every_screen

TEXTS = [
    CONTROLS["blink"] + MARKUP["click"],
    CONTROLS["clipboard"] + CONTROLS["bell"] + MARKUP["index"],
    CONTROLS["C1 sequence"] + CONTROLS["override"] + CONTROLS["title"],
    MARKUP["close"] + CONTROLS["return"] + CONTROLS["tags"],
]
"""A few of each sort; all of them one by one: tests/torture/test_controls.py."""


async def test_no_screen_of_a_day_sends_what_a_stranger_wrote_to_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_gates(monkeypatch)
    walk = await through_some_screens(hostile_world(tmp_path, TEXTS), TEXTS, (100, 32))
    assert walk.bad == []
    for word in ("asked", "told", "hint", "title"):
        assert word in walk.shown, f"{word} was on no screen, so nothing was tried"
    assert MARKUP["click"] in walk.shown


def test_the_way_through_all_screens_leads_through_all_screens() -> None:
    assert every_screen() - on_the_way() == set(), "put new screens into tests/support/screen_route.py"


@pytest.mark.parametrize("name", CONTROLS)
def test_what_is_hostile_is_told_from_what_the_program_sends(name: str) -> None:
    assert let_through(f"\x1b[1;38;2;1;2;3m{CONTROLS[name]}\x1b[0m", lines=False)


@pytest.mark.parametrize(
    "own",
    ["\x1b[0m", "\x1b[1;38;2;4;5;6;48;2;1;2;3mA", "\x1b[3;9H", "\x1b[?25l", "\x1b[?1049h", "👨‍👩‍👧 é ا", "\x1b[1;4;7m"],
)
def test_what_the_program_sends_is_let_be(own: str) -> None:
    assert let_through(own) == []
