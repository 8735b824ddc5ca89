"""A question leans on a text that is not at hand.

“According to the text” and “mentioned above” meant something beside the source. On a card there is no above, and no
text.

Fails:

```yaml
- question: According to the article, what do hackers want from a camera?
  answer: The processor that it adds to the network
```

Passes:

```yaml
- question: According to the security company Genetec (2019), what do hackers want from a camera?
  answer: The processor that it adds to the network
```

Source: Matuschak, How to write good prompts (2020): precise about what is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import NoteView
from quizapp.problem import Level
from quizapp.text import shorten

_TEXTS = "text|article|passage|chapter|paragraph|lecture|slides?|excerpt|author|story|reading"
_LEANS = re.compile(
    rf"\b(?:according to|based on|as (?:stated|mentioned|described|shown|explained) in|mentioned in|described in|in)"
    rf" th(?:e|is)"
    rf" (?:{_TEXTS})(?=\s*[,?.:;]|\s+(?:what|which|who|how|why|where|when)\b|\s*$)"
    r"|\b(?:mentioned|described|shown|listed|stated|discussed|as) (?:above|below)\b"
    r"(?! (?:the|a|an|sea|ground|average|zero|water)\b)"
    r"|\bthe (?:above|aforementioned)\b(?! (?:average|ground))"
    rf"|\b(?:does|did) the (?:author|article|text|passage|lecturer?)\b(?! of)",
    re.IGNORECASE,
)
_WORDS = frozenset(f"{_TEXTS}|slide|above|below|aforementioned|lecturer".replace("?", "").split("|"))


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    if not _WORDS.isdisjoint(note.word_set) and (found := _LEANS.search(note.note.question)):
        message = f"“{shorten(found[0], 40)}” refers to something that is not on the card."
        mend = "Say who says so and when, or ask without it."
        yield Finding(message, mend, At(note.asked_under, *found.span()))


RULE = Rule(Family.KNOWLEDGE, Level.WARNING, check)
