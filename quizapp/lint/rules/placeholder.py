"""A text still has a placeholder in it.

Something was to be filled in later. It is asked as it stands.

Fails:

```yaml
- question: In which year was the EPP launched?
  answer: TODO
```

Passes:

```yaml
- question: In which year was the EPP launched?
  answer: "1976"
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import NoteView
from quizapp.lint.wording import has_any
from quizapp.problem import Level
from quizapp.text import shorten

_PLACEHOLDER = re.compile(
    r"\b(?:TODO|TBD|TBC|FIXME|XXXX?)\b(?!\w)|\?{4,}|\b[Ll]orem [Ii]psum\b"
    r"|<(?:answer|question|text|insert)[^<>\n]{0,40}>"
)
_MAY_BE = ("TODO", "TBD", "TBC", "FIXME", "XXX", "????", "orem ", "<answer", "<question", "<text", "<insert")
_NUMERALS_BEFORE = re.compile(r"(?:\b[A-Z][a-z]+|\bthe) $")


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    if not has_any(note.all_text, _MAY_BE):
        return
    for key, item, text in note.texts:
        if (found := _PLACEHOLDER.search(text)) and not _is_numeral(text, found):
            message = f"“{shorten(found[0], 30)}” looks like something that was to be filled in."
            yield Finding(message, "Write what belongs there, or delete the note.", At(key, *found.span(), item=item))


def _is_numeral(text: str, found: re.Match[str]) -> bool:
    """Tell whether XXX is thirty: `Super Bowl XXX`."""
    return found[0] == "XXX" and _NUMERALS_BEFORE.search(text[: found.start()][-30:]) is not None


RULE = Rule(Family.KNOWLEDGE, Level.WARNING, check)
