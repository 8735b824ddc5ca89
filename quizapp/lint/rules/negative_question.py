"""A choice asks which option is not so.

All options but one are true then, and a learner who reads fast picks the first of them. What stays in the memory is the
odd one out, next to three facts that were only scenery. Ask for what is so, with several right options if need be.

Fails:

```yaml
- question: Which of these firms did not set up a joint venture in China?
  answer: Fidelity
  choices: [Allianz, Invesco, JPMorgan]
```

Passes:

```yaml
- question: Which of these firms set up joint ventures in China?
  answer: [Allianz, Invesco, JPMorgan]
  choices: [Fidelity]
```

Source: Haladyna, Downing and Rodriguez, A Review of Multiple-Choice Item-Writing Guidelines (2002), guideline 17: word
the question positively.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import NoteView
from quizapp.lint.wording import NOT
from quizapp.model import Kind
from quizapp.problem import Level

_SHOUTED = re.compile(r"\b(?:NOT|EXCEPT|NEVER)\b")
_ASKS_WHICH = re.compile(r"\b(?:which|what|who)\b", re.IGNORECASE)
_IS_NOT = re.compile(
    r"\b(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would)(?: not|n['’]t)\b(?! (?:only|just)\b)"
    r"|\bcannot\b",
    re.IGNORECASE,
)
_EXCEPT = re.compile(r"\bexcept(?: for)?(?: (?:one|which|what|this))?$", re.IGNORECASE)
_BLANKS = " :?.…_"
_WORDS = NOT | {"except"}


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    if _WORDS.isdisjoint(note.word_set):
        return
    question = note.note.question
    found = _SHOUTED.search(question) or _EXCEPT.search(question.rstrip(_BLANKS)) or _negated(question)
    if found:
        message = "The question asks what is not so."
        mend = "Ask what is so, with several right options under answer where there are."
        yield Finding(message, mend, At("question", *found.span()))


def _negated(question: str) -> re.Match[str] | None:
    """Return the negation of `which .. is not`, in the last sentence and behind the word that asks."""
    last = max(question.rfind(sign, 0, -1) for sign in ".!;")
    asks = _ASKS_WHICH.search(question, last + 1)
    return _IS_NOT.search(question, asks.end()) if asks else None


RULE = Rule(Family.KNOWLEDGE, Level.HINT, check, kinds=frozenset({Kind.CHOICE}))
