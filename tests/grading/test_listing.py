"""Lists: credit for each item, once, in any order or in the right one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.grading.listing import MOST_ENTRIES, grade_list, split_entries
from quizapp.grading.verdict import Outcome
from quizapp.model import Rating

STATES = ["Massachusetts", "Colorado", "Tennessee"]
MONTHS = ["May", "June", "July", "August"]


@pytest.mark.parametrize(
    ("text", "items", "entries"),
    [
        ("Colorado, Tennessee and Massachusetts", STATES, ["Colorado", "Tennessee", "Massachusetts"]),
        ("a; b\nc & d", STATES, ["a", "b", "c", "d"]),
        (
            "Research and Development, Sales",
            ["Research and Development", "Sales"],
            ["Research and Development", "Sales"],
        ),
        ("Washington, D.C.; Paris", ["Washington, D.C.", "Paris"], ["Washington, D.C.", "Paris"]),
        ("1,500, 2,000", ["1,500", "2,000"], ["1,500", "2,000"]),
        (" ,; \x07", STATES, []),
    ],
)
def test_entries_are_split_where_no_item_would_be(text: str, items: list[str], entries: list[str]) -> None:
    assert split_entries(text, items) == entries


@pytest.mark.parametrize(
    ("typed", "outcome", "credit", "sentence"),
    [
        ("tennessee, colorado, massachusetts", Outcome.RIGHT, 1.0, "Right"),
        ("Massachusets, Colorado, Tennessee", Outcome.CLOSE, 1.0, "Nearly right: all 3 named, 1 with a slip"),
        ("Colorado, Tennessee", Outcome.PARTLY, 2 / 3, "2 of 3 named, missing: Massachusetts"),
        (
            "Colorado, Colorado, colorado",
            Outcome.PARTLY,
            1 / 3,
            "1 of 3 named, missing: Massachusetts, Tennessee",
        ),
        ("Colorado, Utah", Outcome.PARTLY, 1 / 3, "1 of 3 named, 1 wrong, missing: Massachusetts, Tennessee"),
        (
            "Colorado, Utah, Ohio, Iowa",
            Outcome.PARTLY,
            1 / 4,
            "1 of 3 named, 3 wrong, missing: Massachusetts, Tennessee",
        ),
        ("Utah", Outcome.WRONG, 0.0, "0 of 3 named, 1 wrong, missing: Massachusetts, Colorado, Tennessee"),
        ("", Outcome.EMPTY, 0.0, "Nothing typed"),
    ],
)
def test_in_any_order(typed: str, outcome: Outcome, credit: float, sentence: str) -> None:
    verdict = grade_list(split_entries(typed, STATES), STATES)
    assert (verdict.outcome, verdict.credit, verdict.sentence) == (outcome, pytest.approx(credit), sentence)


@pytest.mark.parametrize(
    ("typed", "credit", "sentence"),
    [
        ("May June July August", 1.0, "Right"),
        ("June May July August", 3 / 4, "4 of 4 named, 3 in the right order"),
        ("August July June May", 1 / 4, "4 of 4 named, 1 in the right order"),
        ("May July August", 3 / 4, "3 of 4 named, missing: June"),
        ("July May", 1 / 4, "2 of 4 named, 1 in the right order, missing: June, August"),
    ],
)
def test_in_the_right_order(typed: str, credit: float, sentence: str) -> None:
    verdict = grade_list(typed.split(), MONTHS, ordered=True)
    assert (verdict.credit, verdict.sentence) == (pytest.approx(credit), sentence)


def test_each_entry_says_which_item_it_names() -> None:
    verdict = grade_list(["Utah", "tenessee", "Colorado"], STATES)
    assert (verdict.entries, verdict.missing) == ((None, 2, 1), (0,))
    assert verdict.suggested is Rating.AGAIN


def test_items_are_assigned_so_that_most_are_named() -> None:
    """*York* names either city; the one that nothing else names is left to it."""
    items = ["York", "New York"]
    verdict = grade_list(["York", "Jork"], items, accept=[["Jork"], ["York"]])
    assert (verdict.outcome, verdict.entries) == (Outcome.PARTLY, (0, None))
    verdict = grade_list(["Yorck", "Jork"], items, accept=[["Jork", "Yorck"], ["Yorck"]])
    assert (verdict.outcome, verdict.entries) == (Outcome.RIGHT, (1, 0))


def test_equal_items_are_named_by_equal_entries() -> None:
    assert grade_list(["A1", "B1", "A1"], ["A1", "B1", "A1"], ordered=True).outcome is Outcome.RIGHT


def test_a_slip_does_not_turn_one_item_into_another() -> None:
    verdict = grade_list(["Kristiansumd"], ["Kristiansand", "Kristiansund"])
    assert verdict.entries == (1,)


def test_endless_entries_are_cut() -> None:
    verdict = grade_list(["Utah"] * 100_000 + STATES, STATES)
    assert len(verdict.entries) == MOST_ENTRIES


@pytest.mark.parametrize(("items", "accept"), [([], []), (STATES, [["x"]])])
def test_a_list_that_does_not_fit_is_the_callers_mistake(items: list[str], accept: list[list[str]]) -> None:
    with pytest.raises(ValueError):
        grade_list(["a"], items, accept=accept)


@given(st.lists(st.text(), min_size=1, max_size=4), st.lists(st.text(), max_size=4), st.booleans())
def test_any_texts_get_a_verdict(items: list[str], typed: list[str], ordered: bool) -> None:
    verdict = grade_list(typed, items, ordered=ordered)
    assert 0.0 <= verdict.credit <= 1.0
    named = [item for item in verdict.entries if item is not None]
    assert len(named) == len(set(named))
    assert sorted([*named, *verdict.missing]) == list(range(len(items)))


@given(st.permutations(MONTHS))
def test_the_order_matters_only_where_it_should(typed: list[str]) -> None:
    assert grade_list(typed, MONTHS).outcome is Outcome.RIGHT
    assert (grade_list(typed, MONTHS, ordered=True).outcome is Outcome.RIGHT) == (typed == MONTHS)
