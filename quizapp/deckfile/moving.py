"""The edits that put notes into a deck's file, take them out, and put them elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml
from yaml import MappingNode, Node, SequenceNode

from quizapp.deckfile.layout import Layout
from quizapp.deckfile.written import NoteFields, render_in_braces, render_note
from quizapp.problem import Edit

_COMMA = re.compile(r"\s*,")


def insertion(layout: Layout, index: int, notes: Sequence[NoteFields]) -> list[Edit] | None:
    """Return the edit that puts notes before another, or behind the last."""
    if not layout.deck.notes:
        return _first_notes(layout, notes)
    if not layout.has_dashes:
        return [_into_brackets(layout, index, [render_in_braces(fields) for fields in notes])]
    between = "\n" if layout.has_blank_lines else ""
    return [_on_lines(layout, index, between.join(render_note(fields, layout.indent) for fields in notes))]


def deletion(layout: Layout, index: int) -> list[Edit]:
    """Return the edit that takes a note out: with the comment above it, and the blank line on one side of it."""
    notes = layout.deck.notes
    if not layout.has_dashes:
        return [_out_of_brackets(layout, index)]
    start, end = _room(layout, index)
    if len(notes) == 1:
        entry = _notes_entry(layout.text)
        if entry is not None and entry[0] is not None and len(entry[1].value) == 1:
            return [Edit(entry[0], entry[0], " []"), Edit(start, end, "")]
    return [Edit(start, end, "")]


def moving(layout: Layout, index: int, to: int) -> list[Edit]:
    """Return the edits that put a note elsewhere, as it is written."""
    if not layout.has_dashes:
        return _reordered(layout, index, to)
    lines = layout.lines_of(layout.deck.notes[index])
    start, end = _room(layout, index)
    chunk = f"{layout.text[lines.top : lines.end]}\n"
    return [Edit(start, end, ""), _on_lines(layout, to if to < index else to + 1, chunk)]


def _on_lines(layout: Layout, index: int, chunk: str) -> Edit:
    """Return the edit that puts lines before a note, or behind the last.

    They go behind what is above rather than before what is below, so that a heading stays with the note below it.
    """
    between = "\n" if layout.has_blank_lines else ""
    if index:
        end = layout.lines_of(layout.deck.notes[index - 1]).end
        return Edit(end, end, f"\n{between}{chunk.removesuffix(chr(10))}")
    top = layout.lines_of(layout.deck.notes[0]).top
    return Edit(top, top, f"{chunk}{between}")


def _room(layout: Layout, index: int) -> tuple[int, int]:
    """Return what goes with a note on lines of its own: its lines, and the blank lines that would be too many."""
    lines, source = layout.lines_of(layout.deck.notes[index]), layout.source
    first, last = source.line(lines.top), source.line(lines.end)
    if layout.is_blank(first - 1) or index == 0:
        while layout.is_blank(last + 1):
            last += 1
    if last >= source.lines:  # nothing follows: the blank lines above would end the file
        while layout.is_blank(first - 1):
            first -= 1
        if not layout.text.endswith("\n"):
            return max(source.line_start(first) - 1, 0), len(layout.text)
    return source.line_start(first), source.line_start(last + 1)


def _into_brackets(layout: Layout, index: int, rendered: Sequence[str]) -> Edit:
    notes = layout.deck.notes
    separator = _separator(layout)
    if index:
        end = layout.braces(notes[index - 1])[1]
        return Edit(end, end, "".join(f"{separator}{note}" for note in rendered))
    start = layout.braces(notes[0])[0]
    return Edit(start, start, "".join(f"{note}{separator}" for note in rendered))


def _out_of_brackets(layout: Layout, index: int) -> Edit:
    places = [layout.braces(note) for note in layout.deck.notes]
    if index:
        return Edit(places[index - 1][1], places[index][1], "")
    if len(places) > 1:
        return Edit(places[0][0], places[1][0], "")
    comma = _COMMA.match(layout.text, places[0][1])
    return Edit(places[0][0], comma.end() if comma else places[0][1], "")


def _separator(layout: Layout) -> str:
    """Return what stands between notes in brackets: each on a line of its own where the first is."""
    start = layout.deck.notes[0].start
    before = layout.text[layout.source.line_start(layout.source.line(start)) : start]
    return ", " if before.strip() else f",\n{before}"


def _reordered(layout: Layout, index: int, to: int) -> list[Edit]:
    places = [layout.braces(note) for note in layout.deck.notes]
    order = list(range(len(places)))
    order.insert(to, order.pop(index))
    return [
        Edit(*places[place], layout.text[slice(*places[source])])
        for place, source in enumerate(order)
        if place != source
    ]


def _first_notes(layout: Layout, notes: Sequence[NoteFields]) -> list[Edit] | None:
    """Return the edits that put notes into a deck in which none can be read; None where they have no place."""
    text = layout.text
    chunk = "\n".join(render_note(fields) for fields in notes)
    found = _notes_entry(text)
    if found is None:
        return None
    colon, value = found
    if colon is None:
        feed = "" if not text or text.endswith("\n") else "\n"
        return [Edit(len(text), len(text), f"{feed}notes:\n{chunk}")]
    if isinstance(value, SequenceNode) and value.value:  # of notes that cannot be read
        first: int = value.value[0].start_mark.index
        if value.flow_style:
            return [Edit(first, first, "".join(f"{render_in_braces(fields)}, " for fields in notes))]
        start = layout.source.line_start(layout.source.line(value.start_mark.index))
        indent = text[start : value.start_mark.index]
        return [Edit(start, start, "".join(f"{render_note(fields, indent)}\n" for fields in notes))]
    if value.value not in ([], "", "~", "null"):
        return None
    end = max(colon, value.end_mark.index)
    line_end = layout.line_end(end)
    return [Edit(colon, end, ""), Edit(line_end, line_end, f"\n{chunk.removesuffix(chr(10))}")]


def _notes_entry(text: str) -> tuple[int | None, Node] | None:
    """Return the place behind the colon of a deck's `notes:`, None when it has none, and the value; None if no YAML."""
    try:
        deck = yaml.compose(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, RecursionError):
        return None
    if not isinstance(deck, MappingNode):
        return None
    for key, value in deck.value:
        if key.value == "notes":
            return text.index(":", key.end_mark.index) + 1, value
    return None, deck
