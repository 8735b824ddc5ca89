"""The article before a gap tells how its words begin.

After *an* only a vowel can follow. Where few answers are in question that is enough to choose among them. The article
can stand in the gap.

Fails:

```yaml
- cloze: "An animal that eats plants and meat is an {{omnivore}}."
```

Passes:

```yaml
- cloze: "An animal that eats plants and meat is {{an omnivore}}."
```

Source: Haladyna, Downing and Rodriguez, A Review of Multiple-Choice Item-Writing Guidelines (2002), guideline 28c: no
clues in the grammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import NoteView
from quizapp.model import Kind
from quizapp.problem import Level

_AN = re.compile(r"(?<!/)\ban\s+[“\"*_]?\{\{", re.IGNORECASE)


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    for found in _AN.finditer(note.note.question):
        message = "“an” before the gap tells that its words begin with a vowel."
        yield Finding(
            message, "Take the article into the gap, or write a/an.", At("cloze", found.start(), found.start() + 2)
        )


RULE = Rule(Family.KNOWLEDGE, Level.HINT, check, kinds=frozenset({Kind.CLOZE}))
