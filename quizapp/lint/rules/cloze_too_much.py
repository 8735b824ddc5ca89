"""A gap hides most of its sentence.

What is left does not say what is asked, so that many sentences would fit. The learner recalls the shape of the card
instead.

Fails:

```yaml
- cloze: "{{The EPP suspended the party of Viktor Orbán}} in 2019."
```

Passes:

```yaml
- cloze: "In {{March 2019}}, the EPP suspended the party of Viktor Orbán."
```

Options: `percent` is the most of its words that a card of a sentence may hide (50).

Source: Wozniak, Effective learning: Twenty rules of formulating knowledge (1999), rule 12: optimize wording.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.deckfile.cloze import group_names
from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import NoteView
from quizapp.lint.wording import count_words
from quizapp.model import Kind
from quizapp.problem import Level

_FEW = 3
"""Words of a sentence so short that half of it is a word or two: a phrase, an entry of a dictionary."""


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    hidden = sum(len(gap.text) for gap in note.gaps)
    if hidden * 200 < len(note.sentence) * options["percent"]:  # far from it, in characters at least
        return
    total = count_words(note.sentence)
    for gaps in group_names(note.gaps).values() if total > _FEW else ():
        words = sum(count_words(gap.text) for gap in gaps)
        if words * 100 > total * options["percent"]:
            message = f"{words} of the {total} words of this sentence are hidden together."
            yield Finding(message, "Hide only the words that count.", At("cloze", *note.gap_span(gaps[0])))


RULE = Rule(Family.KNOWLEDGE, Level.WARNING, check, kinds=frozenset({Kind.CLOZE}), options={"percent": 50})
