"""Comments that switch rules off for one note: `# quizapp: ignore answer-too-long: the law's own words`.

Such a comment stands on a line of its own, in a note or above it, and says why.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from quizapp.deckfile.located import LocatedDeck, LocatedNote

_COMMENT = re.compile(r"^[ \t]*#[ \t]*quizapp:[ \t]*(?P<what>.*)$", re.MULTILINE | re.IGNORECASE)
_IGNORE = re.compile(r"ignore[ \t]+(?P<rules>[\w-]+(?:[ \t]*,[ \t]*[\w-]+)*)[ \t]*:[ \t]*\S.*", re.IGNORECASE)


@dataclass(slots=True)
class Ignore:
    """A rule that is switched off for the note at an index, by the comment at an offset of the file."""

    rule: str
    note: int
    start: int
    end: int
    used: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Ignores:
    """What the comments of a file switch off. `unread` are those (start, end) that do not say what or why."""

    ignores: Sequence[Ignore] = ()
    unread: Sequence[tuple[int, int]] = ()

    def covers(self, rule: str, note: int) -> bool:
        """Tell whether a rule is switched off for a note, and take note that it was of use."""
        found = [ignore for ignore in self.ignores if ignore.rule == rule and ignore.note == note]
        for ignore in found:
            ignore.used = True
        return bool(found)


def read_ignores(deck: LocatedDeck) -> Ignores:
    """Return what comments of a deck switch off."""
    if "quizapp:" not in deck.source.text.casefold():
        return Ignores()
    ignores: list[Ignore] = []
    unread: list[tuple[int, int]] = []
    ends = [note.end for note in deck.notes]
    for comment in _comments(deck):
        start, end = comment.start("what"), comment.end("what")
        at = bisect_left(ends, start)
        found = _IGNORE.fullmatch(comment["what"].rstrip())
        if found is None or at == len(ends):
            unread.append((start, end))
            continue
        for rule in found["rules"].split(","):
            ignores.append(Ignore(rule.strip(" \t"), at, start, end))
    return Ignores(ignores, unread)


def _comments(deck: LocatedDeck) -> Iterator[re.Match[str]]:
    """Yield the comments that speak to the program, and not the lines of a text that look like one."""
    ends = [note.end for note in deck.notes]
    for found in _COMMENT.finditer(deck.source.text):
        at = bisect_left(ends, found.start("what"))
        if at == len(ends) or not _is_text(deck.notes[at], found.start("what")):
            yield found


def _is_text(note: LocatedNote, offset: int) -> bool:
    return any(
        place.start <= offset < place.end for name in note.entries for place in note.items(name) if note.texts(name)
    )
