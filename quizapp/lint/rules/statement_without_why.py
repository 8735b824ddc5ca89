"""A false statement does not say what is true instead.

What the learner has read is false, and nothing else is there to remember. `explain:` puts the fact in its place.

Fails:

```yaml
- statement: By 2018, Fidelity had set up a mutual fund joint venture in China.
  holds: false
```

Passes:

```yaml
- statement: By 2018, Fidelity had set up a mutual fund joint venture in China.
  holds: false
  explain: Unlike many of its competitors it registered as a private fund manager.
```

Source: Matuschak, How to write good prompts (2020): an answer that is one of two needs a reason beside it.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import NoteView
from quizapp.model import Kind, Statement
from quizapp.problem import Level


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    body = note.note.body
    assert isinstance(body, Statement)
    if not body.holds and not note.note.explain:
        message = "This statement is false, and nothing says what is true."
        yield Finding(message, "Add explain: with the fact.", At("statement"))


RULE = Rule(Family.KNOWLEDGE, Level.WARNING, check, kinds=frozenset({Kind.STATEMENT}))
