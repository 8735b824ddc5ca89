"""The ids of two notes differ by nothing but capital letters.

They are two ids, and each has its own progress. But who looks for one, or writes it on the command line, finds the
other sooner or later.

Fails:

```yaml
- id: QDII
  question: What does the abbreviation QDII stand for?
  answer: Qualified Domestic Institutional Investor
- id: qdii
  question: What does the QDII scheme let Chinese institutions do?
  answer: Invest abroad
```

Passes:

```yaml
- id: qdii-name
  question: What does the abbreviation QDII stand for?
  answer: Qualified Domestic Institutional Investor
- id: qdii-purpose
  question: What does the QDII scheme let Chinese institutions do?
  answer: Invest abroad
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from quizapp.lint.positions import earlier
from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import DeckView, NoteView
from quizapp.problem import Level


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    if not note.note.has_own_id:
        return
    alike = note.deck.memo(_by_folded_id).get(note.note.note_id.casefold(), ())
    for other in earlier(note, alike):
        if other.note.note_id != note.note.note_id:
            message = f"The note on line {other.note.line} has the id {other.note.note_id}, differing in case only."
            mend = "Give the newer note, which has no progress yet, another id."
            yield Finding(message, mend, At("id"))
            return


def _by_folded_id(deck: DeckView) -> Mapping[str, Sequence[NoteView]]:
    found = defaultdict(list)
    for note in deck.notes:
        if note.note.has_own_id:
            found[note.note.note_id.casefold()].append(note)
    return found


RULE = Rule(Family.IDENTITY, Level.WARNING, check)
