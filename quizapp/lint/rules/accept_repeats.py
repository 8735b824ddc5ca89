"""A wording is accepted already.

Case, hyphens, quotes, the article and how a number is written are ignored when an answer is compared, so that a wording
that differs in nothing else changes nothing. It only makes the list harder to read.

Fails:

```yaml
- question: To which gold rush did Jean Raby liken the hopes of foreigners?
  answer: The Klondike
  accept: [Klondike, Klondike gold rush]
```

Passes:

```yaml
- question: To which gold rush did Jean Raby liken the hopes of foreigners?
  answer: The Klondike
  accept: Klondike gold rush
```
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import NoteView
from quizapp.model import Kind
from quizapp.problem import Level
from quizapp.text import shorten

_LONGEST = 500


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    if not note.note.accept:
        return
    # Late: the patterns of grading take 15 ms to compile, and a deck without accept does not need them.
    from quizapp.grading.normal_form import normal_form

    answer = note.gaps[0].text if note.gaps else note.note.answer
    first = {normal_form(answer[:_LONGEST]).key: answer}
    for item, wording in enumerate(note.note.accept):
        before = first.setdefault(normal_form(wording[:_LONGEST]).key, wording)
        if before is not wording and len(wording) <= _LONGEST:
            message = f"“{shorten(wording, 40)}” is accepted already, as “{shorten(before, 40)}”."
            yield Finding(message, "Delete it.", At("accept", item=item))


RULE = Rule(Family.KNOWLEDGE, Level.HINT, check, kinds=frozenset({Kind.QUESTION, Kind.CLOZE}))
