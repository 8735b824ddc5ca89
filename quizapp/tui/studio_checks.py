"""Checks of the whole deck that the studio works on, on threads: what drafts are checked against, and its problems."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from threading import Lock
from typing import NamedTuple

from quizapp.authoring.rewriting import Follower
from quizapp.authoring.session import Entry, Session
from quizapp.deckfile.located import LocatedDeck, locate_deck
from quizapp.lint.catalogue import all_rules
from quizapp.lint.configuration import Configuration
from quizapp.lint.engine import check_deck
from quizapp.lint.view import CollectionView, DeckView
from quizapp.problem import Level, Problem
from quizapp.tui.checker import Against, giving_way


class _Checked(NamedTuple):
    notes: tuple[Entry, ...]
    view: DeckView


class StudioChecks:
    """Keeps one view of the deck in step with the session. Methods take their time, and may be called on any thread."""

    def __init__(self, session: Session, deck: LocatedDeck, configuration: Configuration) -> None:
        """Begin with the deck as its file has it; the session is on that file."""
        self._path, self._configuration = deck.parsed.path, configuration
        self._follower = Follower(session.text, [entry.key for entry in session.saved], self._path)
        self._checked = _Checked(session.saved, CollectionView().add(deck))
        self._lock = Lock()

    def follow(self, session: Session) -> DeckView:
        """Return the deck with the notes of a session.

        Raises:
            NoteRefused, DeckNotEdited: they make no deck that could be saved.
        """
        with self._lock, giving_way():
            all_rules()  # here, so that no two threads import them at once
            if session.notes != self._checked.notes:
                text = self._follower.follow([(entry.key, entry.fields) for entry in session.notes])
                view = CollectionView().add(locate_deck(text, self._path))
                self._checked = _Checked(session.notes, view)
            return self._checked.view

    def against(self, session: Session, key: int) -> Against:
        """Return what a draft of a note is checked against."""
        view = self.follow(session)
        place = next((place for place, entry in enumerate(session.notes) if entry.key == key), None)
        stands_for = view.notes[place] if place is not None and place < len(view.notes) else None
        return Against(view, self._configuration, stands_for)

    def problems(self, session: Session) -> dict[int, int]:
        """Return how many problems, advice apart, each note has by its key; under -1 those of the deck as a whole.

        A deck without notes has none: that is how each begins.
        """
        view = self.follow(session)
        if not session.notes:
            return {}
        with giving_way():
            found = check_deck(view, self._configuration)
        return dict(Counter(_keys(found, view.located, session.notes)))


def _keys(problems: Sequence[Problem], deck: LocatedDeck, notes: Sequence[Entry]) -> list[int]:
    starts = [note.start for note in deck.notes]
    keys = []
    for problem in problems:
        if problem.level is Level.HINT:
            continue
        at = deck.source.line_start(problem.line) + problem.column - 1 if problem.line else 0
        place = bisect_right(starts, at) - 1
        keys.append(notes[place].key if 0 <= place < len(notes) and at <= deck.notes[place].end else -1)
    return keys
