"""A comma inside brackets or quotation marks cuts a text of a list in two.

In a list in brackets YAML ends a text at every comma, also at one that stands between the parentheses or the quotation
marks of the text itself. So `[France (Lyon, Paris), Italy]` has three items, and none of the first two is what was
meant.

Fails:

```yaml
- id: two-river-capitals
  question: Which two capitals lie on the Danube above Budapest?
  items: [Vienna (Austria, since 1918), Bratislava]
```

Passes:

```yaml
- id: two-river-capitals
  question: Which two capitals lie on the Danube above Budapest?
  items: ["Vienna (Austria, since 1918)", Bratislava]
```

Source: YAML 1.2.2, section 7.3.3: a plain text inside brackets has no comma followed by a space.
"""

from __future__ import annotations

from collections.abc import Iterator

from yaml import ScalarEvent

from quizapp.deckfile.nodes import Items
from quizapp.lint.rule import Family, Finding, Options, Rule
from quizapp.lint.view import NoteView
from quizapp.problem import Level
from quizapp.text import shorten

_PAIRS = (("(", ")"), ("“", "”"), ("„", "“"), ("«", "»"), ("（", "）"), ("「", "」"))


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    for key, (_, node) in note.at.entries.items():
        if type(node) is Items and len(node.nodes) > 1 and getattr(node.start, "flow_style", False):
            texts = [item.value if isinstance(item, ScalarEvent) and not item.style else "" for item in node.nodes]
            for first, last in _torn(texts):
                places = note.at.items(key)
                whole = note.at.source.text[places[first].start : places[last].end]
                message = f"The commas in “{shorten(whole, 60)}” make {last - first + 1} texts of it."
                mend = "Put it in quotes as a whole, or close what it opens before the comma."
                yield Finding(message, mend, note.at.source.place(places[first].start, places[last].end))


def _torn(texts: list[str]) -> Iterator[tuple[int, int]]:
    """Yield (first, last) of the neighbouring texts of which the first opens what only the last one closes."""
    first = 0
    while first < len(texts) - 1:
        last = _closed_by(first, texts) if not texts[first].isalnum() else None
        if last is not None:
            yield first, last
        first = first + 1 if last is None else last + 1


def _closed_by(first: int, texts: list[str]) -> int | None:
    for left, right in _PAIRS:
        depth = texts[first].count(left) - texts[first].count(right)
        if depth > 0:
            for last in range(first + 1, len(texts)):
                depth += texts[last].count(left) - texts[last].count(right)
                if not texts[last] or depth <= 0:
                    return last if texts[last] else None
    if texts[first].count('"') == 1:
        for last in range(first + 1, len(texts)):
            if texts[last].count('"') == 1:
                return last
    return None


RULE = Rule(Family.FORMAT, Level.WARNING, check)
