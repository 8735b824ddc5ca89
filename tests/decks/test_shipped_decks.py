"""The three decks that come along are what their articles deserve."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quizapp.answering.manner import Answering
from quizapp.answering.marking import answers_of, mark
from quizapp.answering.options import OptionPool
from quizapp.answering.question import FALSE, TRUE, Question, Way, pose
from quizapp.deckfile.cards import deck_of
from quizapp.deckfile.parse import ParsedDeck, parse_deck
from quizapp.grading.number import grade_number
from quizapp.grading.typed import grade_typed
from quizapp.grading.verdict import Outcome
from quizapp.model import Card, Choice, Deck, Kind, Listing, Number, Statement
from quizapp.text import fold, is_clean

FOLDER = Path(__file__).parents[2] / "decks"
NAMES = ("china-fund-market", "european-center-right", "security-cameras")

RELATIVE_TIME = re.compile(
    r"\b(this|last|next) (year|month|week|summer|november|january)\b|\b(recently|currently)\b", re.I
)
YES_OR_NO = re.compile(r"^(is|are|was|were|did|does|do|has|have|had|can|could|will|would)\b", re.I)
WHERE = re.compile(r".+, (¶ \d+(–\d+)?(, \d+(–\d+)?)*|photo caption)$")


@pytest.fixture(scope="module", params=NAMES)
def parsed(request: pytest.FixtureRequest) -> ParsedDeck:
    path = FOLDER / f"{request.param}.yaml"
    return parse_deck(path.read_bytes(), path.name)


@pytest.fixture(scope="module")
def deck(parsed: ParsedDeck) -> Deck:
    return deck_of(parsed)


@pytest.fixture(scope="module")
def cards(deck: Deck) -> tuple[Card, ...]:
    return deck.cards


@pytest.fixture(scope="module")
def questions(cards: tuple[Card, ...]) -> list[Question]:
    pool = OptionPool(cards)
    return [pose(card, pool, Answering.TYPED, seed=1) for card in cards]


def test_a_deck_reads_without_a_problem_and_goes_by_its_files_name(parsed: ParsedDeck) -> None:
    assert parsed.problems == ()
    assert f"{parsed.deck_id}.yaml" == parsed.path
    assert parsed.title
    assert parsed.source.title


def test_a_deck_has_notes_enough_of_each_kind(parsed: ParsedDeck) -> None:
    clozes = [note for note in parsed.notes if note.kind is Kind.CLOZE]
    assert len(parsed.notes) >= 50
    assert len(clozes) * 10 >= len(parsed.notes) * 3
    assert sum(note.bidirectional for note in parsed.notes) >= 3
    assert sum(bool(note.hint) for note in parsed.notes) >= 5
    assert sum(bool(note.explain) for note in parsed.notes) * 2 >= len(parsed.notes)


def test_a_deck_uses_every_kind_in_each_of_its_forms(parsed: ParsedDeck) -> None:
    bodies = [note.body for note in parsed.notes]
    assert {note.kind for note in parsed.notes} == set(Kind)
    assert {len(body.right) > 1 for body in bodies if isinstance(body, Choice)} == {True, False}
    assert {body.ordered for body in bodies if isinstance(body, Listing)} == {True, False}
    assert any(isinstance(body, Number) and body.within for body in bodies)


def test_about_half_of_the_statements_hold_and_each_says_why(parsed: ParsedDeck) -> None:
    statements = [(note, note.body.holds) for note in parsed.notes if isinstance(note.body, Statement)]
    assert all(note.explain for note, _ in statements)
    assert 0.4 <= sum(holds for _, holds in statements) / len(statements) <= 0.6


def test_every_note_has_an_id_and_a_place_in_the_article(parsed: ParsedDeck) -> None:
    for note in parsed.notes:
        assert note.has_own_id, note.question
        assert WHERE.match(note.where), (note.note_id, note.where)


def test_no_two_cards_ask_the_same(cards: tuple[Card, ...]) -> None:
    prompts = [fold(card.prompt) for card in cards]
    assert len(set(prompts)) == len(prompts)


def test_no_card_gives_its_answer_away(cards: tuple[Card, ...]) -> None:
    for card in cards:
        assert fold(card.answer) not in fold(card.prompt), card.card_id
        assert fold(card.hint) != fold(card.answer), card.card_id


def test_a_question_can_be_answered_next_year(cards: tuple[Card, ...]) -> None:
    for card in cards:
        assert not RELATIVE_TIME.search(card.prompt), card.prompt
        assert not YES_OR_NO.match(card.prompt), card.prompt


def test_texts_are_short_enough_to_read_at_a_glance(cards: tuple[Card, ...]) -> None:
    for card in cards:
        assert is_clean(card.prompt + card.answer + card.explain)
        assert len(card.prompt.split()) <= 45, card.prompt
        assert len(card.answer.split()) <= 25, card.answer


def test_the_answer_of_every_card_is_graded_right(deck: Deck, questions: list[Question]) -> None:
    answers = answers_of([deck])
    for question in questions:
        assert mark(question, question.right, answers).outcome is Outcome.RIGHT, question.card.card_id


def test_every_accepted_wording_is_graded_right(deck: Deck, questions: list[Question]) -> None:
    answers = answers_of([deck])
    for question in questions:
        for wording in question.card.accept:
            assert mark(question, (wording,), answers).outcome is Outcome.RIGHT, (question.card.card_id, wording)


def test_a_wrong_option_earns_nothing(deck: Deck, questions: list[Question]) -> None:
    answers = answers_of([deck])
    for question in questions:
        if question.way in (Way.CHOICE, Way.STATEMENT):
            for option in set(question.options) - set(question.right):
                assert mark(question, (option,), answers).credit == 0, (question.card.card_id, option)


def test_a_choice_has_options_enough_and_none_that_stands_out_by_its_length(cards: tuple[Card, ...]) -> None:
    for card in cards:
        if isinstance(card.body, Choice):
            right, wrong, last = card.body
            assert 3 <= len({fold(option) for option in (*right, *wrong)}) == len(right) + len(wrong) <= 6
            lengths = [len(option) for option in wrong if option != last]
            for option in set(right) - {last}:
                assert min(lengths) / 2 <= len(option) <= max(lengths) * 1.5, card.card_id


def test_a_number_can_be_typed_with_or_without_its_unit_and_is_no_other_number(cards: tuple[Card, ...]) -> None:
    for card in cards:
        if isinstance(card.body, Number):
            value, unit, within = card.body
            for typed in (value, f"{value} {unit}", f"about {value}"):
                assert grade_number(typed, value, unit=unit, within=within).outcome is Outcome.RIGHT, card.card_id
            assert grade_number(f"2{value}", value, unit=unit, within=within).outcome is Outcome.WRONG, card.card_id


def test_the_items_of_a_list_are_few_and_none_passes_for_another(cards: tuple[Card, ...]) -> None:
    for card in cards:
        if isinstance(card.body, Listing):
            items = card.body.items
            assert 2 <= len(items) <= 7
            for item in items:
                others = [other for other in items if other != item]
                assert all(grade_typed(item, other).credit == 0 for other in others), (card.card_id, item)


def test_an_ordered_list_is_right_in_its_own_order_alone(deck: Deck, questions: list[Question]) -> None:
    answers = answers_of([deck])
    for question in questions:
        if isinstance(question.card.body, Listing):
            backwards = mark(question, question.right[::-1], answers)
            assert (backwards.outcome is Outcome.RIGHT) is not question.card.body.ordered, question.card.card_id


def test_a_statement_is_answered_true_or_false(questions: list[Question]) -> None:
    for question in questions:
        if question.way is Way.STATEMENT:
            assert question.right == (question.card.answer,)
            assert question.card.answer in (TRUE, FALSE)
