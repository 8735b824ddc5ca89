"""A question cannot be understood by itself.

A card comes back among cards of other decks, months later and without the ones that stood before it. “Which base?” and
“Why did they leave?” then have many answers. It takes a name or a year to say which one is meant.

Fails:

```yaml
- question: Which base?
  answer: Peterson Air Force Base
- question: When was he elected?
  answer: In 1998
- question: Which of the following were at the dinner?
  answer: Carl Bildt
```

Passes:

```yaml
- question: Which Air Force base in Colorado still had Hikvision cameras in 2019?
  answer: Peterson Air Force Base
- question: What is osmosis?
  answer: The passage of a solvent through a membrane that keeps back what is dissolved
```

Source: Wozniak, Effective learning: Twenty rules of formulating knowledge (1999), rules 11 and 12: combat interference,
optimize wording; Matuschak, How to write good prompts (2020): precise about what is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import NoteView
from quizapp.lint.wording import AUXILIARIES, QUESTION_WORDS, STOP_WORDS, word_set
from quizapp.model import Kind
from quizapp.problem import Level
from quizapp.text import shorten

_PRONOUNS = word_set("he she they him them his her hers their theirs")
_IT = word_set("it its this that these those")
_MEASURES = word_set("many much large long old big high often far tall deep wide")
_NAMES_NOTHING = QUESTION_WORDS | AUXILIARIES | STOP_WORDS | _MEASURES
_NOT_THE_PRONOUN = re.compile(
    r"\b(?:it|this|that)\s+(?:called|named|mean|means|possible|true|said|take|takes|took|cost"
    r"|like|when|that|to|about|if|time)\b"
    r"|\b(?:is|was)\s+(?:it|this|that)\s+(?:that|who|which|when|where|to)\b|\b(?:this|that|these|those)\s+\w+",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"""(?:
      (?:in[ ]|on[ ]|at[ ]|by[ ])?(?:which|what|whose)(?:[ ](?:kind|sort|type)[ ]of)?[ ][a-z]+
    | how[ ](?:{"|".join(sorted(_MEASURES))})(?:[ ][a-z]+)?
    | (?:who|what|when|where|why|how)(?:[ ](?:{"|".join(sorted(AUXILIARIES))}))?(?:[ ](?:it|he|she|they|this|that))?
    | what[ ]else|who[ ]else|why[ ]not|and[ ]then
    )[?]?""",
    re.VERBOSE | re.IGNORECASE,
)
_NAMES = re.compile(r"[\d“”\"(]")
_MOST_WORDS = 10
_OF_THESE = re.compile(
    r"\bwhich (?:one )?of (?:these|the following)\b|\bof the following\b|\bthe (?:options|choices) (?:below|above)\b",
    re.IGNORECASE,
)


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    question = note.note.question.strip()
    if note.note.kind is Kind.QUESTION and (place := _chooses_from_nothing(note)):
        message = "The question asks to choose, and there is nothing to choose from."
        yield Finding(message, "Write the wrong options under choices, or ask without “of these”.", place)
    elif len(note.words) > _MOST_WORDS or not question.endswith("?"):
        return
    elif _BARE.fullmatch(question):
        message = f"“{shorten(question, 40)}” does not say what it is about."
        yield Finding(message, "Add what tells it from other questions: a name, a place, a year.", At("question"))
    elif pronoun := _without_referent(note, question):
        message = f"“{pronoun}” stands for nothing that this question names."
        yield Finding(message, f"Write the name instead of “{pronoun}”.", At("question"))


def _chooses_from_nothing(note: NoteView) -> At | None:
    if "these" not in note.word_set and "following" not in note.word_set:
        return None
    question = note.note.question
    found = None if ":" in question or "\n" in question else _OF_THESE.search(question)
    return At("question", *found.span()) if found else None


def _without_referent(note: NoteView, question: str) -> str:
    """Return a pronoun before which nothing is named that it could stand for; "" without one."""
    if _PRONOUNS.isdisjoint(note.word_set) and _IT.isdisjoint(note.word_set):
        return ""
    for place, word in enumerate(note.words):
        if word in _PRONOUNS:
            return word if _names_nothing(question, note.words[place + 1 :]) else ""
        if word in _IT:
            follows = place > 1 and note.words[place - 1] in AUXILIARIES
            return word if follows and not _NOT_THE_PRONOUN.search(question) and _names_nothing(question, ()) else ""
        if word not in _NAMES_NOTHING:
            return ""
    return ""


def _names_nothing(question: str, after: tuple[str, ...]) -> bool:
    """Tell whether a question has no name, no figure and no quotation, which could say whom it means."""
    rest = question[1:]
    return rest == rest.lower() and not _NAMES.search(rest) and "who" not in after and "that" not in after


RULE = Rule(
    Family.KNOWLEDGE, Level.WARNING, check, kinds=frozenset({Kind.QUESTION, Kind.CHOICE, Kind.NUMBER, Kind.LIST})
)
