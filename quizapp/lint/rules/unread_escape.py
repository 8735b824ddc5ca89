r"""An escape stands in a text where YAML does not read any.

Only in double quotes does `\n` begin a new line and `\u2013` make a dash; in single quotes and without any they stay
on the card as they are written. In the same way `''` is one apostrophe in single quotes only.

Fails:

```yaml
- id: bases
  question: Which two commands sit at Peterson?
  answer: NORAD\n\nSpace Command
```

Passes:

```yaml
- id: bases
  question: Which two commands sit at Peterson?
  answer: "NORAD\n\nSpace Command"
- id: nabla
  question: How does LaTeX write ∇?
  answer: \nabla
```

Source: YAML 1.2.2, section 7.3: only the double-quoted style has escapes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.lint.rule import Family, Finding, Options, Rule
from quizapp.lint.texts import is_from_file, texts_of
from quizapp.lint.view import DeckView, NoteView
from quizapp.problem import Level

_ESCAPE = re.compile(r"""(?<!\\)\\(?:n(?![a-z])|t(?![a-z])|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}(?![0-9a-zA-Z])|["'])""")
_TWO_APOSTROPHES = re.compile(r"(?<=[^\W\d_]{2})''(?=[^\W\d_])")
"""Between letters, two of them before: `It''s`, and neither 5'6'' nor f''(x)."""


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    if is_from_file(note) and not note.deck.memo(_may_have_escapes):
        return
    for key, item, event in note.memo(texts_of):
        if "\\" in event.value and (not event.style or event.style == "'") and (found := _ESCAPE.search(event.value)):
            message = f"{found[0]} is shown as it is written: only a text in double quotes has escapes."
            mend = "Put the text in double quotes, or write the character itself."
        elif not event.style and "''" in event.value and (found := _TWO_APOSTROPHES.search(event.value)):
            message = "Two apostrophes stand for one in single quotes only."
            mend = "Write one."
        else:
            continue
        yield Finding(message, mend, note.at.part(key, found.start(), found.end(), item))


def _may_have_escapes(deck: DeckView) -> bool:
    return "\\" in deck.text or "''" in deck.text


RULE = Rule(Family.FORMAT, Level.WARNING, check)
