"""The keys of a note stand in an unusual order.

Decks read best when all notes are written alike: what is asked, what is right, what helps, where it is from. Then the
eye finds a missing answer at once, and two decks can be compared line by line. Comments move with the key below them.

Fails:

```yaml
- id: qdii
  answer: A scheme that lets Chinese institutions invest abroad
  question: What is QDII?
```

Passes:

```yaml
- id: qdii
  question: What is QDII?
  answer: A scheme that lets Chinese institutions invest abroad
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from quizapp.deckfile.located import LocatedNote
from quizapp.deckfile.written import KEY_ORDER, in_order
from quizapp.lint.rule import Family, Finding, Options, Rule
from quizapp.lint.view import NoteView
from quizapp.problem import Edit, Level

_NO_ENTRY = re.compile(r"[ \t]*(?:#.*)?")


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    key = _first_out_of_order(tuple(note.at.entries))
    if key:
        order = ", ".join(in_order(note.at.entries, KEY_ORDER))
        message = f"The key {key} stands behind keys that it usually precedes."
        yield Finding(message, f"The usual order is: {order}.", note.at.key(key), _reorder(note.at))


@lru_cache(maxsize=4096)
def _first_out_of_order(keys: tuple[str, ...]) -> str:
    """Return the first key that should stand before the one ahead of it, empty when there is none."""
    wanted = in_order(dict.fromkeys(keys), KEY_ORDER)
    places = [wanted.index(key) for key in keys]
    return next((keys[at] for at in range(1, len(keys)) if places[at] < places[at - 1]), "")


def _reorder(note: LocatedNote) -> tuple[Edit, ...]:
    """Return the edit that moves the lines of each key; none where two keys share a line."""
    source = note.source
    keys = {name: note.key(name) for name in note.entries}
    column = source.place(note.start, note.start).column
    indent = " " * (column - 1)
    lines = [source.line_text(place.line) for place in keys.values()]
    if any(place.column != column for place in keys.values()) or any(line[: column - 1].strip() for line in lines[1:]):
        return ()
    last_line = source.place(note.end, note.end).line
    firsts = [place.line for place in keys.values()]
    for at, (name, before) in enumerate(zip(list(keys)[1:], list(keys), strict=False), start=1):
        end = note.value(before).end_line
        while firsts[at] - 1 > end and _NO_ENTRY.fullmatch(source.line_text(firsts[at] - 1)):
            firsts[at] -= 1
        if firsts[at] <= end or firsts[at] > keys[name].line:
            return ()
    parts = {}
    for name, first, beyond in zip(keys, firsts, [*firsts[1:], last_line + 1], strict=True):
        written = "\n".join(source.line_text(line) for line in range(first, beyond))
        parts[name] = written if name != next(iter(keys)) else indent + written[column - 1 :]
    moved = "\n".join(parts[name] for name in in_order(keys, KEY_ORDER))
    if not moved.startswith(indent) or moved[len(indent) : len(indent) + 1] in ("#", " ", "\n", ""):
        return ()  # the comment of a key cannot stand between the dash and the first key
    end = source.line_start(last_line + 1) - 1 if last_line < source.lines else len(source.text)
    return (Edit(note.start, end, moved[len(indent) :]),)


RULE = Rule(Family.FORMAT, Level.HINT, check)
