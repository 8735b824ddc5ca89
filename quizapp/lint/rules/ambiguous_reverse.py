"""Asked the other way round, a card has several answers.

With `bidirectional: true` the answer is asked too. Where two notes have the same answer, their reverse cards read
alike, and whoever answers with the other one is told that it is wrong.

Fails:

```yaml
- question: England
  answer: London
  bidirectional: true
- question: United Kingdom
  answer: London
  bidirectional: true
```

Passes:

```yaml
- question: Part of the United Kingdom whose capital is London
  answer: England
- question: United Kingdom
  answer: London
  bidirectional: true
```

Source: Wozniak, Effective learning: Twenty rules of formulating knowledge (1999), rule 11: combat interference.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import DeckView, NoteView
from quizapp.model import Kind
from quizapp.problem import Level
from quizapp.text import fold, shorten


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    if not note.note.bidirectional:
        return
    alike = note.deck.memo(_by_reverse).get(fold(note.note.answer), [])
    other = next(iter(note.others(alike)), None)
    if other is not None and fold(other.note.question) != fold(note.note.question):
        answer, question = shorten(note.note.answer, 40), shorten(other.note.question, 40)
        message = f"Asked the other way round, “{answer}” also means “{question}” in line {other.note.line}."
        yield Finding(message, "Delete bidirectional, or say in the answer which one is meant.", At("answer"))


def _by_reverse(deck: DeckView) -> dict[str, list[NoteView]]:
    found: dict[str, list[NoteView]] = defaultdict(list)
    for note in deck.notes:
        if note.note.bidirectional:
            found[fold(note.note.answer)].append(note)
    return dict(found)


RULE = Rule(Family.KNOWLEDGE, Level.WARNING, check, kinds=frozenset({Kind.QUESTION}))
