"""Two negations have to be undone in the head.

That a statement with *not* in it is false takes a moment of logic that has nothing to do with what is learned, and so
does *never without*.

Fails:

```yaml
- statement: No foreign firm did not complain about the rules.
  holds: true
  explain: All of them did.
- statement: Fidelity did not register as a private fund manager.
  holds: false
  explain: It did, in January 2017, before any other.
```

Passes:

```yaml
- statement: All foreign firms complained about the rules.
  holds: true
```

Source: Haladyna, Downing and Rodriguez, A Review of Multiple-Choice Item-Writing Guidelines (2002), guideline 17: word
the question positively.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import NoteView
from quizapp.lint.wording import NOT, word_set, words
from quizapp.model import Kind, Statement
from quizapp.problem import Level

_NEGATIONS = NOT | word_set("no nobody none nothing neither without")
_SENTENCE_END = re.compile(r"[.!?:;]\s+(?=\S)")
_BEGINS_ASIDE = word_set("although though while despite even unlike since because if when after before")
_NO_NEGATION_BEFORE = frozenset({"only", "just", "merely", "longer", "matter", "doubt", "one", "1"})


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    body = note.note.body
    assert isinstance(body, Statement)
    if _NEGATIONS.isdisjoint(note.word_set):
        return
    counts = [_negations(sentence) for sentence in _SENTENCE_END.split(note.note.question)]
    if max(counts) > 1:
        yield Finding("This statement has two negations.", "Say it without them.", At("statement"))
    elif counts == [1] and not body.holds and note.words[0] not in _BEGINS_ASIDE:
        message = "This statement says that something is not so, and is false."
        yield Finding(message, "Say what is so, and write holds: true.", At("statement"))


def _negations(sentence: str) -> int:
    """Return how many negations a sentence has; `without .. without` is a way to speak, and has one."""
    pairs = pairwise((*words(sentence), ""))
    found = [word for word, following in pairs if word in _NEGATIONS and following not in _NO_NEGATION_BEFORE]
    return min(len(found), 1 + len([word for word in found if word != "without"]))


RULE = Rule(Family.KNOWLEDGE, Level.HINT, check, kinds=frozenset({Kind.STATEMENT}))
