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
from quizapp.lint.wording import word_set
from quizapp.model import Kind
from quizapp.problem import Level

_COUNTS = word_set("two three four five six seven eight nine ten")
_ASKS_FOR = re.compile(
    rf"(?:^|[,:;] ?|(?:in|on|by|at|to|for|from|with|of|into|through|between|among|besides?) )"
    rf"(?:which|what|name|list|give|state|are|were)"
    rf"(?: (?:the|all|these|those|his|her|its|their|other|main))* (?:{'|'.join(sorted(_COUNTS))})\b(?!-)",
    re.IGNORECASE,
)
_ASKS_FOR_ALL = re.compile(
    r"^(?:name|list|give|enumerate|what (?:are|were)|which (?:are|were)|who (?:are|were))\b", re.IGNORECASE
)
_BETWEEN = re.compile(r", (?:and |or )?|; | (?:and|&) ")
_ROWS = re.compile(r"\n[ \t]*(?:[-*•·]|\d+[.)])\s")
_CLAUSE_WORDS = 9


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    answer = note.note.answer
    if not ("," in answer or " and " in answer or "\n" in answer or "&" in answer or ";" in answer):
        return
    things = _things(answer)
    fewest = _fewest(note, options["items"])
    if _ROWS.search(f"\n{answer}") or (fewest and len(things) >= fewest):
        items = ", ".join(thing.strip(" .") for thing in things[:2])
        shown = f" as in items: [{items}, …]" if len(items) <= 50 and "\n" not in answer else ""
        message = f"This answer enumerates {len(things)} things."
        yield Finding(message, f"Write each of them under items instead of answer{shown}.", At("answer"))


def _things(answer: str) -> list[str]:
    lines = (" ".join(line.split()) for line in answer.split("\n"))
    parts = [part for line in lines for part in _BETWEEN.split(line) if part]
    return parts if all(len(part.split()) <= _CLAUSE_WORDS for part in parts) else [answer]


def _fewest(note: NoteView, items: int) -> int | None:
    """Return from how many things on the answer enumerates; None where the question asks for a single one."""
    question = note.note.question
    if not _COUNTS.isdisjoint(note.word_set) and _ASKS_FOR.search(question):
        return 2
    return items if _ASKS_FOR_ALL.match(question) else None


RULE = Rule(Family.KNOWLEDGE, Level.WARNING, check, kinds=frozenset({Kind.QUESTION}), options={"items": 3})
