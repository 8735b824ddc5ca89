r"""A tab stands in a deck.

Every terminal gives a tab another width, so that a text with one looks different on each. Between texts YAML takes some
tabs and refuses others.

Fails:

```yaml
- id: columns
  question: Which two columns has the table?
  answer: "name\tsize"
```

Passes:

```yaml
- id: columns
  question: Which two columns has the table?
  answer: name and size
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.lint.rule import Family, Finding, Options, Rule
from quizapp.lint.texts import is_from_file, spans_of, texts_of
from quizapp.lint.view import DeckView, NoteView
from quizapp.problem import Edit, Level

_BETWEEN = re.compile(r"(?<!\t)\t+(?=[^\s#])")
_COMMENT = re.compile(r"(?<!\S)#")


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    if is_from_file(note) and not note.deck.memo(_may_have_tabs):
        return
    for _, _, event in note.memo(texts_of):
        if "\t" in event.value:
            at = note.at.scalar(event)
            yield Finding("A tab stands in this text.", "Write spaces, a comma or a new line for it.", at)


def _may_have_tabs(deck: DeckView) -> bool:
    return "\t" in deck.text or "\\" in deck.text


def check_deck(deck: DeckView, options: Options) -> Iterator[Finding]:
    if "\t" not in deck.text or deck.has_errors:
        return
    for found in _BETWEEN.finditer(deck.text):
        if deck.memo(spans_of).at(found.start()) is None and not _is_in_comment(deck.text, found.start()):
            place = deck.located.source.place(found.start(), found.end())
            edit = Edit(found.start(), found.end(), " " * (found.end() - found.start()))
            yield Finding("A tab stands between two texts.", "Write a space.", place, (edit,))


def _is_in_comment(text: str, offset: int) -> bool:
    return _COMMENT.search(text, text.rfind("\n", 0, offset) + 1, offset) is not None


RULE = Rule(Family.FORMAT, Level.HINT, check, check_deck)
