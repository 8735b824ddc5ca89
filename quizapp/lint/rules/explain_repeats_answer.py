"""An explanation says only what the card says already.

`explain:` is shown after the answer, and is the place for a reason, a picture or a number to go with it.

Fails:

```yaml
- question: Which firm has a back office in Dalian?
  answer: Fidelity
  explain: Fidelity.
```

Passes:

```yaml
- question: Which firm has a back office in Dalian?
  answer: Fidelity
  explain: With 500 people, it probably helped the firm win the first license.
```

Source: Matuschak, How to write good prompts (2020): an explanation beside the answer gives it something to hold on to.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import NoteView
from quizapp.lint.wording import words
from quizapp.problem import Level

_SIGNS = 8
"""Characters besides words by which two texts of the same words may differ: full stops, quotes."""


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    explain, answer = note.note.explain, note.note.answer
    if explain and (_is_about_as_long(explain, answer) or _is_about_as_long(explain, note.sentence)):
        said = words(explain)
        if said and (said == note.words or said == words(answer)):
            message = "The explanation says only what the card says already."
            yield Finding(message, "Write why it is so, or delete it.", At("explain"))


def _is_about_as_long(text: str, other: str) -> bool:
    return abs(len(text) - len(other)) <= _SIGNS


RULE = Rule(Family.KNOWLEDGE, Level.HINT, check)
