"""The question contains its answer.

Whoever reads the question has read the answer, and nothing is left to recall. It happens most often when a sentence of
the source is turned into a question and its figure stays where it was.

The other wordings that are accepted count like the answer, and so does an item of a list. Of a card that is asked both
ways, the answer must not contain the whole question either.

Fails:

```yaml
- question: How large were all QDII quotas, $103 billion, at the end of October 2018?
  answer: $103 billion
- question: Kuwait
  answer: Kuwait City
  bidirectional: true
- question: Which ocean lies between Africa and Australia, south of Asia – the Indian Ocean?
  answer: The Indian Ocean
```

Passes:

```yaml
- question: How large were all QDII quotas at the end of October 2018?
  answer: $103 billion
- question: Which is larger, the Indian Ocean or the Arctic Ocean?
  answer: The Indian Ocean
```

Source: Haladyna, Downing and Rodriguez, A Review of Multiple-Choice Item-Writing Guidelines (2002), guideline 28: no
clues to the right answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import NoteView
from quizapp.lint.wording import STOP_WORDS, find_words, words
from quizapp.model import Choice, Kind, Number
from quizapp.problem import Level
from quizapp.text import shorten

_ARTICLE = re.compile(r"(?:the|an?) ", re.IGNORECASE)


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    question = note.note.question
    for answer in _answers(note):
        core = _ARTICLE.sub("", answer, count=1).strip()
        if not core or core.casefold() in STOP_WORDS or (place := find_words(question, core)) is None:
            continue
        if not _is_offered(question, note, *place):
            message = f"The question contains its answer “{shorten(answer, 40)}”."
            mend = "Take it out of the question, or ask for something else."
            yield Finding(message, mend, At("question", *place))
            return
    if note.note.bidirectional and (place := find_words(note.note.answer, question.strip())) is not None:
        message = f"Asked the other way round, the card shows its answer “{shorten(question, 40)}”."
        mend = "Take it out of the answer, or delete bidirectional."
        yield Finding(message, mend, At("answer", *place))


def _answers(note: NoteView) -> Iterator[str]:
    match note.note.body:
        case Number(value):
            yield value
        case _:
            yield from (answer.text for answer in note.answers)
            # A single word that is accepted is often only the part of the answer that counts.
            yield from (wording for wording in note.note.accept if " " in wording.strip())


def _is_offered(question: str, note: NoteView, start: int, end: int) -> bool:
    """Tell whether the question names several answers of which this is one: `A or B?`, or all that can be chosen."""
    if isinstance(note.note.body, Choice):
        asked = words(question)
        return any(set(words(option)) <= set(asked) for option in note.note.body.wrong)
    if note.note.kind is Kind.NUMBER:
        return False
    behind, before = question[end : end + 8], question[max(start - 8, 0) : start]
    return re.match(r",? or\b", behind) is not None or re.search(r"\bor (?:the |an? )?$", before) is not None


RULE = Rule(
    Family.KNOWLEDGE,
    Level.WARNING,
    check,
    kinds=frozenset({Kind.QUESTION, Kind.CHOICE, Kind.NUMBER, Kind.LIST}),
)
