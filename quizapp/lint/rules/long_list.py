"""A list has more items than can be recalled at one go.

With many items one is always missing, and the card comes back for it with all the others. Groups with a name, or notes
that ask for single items, are learned sooner.

Fails:

```yaml
- question: Which countries founded or joined the European Communities up to 1986?
  items: [Belgium, Denmark, France, Germany, Greece, Ireland, Italy, Luxembourg, Netherlands, Portugal, Spain, UK]
```

Passes:

```yaml
- question: Which three countries joined the European Communities in 1973?
  items: [Denmark, Ireland, United Kingdom]
```

Options: `items` is the most that a list may have (9).

Source: Wozniak, Effective learning: Twenty rules of formulating knowledge (1999), rules 9 and 10: avoid sets and
enumerations.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import NoteView
from quizapp.model import Kind
from quizapp.problem import Level


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    if (count := len(note.answers)) > options["items"]:
        message = f"This list has {count} items, more than {options['items']}."
        yield Finding(message, "Make groups of them, and a list of each.", At("question"))


RULE = Rule(Family.KNOWLEDGE, Level.HINT, check, kinds=frozenset({Kind.LIST}), options={"items": 9})
