"""What lies on the studio's bench: the list of notes, the article, and every note that is half written.

It knows no widget. Each note has a key: that of its entry in the session or, for a new one that is not in the list
yet, a negative number. What was typed into a note stays there while others are worked on.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from quizapp.authoring.article import EMPTY, Article
from quizapp.authoring.coverage import Coverage, Covered
from quizapp.authoring.draft import Draft
from quizapp.authoring.passage import Made, Passage, cloze_of
from quizapp.authoring.recovery import Recovery, recovered, recovery_of
from quizapp.authoring.session import Session
from quizapp.authoring.where import places
from quizapp.deckfile.naming import asked, with_id
from quizapp.deckfile.written import NoteFields
from quizapp.model import Kind
from quizapp.text import fold


class Line(NamedTuple):
    """A note as the list shows it. `place` is that in the session, None for a new note that is not in it yet."""

    key: int
    fields: NoteFields
    place: int | None
    unsaved: bool


class Workbench:
    """`key` is the note in the form."""

    def __init__(self, session: Session, article: Article | None) -> None:
        self.session = session
        self.coverage = Coverage(article or EMPTY)
        self.drafts: dict[int, Draft] = {}
        self.passages: dict[int, Passage] = {}
        self.problems: dict[int, int] = {}
        self.problems_here = 0
        self.key = self._last_new = -1
        self._made: dict[int, Draft] = {}

    @property
    def article(self) -> Article:
        return self.coverage.article

    @property
    def covered(self) -> Covered:
        """Return how the notes of the list cover the article."""
        return self.coverage.of_notes(entry.fields for entry in self.session.notes)

    @property
    def draft(self) -> Draft:
        """Return what the form is to show."""
        if self.key in self.drafts:
            return self.drafts[self.key]
        return Draft() if self.key < 0 else Draft.of(self.session.fields(self.key))

    @property
    def unsaved(self) -> bool:
        """Tell whether anything would be lost without saving or recovery."""
        return self.session.dirty or bool(self.drafts)

    @property
    def problem_count(self) -> int:
        """Return how many problems the deck has with the note in the form as it is now; advice is none."""
        others = sum(found for key, found in self.problems.items() if key != self.key)
        return others + (self.problems_here if self.key in self.drafts else self.problems.get(self.key, 0))

    def lines(self) -> list[Line]:
        """Return the list of notes, and behind it the new ones that are half written."""
        listed = [
            Line(entry.key, self._fields(entry.key, entry.fields), place, entry.key in self.drafts)
            for place, entry in enumerate(self.session.notes)
        ]
        new = sorted((key for key in self.drafts if key < 0), reverse=True)
        return [*listed, *(Line(key, self.drafts[key].fields, None, True) for key in new)]

    def _fields(self, key: int, fields: NoteFields) -> NoteFields:
        return self.drafts[key].fields if key in self.drafts else fields

    # The note in the form

    def hold(self, draft: Draft) -> None:
        """Keep what the form says now."""
        if draft.is_blank or (self.key >= 0 and not draft.changed):
            self.drafts.pop(self.key, None)
        else:
            self.drafts[self.key] = draft

    def open(self, key: int) -> Draft:
        """Take another note into the form; return what it says."""
        self.key = key
        return self.draft

    def open_new(self) -> Draft:
        """Take a new note into the form: the one that is blank still, or another."""
        if not (self.key < 0 and self.key not in self.drafts):
            self._last_new -= 1
            self.key = self._last_new
        return self.draft

    def make(self, made: Made, passage: Passage) -> Draft:
        """Return the draft that a passage makes: of a new note, unless the one in the form was made so and not touched.

        Of a cloze of the same sentence the draft at hand gets one more gap.
        """
        draft = self.draft
        if "cloze" in made and draft.kind is Kind.CLOZE:
            more = cloze_of(passage, draft.text("cloze"))
            if more != made:
                return self._made_so(draft.with_text("cloze", str(more["cloze"])), passage)
        if not (self.key < 0 and (draft.is_blank or draft == self._made.get(self.key))):
            self._last_new -= 1
            self.key = self._last_new
        return self._made_so(Draft().taking(made), passage)

    def _made_so(self, draft: Draft, passage: Passage) -> Draft:
        self.passages[self.key] = passage
        self._made[self.key] = draft
        self.hold(draft)
        return draft

    def marks(self) -> tuple[tuple[int, int, int], ...]:
        """Return where in the article the answer of the note in the form stands."""
        passage = self.passages.get(self.key)
        if passage is None or passage.first != passage.last:
            return self.coverage.standing(self.draft.fields)
        if self.draft.kind is Kind.CLOZE:
            inside = [mark for mark in self.coverage.standing(self.draft.fields) if mark[0] == passage.first]
            return tuple(inside) or ((passage.first, passage.start, passage.end),)
        return ((passage.first, passage.start, passage.end),)

    def clashes(self) -> bool:
        """Tell whether another note without an id asks the same as the one in the form: no deck can have both.

        A new note gets an id of its own, and none clashes with it.
        """
        if self.key < 0 or "id" in self.draft.fields:
            return False
        asks = fold(asked(self.draft.fields))
        others = (entry.fields for entry in self.session.notes if entry.key != self.key and "id" not in entry.fields)
        return any(fold(asked(fields)) == asks for fields in others)

    def after_saving_note(self) -> Session:
        """Return the session in which what the form says is in the list, a new note after those of its paragraph."""
        fields = self.draft.fields
        if self.key >= 0:
            return self.session.change(self.key, fields)
        taken = {fold(name) for name in self.session.ids()}
        return self.session.add(with_id(fields, taken), self._place_for(fields))

    def take(self, session: Session) -> None:
        """Let another state of the list hold; drafts of notes that are gone become new ones."""
        self.session = session
        keys = {entry.key for entry in session.notes}
        for key in [key for key in self.drafts if key >= 0 and key not in keys]:
            self._last_new -= 1
            draft = self.drafts.pop(key)
            self.drafts[self._last_new] = Draft(draft.kind, draft.texts)
            self.key = self._last_new if self.key == key else self.key
        if self.key >= 0 and self.key not in keys:
            self.open_new()

    def forget(self, key: int) -> None:
        """Let go of what was typed into a note: it is in the list, or not wanted."""
        self.drafts.pop(key, None)
        self._made.pop(key, None)

    def _place_for(self, fields: NoteFields) -> int | None:
        """Return the place for a new note: behind those of its paragraph or the nearest before; None for the end."""
        own = self._named(fields)
        if not own:
            return None
        best: tuple[int, int] | None = None
        for place, entry in enumerate(self.session.notes):
            named = self._named(entry.fields)
            if named and named[0] <= own[0] and (best is None or named[0] >= best[0]):
                best = (named[0], place + 1)
        return best[1] if best else None

    def _named(self, fields: NoteFields) -> tuple[int, ...]:
        where = fields.get("where", "")
        return places(where, self.article) if isinstance(where, str) else ()

    # The article

    def next_uncovered(self, place: int) -> int | None:
        """Return the next paragraph after a place, around the end, that has no note; None where all have one."""
        counts = self.covered.counts
        empty = [at for at in self.article.counted if not counts[at]]
        return next((at for at in empty if at > place), empty[0] if empty else None)

    def keys_at(self, place: int) -> list[int]:
        """Return the notes that cover a paragraph."""
        return [e.key for e in self.session.notes if place in self.coverage.of_note(e.fields)]

    # Across a crash

    def to_keep(self, now_ms: int) -> Recovery:
        """Return what the recovery file is to hold."""
        return recovery_of(self.session, self.drafts, now_ms)

    def restore(self, text: str, recovery: Recovery) -> None:
        """Go on from a recovery file."""
        self.session, drafts = recovered(text, recovery)
        self.drafts = {}
        for key, draft in drafts:
            if key is None:
                self._last_new -= 1
                self.drafts[self._last_new] = draft
            else:
                self.drafts[key] = draft
        if self.drafts:
            self.key = next(iter(self.drafts))


def shown(fields: NoteFields) -> str:
    """Return what a note asks or, while it asks nothing yet, whatever it says first."""
    return asked(fields).strip() or next((text for value in fields.values() for text in _texts(value) if text), "")


def _texts(value: str | tuple[str, ...]) -> Iterable[str]:
    return (value,) if isinstance(value, str) else value
