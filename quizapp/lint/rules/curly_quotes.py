"""Curly quotation marks stand where YAML would need straight ones.

A word processor turns `"` into “ and ”. To YAML these are letters like any other: they are part of the text, they show
on the card, and they protect nothing, neither a # nor a comma. One quotation in curly marks is meant to be read so;
where all plain texts of a note stand in them, they were to be YAML's.

Fails:

```yaml
- id: qdii
  question: “What does QDII stand for?”
  answer: “Qualified Domestic Institutional Investor”
```

Passes:

```yaml
- id: qdii
  question: "What does QDII stand for?"
  answer: Qualified Domestic Institutional Investor
- id: orban-beyond-the-pale
  question: What did Luuk van Middelaar call Viktor Orbán?
  answer: “beyond the pale”
```
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.lint.rule import Family, Finding, Options, Rule
from quizapp.lint.texts import texts_of
from quizapp.lint.view import NoteView
from quizapp.problem import Level

_MARKS = {"“": "”", "„": "“", "”": "”"}
_LABELS = frozenset({"id", "tags", "number", "unit", "within", "last", "bidirectional", "ordered", "holds"})


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    if note.note.question[:1] not in _MARKS:
        return
    texts = [event for key, _, event in note.memo(texts_of) if key not in _LABELS and not event.style]
    if len(texts) > 1 and all(_is_enclosed(event.value) for event in texts):
        for event in texts:
            mend = 'Write " in place of both; write them inside such marks if they are to be seen.'
            message = "These quotation marks are part of the text: YAML knows only straight ones."
            yield Finding(message, mend, note.at.scalar(event))


def _is_enclosed(text: str) -> bool:
    return len(text) > 1 and _MARKS.get(text[0]) == text[-1]


RULE = Rule(Family.FORMAT, Level.WARNING, check)
