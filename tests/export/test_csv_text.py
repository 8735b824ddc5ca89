"""CSV: what is written is what is read, and no spreadsheet runs any of it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from operator import itemgetter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.export.csv_safety import FORMULA_STARTS, disarmed
from quizapp.export.csv_text import csv_table
from quizapp.export.fields import TOGETHER, Field, Row, Value, batches, rows

FIELDS: tuple[Field[dict[str, object]], ...] = (
    Field("name", "text", "", itemgetter("name")),
    Field("answer", "text or null", "", itemgetter("answer")),
    Field("days", "days or null", "", itemgetter("days"), 6),
    Field("count", "count", "", itemgetter("count")),
    Field("tags", "list of texts", "", itemgetter("tags")),
    Field("leech", "true or false", "", itemgetter("leech")),
    Field("phase", "new, review", "", itemgetter("phase")),
    Field("day", "date or null", "", itemgetter("day")),
    Field("at", "instant", "", itemgetter("at")),
)
ITEMS = st.fixed_dictionaries(
    {
        "name": st.text(),
        "answer": st.none() | st.text() | st.sampled_from(FORMULA_STARTS),
        "days": st.none() | st.floats(0, 1e12),
        "count": st.integers(),
        "tags": st.lists(st.text()),
        "leech": st.booleans(),
        "phase": st.sampled_from([0, 1, "new", "review"]),
        "day": st.none() | st.integers(-719_162, 2_932_896),
        "at": st.integers(-62_135_596_800_000, 253_402_300_799_999),
    }
)
ITEM: dict[str, object] = {
    "name": "a", "answer": None, "days": 1.5, "count": -3, "tags": [], "leech": False, "phase": 0, "day": 0, "at": 0,
}  # fmt: skip


def text(items: Iterable[dict[str, object]], *, raw: bool = False) -> str:
    return "".join(csv_table(FIELDS, batches(FIELDS, items), raw=raw))


def cells(items: Iterable[dict[str, object]], *, raw: bool = False) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text(items, raw=raw), newline="")))


def by_hand(row: Row, *, raw: bool) -> list[str]:
    """Return the cells of a row, one by one, as the definition says it."""

    def cell(name: str, value: Value) -> str:
        if isinstance(value, float):
            return repr(value) if raw or not 0 <= value < 1e9 else f"{value:.6f}"
        if value is None:
            return ""
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, int):
            return str(value)
        words = value if isinstance(value, str) else ", ".join(value)
        return words if raw else disarmed(words)

    return [cell(name, value) for name, value in row.items()]


@given(st.lists(ITEMS, max_size=4), st.booleans())
def test_every_cell_is_what_its_field_says(items: list[dict[str, object]], raw: bool) -> None:
    expected = [by_hand(row, raw=raw) for row in rows(FIELDS, items, raw=raw)]
    assert cells(items, raw=raw) == [[field.name for field in FIELDS], *expected]


@given(ITEMS)
def test_no_text_begins_as_a_formula(item: dict[str, object]) -> None:
    _, row = cells([item])
    assert not any(cell.startswith(FORMULA_STARTS) for cell in (row[0], row[1], row[4]))


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "＝1"])
def test_a_formula_is_disarmed_by_an_apostrophe(name: str) -> None:
    item = ITEM | {"name": name}
    assert cells([item])[1][0] == f"'{name}"
    assert cells([item], raw=True)[1][0] == name


def test_a_negative_number_stays_a_number() -> None:
    assert cells([ITEM])[1][3] == "-3"


def test_a_long_table_comes_in_pieces() -> None:
    pieces = list(csv_table(FIELDS, batches(FIELDS, [ITEM] * (2 * TOGETHER + 1))))
    assert [piece.count("\n") for piece in pieces] == [1, TOGETHER, TOGETHER, 1]
