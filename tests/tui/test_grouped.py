"""Where rows stand among the headings of their groups."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quizapp.tui.grouped import Grouped, Heading, Row


@st.composite
def layouts(draw: st.DrawFn) -> tuple[Grouped, list[Heading | Row | None]]:
    """Return a layout, and its lines written out."""
    sizes = draw(st.lists(st.integers(1, 7), max_size=6))
    airy = draw(st.booleans())
    if not sizes:
        rows = draw(st.integers(0, 9))
        return Grouped(rows, airy=airy), [Row(row) for row in range(rows)]
    lines: list[Heading | Row | None] = []
    starts = [sum(sizes[:number]) for number in range(len(sizes))]
    for group, (start, size) in enumerate(zip(starts, sizes, strict=True)):
        lines += [None] * airy + [Heading(group)] + [Row(start + row) for row in range(size)]
    return Grouped(sum(sizes), tuple(starts), airy=airy), lines


def test_a_blank_line_and_a_heading_stand_above_each_group() -> None:
    grouped = Grouped(3, (0, 2), airy=True)
    assert [grouped.at(line) for line in range(grouped.lines)] == [
        None, Heading(0), Row(0), Row(1), None, Heading(1), Row(2)
    ]  # fmt: skip


@given(layouts())
def test_lines_are_those_written_out(drawn: tuple[Grouped, list[Heading | Row | None]]) -> None:
    grouped, lines = drawn
    assert [grouped.at(line) for line in range(grouped.lines)] == lines
    for row in range(grouped.rows):
        assert lines[grouped.line_of(row)] == Row(row)


@given(layouts(), st.integers(0, 60), st.integers(2, 12), st.data())
def test_a_row_is_brought_into_sight_below_the_heading_and_no_farther(
    drawn: tuple[Grouped, list[Heading | Row | None]], top: int, height: int, data: st.DataObject
) -> None:
    grouped, lines = drawn
    if not grouped.rows:
        return
    row = data.draw(st.integers(0, grouped.rows - 1))
    first = grouped.top_for(row, top, height)
    pinned = grouped.group_of(first) is not None
    assert first + pinned * (first > 0) <= grouped.line_of(row) < first + height
    assert 0 <= first <= max(len(lines) - height, 0)
    assert grouped.top_for(row, first, height) == first
