"""A choice has a single wrong option.

One of two is right by chance every second time, and the card is rated as known. Two plausible wrong options are enough,
if they are what somebody could think.

Fails:

```yaml
- question: Which firm chose not to set up a joint venture in China?
  answer: Fidelity
  choices: [Allianz]
```

Passes:

```yaml
- question: Which firm chose not to set up a joint venture in China?
  answer: Fidelity
  choices: [Allianz, Invesco]
```

Options: `wrong` is the fewest wrong options that a choice should have (2).

Source: Haladyna, Downing and Rodriguez, A Review of Multiple-Choice Item-Writing Guidelines (2002), guideline 18: three
options are enough.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import NoteView
from quizapp.lint.wording import find_words
from quizapp.model import Choice, Kind
from quizapp.problem import Level


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    body = note.note.body
    assert isinstance(body, Choice)
    if len(body.right) + len(body.wrong) <= options["wrong"] and not _is_either_or(note, body):
        count = "one wrong option" if len(body.wrong) == 1 else f"{len(body.wrong)} wrong options"
        yield Finding(
            f"There is only {count} to choose from.",
            "Add wrong options that somebody could think right.",
            At("choices"),
        )


def _is_either_or(note: NoteView, choice: Choice) -> bool:
    """Tell whether there are no more: the question names them, or they are yes and no (see yes-no-question)."""
    if choice.right[0].casefold() in ("yes", "no", "true", "false"):
        return True
    return all(find_words(note.note.question, option) for option in (*choice.right, *choice.wrong))


RULE = Rule(Family.KNOWLEDGE, Level.HINT, check, kinds=frozenset({Kind.CHOICE}), options={"wrong": 2})
