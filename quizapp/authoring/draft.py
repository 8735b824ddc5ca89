"""A note while it is being written: what each field says, of which kind it is to be, and what has changed.

Pure, and every change gives a new draft. What was typed into a field that another kind does not have is kept, so that
trying kinds loses nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from quizapp.authoring.blanks import BLANKS, Blank, Shape, kind_of
from quizapp.deckfile.cloze import ClozeError, Gap, parse_cloze, revealed
from quizapp.deckfile.written import NoteFields
from quizapp.model import Kind
from quizapp.text import clean

Value = str | tuple[str, ...]

_ASKS: Final = {Kind.CLOZE: "cloze", Kind.STATEMENT: "statement"}
"""The key under which a kind asks, where it is not the question."""
_ANSWERS: Final = {Kind.QUESTION: "answer", Kind.CHOICE: "answer", Kind.NUMBER: "number", Kind.LIST: "items"}
"""The key under which a kind has its answer, of those that have one."""
_MAYBE_ONE: Final = frozenset({"answer", "accept"})
"""Lists that a deck file may write as one text."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a form holds. `texts` has each field as it is typed: a list with one text on each line.

    `before` is the note as its deck has it, empty for a fresh one. `lent` are the fields that were filled in from
    another kind's and not touched since: they go when the kind changes again.
    """

    kind: Kind = Kind.QUESTION
    texts: Mapping[str, str] = field(default_factory=dict)
    before: NoteFields = field(default_factory=dict)
    lent: frozenset[str] = frozenset()

    @classmethod
    def of(cls, fields: NoteFields) -> Draft:
        """Return the draft of a note as its deck has it."""
        return cls(kind_of(fields), _texts(fields), dict(fields))

    def taking(self, fields: NoteFields) -> Draft:
        """Return the draft with all that these fields say in place of what it said, of the kind that they make."""
        said = {key: fields[key] for key in fields if key != "id"}
        own = {"id": self.texts["id"]} if "id" in self.texts else {}
        return Draft(kind_of(said), _texts(said) | own, self.before)

    def rebased(self, fields: NoteFields) -> Draft:
        """Return the draft on top of what the deck says of its note now: untouched fields take the new text."""
        old, new = _texts(self.before), _texts(fields)
        touched = {key: text for key, text in self.texts.items() if text != old.get(key, "")}
        kind = self.kind if self.kind is not kind_of(self.before) else kind_of(fields)
        return replace(self, kind=kind, texts={**new, **touched}, before=dict(fields))

    def text(self, key: str) -> str:
        return self.texts.get(key, "")

    def with_text(self, key: str, text: str) -> Draft:
        """Return the draft with another text in one field."""
        if text == self.text(key):
            return self
        return replace(self, texts={**self.texts, key: text}, lent=self.lent - {key})

    def as_kind(self, kind: Kind) -> Draft:
        """Return the draft as a note of another kind; an empty field that asks or answers takes what the old one said.

        From a cloze the sentence becomes the question and what it hides the answer, and the other way round where the
        question has its answer in it.
        """
        if kind is self.kind:
            return self
        texts = {key: text for key, text in self.texts.items() if key not in self.lent}
        asked, answer = self._asked_and_answer()
        lends = {_ASKS.get(kind, "question"): _with_gap(asked, answer) if kind is Kind.CLOZE else asked}
        if kind in _ANSWERS:
            lends[_ANSWERS[kind]] = answer
        lent = {key: text for key, text in lends.items() if text and not texts.get(key, "").strip()}
        return replace(self, kind=kind, texts={**texts, **lent}, lent=frozenset(lent))

    def _asked_and_answer(self) -> tuple[str, str]:
        asked, answer = self.text(_ASKS.get(self.kind, "question")), self.text(_ANSWERS.get(self.kind, ""))
        if self.kind is not Kind.CLOZE:
            return asked, answer
        try:
            segments = parse_cloze(asked)
        except ClozeError:
            return asked, ""
        return revealed(segments), next((segment.text for segment in segments if isinstance(segment, Gap)), "")

    @property
    def blanks(self) -> tuple[Blank, ...]:
        """Return the fields of this kind, in the order in which a form shows them."""
        return BLANKS[self.kind]

    @property
    def missing(self) -> tuple[Blank, ...]:
        """Return the fields without which this is no note yet, and which are empty."""
        return tuple(blank for blank in self.blanks if blank.needed and not self.text(blank.key).strip())

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing is written in any field."""
        return not any(text.strip() for key, text in self.texts.items() if key != "id")

    @property
    def fields(self) -> dict[str, Value]:
        """Return the note as a deck file would have it; empty fields are absent, untouched ones as they were."""
        own = {"id": self.before["id"]} if "id" in self.before else {}
        if self.text("id"):
            own = {"id": self.text("id")}
        said = {blank.key: value for blank in self.blanks if (value := self._value(blank)) is not None}
        return {**own, **said}

    @property
    def changed(self) -> frozenset[str]:
        """Return the keys that saving would change, add or take away."""
        now, before = self.fields, self.before
        return frozenset(key for key in (*now, *before) if now.get(key) != before.get(key))

    def span(self, key: str, item: int = 0, start: int = 0, end: int = 0) -> tuple[int, int]:
        """Return which characters of a field, as it is typed, are the characters `start` up to `end` of its value.

        Args:
            item: which text of a list.
            end: 0 for the whole text.
        """
        text, begin = self.text(key), 0
        if any(blank.key == key and blank.shape is Shape.LINES for blank in self.blanks):
            text, begin = _nth_line(text, item)
        begin += len(text) - len(text.lstrip())
        stop = begin + len(text.strip())
        return min(begin + start, stop), min(begin + end, stop) if end else stop

    def _value(self, blank: Blank) -> Value | None:
        text, before = self.text(blank.key), self.before.get(blank.key)
        if before is not None and text == _text(before):
            return before
        if blank.shape is not Shape.LINES:
            return clean(text).strip() or None
        lines = tuple(line for raw in clean(text).split("\n") if (line := raw.strip()))
        if len(lines) == 1 and blank.key in _MAYBE_ONE and isinstance(before, str | None):
            return lines[0]
        return lines or None


def _texts(fields: NoteFields) -> dict[str, str]:
    return {key: _text(value) for key, value in fields.items()}


def _text(value: Value) -> str:
    """Return a value as its field shows it; an item of several lines takes one, or it would become several items."""
    return value if isinstance(value, str) else "\n".join(item.replace("\n", " ") for item in value)


def _nth_line(text: str, number: int) -> tuple[str, int]:
    """Return a line of those that hold something, counted from 0, and where it begins; the whole text without it."""
    begin = 0
    for line in text.split("\n"):
        if line.strip():
            if not number:
                return line, begin
            number -= 1
        begin += len(line) + 1
    return text, 0


def _with_gap(sentence: str, hidden: str) -> str:
    """Return a sentence with a gap where it says what is to be hidden; as it is where it does not."""
    if not hidden or "\n" in hidden or hidden not in sentence:
        return sentence
    return sentence.replace(hidden, f"{{{{{hidden}}}}}", 1)
