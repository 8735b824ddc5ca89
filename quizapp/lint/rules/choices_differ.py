"""The right option can be told by its form.

When the right option is much longer than the wrong ones, the only figure among words, or the only one that fits the
article, it is chosen without knowing anything, and after a while the card is known by its looks.

Fails:

```yaml
- question: What do US brands' white-label deals with Hikvision make difficult?
  answer: Tracking how far its cameras have spread, since they are sold under many names
  choices: [Repairs, Updates, Comparing prices]
- question: An animal that eats both plants and meat is called an
  answer: omnivore
  choices: [carnivore, herbivore]
```

Passes:

```yaml
- question: What do US brands' white-label deals with Hikvision make difficult?
  answer: Tracking the spread of its cameras
  choices: [Comparing the prices of its cameras, Repairing the hardware of its cameras]
```

Options: `percent` is how long the right option may be, compared with the longest wrong one (190); `characters` is how
much longer it must be all the same (12).

Source: Haladyna, Downing and Rodriguez, A Review of Multiple-Choice Item-Writing Guidelines (2002), guidelines 23, 24
and 28: homogeneous options of about one length, no clues to the right answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.lint.rule import At, Family, Finding, Options, Rule
from quizapp.lint.view import NoteView
from quizapp.model import Choice, Kind
from quizapp.problem import Level
from quizapp.text import shorten

_FIGURE = re.compile(r"[^\w]{0,3}\d")
_ARTICLE_AT_END = re.compile(r"\b(an?)[\s_.…:?]*$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"\b[a-z]{4,}\.$")
_FEWEST_WRONG = 2
_OF_ALL = re.compile(r"(?:all|none|both|neither|some|any) of (?:the|these|them|those)\b", re.IGNORECASE)


def check(note: NoteView, options: Options) -> Iterator[Finding]:
    body = note.note.body
    assert isinstance(body, Choice)
    wrong = [option for option in body.wrong if not _OF_ALL.match(option)]
    if len(body.right) != 1 or len(wrong) < _FEWEST_WRONG or _OF_ALL.match(body.right[0]):
        return
    right = body.right[0]
    if told := _told_by(note.note.question, right, wrong, options):
        yield Finding(
            f"The right option “{shorten(right, 40)}” stands out: {told}.",
            "Make the options alike in form.",
            At("answer"),
        )


def _told_by(question: str, right: str, wrong: list[str], options: Options) -> str:
    """Return by what the right option can be told, "" when it cannot."""
    longest = max(map(len, wrong))
    if (
        not _is_name(right)
        and len(right) * 100 > longest * options["percent"]
        and len(right) - longest >= options["characters"]
    ):
        return "it is much longer than the others"
    figures = [_FIGURE.match(option) is not None for option in wrong]
    if _FIGURE.match(right):
        if not any(figures) and not any(re.search(r"\d", option) for option in wrong):
            return "it is the only figure"
    elif all(figures):
        return "it is the only one that is no figure"
    if all(option[:1].islower() for option in wrong) and right[:1].isupper():
        return "it alone begins with a capital"
    if all(option[:1].isupper() for option in wrong) and right[:1].islower():
        return "it alone begins with a small letter"
    if _SENTENCE_END.search(right) and not any(option.endswith(".") for option in wrong):
        return "it alone ends with a full stop"
    article = _ARTICLE_AT_END.search(question)
    if article and [option for option in (right, *wrong) if _fits(article[1], option)] == [right]:
        return f"only it goes with “{article[1]}”"
    return ""


def _is_name(option: str) -> bool:
    """Tell whether an option is a name of two or three words, whose length nobody has chosen."""
    parts = option.split()
    return len(parts) <= 3 and option.istitle()


def _fits(article: str, option: str) -> bool:
    return option[:1].isalpha() and (option[0].casefold() in "aeiou") == (article.casefold() == "an")


RULE = Rule(
    Family.KNOWLEDGE,
    Level.WARNING,
    check,
    kinds=frozenset({Kind.CHOICE}),
    options={"percent": 190, "characters": 12},
)
