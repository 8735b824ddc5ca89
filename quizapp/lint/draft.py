"""Checking a note while it is being written: what the form and the studio ask at each pause in typing.

The draft is written as a deck file would have it and read by the reader itself, so that its verdict is the reader's.
Then the rules look at it as if it stood in the deck, in place of the note that it is to replace. What they ask of the
deck is made once and kept by its `DeckView`: hold on to the view for as long as the deck is as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from yaml import YAMLError

from quizapp.deckfile.characters import REPLACEMENT
from quizapp.deckfile.located import Located, LocatedDeck, Place, Text, locate_deck
from quizapp.deckfile.nodes import Items, NodeStream, Pairs
from quizapp.deckfile.parse import Origin
from quizapp.deckfile.report import Report
from quizapp.deckfile.written import KEY_ORDER, NoteFields, fields_of, render_note
from quizapp.lint.configuration import DEFAULT, Configuration, configured
from quizapp.lint.engine import ActiveRules
from quizapp.lint.ignores import read_ignores
from quizapp.lint.rule import Finding
from quizapp.lint.view import DeckView, NoteView
from quizapp.problem import Edit, Level, Problem

_HEAD = "deck: draft\nnotes:\n"
_ABOUT_KEYS = frozenset({"unknown-key", "unfitting-key", "merge-key"})
"""Rules of the reader that point at a key; at the same place others speak of the note that begins with it."""


class DraftProblem(NamedTuple):
    """A problem of a note that is being written.

    `key` names the field that it is about, "" the note as a whole; `item` which of a list's texts. The characters from
    `start` up to `end` of that text are what is complained of; `end` 0 is all of it. `suggestion` is what the whole
    text would better be, "" where only the author can tell.
    """

    rule: str
    level: Level
    message: str
    mend: str
    key: str = ""
    item: int = 0
    start: int = 0
    end: int = 0
    suggestion: str = ""


def check_draft(
    fields: NoteFields, deck: DeckView, configuration: Configuration = DEFAULT, stands_for: NoteView | None = None
) -> tuple[DraftProblem, ...]:
    """Return what is wrong with a note in a deck, errors first, then in the order of the fields.

    Pure, and raises nothing because of what the fields say. A note that the reader refuses is not looked at by rules.

    Args:
        deck: the deck that the note is to stand in; what it says under `checks:` overrules the configuration.
        stands_for: the note that it is to replace, None for a new one. What a comment in the file switches off for that
            note stays off.
    """
    draft = locate_deck(_HEAD + render_note(fields), deck.path)
    places = _Places(draft, fields)
    found = [places.of_reader(problem) for problem in draft.parsed.problems]
    if draft.notes:
        note = NoteView(deck, draft.notes[0], stands_for)
        found += _twice(note)
        found += _by_rules(note, configuration, places)
    order = {key: number for number, key in enumerate(("", *fields))}
    return tuple(sorted(found, key=lambda each: (-each.level.badness, order.get(each.key, 0), each.item, each.start)))


def _by_rules(note: NoteView, configuration: Configuration, places: _Places) -> Iterator[DraftProblem]:
    own = note.deck.memo(_own_checks)
    rules = ActiveRules(configuration.overruled_by(own))
    ignored = note.deck.memo(_ignored).get(id(note.stands_for), ())
    for active, finding in rules.findings(note):
        if active.name not in ignored:
            yield places.of_rule(active.name, active.level, finding)


def _twice(note: NoteView) -> Iterator[DraftProblem]:
    """Yield what the reader would say of a second note with the same id, or with the same question and none."""
    if not any(note.others(note.deck.memo(_by_id).get(note.note.note_id, ()))):
        return
    if note.note.has_own_id:
        message = f"Another note of this deck has the id {note.note.note_id}."
        yield DraftProblem("duplicate-id", Level.ERROR, message, "Give it another id.", "id")
    else:
        mend = "Change the question, or give the note an id of its own."
        key = next((name for name in ("question", "cloze", "statement") if name in note.at), "")
        yield DraftProblem("duplicate-note", Level.ERROR, "Another note of this deck asks the same.", mend, key)


class _Places:
    """Tells which field of a draft a place in its text belongs to."""

    def __init__(self, draft: LocatedDeck, fields: NoteFields) -> None:
        self._source = draft.source
        self._fields = fields
        self._entries: Located | None = draft.notes[0] if draft.notes else _refused_note(draft.source)

    def of_reader(self, problem: Problem) -> DraftProblem:
        said = DraftProblem(problem.rule, problem.level, problem.message, problem.mend)
        if not problem.line:
            return said
        offset = self._source.line_start(problem.line) + problem.column - 1
        if problem.rule == "control-character":
            key, item, start, end = self._part(offset, offset + 1)
            return said._replace(key=key, item=item, start=start, end=end)
        key, item = self._field(offset, problem.rule)
        return said._replace(key=key, item=item)

    def of_rule(self, rule: str, level: Level, finding: Finding) -> DraftProblem:
        at = finding.at
        if isinstance(at, Place):
            key, item, start, end = self._part(at.start, at.end)
        elif at is None:
            key, item, start, end = "", 0, 0, 0
        else:
            key, item, start, end = (at.key, at.item, at.start, at.end) if at.end else (at.key, at.item, 0, 0)
        said = DraftProblem(rule, level, finding.message, finding.mend, key, item, start, end)
        return self._with_suggestion(said, finding.fix) if finding.fix else said

    def _with_suggestion(self, said: DraftProblem, fix: Sequence[Edit]) -> DraftProblem:
        """Return a problem with the text that its fix makes of one field, where it changes one."""
        from quizapp.deckfile.editing import apply  # late: few findings can be fixed

        mended = locate_deck(apply(self._source.text, fix), "").notes
        after = fields_of(mended[0]) if mended else {}
        changed = [key for key, value in after.items() if value != self._fields.get(key, "")]
        if len(changed) != 1 or said.key not in ("", changed[0]):
            return said
        text = after[changed[0]]
        suggestion = text if isinstance(text, str) else text[said.item] if said.item < len(text) else ""
        return said._replace(key=changed[0], suggestion=suggestion)

    def _part(self, first: int, last: int) -> tuple[str, int, int, int]:
        """Return the field and item that characters of the draft's text are in, and where in the text as it reads."""
        key, item = self._field(first, "")
        if self._entries is None or not key:
            return key, item, 0, 0
        whole, scalar = self._entries.items(key)[item], self._entries.texts(key)[item]
        written = self._source.text[whole.start : whole.end]
        at = whole.start + written.find(scalar.value)
        if scalar.value not in written or "\n" in written or first < at or last > at + len(scalar.value):
            return key, item, 0, 0
        return key, item, first - at, last - at

    def _field(self, offset: int, rule: str) -> tuple[str, int]:
        """Return the key that an offset of the draft's text belongs to, and the item of its list."""
        if self._entries is None:
            return "", 0
        for number, name in enumerate(self._entries.entries):
            key, value = self._entries.key(name), self._entries.value(name)
            if key.start <= offset < key.end:
                if number or rule in _ABOUT_KEYS:
                    return name, 0
                return _missing(rule), 0
            if value.start <= offset <= value.end:
                ends = [place.end for place in self._entries.items(name)]
                return name, next((item for item, end in enumerate(ends) if offset < end), 0)
        return "", 0


def _missing(rule: str) -> str:
    """Return the key that the reader misses, "" when it speaks of the note as a whole."""
    key = rule.removeprefix("missing-")
    return key if key != rule and key in KEY_ORDER else ""


def _refused_note(source: Text) -> Located | None:
    """Return the entries of a note that the reader made nothing of; it keeps the places of those alone that it read."""
    stream = NodeStream(source.text, Report(""), spoiled=REPLACEMENT in source.text)
    try:
        start = stream.begin()
        deck = stream.node(start) if start else None
    except YAMLError:
        return None
    if not isinstance(deck, Pairs) or "notes" not in deck.entries:
        return None
    notes = deck.entries["notes"][1]
    note = notes.nodes[0] if isinstance(notes, Items) and notes.nodes else None
    return Located(source, note.entries, Origin(0, 0)) if isinstance(note, Pairs) else None


def _own_checks(deck: DeckView) -> Configuration:
    return configured(deck.located.parsed.checks)[0]


def _by_id(deck: DeckView) -> Mapping[str, Sequence[NoteView]]:
    found: dict[str, list[NoteView]] = {}
    for note in deck.notes:
        found.setdefault(note.note.note_id, []).append(note)
    return found


def _ignored(deck: DeckView) -> Mapping[int, frozenset[str]]:
    """Return the rules that comments switch off, by the identity of the note's view."""
    found: dict[int, set[str]] = {}
    for ignore in read_ignores(deck.located).ignores:
        found.setdefault(id(deck.notes[ignore.note]), set()).add(ignore.rule)
    return {key: frozenset(rules) for key, rules in found.items()}
