"""The report for people: the place is marked below the line, however long or wide its characters are."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from quizapp.cli.checking.as_text import text_lines
from quizapp.cli.checking.checker import CheckedFile, Outcome
from quizapp.deckfile.located import locate_deck
from quizapp.lint.configuration import DEFAULT
from quizapp.problem import Level, Problem
from quizapp.store.sources import Source
from quizapp.tui.cells import width

COLUMNS = 60


def excerpt(line: str, start: int, end: int, *, colour: bool = False) -> list[str]:
    """Return how a line of a deck is shown, with the characters from start to end, from 0, marked."""
    data = f"# {line}\n".encode()
    problem = Problem("d.yaml", 1, start + 3, "r", "M.", "", Level.ERROR, 1, end + 3)
    file = CheckedFile(Source(Path("d.yaml"), "d.yaml", data), locate_deck(data, "d.yaml"), DEFAULT, (problem,))
    return list(text_lines(Outcome((file,)), colour=colour, columns=COLUMNS))[1:3]


def test_the_place_is_marked() -> None:
    assert excerpt("one two three", 4, 7) == ["    1 │ # one two three", "              ^^^"]


def test_wide_characters_are_marked_in_cells() -> None:
    assert excerpt("你好 two", 3, 6) == ["    1 │ # 你好 two", "               ^^^"]
    assert excerpt("你好 two", 0, 2)[1] == "          ^^^^"


def test_of_a_long_line_the_part_with_the_place_is_shown() -> None:
    shown, marks = excerpt("x" * 200 + " here " + "y" * 200, 201, 205)
    assert shown.startswith("    1 │ …")
    assert shown.endswith("…")
    assert len(shown) <= COLUMNS + 2
    assert shown[marks.index("^") : marks.rindex("^") + 1] == "here"


def test_colour_is_for_signs_and_marks_alone() -> None:
    _, marks = excerpt("one two", 4, 7, colour=True)
    assert marks == "              \x1b[31m^^^\x1b[39m"


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp"]), min_size=1), st.data())
def test_marks_stand_below_what_they_mark(line: str, data: st.DataObject) -> None:
    line = line.strip() or "x"
    start = data.draw(st.integers(0, len(line) - 1))
    end = data.draw(st.integers(start + 1, len(line)))
    shown, marks = excerpt(line, start, end)
    assert marks.strip("^ ") == ""
    assert width(marks) <= width(shown) + 1
