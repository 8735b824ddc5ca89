"""A note has no id of its own.

Without one a note is known by its question. Mending a typing error there makes it another note, and its progress has
to be found again by likeness, which is not always sure. An id keeps progress whatever becomes of the text. Adding one
later loses nothing: question and answer are the same, so the progress is carried over.

Fails:

```yaml
- question: What is QDII?
  answer: A scheme that lets Chinese institutions invest abroad
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
from collections.abc import Iterator, Mapping

from quizapp.deckfile.scalars import write_item
from quizapp.deckfile.slug import free_id
from quizapp.lint.asking import asked
from quizapp.lint.rule import Family, Finding, Options, Rule
from quizapp.lint.view import DeckView, NoteView
from quizapp.problem import Edit, Level
from quizapp.text import fold

_IDS = re.compile(r"""\bid["']?:[ \t]*["']?([\w.-]+)""")
"""Ids also of notes that cannot be read as they stand: mended, they are to be the only ones of their name."""


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    if note.note.has_own_id:
        return
    new_id = note.deck.memo(_new_ids).get(id(note)) or free_id(asked(note).text, note.deck.memo(_taken))
    message = "This note has no id, so its progress hangs on the wording of its question."
    yield Finding(message, f"Write id: {new_id}", None, _insert(note, f"id: {write_item(new_id)}"))


def _new_ids(deck: DeckView) -> Mapping[int, str]:
    """Return an id for each note without one, different from all others, by the identity of its view."""
    taken, ids = set(deck.memo(_taken)), {}
    for note in deck.notes:
        if not note.note.has_own_id:
            ids[id(note)] = free_id(asked(note).text, taken)
            taken.add(ids[id(note)])
    return ids


def _taken(deck: DeckView) -> frozenset[str]:
    return frozenset(map(fold, _IDS.findall(deck.text)))


def _insert(note: NoteView, entry: str) -> tuple[Edit, ...]:
    source, start = note.at.source, note.at.start
    if source.text[start : start + 1] == "{":
        return (Edit(start + 1, start + 1, f"{entry}, "),)
    indent = " " * (source.place(start, start).column - 1)
    return (Edit(start, start, f"{entry}\n{indent}"),)


RULE = Rule(Family.IDENTITY, Level.HINT, check)
