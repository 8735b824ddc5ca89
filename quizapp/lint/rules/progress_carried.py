"""The note continues one that is gone, and takes over its progress.

It is said so that nobody is surprised: a card whose wording, answer or id has changed keeps what is known of it where
that is certain, and where it is not, the program asks. If it is another question in truth, it needs an id of its own.
This is only known when the progress is looked at.

Before:

```yaml
- question: What is QDII?
  answer: A scheme that lets Chinese institutions invest abroad
```

Fails:

```yaml
- id: qdii
  question: What is QDII?
  answer: A scheme that lets Chinese institutions invest abroad
```

Passes:

```yaml
- question: What is QDII?
  answer: A scheme that lets Chinese institutions invest abroad
- question: What is QDLP?
  answer: A scheme that lets foreign funds raise money in China
```
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.lint.progress import fate
from quizapp.lint.rule import Family, Finding, Options, Rule
from quizapp.lint.view import NoteView
from quizapp.problem import Level
from quizapp.text import shorten


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    if not note.deck.known:
        return
    for carried in note.deck.memo(fate).carried.get(note.note.note_id, ()):
        prompt = shorten(carried.card.prompt, 60)
        if carried.is_sure:
            message = f"This note takes over the progress of “{prompt}”."
            mend = "Give it another id and question if it is another note."
        else:
            message = f"This note may continue “{prompt}”, and others may too: the program will ask."
            mend = "Give the note the id that it had, and the progress goes there."
        yield Finding(message, mend)


RULE = Rule(Family.IDENTITY, Level.HINT, check)
