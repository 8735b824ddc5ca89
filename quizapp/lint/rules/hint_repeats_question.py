"""A hint says only what the question says.

Opening it costs a key and brings nothing.

Fails:

```yaml
- question: すっと
  answer: quickly
  hint: すっと
```

Passes:

```yaml
- question: 踏む
  answer: to step on
  hint: ふむ
```
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import NoteView
from quizapp.lint.wording import words
from quizapp.problem import Level


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    if (hint := note.note.hint) and words(hint) == note.words != ():
        yield Finding("The hint says only what the question says.", "Write one that helps, or delete it.", At("hint"))


RULE = Rule(Family.KNOWLEDGE, Level.HINT, check)
