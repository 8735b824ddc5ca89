"""Checking many deck files together, and what came out of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from quizapp.deckfile.located import LocatedDeck, locate_deck
from quizapp.lint.catalogue import all_rules
from quizapp.lint.configuration import Configuration
from quizapp.lint.engine import check_deck
from quizapp.lint.view import CollectionView, DeckView
from quizapp.problem import Level, Problem
from quizapp.store.checks_file import ChecksFiles
from quizapp.store.collector import collector_paused
from quizapp.store.deckpaths import second_deck
from quizapp.store.sources import Source


class CheckedFile(NamedTuple):
    """A deck file with all that is wrong with it, in the order of the file."""

    source: Source
    deck: LocatedDeck
    configuration: Configuration
    problems: tuple[Problem, ...]


class Outcome(NamedTuple):
    """What was checked. `unread` are the problems of what could not be read at all."""

    files: tuple[CheckedFile, ...]
    unread: tuple[Problem, ...] = ()

    @property
    def problems(self) -> Iterator[Problem]:
        yield from self.unread
        for file in self.files:
            yield from file.problems

    @property
    def notes(self) -> int:
        return sum(len(file.deck.notes) for file in self.files)

    def fails(self, *, strict: bool) -> bool:
        """Tell whether the outcome is to count as a failure: for an error, with `strict` for anything."""
        return any(strict or problem.level is Level.ERROR for problem in self.problems)


class Checker:
    """Checks deck files; a file that is checked again and is as it was is not parsed again.

    Args:
        rules: the names of the rules that are asked for; empty for all.
        database: where progress is looked up, None for nowhere.
    """

    def __init__(self, rules: Collection[str] = (), database: Path | None = None) -> None:
        self._rules = frozenset(rules)
        self._database = database
        self._parsed: dict[str, tuple[bytes, LocatedDeck]] = {}

    def check(self, sources: Sequence[Source], unread: Sequence[Problem] = ()) -> Outcome:
        """Return what is wrong with these files.

        Raises:
            ConfigInvalid: a `.quizapp.toml` says what means nothing.
            StoreError: the database is asked for and cannot be used.
        """
        folders = ChecksFiles()
        configurations = [self._narrowed(folders.of(source.folder)) for source in sources]
        with collector_paused():
            decks = [self._parse(source) for source in sources]
            self._parsed = {deck.parsed.path: (s.data, deck) for s, deck in zip(sources, decks, strict=True)}
            collection = CollectionView()
            views = [collection.add(deck) for deck in decks]
            self._look_up_progress(views)
            first: dict[str, str] = {}
            files = []
            for source, view, configuration in zip(sources, views, configurations, strict=True):
                problems = [*_second(view, first), *check_deck(view, configuration)]
                chosen = tuple(problem for problem in problems if self._is_asked_for(problem.rule))
                files.append(CheckedFile(source, view.located, configuration, chosen))
        return Outcome(tuple(files), tuple(problem for problem in unread if self._is_asked_for(problem.rule)))

    def _parse(self, source: Source) -> LocatedDeck:
        data, deck = self._parsed.get(source.shown, (None, None))
        return deck if deck is not None and data == source.data else locate_deck(source.data, source.shown)

    def _narrowed(self, configuration: Configuration) -> Configuration:
        if not self._rules:
            return configuration
        others = {name: None for name in all_rules() if name not in self._rules}
        return replace(configuration, levels={**configuration.levels, **others})

    def _is_asked_for(self, rule: str) -> bool:
        return not self._rules or rule in self._rules

    def _look_up_progress(self, views: Sequence[DeckView]) -> None:
        if self._database is None:
            return
        from quizapp.store.known import known_cards  # late: it brings the database

        present = {view.deck_id: [card.card_id for note in view.notes for card in note.cards] for view in views}
        known = known_cards(self._database, present)
        for view in views:
            view.known = known.get(view.deck_id, ())


def _second(view: DeckView, first: dict[str, str]) -> Iterator[Problem]:
    """Yield a problem when the id of a deck was that of a file before it."""
    path = first.setdefault(view.deck_id, view.path)
    if view.deck_id and path != view.path:
        yield second_deck(view.deck_id, view.path, path)
