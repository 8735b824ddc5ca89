"""Two notes want the same answer to nearly the same question.

They were most often written from two places of a source, or in two decks. Both are reviewed for one fact, and each
makes the other look better known than it is. Words are weighed by how rare they are, so that notes made from one
template, each with another name or number, are not taken for duplicates.

Fails:

```yaml
- id: sixteenth-president
  question: Who was the 16th president of the United States?
  answer: Abraham Lincoln
- id: president-from-kentucky
  question: The 16th president of the United States came from Kentucky. Who was he?
  answer: Abraham Lincoln
```

Passes:

```yaml
- id: hamlet
  question: Who wrote the tragedy Hamlet?
  answer: William Shakespeare
- id: macbeth
  question: Who wrote the tragedy Macbeth?
  answer: William Shakespeare
```

Options: `percent` of one question, by the weight of its words, that the other has to hold, 80 unless set.

Source: G. K. Zipf, The Psycho-Biology of Language (1935): frequent words are short; K. Spärck Jones, A statistical
interpretation of term specificity (1972): rare words tell texts apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.lint.asking import asked
from quizapp.lint.duplicates import DuplicateIndex
from quizapp.lint.positions import earlier, line_of
from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import CollectionView, NoteView
from quizapp.problem import Level
from quizapp.text import shorten


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    index = note.deck.collection.memo(_index)
    for other in earlier(note, index.candidates(note)):
        if _may_be_studied_together(note, other) and _is_near(note, other, index, options["percent"]):
            question = shorten(other.note.question, 60)
            message = f"The note on {line_of(other, note)} asks nearly the same: “{question}”"
            mend = "Delete one of the two, or ask for what one says and the other does not."
            yield Finding(f"{message}.", mend, At(note.asked_under))
            return


def _may_be_studied_together(note: NoteView, other: NoteView) -> bool:
    """Tell whether two notes are not of a deck and its copy, of which only one is studied."""
    return note.deck is other.deck or note.deck.deck_id != other.deck.deck_id


def _is_near(note: NoteView, other: NoteView, index: DuplicateIndex, percent: int) -> bool:
    one, two = note.memo(asked), other.memo(asked)
    return one.text != two.text and index.likeness(one, two) * 100 >= percent


def _index(collection: CollectionView) -> DuplicateIndex:
    return DuplicateIndex(list(collection.notes))


RULE = Rule(Family.IDENTITY, Level.WARNING, check, options={"percent": 80})
