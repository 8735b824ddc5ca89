"""Wrong options out of a deck's other answers: plausible, and never right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.grading.distractors import MOST_CANDIDATES, Sort, distractors, sort_of
from quizapp.grading.typed import grade_typed
from quizapp.grading.verdict import Outcome

ANSWERS = [
    "$19 trillion",
    "$23.8 trillion", "$42 billion", "$800 billion", "$112,000", "42 %", "8.5 %", "11 %", "51 percent",
    "2016", "2017", "2018", "1998", "November 2017", "April 2018", "March 1998", "January 2017",
    "Larry Fink", "Ryan Stork", "Wilfried Martens", "Carl Bildt", "Fidelity", "Fidelity International",
    "capital flight", "cheap passive funds", "board level", "a mutual fund license",
]  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "sort"),
    [
        ("2017", Sort.YEAR),
        ("1990s", Sort.YEAR),
        ("November 2017", Sort.DATE),
        ("14 July 1789", Sort.DATE),
        ("2024-02-30", Sort.DATE),
        ("$42 billion", Sort.FIGURE),
        ("8.5 percent", Sort.FIGURE),
        ("six", Sort.FIGURE),
        ("two-thirds", Sort.FIGURE),
        ("Wilfried Martens", Sort.NAME),
        ("Bank of China", Sort.NAME),
        ("NORAD", Sort.NAME),
        ("capital flight", Sort.PHRASE),
        ("北京", Sort.PHRASE),
    ],
)
def test_the_sort_of_an_answer(answer: str, sort: Sort) -> None:
    assert sort_of(answer) is sort


@pytest.mark.parametrize("answer", ANSWERS)
def test_options_are_of_the_answers_sort_and_never_right(answer: str) -> None:
    for option in distractors(answer, ANSWERS, "seed"):
        assert sort_of(option) is sort_of(answer)
        assert ("%" in answer or "percent" in answer) == ("%" in option or "percent" in option)
        assert grade_typed(option, answer).outcome is Outcome.WRONG


def test_figures_of_another_magnitude_are_left_aside() -> None:
    assert set(distractors("$42 billion", ANSWERS, "s")) == {"$19 trillion", "$23.8 trillion", "$800 billion"}
    assert distractors("$112,000", ANSWERS, "s") == ()


def test_years_stand_beside_the_nearest_years() -> None:
    assert set(distractors("1976", ANSWERS, "s")) <= {"1998", "2016", "2017", "2018"}
    assert len(distractors("1492", ANSWERS, "s")) == 3


def test_an_accepted_wording_is_no_wrong_option() -> None:
    assert "Ryan Stork" not in distractors("Larry Fink", ANSWERS, "s", n=9, accept=["ryan stork"])


def test_what_holds_the_answer_is_no_wrong_option() -> None:
    assert "Fidelity International" not in distractors("Fidelity", ANSWERS, "s", n=9)
    assert (
        len({"Fidelity", "Fidelity International"} & set(distractors("Carl Bildt", ANSWERS, "s", n=9))) == 1
    )


def test_a_seed_gives_the_same_options_and_another_seed_others() -> None:
    names = [
        f"{first} {last}"
        for first in ("Ada", "Bea", "Cleo", "Dora")
        for last in ("Ork", "Pym", "Quist", "Roe")
    ]
    assert distractors("Eva Unger", names, "1") == distractors("Eva Unger", names, "1")
    assert len({distractors("Eva Unger", names, str(seed)) for seed in range(20)}) > 5


def test_of_very_many_candidates_enough_are_found() -> None:
    names = [
        f"{first}{second} Person"
        for first in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        for second in "abcdefghijklmnopqrst" * 4
    ]
    assert len(names) > MOST_CANDIDATES
    assert len(distractors("Eva Unger", names, "1")) == 3


@given(
    st.text(max_size=12),
    st.lists(st.text(max_size=12), max_size=12),
    st.text(),
    st.lists(st.text(), max_size=2),
)
def test_any_texts_give_options_that_cannot_be_taken_for_right(
    answer: str, candidates: list[str], seed: str, accept: list[str]
) -> None:
    options = distractors(answer, candidates, seed, 3, accept)
    assert len(set(options)) == len(options) <= 3
    assert set(options) <= set(candidates) - {answer, *accept}
    for option in options:
        assert grade_typed(option, answer, accept).outcome not in (Outcome.RIGHT, Outcome.CLOSE)
