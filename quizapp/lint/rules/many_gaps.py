"""A sentence has many gaps, and each is a card of its own.

The cards show the same sentence again and again, and each shows the answers of all others. Most of such a sentence is
learned by its look. Gaps that belong together can be one card: `{{1:..}} and {{1:..}}`.

Fails:

```yaml
- cloze: "{{Carl Bildt}}, a {{Swede}}, sat with {{Martens}}, a {{Belgian}}, at {{Kohl}}’s table in {{Bonn}}."
```

Passes:

```yaml
- cloze: "{{Carl Bildt}} and {{Wilfried Martens}} sat at {{Helmut Kohl}}’s table in Bonn."
```

Options: `cards` is the most that one sentence may make (4).

Source: Wozniak, Effective learning: Twenty rules of formulating knowledge (1999), rules 4 and 11: the minimum
information principle, and to combat interference.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.deckfile.cloze import group_names
from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import NoteView
from quizapp.model import Kind
from quizapp.problem import Level


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    if len(note.gaps) > options["cards"] and (count := len(group_names(note.gaps))) > options["cards"]:
        message = f"This sentence makes {count} cards, more than {options['cards']}."
        mend = "Make several notes of it, or hide what belongs together with one number, as in {{1:..}} and {{1:..}}."
        yield Finding(message, mend, At("cloze"))


RULE = Rule(Family.KNOWLEDGE, Level.HINT, check, kinds=frozenset({Kind.CLOZE}), options={"cards": 4})
