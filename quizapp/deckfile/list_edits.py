"""Changing a list where it stands: items that stay keep their line, their quotes and their comment."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.deckfile.located import LocatedNote, Place
from quizapp.deckfile.nodes import Items
from quizapp.deckfile.scalars import write_item, write_line
from quizapp.deckfile.written import text_of
from quizapp.problem import Edit

_DASH = re.compile(r"( *)-[ \t]+")


def change_list(note: LocatedNote, name: str, new: Sequence[str]) -> list[Edit] | None:
    """Return the edits that make a note's list hold these texts; None where it has to be written anew.

    The items that both have in common at the beginning and at the end are left alone; of those between, one gives
    way to one as far as they go.
    """
    places, scalars = note.items(name), note.texts(name)
    old = [text_of(scalar) for scalar in scalars]
    if not isinstance(note.entries[name][1], Items) or not old or not new:
        return None
    if any(scalar.style in ("|", ">") for scalar in scalars):
        return None
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    gone, come = len(old) - head - tail, new[head : len(new) - tail]
    paired = min(gone, len(come))
    has_dashes = note.source.text[note.value(name).start] == "-"
    write = write_line if has_dashes else write_item
    edits = [
        Edit(place.start, place.end, write(text, quoted=scalar.style in ('"', "'")))
        for place, scalar, text in zip(places[head:], scalars[head:], come[:paired], strict=False)
    ]
    at = head + paired
    layout = _Dashes(note, places) if has_dashes else _Brackets(places)
    if gone > paired:
        edits += layout.without(at, head + gone)
    elif len(come) > paired:
        edits += layout.with_more(at, [write(text) for text in come[paired:]])
    return edits


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many texts both begin with."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


class _Brackets:
    def __init__(self, places: list[Place]) -> None:
        self._places = places

    def without(self, first: int, stop: int) -> list[Edit]:
        if first:
            return [Edit(self._places[first - 1].end, self._places[stop - 1].end, "")]
        return [Edit(self._places[0].start, self._places[stop].start, "")]

    def with_more(self, at: int, items: Sequence[str]) -> list[Edit]:
        if at:
            end = self._places[at - 1].end
            return [Edit(end, end, "".join(f", {item}" for item in items))]
        start = self._places[0].start
        return [Edit(start, start, "".join(f"{item}, " for item in items))]


class _Dashes:
    def __init__(self, note: LocatedNote, places: list[Place]) -> None:
        self._source = note.source
        self._places = places

    def without(self, first: int, stop: int) -> list[Edit]:
        return [Edit(self._before(first), self._line_end(stop - 1), "")]

    def with_more(self, at: int, items: Sequence[str]) -> list[Edit]:
        line = self._source.line_text(self._places[0].line)
        dash = _DASH.match(line)
        indent = dash[0] if dash else "- "
        place = self._line_end(at - 1) if at else self._before(0)
        return [Edit(place, place, "".join(f"\n{indent}{item}" for item in items))]

    def _before(self, item: int) -> int:
        """Return the place of the line feed above an item's line."""
        return max(self._source.line_start(self._places[item].line) - 1, 0)

    def _line_end(self, item: int) -> int:
        end = self._source.text.find("\n", self._places[item].end)
        return len(self._source.text) if end < 0 else end
