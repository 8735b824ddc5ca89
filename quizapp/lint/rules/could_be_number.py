"""An answer that is an amount could be a number note.

As `number:` an amount is graded as one: in any writing (1,500 or 1.5 thousand), with its unit beside the field, and,
with `within:`, right when it is near enough.

Fails:

```yaml
- question: How many cameras did the Memphis Police Department have in 2019?
  answer: 1,500
```

Passes:

```yaml
- question: How many cameras did the Memphis Police Department have in 2019?
  number: 1,500
  unit: cameras
  within: 5 %
```

Source: Matuschak, How to write good prompts (2020): tractable, so that what is nearly right can be told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import NoteView
from quizapp.model import Kind
from quizapp.problem import Level

_ASKS = re.compile(
    r"\bhow (?:many|much|large|long|high|tall|deep|wide|far|big|heavy|fast|old|hot|cold)\b"
    r"|\bwhat (?:percentage|per ?cent|share|proportion|number|amount|fraction)\b"
    r"|\bat what (?:temperature|speed|price|age)\b",
    re.IGNORECASE,
)
_LONGEST = 40
_FIGURE = re.compile(r"[^\w\n]{0,4}\d")


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    answer = note.note.answer
    if len(answer) > _LONGEST or note.note.bidirectional or not _FIGURE.match(answer):
        return
    if _ASKS.search(note.note.question) and _is_number(answer):
        yield Finding("This answer is an amount.", f"Write number: {answer.strip()} instead of answer.", At("answer"))


def _is_number(text: str) -> bool:
    from quizapp.grading.quantity import read_number

    return read_number(text) is not None


RULE = Rule(Family.KNOWLEDGE, Level.HINT, check, kinds=frozenset({Kind.QUESTION}))
