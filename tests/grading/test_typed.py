"""Typed answers: what is right, forgiven, left to the learner, and refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.grading.normal_form import normal_form
from quizapp.grading.rivals import Rivals
from quizapp.grading.typed import LONGEST, grade_typed
from quizapp.grading.verdict import Outcome
from quizapp.model import Rating

RIGHT, CLOSE, UNSURE, WRONG = Outcome.RIGHT, Outcome.CLOSE, Outcome.UNSURE, Outcome.WRONG
WORDS = st.text("abcdefghi éüñ-'’.,()", min_size=1, max_size=24).filter(
    lambda text: any(map(str.isalpha, text))
)
SCHEME = "A scheme under which Chinese funds apply for quotas for investing client money abroad"


@pytest.mark.parametrize(
    ("typed", "answer", "outcome", "sentence"),
    [
        ("wilfried martens", "Wilfried Martens", RIGHT, "Right"),
        ("Wilfred Martins", "Wilfried Martens", CLOSE, "Nearly right: 2 letters differ"),
        ("kanzlerbungalo", "Kanzlerbungalow", CLOSE, "Nearly right: 1 letter differs"),
        ("Viktor Orban", "Viktor Orbán", CLOSE, "Nearly right: 1 accent differs"),
        ("Iraq", "Iran", WRONG, "Not quite: 1 letter differs"),
        ("Bridgewater", "Paris", WRONG, "Not right"),
        ("January 2018", "January 2017", WRONG, "Not right: the number differs"),
        ("Capital flight", "Capital flight (from China)", RIGHT, "Right"),
        ("color", "colo(u)r", RIGHT, "Right"),
        ("QDII", "Institutional Investor (QDII)", UNSURE, "1 of 3 key words: compare, then rate it yourself"),
        ("Larry Fink, BlackRock", "Larry Fink", UNSURE, "2 of 2 key words: compare, then rate it yourself"),
        ("Fink Larry", "Larry Fink", UNSURE, "2 of 2 key words: compare, then rate it yourself"),
        ("It was Paris as far as I know", "Paris", UNSURE, "1 of 1 key word: compare, then rate it yourself"),
        ("I have no idea what that is", "Paris", WRONG, "Not right"),
        (
            "grew to $15 trillion by the year 2023",
            "grew to $14 trillion by 2023",
            WRONG,
            "Not right: the number differs",
        ),
        ("C", "C++", WRONG, "Not right"),
        ("x" * 100_000, "Paris", UNSURE, "Too long to check: more than 2,000 characters"),
        ("\x1b]52;c;aGk=\x07", "Paris", WRONG, "Not right"),
        ("\x07\x1b\x00 \t", "Paris", Outcome.EMPTY, "Nothing typed"),
        ("", "Paris", Outcome.EMPTY, "Nothing typed"),
    ],
)
def test_verdict_in_words(typed: str, answer: str, outcome: Outcome, sentence: str) -> None:
    verdict = grade_typed(typed, answer)
    assert (verdict.outcome, verdict.sentence) == (outcome, sentence)


@pytest.mark.parametrize(
    ("typed", "answer", "outcome", "sentence"),
    [
        ("42bn dollars", "$42 billion", RIGHT, "Right"),
        ("90 min", "1.5 hours", RIGHT, "Right"),
        ("in 2017", "2017", RIGHT, "Right"),
        ("about 42 percent", "42 %", RIGHT, "Right"),
        ("42", "42 %", CLOSE, "Nearly right: the unit is missing"),
        ("100", "100 jobs", CLOSE, "Nearly right: the unit is missing"),
        ("100 banks", "100 jobs", WRONG, "Not quite: 4 letters differ"),
        ("30 months", "30 minutes", WRONG, "Not right: another unit"),
        ("$42", "42 %", WRONG, "Not right: another unit"),
        ("43 %", "42 %", WRONG, "Not right: too high"),
        ("1.1", "1.10", WRONG, "Not right: the number differs"),
        ("2018", "2017", WRONG, "Not right: the number differs"),
        ("secnd", "second", WRONG, "Not right"),
    ],
)
def test_numbers_are_met_exactly_in_any_writing(
    typed: str, answer: str, outcome: Outcome, sentence: str
) -> None:
    verdict = grade_typed(typed, answer)
    assert (verdict.outcome, verdict.sentence) == (outcome, sentence)


def test_an_accepted_wording_is_as_good_as_the_answer() -> None:
    verdict = grade_typed("the martens", "Wilfried Martens", ["Martens"])
    assert (verdict.outcome, verdict.matched, verdict.diff) == (RIGHT, "Martens", None)


def test_the_nearest_wording_is_the_one_compared() -> None:
    verdict = grade_typed("tarifs", "Import duties", ["duties", "tariffs", "customs"])
    assert (verdict.outcome, verdict.matched) == (CLOSE, "tariffs")
    assert verdict.diff is not None
    assert verdict.diff.right.text == "tariffs"


def test_another_cards_answer_is_wrong() -> None:
    assert (
        grade_typed("Austria", "Australia", others=["Austria"]).sentence
        == "Not right: that answers another card"
    )


def test_a_slip_nearer_to_another_answer_is_wrong() -> None:
    assert grade_typed("Kristiansumd", "Kristiansand").outcome is CLOSE
    verdict = grade_typed("Kristiansumd", "Kristiansand", others=["Kristiansund"])
    assert (verdict.outcome, verdict.sentence) == (WRONG, "Not right: nearer to the answer of another card")


def test_an_answer_shared_by_two_cards_is_right_on_both() -> None:
    assert grade_typed("london", "London", others=["London", "Paris"]).outcome is RIGHT
    assert grade_typed("Londn", "London", others=["London", "Paris"]).outcome is CLOSE


def test_rivals_kept_for_a_deck_say_the_same_as_a_list() -> None:
    others = ["Austria", "Slovenia"]
    for typed in ("Austria", "Austrlia", "Australia", "Slovena"):
        assert grade_typed(typed, "Australia", others=Rivals(others)) == grade_typed(
            typed, "Australia", others=others
        )


@pytest.mark.parametrize(
    ("typed", "rating"),
    [
        ("chinese funds apply for quotas to invest their clients money abroad", Rating.GOOD),
        ("a scheme of quotas for investing money abroad", Rating.HARD),
        ("chinese people who send it all abroad", Rating.AGAIN),
    ],
)
def test_a_free_answer_is_left_to_the_learner_with_a_suggestion(typed: str, rating: Rating) -> None:
    verdict = grade_typed(typed, SCHEME)
    assert (verdict.outcome, verdict.suggested) == (UNSURE, rating)


@pytest.mark.parametrize(
    ("typed", "sign", "credit", "rating"),
    [
        ("Bridgewater", "✓", 1.0, Rating.GOOD),
        ("Brigewater", "≈", 1.0, Rating.HARD),
        ("Winton", "✗", 0.0, Rating.AGAIN),
        ("", "✗", 0.0, Rating.AGAIN),
    ],
)
def test_each_outcome_has_a_sign_a_mark_and_a_suggestion(
    typed: str, sign: str, credit: float, rating: Rating
) -> None:
    verdict = grade_typed(typed, "Bridgewater")
    assert (verdict.outcome.sign, verdict.credit, verdict.suggested) == (sign, credit, rating)


def test_a_very_long_answer_is_right_when_it_is_the_same() -> None:
    answer = "word " * LONGEST
    assert grade_typed(answer, answer).outcome is RIGHT
    assert grade_typed("word", answer).outcome is UNSURE


@given(st.text(), st.text(), st.lists(st.text(), max_size=3), st.lists(st.text(), max_size=3))
def test_any_text_gets_a_verdict(typed: str, answer: str, accept: list[str], others: list[str]) -> None:
    verdict = grade_typed(typed, answer, accept, others)
    assert 0.0 <= verdict.credit <= 1.0
    assert verdict.sentence


@given(st.text(), st.lists(st.text(), max_size=3))
def test_the_answer_itself_is_right(answer: str, others: list[str]) -> None:
    assert grade_typed(answer, answer, (), others).outcome in (RIGHT, Outcome.EMPTY)


@given(WORDS, st.sampled_from([str.upper, str.title, "“{}”.".format, "the  {} ".format, "- {} …".format]))
def test_the_answer_in_other_dress_is_right(answer: str, dress: object) -> None:
    assert callable(dress)
    if normal_form(answer).words[0] not in ("a", "an"):
        assert grade_typed(dress(answer), answer).outcome is RIGHT


@given(WORDS)
def test_the_answer_without_its_accents_is_right_or_close(answer: str) -> None:
    bare = answer.translate(str.maketrans("éüñ", "eun"))
    if normal_form(bare).words[0] == normal_form(answer).plain[0]:
        assert grade_typed(bare, answer).outcome in (RIGHT, CLOSE)


@given(WORDS, st.lists(WORDS, max_size=4), st.integers(0, 23), st.sampled_from("abcdefghi "))
def test_a_forgiven_slip_is_never_another_cards_answer(
    answer: str, others: list[str], place: int, letter: str
) -> None:
    typed = answer[:place] + letter + answer[place + 1 :]
    verdict = grade_typed(typed, answer, (), others)
    if verdict.outcome is CLOSE:
        assert normal_form(typed).key not in {normal_form(other).key for other in others}


@given(WORDS, WORDS)
def test_being_close_does_not_depend_on_which_text_is_which(one: str, other: str) -> None:
    one, other = one.replace("(", "").replace(")", ""), other.replace("(", "").replace(")", "")
    forth, back = grade_typed(one, other or "x"), grade_typed(other, one or "x")
    if one.strip() and other.strip():
        assert (forth.outcome is CLOSE) == (back.outcome is CLOSE)
        assert (forth.outcome is RIGHT) == (back.outcome is RIGHT)


@given(WORDS, st.integers(0, 9_999), st.integers(0, 9_999))
def test_another_number_is_never_forgiven(words: str, one: int, other: int) -> None:
    if one != other:
        assert grade_typed(f"{words} {one}", f"{words} {other}").outcome in (WRONG, UNSURE)
