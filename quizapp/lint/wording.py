"""Words and figures, as rules look at them. The lists of words are English: a deck in another language is not hit.

Every pattern here takes time linear in its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_PER_WORD = 2
"""Characters that make a word where none are set apart by spaces: in Chinese and Japanese about two."""


def word_set(text: str) -> frozenset[str]:
    """Return the words of a list of words."""
    return frozenset(text.split())


STOP_WORDS = word_set(
    "a an the and or but nor of to in on at by for from with as is are was were be been being am do does did has have"
    " had having will would shall should can could may might must it its this that these those which who whom whose"
    " what there here than then so such into onto upon about he she they them him her his their we us our you your i"
    " my me"
)
"""Words that carry little by themselves; none of those that turn a sentence round: not, before, under, more."""

QUESTION_WORDS = word_set("who whom whose what which when where why how")

AUXILIARIES = word_set("is are was were do does did has have had can could will would shall should may might")

NOT = word_set("not never cannot") | {
    f"{verb}n{apostrophe}t"
    for verb in [
        "is",
        "are",
        "was",
        "were",
        "do",
        "does",
        "did",
        "has",
        "have",
        "had",
        "ca",
        "could",
        "wo",
        "would",
        "should",
        "must",
    ]
    for apostrophe in "'’"
}
"""Words that turn a verb round."""

YEAR = re.compile(r"(?<![\w.,$€£¥])(?:1\d|20)\d\ds?(?![\w%]|[.,]\d)")
"""A year or a decade in figures, from 1000 to 2099."""


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text, case-folded, without what stands between them."""
    return tuple(_WORD.findall(text.casefold()))


def count_words(text: str) -> int:
    """Return how many words a text has; where they are not set apart by spaces, about how many."""
    count = len(text.split())
    if text.isascii():
        return count
    return max(count, len(_UNSPACED.findall(text)) // _PER_WORD)


def key_words(text: str) -> frozenset[str]:
    """Return the words of a text that carry its meaning, case-folded."""
    return frozenset(words(text)) - STOP_WORDS


def has_any(text: str, parts: Iterable[str]) -> bool:
    """Tell whether a text has one of these parts: what to ask before a pattern is tried, at a tenth of its cost."""
    for part in parts:  # noqa: SIM110  # a loop costs half as much as `any`
        if part in text:
            return True
    return False


def find_words(text: str, wanted: str) -> tuple[int, int] | None:
    """Return where a text has `wanted` as whole words, whatever their case; None where it has not."""
    folded, part = text.lower(), wanted.lower()
    if len(folded) != len(text):  # a letter has become two, and moved what comes behind it
        folded, part = text, wanted
    if not part:
        return None
    start = folded.find(part)
    while start >= 0:
        end = start + len(part)
        if not (_joined(folded, start) or _joined(folded, end)):
            return start, end
        start = folded.find(part, start + 1)
    return None


def _joined(text: str, at: int) -> bool:
    """Tell whether a word goes on across an offset."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def is_quoted(text: str, start: int) -> bool:
    """Tell whether the character at an offset stands in quotation marks, and so is somebody else's word."""
    before = text[:start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1 or before.count("«") > before.count("»")
