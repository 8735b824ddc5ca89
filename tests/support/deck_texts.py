"""Deck files as text, and short ways to say what became of them."""

from __future__ import annotations

import json
from collections.abc import Iterable

from quizapp.deckfile.cards import deck_of
from quizapp.deckfile.parse import ParsedDeck, parse_deck
from quizapp.model import Card
from quizapp.problem import Level

BEFORE = "  - id: first\n    question: What comes first?\n    answer: one\n"
AFTER = "  - id: last\n    question: What comes last?\n    answer: three\n"


def deck_text(*notes: str, head: str = "deck: test\n") -> str:
    """Return a deck with these notes, each the lines of its keys without indentation."""
    items = (f"  - {note.strip()}".replace("\n", "\n    ") + "\n" for note in notes)
    return f"{head}notes:\n{''.join(items)}"


def between(note: str) -> ParsedDeck:
    """Return a deck read from a note, given as its lines in the file, that stands between two sound ones."""
    return parse_deck(f"deck: test\nnotes:\n{BEFORE}{note}{AFTER}", "test.yaml")


def parsed(*notes: str, head: str = "deck: test\n") -> ParsedDeck:
    return parse_deck(deck_text(*notes, head=head), "test.yaml")


def cards(*notes: str, head: str = "deck: test\n") -> tuple[Card, ...]:
    """Return the cards of these notes, which must have no problem."""
    deck = parsed(*notes, head=head)
    assert deck.problems == ()
    return deck_of(deck).cards


def quoted(text: str) -> str:
    """Return a text as a double-quoted YAML scalar; JSON's is one."""
    return json.dumps(text, ensure_ascii=False)


def rules(deck: ParsedDeck) -> list[str]:
    return [problem.rule for problem in deck.problems]


def error_lines(deck: ParsedDeck) -> list[int]:
    return [problem.line for problem in deck.problems if problem.level is Level.ERROR]


def answers(deck: ParsedDeck) -> list[str]:
    return [note.answer for note in deck.notes]


def ids(found: Iterable[Card]) -> list[str]:
    return [card.card_id for card in found]
