"""A bracket or a quotation mark has no partner.

Something was lost when the text was copied or changed, and it may be more than the sign. What stands in round brackets
of an answer may be left out when it is typed; without the closing one all of it has to be typed.

Fails:

```yaml
- question: What drives Chinese savers abroad?
  answer: Capital flight (from China
```

Passes:

```yaml
- question: What drives Chinese savers abroad?
  answer: Capital flight (from China)
- question: Which of the intervals contains 1, [0, 1) or (0, 1]?
  answer: (0, 1]
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import NoteView, Written
from quizapp.problem import Level

_SIGN = re.compile(r"[()\[\]“”«»「」『』]")
_NUMBERING = re.compile(r"(?:^|[\s,;:])(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})$")
_SMILEY = re.compile(r"[:;=][-^']?$")
_REACH = 8
_PAIRS = ("()", "[]", "“”", "«»", "「」", "『』")
_OPENING = "([“«「『"
_EXEMPT = frozenset({"choices"})


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    if _is_even(note.all_text):
        return
    for written in note.texts:
        if written.key not in _EXEMPT and (at := _without_partner(written)) is not None:
            sign = written.text[at]
            what = "bracket" if sign in "()[]" else "quotation mark"
            message = f"The {what} {sign} has no partner."
            yield Finding(
                message, "Add the other one, or take this one out.", At(written.key, at, at + 1, written.item)
            )


def _is_even(text: str) -> bool:
    """Tell whether as many signs of each kind open as close, as nearly always."""
    return all(text.count(pair[0]) == text.count(pair[1]) for pair in _PAIRS)


def _without_partner(written: Written) -> int | None:
    """Return the offset of the first sign without its partner; an interval such as [0, 1) is whole."""
    text = written.text
    for kinds in ("()[]", "“”", "«»", "「」", "『』"):
        if (kinds == "“”" and "„" in text) or (kinds == "«»" and text.count("«") == text.count("»")):
            continue  # German „…“ and »…« turn the signs round
        open_ones: list[int] = []
        for found in _SIGN.finditer(text):
            at, sign = found.start(), found[0]
            before = text[max(at - _REACH, 0) : at]
            if sign not in kinds or before.endswith("€") or _SMILEY.search(before):
                continue
            if sign in _OPENING:
                open_ones.append(at)
            elif open_ones:
                open_ones.pop()
            elif not _NUMBERING.search(before):  # 1) and a) of an enumeration
                return at
        if open_ones:
            return open_ones[0]
    return None


RULE = Rule(Family.KNOWLEDGE, Level.HINT, check)
