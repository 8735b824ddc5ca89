"""A text in quotes begins or ends with a space.

Nobody sees it, yet it belongs to the text: an option that stands one cell further in gives itself away, and another
tool that compares texts finds two.

Fails:

```yaml
- id: seat-of-parliament
  question: Where does the European Parliament hold its plenary sessions?
  answer: "Strasbourg "
  choices: [Brussels, Luxembourg]
```

Passes:

```yaml
- id: seat-of-parliament
  question: Where does the European Parliament hold its plenary sessions?
  answer: "Strasbourg"
  choices: [Brussels, Luxembourg]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.lint.rule import Family, Finding, Options, Rule
from quizapp.lint.texts import texts_of
from quizapp.lint.view import NoteView
from quizapp.problem import Level

_QUOTES = ("'", '"')


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    for _, _, event in note.memo(texts_of):
        if event.style in _QUOTES and event.value and (event.value[0].isspace() or event.value[-1].isspace()):
            side = "begins" if event.value[0].isspace() else "ends"
            message = f"The text {side} with white space, which nobody sees."
            yield Finding(message, "Delete it inside the quotes.", note.at.scalar(event))


RULE = Rule(Family.FORMAT, Level.HINT, check)
