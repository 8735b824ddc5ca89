"""A question is too long to be read at a glance.

It is read again every time the card comes back. What is only background goes under `explain:`.

Fails:

```yaml
- question: >-
    When the European People's Party, which had been launched in 1976 by Christian Democrats, and which in 1998 did not
    know what it was to be, because its expansion had fallen behind what went on in elections all over Europe, sat down
    for dinner with the German chancellor on a cold night in March, in which building was it?
  answer: The Kanzlerbungalow
```

Passes:

```yaml
- question: In which building did Helmut Kohl give the EPP dinner of 1998?
  answer: The Kanzlerbungalow
```

Options: `words` is the most that a question, a statement or the sentence of a cloze may have (50). Where words are not
set apart by spaces, two characters count as one.

Source: Wozniak, Effective learning: Twenty rules of formulating knowledge (1999), rule 12: optimize wording; Haladyna,
Downing and Rodriguez, A Review of Multiple-Choice Item-Writing Guidelines (2002), guideline 13: little to read.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import NoteView
from quizapp.lint.wording import count_words
from quizapp.problem import Level


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    most = options["words"]
    if len(note.note.question) > most and (count := count_words(note.sentence)) > most:
        message = f"This {_NAMES[note.asked_under]} has {count} words, more than {most}."
        yield Finding(message, "Keep what is asked, and move the rest to explain.", At(note.asked_under))


_NAMES = {"question": "question", "cloze": "sentence", "statement": "statement"}

RULE = Rule(Family.KNOWLEDGE, Level.WARNING, check, options={"words": 50})
