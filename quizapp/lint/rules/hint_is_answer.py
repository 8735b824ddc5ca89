"""A hint says the answer.

Who opens the hint has nothing left to recall. A hint of a gap is seen even without being opened.

Fails:

```yaml
- question: Which firm chose not to set up a joint venture in China?
  answer: Fidelity
  hint: Its name begins with F, like Fidelity.
- cloze: "The EPP was launched in {{1976::1976}}."
```

Passes:

```yaml
- question: Which firm chose not to set up a joint venture in China?
  answer: Fidelity
  hint: Its back office is in Dalian.
- cloze: "The EPP was launched in {{1976::year}}."
```

Source: Haladyna, Downing and Rodriguez, A Review of Multiple-Choice Item-Writing Guidelines (2002), guideline 28: no
clues to the right answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import NoteView
from quizapp.lint.wording import STOP_WORDS, find_words
from quizapp.model import Number
from quizapp.problem import Level
from quizapp.text import shorten

_ARTICLE = re.compile(r"(?:the|an?) ", re.IGNORECASE)


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    if hint := note.note.hint:
        for answer in _answers(note):
            core = _ARTICLE.sub("", answer.strip(), count=1)
            if core.casefold() not in STOP_WORDS and (place := find_words(hint, core)):
                message = f"The hint says the answer “{shorten(answer, 40)}”."
                yield Finding(message, "Give a hint that leads to it.", At("hint", *place))
                break
    for gap in note.gaps:
        if gap.hint and find_words(gap.hint, gap.text):
            message = f"The hint of this gap says what it hides, “{shorten(gap.text, 40)}”."
            start = max(note.note.question.find(f"::{gap.hint}"), 0) + 2
            yield Finding(message, "Give a hint that leads to it, or none.", At("cloze", start, start + len(gap.hint)))


def _answers(note: NoteView) -> Iterator[str]:
    if isinstance(note.note.body, Number):
        yield note.note.body.value
    yield from (answer.text for answer in note.answers)
    yield from note.note.accept
    yield from (gap.text for gap in note.gaps)


RULE = Rule(Family.KNOWLEDGE, Level.WARNING, check)
