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
from quizapp.lint.wording import YEAR, has_any, is_quoted
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
      \bthis[ ](?:{_SPANS})\b(?![ ](?:in|of)\b)
    | (?<!\bthe[ ])(?<!\bhis[ ])(?<!\bher[ ])(?<!\bits[ ])(?<!['’]s[ ])\b(?:last|next|past)[ ](?:{_SPANS})\b(?![ ]of\b)
    | \b(?:over|in|during|for|within)[ ]the[ ](?:last|past|next|coming)[ ](?:few[ ]|{_FEW}[ ])?
      (?:year|month|week|decade|day)s?\b(?![ ]of\b)
    | \b(?:currently|recently|nowadays|lately|presently)\b
    | \bthe[ ]current[ ](?:{_ROLES})\b
    | \b(?:at[ ]present|at[ ]the[ ]moment|(?<!one[ ]of[ ])these[ ]days|so[ ]far|to[ ]date|until[ ]now|up[ ]to[ ]now)\b
    | \b(?:as[ ]of|right)[ ]now\b
    | \b(?:(?:is|are|has|have)[ ]now|now[ ](?:has|have|is|are))\b
      (?![ ](?:called|known|part|in|a|an|the|named)\b)
    | \b(?:today|tomorrow|yesterday)\b(?!['’]s\b)(?![ ](?:the|an?|called|known|part)\b)
    | (?<!\w)(?<![\d,.])(?<!than[ ]){_FEW}[ ](?:year|month|week|day|decade)s?[ ]ago\b
    | \bupcoming\b
    """,
    re.VERBOSE,
)
_SENTENCE_ENDS = ".!?:;“”\"'‘’("
_ASKED_FOR = re.compile(r"\b(?:in|of|during|on|since|until|was|is)$", re.IGNORECASE)
_WHAT_IS_NOW = re.compile(r"\b(?:what(?: is| are)?|known|called|than(?: that| those)?(?: of)?)$", re.IGNORECASE)
_PARTS = re.compile(r"[,;/]")
_REACH = 20
_MAY_BE = (
    *("this ", "last ", "next ", "past ", "coming ", "current", "recent", "lately", "present", "moment", "these "),
    *("so far", "to date", "now", "today", "tomorrow", "yesterday", " ago"),
)
"""One of these stands in every text that the pattern finds; to look for them is faster."""


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    if note.names_year or not has_any(note.all_text.lower(), _MAY_BE):
        return
    for text in note.texts:
        if text.key in ("choices", "accept") or YEAR.search(text.text):
            continue
        found = _RELATIVE.search(_lowered(text.text))
        if found and not _is_let_be(text, found):
            said = text.text[found.start() : found.end()]
            message = f"“{shorten(said, 40)}” means another time when this card comes back."
            yield Finding(message, "Write the year or the date.", At(text.key, *found.span(), item=text.item))


def _lowered(text: str) -> str:
    """Return the text in small letters, in which a pattern is found faster; as it is where that would move letters."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text


def _is_let_be(written: Written, found: re.Match[str]) -> bool:
    """Tell whether the words are a name or a quotation, ask for the time, or are what a dictionary says of a word."""
    text, start = written.text, found.start()
    before = text[:start].rstrip()
    if text[start].isupper() and before and before[-1] not in _SENTENCE_ENDS:
        return True
    if found[0].startswith("this") and _ASKED_FOR.search(before[-_REACH:]):
        return True
    if _WHAT_IS_NOW.search(before[-_REACH:]) or is_quoted(text, start):
        return True
    return written.key in ("answer", "items") and any(
        part.strip().casefold() == found[0] for part in _PARTS.split(text.strip(" ."))
    )


RULE = Rule(Family.KNOWLEDGE, Level.WARNING, check)
