"""The question contains its answer.

Whoever reads the question has read the answer, and nothing is left to recall. It happens most often when a sentence of
the source is turned into a question and its figure stays where it was.

Fails:

```yaml
- question: How large were all QDII quotas, $103 billion, at the end of October 2018?
  answer: $103 billion
```

Passes:

```yaml
- question: How large were all QDII quotas at the end of October 2018?
  answer: $103 billion
```

Source: Haladyna, Downing and Rodriguez, A Review of Multiple-Choice Item-Writing Guidelines (2002): no clues to the
right answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import NoteView
from quizapp.model import Kind
from quizapp.problem import Level
from quizapp.text import shorten


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    question, answer = note.note.question, note.note.answer.strip()
    if not answer:
        return
    found = re.search(rf"(?<!\w){re.escape(answer)}(?!\w)", question, re.IGNORECASE)
    if found and not _asks_about_its_words(question, answer):
        message = f"The question contains its answer “{shorten(answer, 40)}”."
        mend = "Take it out of the question, or ask for something else."
        yield Finding(message, mend, At("question", found.start(), found.end()))


def _asks_about_its_words(question: str, answer: str) -> bool:
    """Tell whether the question offers several answers of which this is one: `A or B?`"""
    one = re.escape(answer)
    return re.search(rf"(?<!\w){one},? or |,? or {one}(?!\w)", question, re.IGNORECASE) is not None


RULE = Rule(Family.KNOWLEDGE, Level.WARNING, check, kinds=frozenset({Kind.QUESTION}))
