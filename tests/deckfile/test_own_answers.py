"""What a deck calls right is marked right, whatever it says: laws from the text of a deck to the verdict."""

from __future__ import annotations

from collections.abc import Sequence

from deck_texts import cards, parsed, quoted
from hypothesis import assume, given
from hypothesis import strategies as st

from quizapp.answering.manner import Answering
from quizapp.answering.marking import NO_RIVALS, Said, mark
from quizapp.answering.options import OptionPool
from quizapp.answering.question import FALSE, TRUE, Question, Way, pose
from quizapp.deckfile.cards import expand
from quizapp.grading.verdict import Outcome, Verdict
from quizapp.model import Card, Choice, Listing
from quizapp.text import fold, is_clean

NO_OPTIONS = OptionPool(())

lines = st.text(st.characters(exclude_categories=["Cc", "Cn", "Cs"]), min_size=1, max_size=20).filter(
    lambda text: is_clean(text) and text.strip() == text and bool(fold(text))
)
several = st.lists(lines, min_size=2, max_size=6, unique_by=fold)


def only(note: str) -> Card:
    (card,) = cards(note)
    return card


def in_brackets(texts: Sequence[str]) -> str:
    return f"[{', '.join(map(quoted, texts))}]"


def asked(card: Card, seed: int = 1) -> Question:
    return pose(card, NO_OPTIONS, Answering.TYPED, seed)


def marked(card: Card, said: Said) -> Verdict:
    return mark(asked(card), said, {card.deck_id: NO_RIVALS})


def is_right(verdict: Verdict) -> bool:
    return (verdict.outcome, verdict.credit) == (Outcome.RIGHT, 1)


@given(several, st.integers(1, 5), st.booleans(), st.integers())
def test_the_right_options_of_a_choice_are_right(options: list[str], right: int, pinned: bool, seed: int) -> None:
    cut = min(right, len(options) - 1)
    last = f"\nlast: {quoted(options[-1])}" if pinned else ""
    note = f"question: Q\nanswer: {in_brackets(options[:cut])}\nchoices: {in_brackets(options[cut:])}{last}"
    card = only(note)
    assert card.body == Choice(tuple(options[:cut]), tuple(options[cut:]), options[-1] if pinned else "")
    question = asked(card, seed)
    assert sorted(question.options) == sorted(options)
    assert not pinned or question.options[-1] == options[-1]
    assert is_right(mark(question, question.right, {}))


@given(several, st.booleans())
def test_the_items_of_a_list_are_right(items: list[str], ordered: bool) -> None:
    card = only(f"question: Q\nitems: {in_brackets(items)}\nordered: {str(ordered).lower()}")
    assert isinstance(card.body, Listing)
    question = asked(card)
    assert question.way is Way.LIST
    assert is_right(marked(card, question.right))
    assert is_right(marked(card, tuple(items)))


@given(st.booleans())
def test_the_truth_of_a_statement_is_right(holds: bool) -> None:
    card = only(f"statement: S\nholds: {str(holds).lower()}")
    assert asked(card).options == (TRUE, FALSE)
    assert is_right(marked(card, (card.answer,)))
    assert not is_right(marked(card, (FALSE if holds else TRUE,)))


figures = st.one_of(
    st.integers(-(10**12), 10**12).map("{:,}".format),
    st.decimals(-(10**6), 10**6, places=2).map(str),
    st.builds("{} {}".format, st.integers(1, 999), st.sampled_from(["million", "bn", "thousand"])),
    st.builds("{}{}".format, st.integers(1, 999), st.sampled_from(["k", "m", "%", " km", " years"])),
    st.builds("${}{}".format, st.integers(1, 999), st.sampled_from(["", "bn", " billion"])),
    st.sampled_from(["one half", "2/3", "1.5e6", "10^9", "~ 500", "fifteen hundred", "minus three", "3 cameras"]),
)
units = st.sampled_from(["", "%", "km", "metres", "dollars", "billion dollars", "million", "cameras", "years", "°C"])
tolerances = st.sampled_from(["", "0", "2", "0.5", "5 %"])


@given(figures, units, tolerances)
def test_the_number_of_a_deck_is_right_with_its_unit_and_without(value: str, unit: str, within: str) -> None:
    keys = {"number": value, "unit": unit, "within": within}
    deck = parsed("question: Q\n" + "\n".join(f"{key}: {quoted(text)}" for key, text in keys.items() if text))
    assume(deck.notes)
    (card,) = expand("test", deck.notes)
    (right,) = asked(card).right
    assert right == card.answer
    assert is_right(marked(card, (right,)))
    assert is_right(marked(card, (value,)))


@given(
    st.one_of(lines, figures),
    st.one_of(st.just(""), lines, units),
    st.one_of(st.just(""), lines, tolerances),
    st.one_of(lines, figures),
)
def test_grading_never_fails_on_a_number_that_was_let_through(value: str, unit: str, within: str, said: str) -> None:
    keys = {"number": value, "unit": unit, "within": within}
    deck = parsed("question: Q\n" + "\n".join(f"{key}: {quoted(text)}" for key, text in keys.items() if text))
    for card in expand("test", deck.notes):
        marked(card, (said,))
