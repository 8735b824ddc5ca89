"""What a note calls right is not graded right when it is typed.

The learner types the answer as it stands, and is told to judge alone, or that something is missing. The cause is a text
too long to be compared, or an item of a list that cannot be told from two items.

Fails:

```yaml
- question: Which two ways in does a network have through a camera?
  items: ["weak passwords; open ports", "old software, never updated"]
```

Passes:

```yaml
- question: Which two ways in does a network have through a camera?
  items: [weak passwords, old software]
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import NoteView
from quizapp.model import Kind, Listing, Number
from quizapp.problem import Level

# Typed just as it is written, a text is right before anything else is looked at; only these have to be tried.
_NOT_TYPED_SO = re.compile(r"\s\s|[^\S ]")
_SEPARATES = re.compile(r"[;,\n&]|\band\b", re.IGNORECASE)


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    match note.note.body:
        case Listing(items, ordered):
            if any(map(_SEPARATES.search, items)):
                yield from _list(items, ordered)
        case Number(value, unit, within):
            if not _number_is_right(value, unit, within):
                yield Finding("Typed as it stands, this number is not graded right.", _MEND, At("number"))
        case None:
            for key, item, text in note.texts:
                if key in ("answer", "accept") and _NOT_TYPED_SO.search(text) and not _typed_is_right(note, text):
                    what = "answer" if key == "answer" else "wording"
                    yield Finding(f"Typed as it stands, this {what} is not graded right.", _MEND, At(key, item=item))


_MEND = "Write it shorter and on one line, and move what explains it to explain."


def _typed_is_right(note: NoteView, text: str) -> bool:
    from quizapp.grading.typed import grade_typed
    from quizapp.grading.verdict import Outcome
    from quizapp.text import clean_line

    return grade_typed(clean_line(text), note.note.answer, note.note.accept).outcome is Outcome.RIGHT


def _number_is_right(value: str, unit: str, within: str) -> bool:
    from quizapp.grading.number import grade_number
    from quizapp.grading.verdict import Outcome

    return grade_number(f"{value} {unit}".strip(), value, unit=unit, within=within).outcome is Outcome.RIGHT


def _list(items: tuple[str, ...], ordered: bool) -> Iterator[Finding]:
    from quizapp.grading.listing import grade_list, split_entries
    from quizapp.grading.verdict import Outcome

    ways = ["; ".join(items), "\n".join(items)]
    if all(grade_list(split_entries(way, items), items, ordered=ordered).outcome is not Outcome.RIGHT for way in ways):
        message = "Typed with semicolons between them or one on each line, these items are not all recognised."
        yield Finding(message, "Write items without semicolons and line ends, each a few words.", At("items"))
    elif any(";" in item for item in items):
        message = "Semicolons separate items when they are typed, and one stands in an item."
        yield Finding(message, "Write each item as a few words without a semicolon.", At("items"))


RULE = Rule(
    Family.KNOWLEDGE, Level.WARNING, check, kinds=frozenset({Kind.QUESTION, Kind.CLOZE, Kind.NUMBER, Kind.LIST})
)
