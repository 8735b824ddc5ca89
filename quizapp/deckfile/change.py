"""The smallest edits that make one note say something else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from yaml import ScalarEvent

from quizapp.deckfile.fields import BLOCK_STYLES
from quizapp.deckfile.layout import Layout
from quizapp.deckfile.list_edits import change_list
from quizapp.deckfile.located import LocatedNote
from quizapp.deckfile.scalars import write_item, write_text
from quizapp.deckfile.written import (
    KEY_ORDER,
    TRUTH_KEYS,
    NoteFields,
    entry_lines,
    fields_of,
    flow_value,
    in_order,
    render_in_braces,
    write_entry,
    write_value,
)
from quizapp.problem import Edit

_BLOCK_HEAD = re.compile(r"[|>][-+0-9]*[ \t]*(#[^\n]*)?")


def smallest_edits(layout: Layout, note: LocatedNote, fields: NoteFields) -> list[Edit] | None:
    """Return edits that leave the keys alone whose value stays; None when no key stays.

    A new key goes behind the one that comes before it in the canonical order. A key that goes takes its line, or in
    braces its comma.
    """
    old = fields_of(note)
    kept = [name for name in old if name in fields]
    if not kept:
        return None
    lines = (_InBraces if layout.is_in_braces(note) else _OnLines)(layout, note)
    edits: list[Edit] = []
    for name in kept:
        if fields[name] != old[name]:
            edits += lines.changed(name, fields[name])
    edits += _removals(lines, list(old), kept)
    new = in_order({name: value for name, value in fields.items() if name not in old}, KEY_ORDER)
    for anchor, names in _anchors(new, kept).items():
        edits.append(lines.added(anchor, {name: fields[name] for name in names}))
    return edits


def whole_edit(layout: Layout, note: LocatedNote, fields: NoteFields) -> list[Edit]:
    """Return the edit that writes a note anew, in canonical order and style, where it stands."""
    start, end = layout.braces(note)
    if layout.has_dashes and (not layout.is_in_braces(note) or "#" in layout.text[start:end]):
        indent = " " * _column(note)
        text = f"\n{indent}".join(entry_lines(fields, indent)).rstrip("\n")
        return [Edit(start, layout.line_end(end), text)]
    return [Edit(start, end, render_in_braces(fields))]


def _column(note: LocatedNote) -> int:
    return note.start - note.source.line_start(note.source.line(note.start))


def _anchors(new: list[str], kept: list[str]) -> dict[str, list[str]]:
    """Return the new keys by the key that each goes behind, "" for those that go before all."""
    ranks = {name: rank for rank, name in enumerate(KEY_ORDER)}
    found: dict[str, list[str]] = {}
    for name in new:
        rank = ranks.get(name, len(ranks))
        before = [other for other in kept if ranks.get(other, len(ranks)) < rank]
        anchor = max(before, key=lambda other: ranks.get(other, len(ranks)), default="")
        found.setdefault(anchor, []).append(name)
    return found


def _removals(lines: _Lines, old: list[str], kept: list[str]) -> list[Edit]:
    first = old.index(kept[0])
    edits = [lines.removed_up_to(kept[0])] if first else []
    return edits + [lines.removed(name) for name in old[first:] if name not in kept]


class _Lines:
    """What the two ways to write a mapping have in common."""

    def __init__(self, layout: Layout, note: LocatedNote) -> None:
        self.layout = layout
        self.note = note
        self.text = layout.text

    def changed(self, name: str, value: str | tuple[str, ...]) -> list[Edit]:
        """Return the edits that give a key that stays another value."""
        edits = None if isinstance(value, str) else change_list(self.note, name, value)
        return [self.rewritten(name, value)] if edits is None else edits

    def rewritten(self, name: str, value: str | tuple[str, ...]) -> Edit:
        raise NotImplementedError

    def added(self, anchor: str, fields: NoteFields) -> Edit:
        """Return the edit that adds keys behind another, or before all."""
        raise NotImplementedError

    def removed(self, name: str) -> Edit:
        """Return the edit that takes out a key before which another stays."""
        raise NotImplementedError

    def removed_up_to(self, name: str) -> Edit:
        """Return the edit that takes out all keys before one."""
        raise NotImplementedError

    def quoted(self, name: str) -> bool:
        node = self.note.entries[name][1]
        return isinstance(node, ScalarEvent) and node.style in ('"', "'")


class _InBraces(_Lines):
    def rewritten(self, name: str, value: str | tuple[str, ...]) -> Edit:
        place = self.note.value(name)
        is_text = isinstance(value, str) and self.quoted(name) and name not in TRUTH_KEYS
        written = write_item(str(value), quoted=True) if is_text else flow_value(name, value)
        return Edit(place.start, place.end, written)

    def added(self, anchor: str, fields: Mapping[str, str | tuple[str, ...]]) -> Edit:
        written = [f"{write_item(name)}: {flow_value(name, value)}" for name, value in fields.items()]
        if anchor:
            end = self.note.value(anchor).end
            return Edit(end, end, "".join(f", {entry}" for entry in written))
        start = self._first
        return Edit(start, start, "".join(f"{entry}, " for entry in written))

    def removed(self, name: str) -> Edit:
        names = list(self.note.entries)
        before = names[names.index(name) - 1]
        return Edit(self.note.value(before).end, self.note.value(name).end, "")

    def removed_up_to(self, name: str) -> Edit:
        return Edit(self._first, self.note.key(name).start, "")

    @property
    def _first(self) -> int:
        return self.note.key(next(iter(self.note.entries))).start


class _Written(NamedTuple):
    """A value, the place that it takes, and the comments that stand there."""

    start: int
    end: int
    comments: list[str]


class _OnLines(_Lines):
    def __init__(self, layout: Layout, note: LocatedNote) -> None:
        super().__init__(layout, note)
        self.indent = " " * _column(note)

    def rewritten(self, name: str, value: str | tuple[str, ...]) -> Edit:
        if isinstance(value, str) and self.quoted(name) and name not in TRUTH_KEYS:
            written = write_text(value, self.indent, quoted=True)
        else:
            written = write_value(name, value, self.indent)
        first, feed, body = written.partition("\n")
        place = self._place_of(name, is_long=bool(feed))
        comment = "".join(f"  {comment}" for comment in place.comments)
        space = " " if first and self.text[place.start - 1] == ":" else ""
        return Edit(place.start, place.end, f"{space}{first}{comment}{feed}{body}")

    def added(self, anchor: str, fields: Mapping[str, str | tuple[str, ...]]) -> Edit:
        written = [write_entry(name, value, self.indent) for name, value in fields.items()]
        if anchor:
            end = self.layout.line_end(self.note.value(anchor).end)
            return Edit(end, end, "".join(f"\n{self.indent}{entry}" for entry in written))
        return Edit(self.note.start, self.note.start, "".join(f"{entry}\n{self.indent}" for entry in written))

    def removed(self, name: str) -> Edit:
        start = self.note.source.line_start(self.note.key(name).line)
        return Edit(max(start - 1, 0), self.layout.line_end(self.note.value(name).end), "")

    def removed_up_to(self, name: str) -> Edit:
        names = list(self.note.entries)
        end = self.layout.line_end(self.note.value(names[names.index(name) - 1]).end)
        while self.text[end].isspace():
            end += 1
        return Edit(self.note.start, end, "")

    def _place_of(self, name: str, *, is_long: bool) -> _Written:
        """Return what a new value replaces: what the old one takes, and the rest of the line where it has to move."""
        place, node = self.note.value(name), self.note.entries[name][1]
        start, end, comments = place.start, place.end, []
        if is_long or not (isinstance(node, ScalarEvent) or self.text[start] == "["):
            start = self.text.index(":", self.note.key(name).end) + 1
            comments += re.findall(r"#[^\n]*", self.text[start : place.start])
        if isinstance(node, ScalarEvent) and node.style in BLOCK_STYLES:
            head = _BLOCK_HEAD.match(self.text, place.start)
            comments += [head[1]] if head and head[1] else []
            end = self.layout.line_end(end)
        elif is_long:
            end = self.layout.line_end(end)
            comments += re.findall(r"#.*", self.text[place.end : end])
        return _Written(start, end, comments)
