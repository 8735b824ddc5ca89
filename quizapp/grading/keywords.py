"""How much of a free answer says what the right one says, by key words.

Nothing here can tell whether a sentence is right; but key words show how much was not mentioned.
"""

from __future__ import annotations

from typing import NamedTuple

from quizapp.grading.closeness import slips_in_word
from quizapp.grading.normal_form import NormalForm

SENTENCE = 6
"""Words from which a text is judged by its words: names and terms are shorter."""

_FILLER_WORDS = (
    "a about after an and are as at be been before but by during for from had has have he her his how if in"
    " into is it its more of on or over she so such than that their them then there these they this those to"
    " under up was were what when where which while who whom whose will with would"
)
_FILLERS = frozenset(_FILLER_WORDS.split())


class Recall(NamedTuple):
    """How many of the key words were named."""

    named: int
    total: int

    @property
    def share(self) -> float:
        return self.named / self.total if self.total else 0.0

    @property
    def sentence(self) -> str:
        words = "key word" if self.total == 1 else "key words"
        return f"{self.named} of {self.total} {words}: compare, then rate it yourself"


def is_sentence(form: NormalForm) -> bool:
    return len(form.words) >= SENTENCE


def recall(typed: NormalForm, wording: NormalForm) -> Recall:
    """Return how many key words of a wording were typed, in any order; small slips and endings aside."""
    keys, said = _key_words(wording), set(typed.plain)
    by_letter: dict[str, list[str]] = {}
    for word in said:
        by_letter.setdefault(word[0], []).append(word)
    named = sum(
        word in said or any(_same_word(word, other) for other in by_letter.get(word[0], ())) for word in keys
    )
    return Recall(named, len(keys))


def _key_words(form: NormalForm) -> set[str]:
    """Return the words that carry the meaning: all but the fillers, or all when there is nothing else."""
    return set(form.plain) - _FILLERS or set(form.plain)


def _same_word(one: str, other: str) -> bool:
    """Tell whether two words are one but for a slip, or an ending of up to four letters (`funds`, `fund`)."""
    short, long = sorted((one, other), key=len)
    if len(short) >= 4 and long.startswith(short) and len(long) - len(short) <= 4 and short.isalpha():
        return True
    return slips_in_word(one, other) is not None
