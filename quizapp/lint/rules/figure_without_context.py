"""A figure that changes has no year and nobody who says so.

Amounts of money, shares and numbers of people are others next year, and differ by who counts. With its year, and where
it is an estimate with its source, a figure stays true. A length without its unit is not even true today.

Fails:

```yaml
- question: How many people live in Orlando?
  answer: 334,854
- question: How high is Mount Everest?
  number: 8849
```

Passes:

```yaml
- question: According to the US Census Bureau, how many people lived in Orlando in 2024?
  answer: 334,854
- question: How high is Mount Everest?
  number: 8849
  unit: metres
```

Source: Wozniak, Effective learning: Twenty rules of formulating knowledge (1999), rules 18 and 19: provide sources,
provide date stamping.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import NoteView
from quizapp.lint.wording import YEAR
from quizapp.model import Choice, Kind, Number
from quizapp.problem import Level
from quizapp.text import shorten

_LONGEST = 40
_FIGURE = re.compile(r"\d|\b(?:thousand|million|billion|trillion|per ?cent)\b", re.IGNORECASE)
_MONEY = re.compile(
    r"[$€£¥₹]|\b(?:dollars?|euros?|pounds sterling|yen|yuan|renminbi|francs?|rupees?|rubles?)\b", re.IGNORECASE
)
_COUNTED = re.compile(
    r"\b(?:population|inhabitants?|residents?|people (?:live|speak|work|use)|populous|employees?|staff|users?"
    r"|subscribers?|customers?|speakers?|unemploy\w*|gdp|gross domestic product|revenues?|turnover|sales|profits?"
    r"|budget|debt|market share|share price|market value|net worth|prices?|costs?|inflation|interest rate"
    r"|life expectancy|literacy|birth rate|density)\b",
    re.IGNORECASE,
)
_SAID_BY = re.compile(
    r"\b(?:according to|estimated?|forecast|reported|reports?|claimed|cited|census|as of|survey|projected|expected"
    r"|predicted|january|february|march|april|june|july|august|september|october|november|december"
    r"|centur(?:y|ies)|war|born|era|age|bc|ad"
    r"|originally|first|paid|bought|sold|raised|minimum|at least)\b|['’]s .{0,40}\b(?:estimate|figure|count)\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:did|was|were|had)\b", re.IGNORECASE)
_MEASURED = re.compile(
    r"^(?:about |roughly |approximately )?how (?:high|tall|long|deep|far|heavy|wide|fast)\b"
    r"(?! (?:did|have|has|will|ago|after|before))",
    re.IGNORECASE,
)
_BARE = re.compile(r"[\d.,' ]+")


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    if note.note.kind is Kind.CLOZE:
        yield from _gaps(note)
        return
    value, at = _figure(note)
    if not _is_figure(value):
        return
    question = note.note.question
    if _MEASURED.match(question) and _BARE.fullmatch(value):
        yield Finding(f"{shorten(value, 30)} has no unit, and the question asks for a measure.", "Add the unit.", at)
    elif YEAR.fullmatch(value.strip()) or _has_context(note):
        return
    elif _COUNTED.search(question) or _MONEY.search(value):
        yield _rots(value, at)


def _gaps(note: NoteView) -> Iterator[Finding]:
    figures = [gap for gap in note.gaps if _is_figure(gap.text) and not YEAR.fullmatch(gap.text)]
    if figures and not _has_context(note):
        counted = _COUNTED.search(note.sentence) is not None
        for gap in figures:
            if counted or _MONEY.search(gap.text):
                yield _rots(gap.text, At("cloze", *note.gap_span(gap)))


def _is_figure(text: str) -> bool:
    return len(text) <= _LONGEST and _FIGURE.search(text) is not None


def _figure(note: NoteView) -> tuple[str, At]:
    match note.note.body:
        case Number(value, unit):
            return f"{value} {unit}".strip(), At("number")
        case None | Choice() if len(note.answers) == 1:
            return note.answers[0].text, At("answer")
    return "", At("question")


def _has_context(note: NoteView) -> bool:
    return note.names_year or _SAID_BY.search(note.sentence) is not None or _PAST.search(note.sentence) is not None


def _rots(value: str, at: At) -> Finding:
    message = f"Nothing says when {shorten(value, 30)} was so, or who says it."
    return Finding(message, "Add the year or the source to the question.", at)


RULE = Rule(
    Family.KNOWLEDGE,
    Level.HINT,
    check,
    kinds=frozenset({Kind.QUESTION, Kind.CHOICE, Kind.NUMBER, Kind.CLOZE}),
)
