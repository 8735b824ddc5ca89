"""A note does not say where in the deck's source it comes from.

When a card is doubted, in a year, `where:` is the way back to the sentence that it was made from. A deck that names its
`source:` can say for each note where in it to look: a page, a heading, a paragraph.

Fails:

```yaml
deck: china-fund-market
source: {title: China’s Savings Pot Teases Global Wealth Managers}
notes:
  - question: Which firm chose not to set up a joint venture in China?
    answer: Fidelity
```

Passes:

```yaml
deck: china-fund-market
source: {title: China’s Savings Pot Teases Global Wealth Managers}
notes:
  - question: Which firm chose not to set up a joint venture in China?
    answer: Fidelity
    where: China’s Savings Pot Teases Global Wealth Managers, ¶ 19
```

A deck in which no note says where is told so once.

Source: Wozniak, Effective learning: Twenty rules of formulating knowledge (1999), rule 18: provide sources.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.lint.rule import Family, Finding, Options, Rule
from quizapp.lint.view import DeckView, NoteView
from quizapp.model import Source
from quizapp.problem import Level

_MEND = "Add where: with the page, heading or paragraph."


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    if not note.note.where and note.deck.memo(_says_where):
        yield Finding("This note does not say where in the source it comes from.", _MEND)


def check_deck(deck: DeckView, options: Options) -> Iterator[Finding]:
    if deck.notes and _has_source(deck) and not deck.memo(_says_where):
        at = deck.located.head["source"].key("source") if "source" in deck.located.head else None
        yield Finding("The deck has a source, and none of its notes says where in it to look.", _MEND, at)


def _says_where(deck: DeckView) -> bool:
    """Tell whether the deck has a source, and a note that says where in it."""
    return _has_source(deck) and any(note.note.where for note in deck.notes)


def _has_source(deck: DeckView) -> bool:
    return deck.located.parsed.source != Source()


RULE = Rule(Family.KNOWLEDGE, Level.HINT, check, check_deck)
