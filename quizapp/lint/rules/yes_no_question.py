"""A question can be answered by yes or no.

Half of such answers are right by chance, and a learner who has seen the card twice recalls the yes and not the reason.
A question for the fact itself is better. Where it has to be decided whether something holds, it is a `statement:`, with
`explain:` to say why.

Fails:

```yaml
- question: Did Fidelity set up a mutual fund joint venture in China?
  answer: "No"
```

Passes:

```yaml
- question: Which large fund manager chose not to set up a joint venture in China?
  answer: Fidelity
- statement: By 2018, Fidelity had set up a mutual fund joint venture in China.
  holds: false
  explain: Unlike many of its competitors it registered as a private fund manager.
```

Source: Matuschak, How to write good prompts (2020): questions to be answered by yes or no take little effort.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import NoteView
from quizapp.lint.wording import AUXILIARIES
from quizapp.model import Kind
from quizapp.problem import Level

_ANSWER = re.compile(r"(?:yes|no|true|false)(?:[.,;:!]| [–—-]|$)", re.IGNORECASE)
_YES = re.compile(r"(?:yes|no)\W*", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.?!:]\s")
_OPTIONS = frozenset({"yes", "no", "true", "false"})
_DECIDES = AUXILIARIES - {"may", "will"}  # a month, and a name
_NOT_TO_DECIDE = frozenset({"or", "name", "give", "list", "define", "explain", "describe", "say", "tell"})


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    if note.note.kind is Kind.CHOICE:
        if all(option.text.casefold() in _OPTIONS for option in note.answers):
            yield _finding("This choice is between yes and no.", At("answer"))
    elif _YES.fullmatch(note.note.answer) or (_is_to_decide(note) and _ANSWER.match(note.note.answer)):
        yield _finding("The answer is yes or no.", At("answer"))
    elif _is_to_decide(note):
        yield _finding("This question can be answered by yes or no.", At("question"))


def _is_to_decide(note: NoteView) -> bool:
    """Tell whether the question is one sentence that begins as such questions do: `Is ..?`, `Did ..?`"""
    question = note.note.question.rstrip()
    if not note.words or note.words[0] not in _DECIDES or not question.endswith("?"):
        return False
    return _SENTENCE_END.search(question) is None and note.word_set.isdisjoint(_NOT_TO_DECIDE)


def _finding(message: str, at: At) -> Finding:
    return Finding(message, "Ask for the fact itself, or write it as a statement with holds and explain.", at)


RULE = Rule(Family.KNOWLEDGE, Level.WARNING, check, kinds=frozenset({Kind.QUESTION, Kind.CHOICE}))
