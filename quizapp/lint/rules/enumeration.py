"""An answer enumerates what could be the items of a list.

Written as one answer, three things are right or wrong together, and to type them in another order is wrong. As `items:`
each of them counts, in any order unless `ordered: true` says otherwise, and the learner sees which one was missing.

Fails:

```yaml
- question: Which three purposes does China's middle class save for?
  answer: Old age, education and health care
```

Passes:

```yaml
- question: Which three purposes does China's middle class save for?
  items: [Old age, Education, Health care]
```

Options: `items` is from how many on things in a row are an enumeration (3). Where the question says how many it asks
for, two are enough.

Source: Wozniak, Effective learning: Twenty rules of formulating knowledge (1999), rules 9 and 10: avoid sets and
enumerations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import NoteView
from quizapp.model import Kind
from quizapp.problem import Level

_COUNTS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_ASKED = frozenset(_COUNTS)
_ASKS_FOR = re.compile(
    rf"(?:^|[,:;] ?|(?:in|on|by|at|to|for|from|with|of|into|through|between|among|besides?) )"
    rf"(?:which|what|name|list|give|state|are|were)"
    rf"(?: (?:the|all|these|those|his|her|its|their|other|main))* (?:{'|'.join(_COUNTS)})\b(?!-)",
    re.IGNORECASE,
)
_ASKS_FOR_ALL = re.compile(
    r"^(?:name|list|give|enumerate|what (?:are|were)|which (?:are|were)|who (?:are|were))\b", re.IGNORECASE
)
_BETWEEN = re.compile(r",\s+(?:and|or)\s+|,\s+|;\s+|\s+(?:and|&)\s+|\n+")
_ROWS = re.compile(r"\n\s*(?:[-*•·]|\d+[.)])\s")
_CLAUSE_WORDS = 9


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    answer = note.note.answer
    if not ("," in answer or " and " in answer or "\n" in answer or "&" in answer or ";" in answer):
        return
    things = _things(answer)
    if _ROWS.search(f"\n{answer}") or len(things) >= _fewest(note, options["items"]):
        items = ", ".join(thing.strip(" .") for thing in things[:2])
        shown = f" as in items: [{items}, …]" if len(items) <= 50 and "\n" not in answer else ""
        message = f"This answer enumerates {len(things)} things."
        yield Finding(message, f"Write each of them under items instead of answer{shown}.", At("answer"))


def _things(answer: str) -> list[str]:
    parts = [part for part in _BETWEEN.split(answer.strip()) if part.strip()]
    return parts if all(len(part.split()) <= _CLAUSE_WORDS for part in parts) else [answer]


def _fewest(note: NoteView, items: int) -> int:
    """Return from how many parts on the answer enumerates: what the question asks for decides."""
    question = note.note.question
    if not _ASKED.isdisjoint(note.word_set) and _ASKS_FOR.search(question):
        return 2
    if _ASKS_FOR_ALL.match(question):
        return items
    return 1_000_000


RULE = Rule(Family.KNOWLEDGE, Level.WARNING, check, kinds=frozenset({Kind.QUESTION}), options={"items": 3})
