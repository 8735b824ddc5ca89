"""A false statement gives itself away by a word like “always” or “everyone”.

Little in the world is always so, and learners know that. They call such a statement false for the word, not for what it
says. Of *never* and *nobody* the rule double-negative speaks.

Fails:

```yaml
- statement: Foreign fund managers in China always ask for majority stakes.
  holds: false
  explain: Some registered as private fund managers.
```

Passes:

```yaml
- statement: In 2018, most foreign fund managers in China held majority stakes.
  holds: false
  explain: None did, at the end of that year.
```

Source: Haladyna, Downing and Rodriguez, A Review of Multiple-Choice Item-Writing Guidelines (2002), guideline 28a: no
words such as *always*.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import NoteView
from quizapp.lint.wording import find_words, is_quoted, word_set
from quizapp.model import Kind, Statement
from quizapp.problem import Level

_ABSOLUTE = word_set("always everybody everyone impossible invariably")


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    body = note.note.body
    assert isinstance(body, Statement)
    if body.holds or _ABSOLUTE.isdisjoint(note.word_set):
        return
    word = next(word for word in note.words if word in _ABSOLUTE)
    place = find_words(note.note.question, word)
    if place and not is_quoted(note.note.question, place[0]):
        message = f"“{word}” tells that this statement is false."
        yield Finding(
            message, "Say how far it goes instead: in which case, how many, how often.", At("statement", *place)
        )


RULE = Rule(Family.KNOWLEDGE, Level.HINT, check, kinds=frozenset({Kind.STATEMENT}))
