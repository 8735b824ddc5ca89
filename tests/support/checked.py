"""What single rules find in decks that are checked together, and what they make of a deck."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.deckfile.cards import expand
from quizapp.deckfile.identity import KnownCard
from quizapp.deckfile.located import locate_deck
from quizapp.lint.catalogue import all_rules
from quizapp.lint.configuration import DEFAULT, Configuration
from quizapp.lint.engine import check_deck
from quizapp.lint.fixing import fix_text
from quizapp.lint.page import as_deck
from quizapp.lint.view import CollectionView
from quizapp.problem import Problem


def only(name: str, **options: int) -> Configuration:
    """Return a configuration in which all other rules are off."""
    levels = {other: None for other in all_rules() if other != name}
    return DEFAULT.overruled_by(Configuration(levels, {name: options} if options else {}))


def found(name: str, *snippets: str, known: Sequence[KnownCard] | None = None, **options: int) -> list[Problem]:
    """Return what a rule finds in decks, or in notes, which are checked together as 1.yaml, 2.yaml and so on."""
    collection = CollectionView()
    decks = [
        collection.add(locate_deck(as_deck(snippet), f"{number}.yaml"), known)
        for number, snippet in enumerate(snippets, start=1)
    ]
    problems = [problem for deck in decks for problem in check_deck(deck, only(name, **options))]
    return [problem for problem in problems if problem.rule == name]


def lines(name: str, *snippets: str) -> list[int]:
    """Return the line of each finding, counted from the first line of the notes where only notes are given."""
    before = 0 if snippets[0].startswith("deck:") else as_deck("").count("\n")
    return [problem.line - before for problem in found(name, *snippets)]


def pointed_at(name: str, snippet: str) -> list[str]:
    """Return the characters that each finding points at."""
    texts = []
    rows = as_deck(snippet).split("\n")
    for problem in found(name, snippet):
        inside = rows[problem.line - 1 : problem.end_line]
        inside[-1] = inside[-1][: problem.end_column - 1]
        inside[0] = inside[0][problem.column - 1 :]
        texts.append("\n".join(inside))
    return texts


def mended(name: str, snippet: str) -> str:
    """Return the notes, or the deck, after a rule's own mends."""
    text, _ = fix_text(as_deck(snippet), "example.yaml", only(name))
    return text if snippet.startswith("deck:") else text.removeprefix(as_deck(""))


def note(question: str = "What is asked?", answer: str = "Something", **more: str) -> str:
    """Return a note with these values as they stand in the file."""
    entries = {"id": more.pop("id", ""), "question": question, "answer": answer, **more}
    rows = [f"{key}: {value}" for key, value in entries.items() if value]
    return "- " + "\n  ".join(rows) + "\n"


def known_cards(snippet: str) -> list[KnownCard]:
    """Return the cards of notes as if all had been studied."""
    deck = locate_deck(as_deck(snippet), "example.yaml").parsed
    return [KnownCard(card.card_id, card.prompt, card.answer) for card in expand(deck.deck_id, deck.notes)]
