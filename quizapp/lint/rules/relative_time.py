"""A text says when only by the day on which it was written.

“This year” is another year when the card comes back, and nobody can tell by then which one was meant. Notes made from
an article catch it from there.

A text that also names a year, and words that are quoted, are let be.

Fails:

```yaml
- question: How much did Morgan Stanley expect China's savings pot to hold by the end of next year?
  answer: $23.8 trillion
- cloze: "The EPP {{recently}} suspended Fidesz."
```

Passes:

```yaml
- question: How much did Morgan Stanley expect China's savings pot to hold by the end of 2019?
  answer: $23.8 trillion
- cloze: "The EPP suspended Fidesz in {{March 2019}}."
```

Source: Wozniak, Effective learning: Twenty rules of formulating knowledge (1999), rule 19: provide date stamping.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import NoteView, Written
from quizapp.lint.wording import YEAR, is_quoted, word_set
from quizapp.problem import Level
from quizapp.text import shorten

_SPANS = (
    "year|month|week|weekend|quarter|decade|century|season|spring|summer|autumn|fall|winter|night"
    "|january|february|march|april|may|june|july|august|september|october|november|december"
    "|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
)
_ROLES = (
    "president|prime minister|chancellor|king|queen|pope|monarch|emperor|leader|head|chief|ceo"
    "|chair(?:man|woman|person)?|governor|mayor|minister|secretary|champions?|holders?|record|population|price|rate"
    "|version|owner|members?|coach|captain"
)
_FEW = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|a few|a couple of|several|some|\d\d?)"
_RELATIVE = re.compile(
    rf"""
      (?<!\bin[ ])(?<!\bduring[ ])\bthis[ ](?:{_SPANS})\b(?![ ](?:in|of)\b)
    | (?<!\bthe[ ])(?<!\bhis[ ])(?<!\bher[ ])(?<!\bits[ ])(?<!['’]s[ ])\b(?:last|next|past)[ ](?:{_SPANS})\b(?![ ]of\b)
    | \b(?:over|in|during|for|within)[ ]the[ ](?:last|past|next|coming)[ ](?:few[ ]|{_FEW}[ ])?
      (?:year|month|week|decade|day)s?\b
    | \b(?:currently|recently|nowadays|lately|presently)\b
    | \bthe[ ]current[ ](?:{_ROLES})\b
    | \b(?:at[ ]present|at[ ]the[ ]moment|these[ ]days|so[ ]far|to[ ]date|until[ ]now|up[ ]to[ ]now)\b
    | \b(?:as[ ]of|right)[ ]now\b
    | \b(?:(?:is|are|has|have)[ ]now|now[ ](?:has|have|is|are))\b
      (?![ ](?:called|known|part|in|a|an|the|named)\b)(?<!what[ ]is[ ]now)(?<!what[ ]are[ ]now)
    | \b(?:today|tomorrow|yesterday)\b(?!['’]s\b)
    | (?<!\w)(?<![\d,.])(?<!than[ ]){_FEW}[ ](?:year|month|week|day|decade)s?[ ]ago\b
    | \bupcoming\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WORDS = word_set(
    "this last next past coming currently recently nowadays lately presently current present moment these far date now"
    " today tomorrow yesterday ago upcoming"
)
_ANY = re.compile(rf"\b(?:{'|'.join(sorted(_WORDS))})\b", re.IGNORECASE)


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    if _ANY.search(note.all_text) is None:
        return
    dated = YEAR.search(note.sentence) is not None
    for text in note.texts:
        if text.key not in ("choices", "accept") and (found := _relative(text, dated)):
            message = f"“{shorten(found[0], 40)}” means another time when this card comes back."
            yield Finding(message, "Write the year or the date.", At(text.key, *found.span(), item=text.item))


def _relative(written: Written, dated: bool) -> re.Match[str] | None:
    if dated or YEAR.search(written.text):
        return None
    found = _RELATIVE.search(written.text)
    return found if found and not is_quoted(written.text, found.start()) else None


RULE = Rule(Family.KNOWLEDGE, Level.WARNING, check)
