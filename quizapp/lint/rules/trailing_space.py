"""White space stands at the end of a line.

It means nothing, and turns up as a change when decks are compared. In a block (`|` or `>`) it is part of the
text and is left alone.

Fails:

```yaml
- id: hikvision-owner
  question: Who held a stake of over two-fifths in Hikvision in 2019?\x20\x20
  answer: The Chinese government
```

Passes:

```yaml
- id: hikvision-owner
  question: Who held a stake of over two-fifths in Hikvision in 2019?
  answer: The Chinese government
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.lint.rule import Family, Finding, Options, Rule
from quizapp.lint.texts import BLOCKS, spans_of
from quizapp.lint.view import DeckView
from quizapp.problem import Edit, Level

_SPACE = re.compile(r"(?<![ \t])[ \t]+$", re.MULTILINE)


def check_deck(deck: DeckView, options: Options) -> Iterator[Finding]:
    if deck.has_errors:  # what could not be read may be a block
        return
    for found in _SPACE.finditer(deck.text):
        span = deck.memo(spans_of).at(found.start())
        if span and span.event.style in BLOCKS and not _is_behind_sign(deck.text, span.start, found.start()):
            continue
        if deck.text[found.start() - 1 : found.start()] == "\\":  # an escaped space, whose next would be a line end
            continue
        place = deck.located.source.place(found.start(), found.end())
        edit = Edit(found.start(), found.end(), "")
        yield Finding("White space stands at the end of this line.", "Delete it.", place, (edit,))


def _is_behind_sign(text: str, start: int, offset: int) -> bool:
    """Tell whether a place of a block is on its first line, behind the | or > and before the text."""
    return text.find("\n", start, offset) < 0


RULE = Rule(Family.FORMAT, Level.HINT, check_deck=check_deck)
