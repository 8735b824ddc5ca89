"""One note asks for several facts.

Whoever knows one of them and not the other has no rating that is true, and what is known comes back as often as what is
not. Two notes are answered faster than one with two halves.

Fails:

```yaml
- question: Who founded the European People's Party, and when?
  answer: Christian Democrats, in 1976
- question: Who hosted the dinner of 1998? Where was it?
  answer: Helmut Kohl. It was at the Kanzlerbungalow in Bonn.
```

Passes:

```yaml
- question: Who founded the European People's Party in 1976?
  answer: Christian Democrats
- question: In which building did Helmut Kohl give the EPP dinner of 1998?
  answer: The Kanzlerbungalow
```

Source: Wozniak, Effective learning: Twenty rules of formulating knowledge (1999), rule 4: the minimum information
principle; Matuschak, How to write good prompts (2020): focused on one detail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import NoteView
from quizapp.lint.wording import QUESTION_WORDS, YEAR, is_quoted
from quizapp.model import Kind
from quizapp.problem import Level

_ASKS = "who|whom|when|where|why|how|which|what"
_DOES = "is|are|was|were|do|does|did|has|have|had|can|could|will|would|should"
_AND_ALSO = re.compile(
    rf"(?:,? and|,? &|, or) (?:(?:in|on|by|at|to|for|from|with) )?(?:{_ASKS})"
    rf"(?=\W*$|(?: \w+)?(?: \w+)? (?:{_DOES})\b)"
    rf"|, and (?:{_ASKS})\b|^(?:{_ASKS})(?: and|, | & ) ?(?:{_ASKS})\b",
    re.IGNORECASE,
)
_SECOND_QUESTION = re.compile(
    rf"\?\s+(?:and\s+)?(?:(?:in|on|by|at|to|for|from|with) )?(?:{_ASKS}|{_DOES})\b", re.IGNORECASE
)
_SECOND_SENTENCE = re.compile(r"\b[a-z]{4,}[.!]\s+(?=[A-Z][a-z]*,?\s+\w+)")
_CLAUSE_WORDS = 4
_NAME_AND_YEAR = re.compile(rf"(?:,| in| \()\s*{YEAR.pattern}\)?\.?$")
MEND = "Make a note of each."


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    question, kind = note.note.question, note.note.kind
    if note.words and (found := _asks_twice(note, question)) and not is_quoted(question, found.start()):
        yield Finding("This question asks for several things.", MEND, At("question", found.start(), found.end()))
        return
    if kind is not Kind.QUESTION:
        return
    answer = note.note.answer
    if found := _SECOND_SENTENCE.search(answer):
        yield Finding("This answer says more than one thing.", MEND, At("answer", found.end(), len(answer)))
    elif (
        ";" in answer and answer[0].isupper() and all(len(part.split()) >= _CLAUSE_WORDS for part in answer.split(";"))
    ):
        at = At("answer", answer.index(";") + 1, len(answer))
        yield Finding("This answer says more than one thing.", MEND, at)
    elif note.words[:1] == ("who",) and (found := _NAME_AND_YEAR.search(answer)):
        message = "The question asks who, and the answer also says when."
        mend = "Move the year to the question or to explain."
        yield Finding(message, mend, At("answer", found.start(), found.end()))


def _asks_twice(note: NoteView, question: str) -> re.Match[str] | None:
    if question.count("?") > 1 and (found := _SECOND_QUESTION.search(question)):
        return found
    asked = sum(word in QUESTION_WORDS for word in note.words)
    return _AND_ALSO.search(question) if asked > 1 else None


RULE = Rule(
    Family.KNOWLEDGE,
    Level.WARNING,
    check,
    kinds=frozenset({Kind.QUESTION, Kind.NUMBER, Kind.LIST, Kind.CHOICE}),
)
