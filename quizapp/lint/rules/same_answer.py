"""Two notes ask the same thing in other words.

Their answer is the same, and most words of their questions are. The second is answered from the first, and both come
back at their own times for ever.

Fails:

```yaml
- question: Which firm has its Chinese back office in Dalian?
  answer: Fidelity
- question: Which firm's Chinese back office is in Dalian?
  answer: Fidelity
```

Passes:

```yaml
- question: Which firm has its Chinese back office in Dalian?
  answer: Fidelity
- question: Which firm was the first to register as a private fund manager in China?
  answer: Fidelity
```

Options: `percent` is how much of its words, but for little ones, a question may share with another that has the same
answer (60).

Source: Wozniak, Effective learning: Twenty rules of formulating knowledge (1999), rule 11: combat interference.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import takewhile

from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import DeckView, NoteView
from quizapp.lint.wording import key_words
from quizapp.model import Kind
from quizapp.problem import Level
from quizapp.text import fold, shorten

_FEWEST_WORDS = 3
_MOST_COMPARED = 20
"""Notes with one answer that a note is compared with: where more have it, the answer is a colour or a yes."""


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    for other in takewhile(lambda view: view not in (note, note.stands_for), _with_its_answer(note)):
        mine, theirs = note.memo(_key_words), other.memo(_key_words)
        if len(mine) >= _FEWEST_WORDS and len(mine & theirs) * 100 > len(mine | theirs) * options["percent"]:
            asked = shorten(other.note.question, 60)
            message = f"“{asked}” in line {other.note.line} asks the same, and has the same answer."
            yield Finding(message, "Delete one of the two, or ask for something else.", At(note.asked_under))
            return


def _with_its_answer(note: NoteView) -> Sequence[NoteView]:
    """Return the first notes of the deck that have this answer, in the order of the file."""
    return note.deck.memo(_by_answer).get(_answer(note), ())[:_MOST_COMPARED]


def _by_answer(deck: DeckView) -> dict[str, list[NoteView]]:
    found: dict[str, list[NoteView]] = defaultdict(list)
    for note in deck.notes:
        if note.note.kind in RULE_KINDS:
            found[_answer(note)].append(note)
    return dict(found)


def _answer(note: NoteView) -> str:
    return fold(note.note.answer)


def _key_words(note: NoteView) -> frozenset[str]:
    return key_words(note.sentence)


RULE_KINDS = frozenset({Kind.QUESTION, Kind.CHOICE, Kind.NUMBER, Kind.LIST})
RULE = Rule(Family.KNOWLEDGE, Level.HINT, check, kinds=RULE_KINDS, options={"percent": 60})
