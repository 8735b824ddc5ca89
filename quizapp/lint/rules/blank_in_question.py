"""A question has a blank to be filled in, and is no cloze.

As `cloze:` the words of the answer stand in the sentence, which the learner sees whole after the answer. Other words of
it can be hidden too, each as a card of its own.

Fails:

```yaml
- question: The EPP was launched in ____.
  answer: "1976"
```

Passes:

```yaml
- cloze: "The EPP was launched in {{1976}}."
```

Source: Wozniak, Effective learning: Twenty rules of formulating knowledge (1999), rule 5: cloze deletion.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import NoteView
from quizapp.model import Kind
from quizapp.problem import Level

_BLANK = re.compile(r"(?<!\w)_{2,}(?!\w)|\[(?:\.\.\.|…|_+)\]|(?<=\s)(?:\.{4,}|…{2,})|\{\{[^{}\n]{1,200}\}\}")


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    question = note.note.question
    if ("__" in question or "[" in question or "{{" in question or "..." in question or "…" in question) and (
        found := _BLANK.search(question)
    ):
        message = "This question is a sentence with a blank."
        mend = "Write the sentence under cloze, with the answer in double braces where the blank is."
        yield Finding(message, mend, At("question", *found.span()))


RULE = Rule(Family.KNOWLEDGE, Level.HINT, check, kinds=frozenset({Kind.QUESTION, Kind.NUMBER}))
