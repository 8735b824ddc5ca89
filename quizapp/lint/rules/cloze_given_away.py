"""The words around a gap give it away.

What a gap hides still stands elsewhere in the sentence, so that it only has to be read off.

Fails:

```yaml
- cloze: "{{Hikvision}} cameras: by 2016, Hikvision was second in the market of the Americas."
```

Passes:

```yaml
- cloze: "By 2016, {{Hikvision}} was second in the market of the Americas."
- cloze: "{{Bonn}} was the capital, and {{Bonn}} is where the dinner was."
```

Two gaps that hide the same words are hidden together, so the last sentence gives nothing away.

Source: Haladyna, Downing and Rodriguez, A Review of Multiple-Choice Item-Writing Guidelines (2002), guideline 28: no
clues to the right answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from quizapp.deckfile.cloze import Gap, group_names
from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import NoteView
from quizapp.lint.wording import STOP_WORDS, find_words
from quizapp.model import Kind
from quizapp.problem import Level
from quizapp.text import shorten

_MOST_CARDS = 50
"""Cards of a sentence that are looked at; one with more has other troubles (see many-gaps)."""


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    if not _stands_twice(note.gaps, note.sentence.casefold()):
        return
    for gaps in islice(group_names(note.gaps).values(), _MOST_CARDS):
        shown = "\0".join(segment if isinstance(segment, str) else _shown(segment, gaps) for segment in note.segments)
        for gap in gaps:
            if gap.text.casefold() not in STOP_WORDS and find_words(shown, gap.text):
                message = f"“{shorten(gap.text, 40)}” is hidden here, and stands in the same sentence."
                yield Finding(message, "Hide it there too, or take it out.", At("cloze", *note.gap_span(gap)))
                break


def _stands_twice(gaps: tuple[Gap, ...], sentence: str) -> bool:
    return any(sentence.count(gap.text.casefold()) > 1 for gap in gaps)


def _shown(gap: Gap, hidden: list[Gap]) -> str:
    return "" if gap in hidden else gap.text


RULE = Rule(Family.KNOWLEDGE, Level.WARNING, check, kinds=frozenset({Kind.CLOZE}))
