"""A question does not end with a question mark.

It reads as if its end were missing, and somebody who looks at the file cannot tell whether it is.

Fails:

```yaml
- question: What is the capital of Mongolia
  answer: Ulaanbaatar
```

Passes:

```yaml
- question: What is the capital of Mongolia?
  answer: Ulaanbaatar
- question: Capital of Mongolia
  answer: Ulaanbaatar
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import NoteView
from quizapp.model import Kind
from quizapp.problem import Level

_ASKS = re.compile(
    r"(?:(?:in|on|at|by|to|for|from|with|of) )?"
    r"(?:(?:what|who|when|where|why|how) (?:is|are|was|were|do|does|did|can|could|has|had|have|will|would|should)"
    r"|how (?:many|much)|which|what (?:kind|sort|type|year|country|city|state|name)) \w",
    re.IGNORECASE,
)
_ENDS = ("?", ".", ":", "…", "_", "!", "？", "-", "–", "—", ",", '"', "”", ")", ";")
_FEWEST_WORDS = 4


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    question = note.note.question.rstrip()
    if question.endswith(_ENDS) or "?" in question or len(note.words) < _FEWEST_WORDS or note.note.bidirectional:
        return
    if _ASKS.match(question):
        at = At("question", len(question) - 1, len(question))
        yield Finding("This question has no question mark.", "Write one at its end.", at)


RULE = Rule(
    Family.KNOWLEDGE,
    Level.HINT,
    check,
    kinds=frozenset({Kind.QUESTION, Kind.CHOICE, Kind.NUMBER, Kind.LIST}),
)
