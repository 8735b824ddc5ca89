"""What has to be recalled is a question.

Most often question and answer have changed places. A note with `bidirectional: true` is asked the other way round as
well, and then its question is the answer: write it as a term, “China's QDII scheme”, and not as “What is QDII?”.

Fails:

```yaml
- question: The scheme under which Chinese funds apply for quotas for investing abroad
  answer: What is QDII?
- question: What is QDII?
  answer: The scheme under which Chinese funds apply for quotas for investing abroad
  bidirectional: true
```

Passes:

```yaml
- question: China's QDII scheme
  answer: The scheme under which Chinese funds apply for quotas for investing abroad
  bidirectional: true
```
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import NoteView
from quizapp.lint.wording import AUXILIARIES, QUESTION_WORDS, words
from quizapp.model import Kind
from quizapp.problem import Level

_MARKS = ("?", "？", "؟")
_ASKS = QUESTION_WORDS | AUXILIARIES
_FEWEST_WORDS = 3


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    if note.note.bidirectional and note.note.question.rstrip().endswith(_MARKS):
        message = "Asked the other way round, the answer is this whole question."
        yield Finding(message, "Write it as a term, or delete bidirectional.", At("question"))
    answer = note.note.answer.rstrip()
    if answer.endswith(_MARKS) and not note.note.question.rstrip().endswith(_MARKS):
        said = words(answer)
        if len(said) >= _FEWEST_WORDS and said[0] in _ASKS:
            yield Finding("The answer is a question.", "Let question and answer change places.", At("answer"))


RULE = Rule(Family.KNOWLEDGE, Level.WARNING, check, kinds=frozenset({Kind.QUESTION}))
