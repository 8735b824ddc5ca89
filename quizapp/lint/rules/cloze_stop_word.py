"""A gap hides only a word that holds the sentence together.

An article, a preposition or a form of *to be* can be guessed from the grammar, and is no knowledge. In a deck about
grammar it is: there, a hint in the gap (`{{on::preposition}}`) says so.

Fails:

```yaml
- cloze: "The EPP was launched {{in}} 1976."
```

Passes:

```yaml
- cloze: "The EPP was launched in {{1976}}."
- cloze: "He depends {{on::preposition}} her."
```

Source: Wozniak, Effective learning: Twenty rules of formulating knowledge (1999), rule 5: cloze deletion.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import NoteView
from quizapp.lint.wording import STOP_WORDS, words
from quizapp.model import Kind
from quizapp.problem import Level
from quizapp.text import shorten

_LONGEST = 30


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    for gap in note.gaps:
        if gap.hint or len(gap.text) > _LONGEST or gap.text.isupper():  # IT, WHO and US are names
            continue
        hidden = words(gap.text)
        if hidden and STOP_WORDS.issuperset(hidden):
            message = f"The gap hides “{shorten(gap.text, 30)}”, which can be guessed and is not worth learning."
            yield Finding(
                message, "Hide the words that carry the fact, or give the gap a hint.", At("cloze", *note.gap_span(gap))
            )


RULE = Rule(Family.KNOWLEDGE, Level.WARNING, check, kinds=frozenset({Kind.CLOZE}))
