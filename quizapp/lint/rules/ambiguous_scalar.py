"""Another program would not read this text as text.

To a deck everything is text. To many YAML programs a plain `No` is false, `1:30` is ninety, `010` is eight, `1.10` is a
number that loses its zero, and `~` is nothing at all: a script that sorts a deck, or an editor that formats it, would
change what it says. In quotes it is text to all of them. Figures that come out as they went in, such as 42, may stay
plain.

Fails:

```yaml
- id: nocturnal
  question: Are hedgehogs active by day?
  answer: No
```

Passes:

```yaml
- id: nocturnal
  question: Are hedgehogs active by day?
  answer: "No"
```

Source: The YAML 1.1 type repository, yaml.org/type (2005), against the core schema of YAML 1.2.2, section 10.3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaml import ScalarEvent

from quizapp.deckfile.located import Located
from quizapp.deckfile.scalars import in_quotes, is_ambiguous
from quizapp.deckfile.written import TRUTH_KEYS
from quizapp.lint.rule import Family, Finding, Options, Rule
from quizapp.lint.texts import head_texts, texts_of
from quizapp.lint.view import DeckView, NoteView
from quizapp.problem import Edit, Level

LONGEST = 40
"""Characters; nothing longer means anything but text to YAML, though a number may have more digits."""

_FAITHFUL = re.compile(r"-?(?:0|[1-9]\d{0,14})|-?(?:0|[1-9]\d{0,7})\.\d{0,6}[1-9]", re.ASCII)
"""Numbers that a program writes back as it read them: no leading or closing zero, no plus, no exponent, no more
digits than a double holds."""


_DAY = re.compile(r"\d{4}-")
_SIGNS = {"~": "nothing", "=": "a default value", "<<": "a merge key"}


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    for key, _, event in note.memo(texts_of):
        if not event.style and _is_ambiguous(event.value) and key not in TRUTH_KEYS:
            yield _finding(note.at, event)


def check_deck(deck: DeckView, options: Options) -> Iterator[Finding]:
    for located, (key, _, event) in head_texts(deck):
        if not event.style and _is_ambiguous(event.value) and key != "checks":  # where off is meant
            yield _finding(located, event)


def _is_ambiguous(text: str) -> bool:
    return len(text) <= LONGEST and is_ambiguous(text) and _FAITHFUL.fullmatch(text) is None


def _finding(located: Located, event: ScalarEvent) -> Finding:
    place, quoted = located.scalar(event), in_quotes(event.value)
    message = f"Other YAML programs read {event.value} as {_meaning(event.value)}, not as text."
    return Finding(message, f"Write it in quotes: {quoted}", place, (Edit(place.start, place.end, quoted),))


def _meaning(text: str) -> str:
    if text in _SIGNS:
        return _SIGNS[text]
    if text.isalpha():
        return "nothing" if text.casefold() == "null" else "true or false"
    if _DAY.match(text):
        return "a date"
    return "a number in base 60" if ":" in text else "a number"


RULE = Rule(Family.FORMAT, Level.HINT, check, check_deck)
