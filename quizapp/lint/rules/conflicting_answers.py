"""Two notes ask the same and want different answers.

Nobody can tell from the question which of the answers is wanted, so that one of the two is always wrong. Either an
answer is wrong, or the questions leave out what tells them apart. In another deck the same word may be asked for
something else: there only whole questions are compared.

Fails:

```yaml
- id: georgia
  question: What is the capital of Georgia?
  answer: Tbilisi
- id: georgia-us
  question: What is the capital of Georgia?
  answer: Atlanta
```

Passes:

```yaml
- id: georgia
  question: What is the capital of the country of Georgia?
  answer: Tbilisi
- id: georgia-us
  question: What is the capital of the US state of Georgia?
  answer: Atlanta
```

Source: Wozniak, Effective learning: Twenty rules of formulating knowledge (1999), rule 11: combat interference.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.lint.positions import line_of
from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.same_question import same_question
from quizapp.lint.view import NoteView
from quizapp.problem import Level
from quizapp.text import shorten


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    for asking in same_question(note):
        if not asking.same_answer:
            answer = shorten(asking.answer, 40)
            message = f"The note on {line_of(asking.other, note)} asks the same, and its answer is “{answer}”."
            mend = "Say in both questions what tells them apart, or make one note with both answers."
            yield Finding(message, mend, At(asking.key))
            return


RULE = Rule(Family.IDENTITY, Level.WARNING, check)
