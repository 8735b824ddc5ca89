"""The three decks that come along are what their articles deserve."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quizapp.deckfile.cards import deck_of
from quizapp.deckfile.parse import ParsedDeck, parse_deck
from quizapp.model import Card, Kind
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
def cards(parsed: ParsedDeck) -> tuple[Card, ...]:
    return deck_of(parsed).cards


def test_a_deck_reads_without_a_problem_and_goes_by_its_files_name(parsed: ParsedDeck) -> None:
    assert parsed.problems == ()
    assert f"{parsed.deck_id}.yaml" == parsed.path
    assert parsed.title
    assert parsed.source.title


def test_a_deck_has_notes_enough_of_each_kind(parsed: ParsedDeck) -> None:
    clozes = [note for note in parsed.notes if note.kind is Kind.CLOZE]
    assert len(parsed.notes) >= 50
    assert len(clozes) * 4 >= len(parsed.notes)
    assert sum(note.bidirectional for note in parsed.notes) >= 3
    assert sum(bool(note.hint) for note in parsed.notes) >= 5
    assert sum(bool(note.explain) for note in parsed.notes) * 2 >= len(parsed.notes)


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
