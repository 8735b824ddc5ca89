"""How the notes of a deck lie in its text: their lines, the comments that go with them, and the blank lines between.

A comment directly above a note goes with it. Where a file has no blank lines between its notes, one with a blank line
above it is the heading of what follows, and stays.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple

from quizapp.deckfile.located import LocatedDeck, LocatedNote, Text
from quizapp.deckfile.written import INDENT

_DASH = re.compile(r"( *)-[ \t]+")
_DASH_ALONE = re.compile(r"( *)-[ \t]*(?:#.*)?")
_COMMENT = re.compile(r"([ \t]*)#")
_CLOSING = re.compile(r"(?:[\s,]++|#[^\n]*+)*+\}")


class Span(NamedTuple):
    """Characters of a text: `begin` is where a note's own begin, `top` where the comments above it do."""

    top: int
    begin: int
    end: int


class Layout:
    """The places of notes in one deck, for what inserts, deletes and moves them."""

    def __init__(self, deck: LocatedDeck) -> None:
        self.deck = deck
        self.source: Text = deck.source
        self.text = deck.source.text

    @cached_property
    def has_dashes(self) -> bool:
        """Whether the notes stand below each other with dashes; else they stand in brackets."""
        return not self.deck.notes or self._dash_line(self.deck.notes[0]) is not None

    @cached_property
    def indent(self) -> str:
        """The white space before the dashes."""
        line = self._dash_line(self.deck.notes[0]) if self.deck.notes else None
        return " " * self._column(line) if line else INDENT

    @cached_property
    def has_blank_lines(self) -> bool:
        """Whether most notes but the first have a blank line above them, or above their comments; so it is with one."""
        others = self.deck.notes[1:]
        return not others or 2 * sum(map(self._has_blank_above, others)) > len(others)

    def is_in_braces(self, note: LocatedNote) -> bool:
        return self.text.startswith("{", note.start)

    def braces(self, note: LocatedNote) -> tuple[int, int]:
        """Return the place of a note in a list in brackets, with its braces where it has some."""
        closing = _CLOSING.match(self.text, note.end) if self.is_in_braces(note) else None
        return note.start, closing.end() if closing else note.end

    def line_end(self, offset: int) -> int:
        """Return the place of the line feed that ends a line, or of the end of the text."""
        end = self.text.find("\n", offset)
        return len(self.text) if end < 0 else end

    def lines_of(self, note: LocatedNote) -> Span:
        """Return the lines of a note with a dash, and of the comments that go with it, without the last line feed."""
        first = self._dash_line(note) or self.source.line(note.start)
        top = first
        while top > 1 and self._is_above(top - 1, self._column(first)):
            top -= 1
        if top < first and self._is_heading(top):
            top = first
        last = self.source.line(max(self.braces(note)[1] - 1, note.start))
        column = note.start - self.source.line_start(self.source.line(note.start))
        while last < self.source.lines and self._goes_on(last + 1, column):
            last += 1
        return Span(
            self.source.line_start(top), self.source.line_start(first), self.line_end(self.source.line_start(last))
        )

    def is_blank(self, line: int) -> bool:
        return 1 <= line <= self.source.lines and not self.source.line_text(line).strip()

    def _has_blank_above(self, note: LocatedNote) -> bool:
        line = self.source.line(note.start) - 1
        while line > 1 and _COMMENT.match(self.source.line_text(line)):
            line -= 1
        return self.is_blank(line)

    def _is_above(self, line: int, column: int) -> bool:
        """Tell whether a line is a comment no deeper than a note's dash; deeper ones may be text of the note above."""
        comment = _COMMENT.match(self.source.line_text(line))
        return comment is not None and len(comment[1]) <= column

    def _is_heading(self, line: int) -> bool:
        above = self.source.line_text(line - 1).strip() if line > 1 else ""
        if "quizapp:" in self.source.line_text(line):  # it speaks of the note below
            return False
        return not self.has_blank_lines and (not above or above.startswith("notes"))

    def _goes_on(self, line: int, column: int) -> bool:
        """Tell whether a line is a comment as deep as a note's keys, as one is that was commented out."""
        comment = _COMMENT.match(self.source.line_text(line))
        return comment is not None and len(comment[1]) >= column

    def _dash_line(self, note: LocatedNote) -> int | None:
        """Return the line that a note's dash is on; None when it has none."""
        line = self.source.line(note.start)
        before = self.text[self.source.line_start(line) : note.start]
        if _DASH.fullmatch(before):
            return line
        if before.strip():
            return None
        while (line := line - 1) >= 1:
            above = self.source.line_text(line)
            if _DASH_ALONE.fullmatch(above):
                return line
            if above.strip() and not _COMMENT.match(above):
                break
        return None

    def _column(self, line: int) -> int:
        above = self.source.line_text(line)
        return len(above) - len(above.lstrip(" "))
