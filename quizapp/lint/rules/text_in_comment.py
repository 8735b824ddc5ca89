"""A comment looks like the rest of the text before it.

In YAML a space and a # begin a comment, so `answer: C # major` is the answer C. The reader warns where the # touches a
word, as few comments do. This rule finds those that begin with a space and still read on: they close a bracket or a
question of the text, follow the name of a note, begin with a number, or say nothing at all.

Fails:

```yaml
- id: relative-key
  question: Which major key has four sharps, as has the key of C # minor?
  answer: E major
```

Passes:

```yaml
- id: relative-key
  question: "Which major key has four sharps, as has the key of C # minor?"
  answer: E major  # its relative key
```

Source: YAML 1.2.2, section 6.6: a comment begins with # behind white space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaml import ScalarEvent

from quizapp.lint.rule import Family, Finding, Options, Rule
from quizapp.lint.texts import texts_of
from quizapp.lint.view import DeckView, NoteView
from quizapp.problem import Level
from quizapp.text import shorten

_COMMENT = re.compile(r"(?P<gap>[ \t]+)#(?P<says>(?:[ \t#][^\n]*)?)(?:\n|\Z)")
_BEHIND_TEXT = re.compile(r"[^\s#][ \t]+#(?:\s|#|\Z)")
_ENDS = (".", "?", "!", "。", "？", "！", "؟")
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("‘", "’"), ("«", "»"), ("（", "）"), ("「", "」"))
_NOTE_NAME = re.compile(r"(?:^|\s)[A-G]\Z")
_NUMERO = re.compile(r" \d{1,3}\b")
_ASKED = frozenset({"question", "cloze", "statement"})


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    if not note.deck.memo(_has_comment_behind_text):
        return
    for key, _, event in note.memo(texts_of):
        comment = _comment_behind(note, event)
        if comment and _reads_on(key, event.value, comment):
            message = f"YAML ends this text before the #, and leaves out “{shorten('#' + comment['says'], 40)}”."
            mend = "Put the whole text in quotes, or the comment on a line of its own."
            yield Finding(message, mend, note.at.source.place(comment.end("gap"), comment.end("says")))


def _has_comment_behind_text(deck: DeckView) -> bool:
    return _BEHIND_TEXT.search(deck.text) is not None


def _comment_behind(note: NoteView, event: ScalarEvent) -> re.Match[str] | None:
    end = event.end_mark
    if event.style or end is None:
        return None
    return _COMMENT.match(note.at.source.text, note.at.origin.offset + end.index)


def _reads_on(key: str, text: str, comment: re.Match[str]) -> bool:
    says = comment["says"].rstrip()
    return (
        not says
        or any(text.count(left) > text.count(right) and right in says for left, right in _PAIRS)
        or (key in _ASKED and says.endswith(_ENDS) and not text.endswith(_ENDS))
        or (comment["gap"] == " " and (_NOTE_NAME.search(text) or _NUMERO.match(says)) is not None)
    )


RULE = Rule(Family.FORMAT, Level.WARNING, check)
