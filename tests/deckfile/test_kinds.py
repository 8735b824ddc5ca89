"""Choices, numbers, lists and statements: what they become, what is refused, and that their own answer is right."""

from __future__ import annotations

import pytest
from deck_texts import cards, parsed, quoted
from hypothesis import given
from hypothesis import strategies as st

from quizapp.answering.marking import NO_RIVALS, mark
from quizapp.answering.options import OptionPool
from quizapp.answering.question import FALSE, TRUE, Answering, Way, pose
from quizapp.deckfile.cards import expand
from quizapp.grading.verdict import Outcome
from quizapp.model import Card, Choice, Kind, Listing, Number, Statement
from quizapp.text import fold, is_clean


def only(note: str) -> Card:
    (card,) = cards(note)
    return card


def test_a_choice_knows_its_right_wrong_and_last_options() -> None:
    card = only("question: Q\nanswer: [a, b]\nchoices: [c, none]\nlast: none")
    assert (card.kind, card.answer) == (Kind.CHOICE, "a; b")
    assert card.body == Choice(("a", "b"), ("c", "none"), "none")


def test_a_number_shows_its_unit() -> None:
    card = only('question: Q\nnumber: "6,650"\nunit: km\nwithin: 2 %')
    assert (card.kind, card.prompt, card.answer) == (Kind.NUMBER, "Q", "6,650 km")
    assert card.body == Number("6,650", "km", "2 %")


def test_an_ordered_list_is_numbered() -> None:
    assert only("question: Q\nitems: [a, b]").answer == "a\nb"
    card = only("question: Q\nitems: [a, b]\nordered: true")
    assert (card.kind, card.answer, card.body) == (Kind.LIST, "1. a\n2. b", Listing(("a", "b"), True))


def test_a_statement_is_true_or_false() -> None:
    card = only("statement: S\nholds: false\nexplain: why")
    assert (card.kind, card.prompt, card.answer, card.body) == (Kind.STATEMENT, "S", "False", Statement(False))


def test_a_card_of_any_kind_is_called_by_its_note_alone() -> None:
    assert only("id: x\nstatement: S\nholds: true").card_id == "test/x"


@pytest.mark.parametrize(
    ("note", "rule"),
    [
        ("question: Q\nchoices: [a]", "missing-answer"),
        ("question: Q\nanswer: a\nchoices: []", "missing-choices"),
        ("question: Q\nanswer: a\nchoices: [A]", "repeated-option"),
        ("question: Q\nanswer: a\nchoices: [b, b]", "repeated-option"),
        ("question: Q\nanswer: a\nchoices: [b]\nlast: c", "unknown-last"),
        (f"question: Q\nanswer: a\nchoices: [{', '.join(f'o{n}' for n in range(26))}]", "too-many-options"),
        ("question: Q\nanswer: a\nchoices: b", "wrong-shape"),
        ("question: Q\nanswer: a\nchoices: [b]\naccept: c", "unfitting-key"),
        ("question: Q\nanswer: a\nchoices: [b]\nbidirectional: true", "unfitting-key"),
        ("answer: a\nchoices: [b]", "missing-question"),
        ("question: Q\nnumber: many", "bad-number"),
        ("question: Q\nnumber: 5\nwithin: roughly", "bad-tolerance"),
        ("question: Q\nnumber: 5\nwithin: -2", "bad-tolerance"),
        ("question: Q\nnumber: 5\nanswer: five", "unfitting-key"),
        ("question: Q\nitems: [a]", "too-few-items"),
        ("question: Q\nitems: [a, b, A]", "repeated-item"),
        ("question: Q\nitems: [a, b]\nordered: often", "not-true-or-false"),
        ("statement: S", "missing-holds"),
        ("statement: S\nholds: yes", "not-true-or-false"),
        ("statement: S\nholds: true\nanswer: a", "unfitting-key"),
        ("statement: S\nquestion: Q\nholds: true", "two-kinds"),
        ("question: Q\nnumber: 5\nitems: [a, b]", "two-kinds"),
        ("cloze: a {{b}}\nchoices: [a]", "two-kinds"),
    ],
)
def test_what_cannot_be_asked_is_told_with_its_place(note: str, rule: str) -> None:
    deck = parsed(note, "question: other\nanswer: a")
    assert rule in [problem.rule for problem in deck.problems]
    assert all(problem.mend and problem.line for problem in deck.problems)
    assert [note.question for note in deck.notes] == ["other"]


lines = st.text(min_size=1, max_size=20).filter(lambda text: is_clean(text) and text.strip() == text and bool(fold(text)))
folded = st.lists(lines, min_size=2, max_size=6, unique_by=fold)


def own_answer_is_right(card: Card) -> None:
    question = pose(card, OptionPool(()), Answering.TYPED, 1)
    verdict = mark(question, question.right, {"test": NO_RIVALS})
    assert (verdict.outcome, verdict.credit) == (Outcome.RIGHT, 1)


@given(folded, st.integers(1, 5), st.booleans())
def test_the_right_options_of_any_choice_are_right(options: list[str], right: int, pinned: bool) -> None:
    texts = list(map(quoted, options))
    cut = min(right, len(options) - 1)
    last = f"\nlast: {texts[-1]}" if pinned else ""
    deck = parsed(f"question: Q\nanswer: [{', '.join(texts[:cut])}]\nchoices: [{', '.join(texts[cut:])}]{last}")
    assert deck.problems == ()
    (card,) = expand("test", deck.notes)
    question = pose(card, OptionPool(()), Answering.FLIPPED, 7)
    assert sorted(question.options) == sorted(options)
    assert not pinned or question.options[-1] == options[-1]
    own_answer_is_right(card)


@given(
    st.one_of(lines, st.decimals(-(10**9), 10**9, places=2).map(str), st.integers(0, 10**12).map("{:,}".format)),
    st.one_of(st.just(""), lines, st.sampled_from(["km", "billion dollars", "%", "cameras"])),
    st.one_of(st.just(""), lines, st.sampled_from(["2", "5 %", "0.5"])),
)
def test_grading_never_fails_on_a_number_that_was_let_through(value: str, unit: str, within: str) -> None:
    keys = [("number", value), ("unit", unit), ("within", within)]
    deck = parsed("question: Q\n" + "\n".join(f"{key}: {quoted(text)}" for key, text in keys if text))
    for card in expand("test", deck.notes):
        question = pose(card, OptionPool(()), Answering.TYPED, 1)
        mark(question, (value,), {})
        mark(question, ("12 apples",), {})


@given(st.integers(-(10**9), 10**9), st.sampled_from(["", "km", "billion dollars", "%", "cameras"]))
def test_the_number_of_a_deck_is_right(value: int, unit: str) -> None:
    unit_line = f"\nunit: {quoted(unit)}" if unit else ""
    own_answer_is_right(only(f'question: Q\nnumber: "{value:,}"{unit_line}'))


@given(st.booleans())
def test_the_truth_of_a_statement_is_right(holds: bool) -> None:
    card = only(f"statement: S\nholds: {str(holds).lower()}")
    assert pose(card, OptionPool(()), Answering.TYPED, 1).options == (TRUE, FALSE)
    own_answer_is_right(card)


def test_a_list_is_asked_as_one() -> None:
    card = only("question: Q\nitems: [Rhine, Danube, Elbe]\nordered: true")
    question = pose(card, OptionPool(()), Answering.TYPED, 1)
    assert question.way is Way.LIST
    own_answer_is_right(card)
