"""Two notes ask the same and want the same answer.

One of them costs time at every review, and answering one makes the other look better known than it is.

Fails:

```yaml
- id: qdii
  question: What is QDII?
  answer: A scheme that lets Chinese institutions invest abroad
- id: qdii-again
  question: what is QDII
  answer: A scheme that lets Chinese institutions invest abroad.
```

Passes:

```yaml
- id: qdii
  question: What is QDII?
  answer: A scheme that lets Chinese institutions invest abroad
- id: qdlp
  question: What is QDLP?
  answer: A scheme that lets foreign funds raise money in China
```
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.lint.positions import line_of
from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.same_question import same_question
from quizapp.lint.view import NoteView
from quizapp.problem import Level


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    for asking in same_question(note):
        if asking.same_answer:
            message = f"The note on {line_of(asking.other, note)} asks the same, and has the same answer."
            yield Finding(message, "Delete one of the two; keep the one that has progress.", At(asking.key))
            return


RULE = Rule(Family.IDENTITY, Level.WARNING, check)
