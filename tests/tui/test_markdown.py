"""The manual's pages as lines of a screen."""

from __future__ import annotations

import pytest

from quizapp import help as manual
from quizapp.tui.markdown import page


def lines(markdown: str, width: int = 40) -> list[str]:
    return [row.plain.rstrip() for row in page(markdown)(width)]


def test_blocks_stand_apart_and_inline_marks_are_not_shown() -> None:
    shown = lines(
        "# Title\n\nA **bold** word, `code`\nand [a link](https://example.org).\n\n```yaml\ndeck: x\n  a: [1]\n```"
    )
    assert shown == ["Title", "", "A bold word, code and a link.", "", "    deck: x", "      a: [1]"]


def test_lists_hang_behind_their_marks() -> None:
    assert lines("- one two\n- three\n\n1. first\n2. second", 7) == [
        "• one",
        "  two",
        "• three",
        "",
        "1. firs",
        "   t",
        "2. seco",
        "   nd",
    ]


def test_tables_fill_their_widest_column() -> None:
    shown = lines("| key | does |\n| --- | --- |\n| `h` | show the hint of a card |", 20)
    assert shown == ["key   does", "h     show the hint", "      of a card"]


@pytest.mark.parametrize("topic", manual.topics())
@pytest.mark.parametrize("width", [52, 70])
def test_every_page_of_the_manual_fits(topic: str, width: int) -> None:
    rows = page(manual.read(topic))(width)
    assert rows[0].plain.strip() == manual.title(topic)
    assert all(row.cell_length <= width for row in rows)
    assert not any(mark in row.plain for row in rows for mark in ("**", "| ---", "```"))
