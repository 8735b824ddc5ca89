"""Only the right option repeats a word of the question.

Whoever knows nothing picks the option that sounds like the question, and is right.

Fails:

```yaml
- question: Which Californian company made the Tesla Roadster?
  answer: Tesla Motors
  choices: [Fisker Automotive, Faraday Future]
```

Passes:

```yaml
- question: Which Californian company made the Roadster, an electric sports car, in 2008?
  answer: Tesla Motors
  choices: [Fisker Automotive, Faraday Future]
```

Source: Haladyna, Downing and Rodriguez, A Review of Multiple-Choice Item-Writing Guidelines (2002), guideline 28b: no
options that sound like the question.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import NoteView
from quizapp.lint.wording import STOP_WORDS, find_words, words
from quizapp.model import Choice, Kind
from quizapp.problem import Level

_SHORTEST = 4
_LONGEST = 200


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    body = note.note.body
    assert isinstance(body, Choice)
    if len(body.right) != 1 or len(body.wrong) < 2 or len(body.right[0]) > _LONGEST:
        return
    echoed = [word for word in words(body.right[0]) if word in note.word_set and _counts(word)]
    if echoed and not any(word in option.casefold() for word in echoed for option in body.wrong):
        place = find_words(body.right[0], echoed[0])
        if place and not find_words(note.note.question, body.right[0]):  # which answer-in-question says already
            message = f"Only the right option repeats “{echoed[0]}” from the question."
            yield Finding(message, "Ask without that word, or let a wrong option have it too.", At("answer", *place))


def _counts(word: str) -> bool:
    return len(word) >= _SHORTEST and word not in STOP_WORDS


RULE = Rule(Family.KNOWLEDGE, Level.HINT, check, kinds=frozenset({Kind.CHOICE}))
