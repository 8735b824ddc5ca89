"""A text was read in the wrong encoding, and its special characters are garbled.

`Ã©` was é once. Nobody can type such an answer, and it is learned wrong.

Fails:

```yaml
- question: What is the capital of the Maldives?
  answer: MalÃ©
```

Passes:

```yaml
- question: What is the capital of the Maldives?
  answer: Malé
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import NoteView
from quizapp.lint.wording import has_any
from quizapp.problem import Level

_GARBLED = re.compile(r"[ÃÂÐÑ][\u0080-\u00bfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]|â€[^\w\s]?|ï»¿|\ufffd")
_MAY_BE = ("Ã", "Â", "â€", "ï»", "\ufffd", "Ð", "Ñ")


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    if note.all_text.isascii() or not has_any(note.all_text, _MAY_BE):
        return
    for key, item, text in note.texts:
        if (found := _GARBLED.search(text)) and (meant := _meant(text)):
            mend = f"Write {meant}" if meant != text else "Write the character that was meant"
            yield Finding(f"“{found[0]}” is a garbled character.", f"{mend}.", At(key, *found.span(), item=item))


def _meant(text: str) -> str:
    """Return the text as it was, itself where only a lost character shows; "" when it is as it should be."""
    if "\ufffd" in text:
        return text
    for encoding in ("cp1252", "latin-1"):
        try:
            return text.encode(encoding).decode()
        except UnicodeError:
            pass
    return ""


RULE = Rule(Family.KNOWLEDGE, Level.WARNING, check)
