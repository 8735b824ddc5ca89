"""An answer ends in “etc.”, so that nobody can tell when it is complete.

Every time the card comes back, the learner recalls other examples, or has to learn which ones the card wants. Ask for
what the examples have in common, or for a list that ends.

Fails:

```yaml
- question: What kinds of organization asked for help with replacing Hikvision cameras?
  answer: Hospitals, banks, local governments, etc.
```

Passes:

```yaml
- question: Which four kinds of organization asked for help with replacing Hikvision cameras in 2019?
  items: [Hospitals, Banks, Local governments, Infrastructure companies]
```

Source: Matuschak, How to write good prompts (2020): open lists differ from closed ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import NoteView
from quizapp.model import Kind
from quizapp.problem import Level
from quizapp.text import shorten

_OPEN = re.compile(
    r"(?:\betc\b\.?|&c\.|\b(?:and so (?:on|forth)|(?:and|among) others|and many more|and the like)\b)[\s.…!]{0,3}$",
    re.IGNORECASE,
)
_REACH = 30


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    for key, item, text in note.answers:
        at = max(len(text) - _REACH, 0)
        if found := _OPEN.search(text, at):
            message = f"“{shorten(found[0], 20)}” leaves open what belongs to the answer."
            yield Finding(
                message, "Ask for what they have in common, or for a list that ends.", At(key, *found.span(), item)
            )


RULE = Rule(Family.KNOWLEDGE, Level.HINT, check, kinds=frozenset({Kind.QUESTION, Kind.LIST}))
