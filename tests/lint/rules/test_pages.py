"""Every rule's page in the manual says what it should, and its snippets fail and pass as it says."""

from __future__ import annotations

import re

import pytest

from quizapp.deckfile.cards import expand
from quizapp.deckfile.identity import KnownCard
from quizapp.deckfile.located import locate_deck
from quizapp.lint.catalogue import all_rules, rule_names
from quizapp.lint.configuration import DEFAULT, Configuration
from quizapp.lint.engine import check_deck
from quizapp.lint.page import as_deck, page
from quizapp.lint.view import CollectionView
from quizapp.problem import Level, Problem

NAMES = rule_names()


def only(name: str) -> Configuration:
    """Return a configuration in which all other rules are off."""
    return DEFAULT.overruled_by(Configuration({other: None for other in all_rules() if other != name}))


def found(snippet: str, name: str) -> list[Problem]:
    known = cards_of(page(name).before) if page(name).before else None
    deck = CollectionView().add(locate_deck(as_deck(snippet), "example.yaml"), known)
    return [problem for problem in check_deck(deck, only(name)) if problem.rule == name]


def cards_of(snippet: str) -> list[KnownCard]:
    """Return the cards of a snippet as if all had been studied."""
    deck = locate_deck(as_deck(snippet), "example.yaml").parsed
    return [KnownCard(card.card_id, card.prompt, card.answer) for card in expand(deck.deck_id, deck.notes)]


@pytest.mark.parametrize("name", NAMES)
def test_what_fails_is_found_with_its_place_and_a_mend(name: str) -> None:
    snippets = page(name).fails
    assert snippets
    for snippet in snippets:
        problems = found(snippet, name)
        assert problems
        lines = as_deck(snippet).split("\n")
        for problem in problems:
            assert problem.message.endswith((".", "?"))
            assert problem.mend.endswith((".", "?", "”")) or ": " in problem.mend
            assert problem.message[0].isupper() or not problem.message[0].isalpha()
            assert 1 <= problem.line <= problem.end_line <= len(lines)
            assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
            assert 1 <= problem.end_column <= len(lines[problem.end_line - 1]) + 1


@pytest.mark.parametrize("name", NAMES)
def test_what_passes_is_not_found(name: str) -> None:
    snippets = page(name).passes
    assert snippets
    for snippet in snippets:
        assert found(snippet, name) == []


@pytest.mark.parametrize("name", NAMES)
def test_snippets_are_decks_without_errors(name: str) -> None:
    for snippet in (*page(name).fails, *page(name).passes):
        deck = locate_deck(as_deck(snippet), "example.yaml")
        assert [problem for problem in deck.parsed.problems if problem.level is Level.ERROR] == []
        assert deck.notes


@pytest.mark.parametrize("name", NAMES)
def test_a_page_begins_with_a_sentence_and_says_why(name: str) -> None:
    text = page(name).text
    title, empty, why = text.split("\n")[:3]
    assert re.fullmatch(r"[A-Z“].*\.", title)
    assert len(title) <= 100
    assert empty == ""
    assert why
    assert not why.startswith(("Fails:", "Passes:"))


@pytest.mark.parametrize("name", NAMES)
def test_a_page_tells_each_option(name: str) -> None:
    for option in all_rules()[name].options:
        assert f"`{option}`" in page(name).text.partition("Options:")[2]
