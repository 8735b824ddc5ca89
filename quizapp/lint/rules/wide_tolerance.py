"""A number may be so far off that most guesses are right.

`within:` is for what nobody recalls to the last digit. Half of the number or more takes in other sizes.

Fails:

```yaml
- question: How many cameras did the Memphis Police Department have in 2019?
  number: 1,500
  within: 1000
```

Passes:

```yaml
- question: How many cameras did the Memphis Police Department have in 2019?
  number: 1,500
  within: 10 %
```

Options: `percent` is the most that an answer may be off, in per cent of the number (40).
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import NoteView
from quizapp.model import Kind, Number
from quizapp.problem import Level
from quizapp.text import shorten


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    body = note.note.body
    assert isinstance(body, Number)
    if body.within and (off := _percent_off(body)) is not None and off > options["percent"]:
        message = f"An answer may be off by {shorten(body.within, 30)}, which is {round(off):,} % of the number."
        yield Finding(message, "Write a smaller within.", At("within"))


def _percent_off(number: Number) -> float | None:
    """Return how far off an answer may be, in per cent of the number; None where that says nothing, as of 0."""
    # Late: the patterns of grading take 15 ms to compile, and a deck without numbers does not need them.
    from quizapp.grading.number import read_tolerance
    from quizapp.grading.quantity import read_number

    tolerance, expected = read_tolerance(number.within), read_number(number.value)
    if tolerance is None or expected is None or not expected.value:
        return None
    if tolerance.per_cent:
        return float(tolerance.amount)
    beside = read_number(f"1 {number.unit}") if number.unit else None
    return float(100 * tolerance.amount / abs(expected.value * (beside.value if beside else 1)))


RULE = Rule(Family.KNOWLEDGE, Level.WARNING, check, kinds=frozenset({Kind.NUMBER}), options={"percent": 40})
