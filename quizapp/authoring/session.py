"""The notes of one deck while they are worked on: every edit can be undone, and the file changes only in the end.

Pure and immutable: an edit returns the session after it. What the session would write is the deck file as it was
opened, changed in place for the notes that differ, so that comments and the bytes of all other notes stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import unified_diff
from typing import NamedTuple

from quizapp.authoring.merging import merge
from quizapp.authoring.rewriting import rewritten
from quizapp.deckfile.located import LocatedDeck, locate_deck
from quizapp.deckfile.written import NoteFields, fields_of
from quizapp.text import fold

MOST_STEPS = 1_000
"""Edits that can be undone; older ones stay done."""


class Entry(NamedTuple):
    """A note in the list. `key` tells it from all others as long as the session lasts, whatever it says."""

    key: int
    fields: NoteFields


class Step(NamedTuple):
    """The list after an edit; `did` is what the edit did, in words that go on after *Undone:*, `at` the note it was."""

    notes: tuple[Entry, ...]
    did: str = ""
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """The steps so far, of which the one at `now` holds; those behind it were undone."""

    text: str
    """The file as it was opened or saved last: as the reader sees it."""
    saved: tuple[Entry, ...]
    """Its notes, in their order."""
    steps: tuple[Step, ...]
    now: int
    next_key: int

    @classmethod
    def of(cls, file: str | LocatedDeck) -> Session:
        """Return the session on a deck file or its text; notes that the reader refuses stay as they are in it."""
        deck = locate_deck(file, "deck.yaml") if isinstance(file, str) else file
        notes = tuple(Entry(key, fields_of(note)) for key, note in enumerate(deck.notes))
        return cls(deck.source.text, notes, (Step(notes),), 0, len(notes))

    @property
    def notes(self) -> tuple[Entry, ...]:
        return self.steps[self.now].notes

    @property
    def dirty(self) -> bool:
        """Tell whether saving would change the file."""
        return self.notes != self.saved

    @property
    def undoes(self) -> str:
        """Return what undo would take back, empty when there is nothing."""
        return self.steps[self.now].did if self.now else ""

    @property
    def redoes(self) -> str:
        """Return what redo would do again, empty when there is nothing."""
        return self.steps[self.now + 1].did if self.now + 1 < len(self.steps) else ""

    def place(self, key: int) -> int:
        """Return where in the list a note is.

        Raises:
            KeyError: it is not there.
        """
        for place, entry in enumerate(self.notes):
            if entry.key == key:
                return place
        raise KeyError(key)

    def fields(self, key: int) -> NoteFields:
        return self.notes[self.place(key)].fields

    def ids(self, but: int | None = None) -> frozenset[str]:
        """Return the ids in use, but for that of one note."""
        return frozenset(str(entry.fields["id"]) for entry in self.notes if "id" in entry.fields and entry.key != but)

    # Edits

    def add(self, fields: NoteFields, place: int | None = None) -> Session:
        """Return the session with a new note, at the end or before the one at `place`; its key is `next_key`."""
        at = len(self.notes) if place is None else place
        new = Entry(self.next_key, dict(fields))
        after = replace(self, next_key=self.next_key + 1)
        return after._done((*self.notes[:at], new, *self.notes[at:]), "the new note", new.key)

    def change(self, key: int, fields: NoteFields) -> Session:
        """Return the session in which a note says something else."""
        place = self.place(key)
        if self.notes[place].fields == fields:
            return self
        return self._done(self._with(place, Entry(key, dict(fields))), "the change", key)

    def move(self, key: int, to: int) -> Session:
        """Return the session with a note at another place of the list, as near as there is one."""
        place = self.place(key)
        to = max(0, min(to, len(self.notes) - 1))
        if to == place:
            return self
        rest = self._without(place)
        return self._done((*rest[:to], self.notes[place], *rest[to:]), "the move", key)

    def merge(self, key: int, other: int) -> Session:
        """Return the session in which a note has become part of another; `merge` says how.

        Raises:
            ValueError: a note is to be merged with itself.
        """
        if key == other:
            raise ValueError("a note cannot be merged with itself")
        merged = Entry(key, merge(self.fields(key), self.fields(other)).fields)
        notes = tuple(merged if entry.key == key else entry for entry in self.notes if entry.key != other)
        return self._done(notes, "the merge", key)

    def delete(self, key: int) -> Session:
        return self._done(self._without(self.place(key)), "the deletion", key)

    def undo(self) -> Session:
        return replace(self, now=max(self.now - 1, 0))

    def redo(self) -> Session:
        return replace(self, now=min(self.now + 1, len(self.steps) - 1))

    # The file

    def written(self) -> str:
        """Return the text of the file that saving writes; the same text where nothing was changed."""
        if not self.dirty:
            return self.text
        origins = {entry.key: place for place, entry in enumerate(self.saved)}
        wanted = [(origins.get(entry.key), entry.fields) for entry in self.notes]
        return rewritten(self.text, wanted)

    def diff(self, name: str, *, is_new: bool = False) -> str:
        """Return what saving changes as a unified diff, empty when it changes nothing; of a new file all of it."""
        before = [] if is_new else self.text.splitlines(keepends=True)
        after = self.written().splitlines(keepends=True)
        lines = unified_diff(before, after, f"{name}", f"{name}")
        return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)

    def now_saved(self, text: str) -> Session:
        """Return the session after `text`, which `written` returned, was saved; undo still goes further back."""
        return replace(self, text=text, saved=self.notes)

    def now_on(self, text: str) -> Session:
        """Return the session on a file that was changed underneath.

        Of notes that are as they were opened, what the file says now holds; of notes that were edited here, this
        session's. Notes that are new in the file come into the list behind the one above them there. Notes are told by
        their ids or, without one, by what they ask.
        """
        other = Session.of(text)
        if other.text == self.text:
            return self
        keys = {_known_by(entry.fields): entry.key for entry in self.saved}
        next_key, theirs = self.next_key, []
        for _, fields in other.saved:
            key = keys.pop(_known_by(fields), None)
            theirs.append(Entry(next_key if key is None else key, fields))
            next_key += key is None
        notes = _merged(self.saved, self.notes, theirs)
        return replace(self, text=other.text, saved=tuple(theirs)).replaced(notes, "what the file brought", next_key)

    def replaced(self, notes: tuple[Entry, ...], did: str, next_key: int) -> Session:
        """Return the session with another list; `next_key` is beyond the keys in it."""
        after = replace(self, next_key=max(next_key, self.next_key))
        return after._done(notes, did, None) if notes != self.notes else after

    def _done(self, notes: tuple[Entry, ...], did: str, at: int | None) -> Session:
        steps = (*self.steps[: self.now + 1], Step(notes, did, at))[-MOST_STEPS:]
        return replace(self, steps=steps, now=len(steps) - 1)

    def _with(self, place: int, entry: Entry) -> tuple[Entry, ...]:
        return (*self.notes[:place], entry, *self.notes[place + 1 :])

    def _without(self, place: int) -> tuple[Entry, ...]:
        return (*self.notes[:place], *self.notes[place + 1 :])


def _merged(base: Sequence[Entry], ours: Sequence[Entry], theirs: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return our list with what they changed in the notes that we left as they were."""
    before, now = dict(base), dict(theirs)
    merged = [
        Entry(key, now[key] if key in now and fields == before.get(key) else fields)
        for key, fields in ours
        if key in now or fields != before.get(key)
    ]
    for place, entry in enumerate(theirs):
        if entry.key not in before:
            above = {each.key for each in theirs[:place]}
            at = max((i + 1 for i, each in enumerate(merged) if each.key in above), default=0)
            merged.insert(at, entry)
    return tuple(merged)


def _known_by(fields: NoteFields) -> str:
    """Return the id of a note, or what it asks where it has none."""
    for name in ("id", "question", "cloze", "statement"):
        if name in fields:
            return f"{name}:{fold(str(fields[name]))}"
    return ""


def counts(before: tuple[Entry, ...], after: tuple[Entry, ...]) -> dict[str, int]:
    """Return how many notes are new, changed and gone from one list to another."""
    old = {entry.key: entry.fields for entry in before}
    new = {entry.key: entry.fields for entry in after}
    return {
        "new": len(new.keys() - old.keys()),
        "changed": sum(1 for key in new.keys() & old.keys() if new[key] != old[key]),
        "deleted": len(old.keys() - new.keys()),
    }
