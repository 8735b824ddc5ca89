"""An option stands for the others.

*All of the above* is right as soon as two options are seen to be right, and it is seldom there unless it is right.
*None of the above* shows that somebody knows what is wrong, not what is right; where it is worth asking, it is pinned
with `last:`. Options are shuffled, so that anything but a pinned last one has no fixed place, and *A and C* means
nothing.

Fails:

```yaml
- question: What did Fidelity set up in Dalian?
  answer: All of the above
  choices: [A back office, A call center]
- question: Which firm chose not to set up a joint venture?
  answer: Fidelity
  choices: [Allianz, Invesco, None of the above]
```

Passes:

```yaml
- question: Which firm chose not to set up a joint venture?
  answer: Fidelity
  choices: [Allianz, Invesco, None of these]
  last: None of these
```

Source: Haladyna, Downing and Rodriguez, A Review of Multiple-Choice Item-Writing Guidelines (2002), guidelines 25 and
26: use *none of the above* carefully, and avoid *all of the above*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import NoteView
from quizapp.model import Choice, Kind
from quizapp.problem import Level
from quizapp.text import shorten

_ALL = re.compile(
    r"(?:all|both|any|each)(?: of)? (?:the )?(?:above|these|them|those|listed|preceding)\b.{0,20}", re.IGNORECASE
)
_NONE = re.compile(
    r"(?:none|neither)(?: of)? (?:the )?(?:above|these|them|those|others?|listed|preceding)\b.{0,20}", re.IGNORECASE
)
_LETTERS = re.compile(
    r"(?:both )?\(?[a-e]\)? ?(?:and|&|or|,) ?\(?[a-e]\)?(?: only)?|both \(?[1-5]\)? ?(?:and|&) ?\(?[1-5]\)?",
    re.IGNORECASE,
)
_FIRST = frozenset("abcdenABCDEN(")


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    body = note.note.body
    assert isinstance(body, Choice)
    for key, texts in (("answer", body.right), ("choices", body.wrong)):
        for item, text in enumerate(texts):
            if text[:1] not in _FIRST:
                continue
            if _ALL.fullmatch(text):
                message = f"“{shorten(text, 40)}” is right as soon as two of the others are."
                yield Finding(message, "Leave it out, and write all right options under answer.", At(key, item=item))
            elif _LETTERS.fullmatch(text):
                message = f"“{shorten(text, 40)}” points at options by their places, and options are shuffled."
                yield Finding(message, "Write all right options under answer instead.", At(key, item=item))
            elif _NONE.fullmatch(text) and text != body.last:
                message = f"“{shorten(text, 40)}” has no fixed place, since options are shuffled."
                yield Finding(message, f"Pin it with last: {text}, or leave it out.", At(key, item=item))


RULE = Rule(Family.KNOWLEDGE, Level.HINT, check, kinds=frozenset({Kind.CHOICE}))
