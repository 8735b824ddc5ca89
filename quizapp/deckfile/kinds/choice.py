"""A choice: a question, its right options under `answer`, its wrong ones under `choices`, and one pinned `last`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.deckfile.kind import COMMON_KEYS, Content, NoteKind, one_face, repeats
from quizapp.deckfile.report import quoted
from quizapp.model import Choice, Kind

if TYPE_CHECKING:
    from quizapp.deckfile.fields import Fields

MOST_OPTIONS = 26
"""A letter chooses each."""

BETWEEN_OPTIONS = "; "


def _read(fields: Fields) -> Content:
    errors = fields.report.errors
    question = fields.text("question")
    choice = Choice(fields.text_or_texts("answer"), fields.texts("choices"), fields.text("last"))
    if fields.report.errors == errors:  # else an option that could not be read would be missed below
        _check(choice, fields)
    return Content(question, question, BETWEEN_OPTIONS.join(choice.right), body=choice)


def _check(choice: Choice, fields: Fields) -> None:
    report, options = fields.report, (*choice.right, *choice.wrong)
    places = (*fields.places("answer"), *fields.places("choices"))
    if not choice.right:
        mend = "Write answer: and the right option; several go in brackets."
        report.error(fields.at("answer"), "missing-answer", "This choice has no right option.", mend)
    if not choice.wrong:
        mend = "Write choices: and the wrong options in brackets; the right ones stand under answer."
        report.error(fields.at("choices"), "missing-choices", "This choice has no wrong options.", mend)
    if len(options) > MOST_OPTIONS:
        message = f"There are {len(options)} options, and letters for {MOST_OPTIONS}."
        report.error(fields.at("choices"), "too-many-options", message, "Leave the least plausible ones out.")
    for place in repeats(options):
        message = f"The option {quoted(options[place])} stands here a second time."
        mend = "Delete one of the two; the right options stand under answer alone."
        report.error(places[place], "repeated-option", message, mend)
    if choice.last and choice.last not in options:
        message = f"last is {quoted(choice.last)}, which is none of the options."
        mend = "Write it as it stands under answer or choices, or add it there."
        report.error(fields.at("last"), "unknown-last", message, mend)


CHOICE = NoteKind(
    kind=Kind.CHOICE,
    marker="choices",
    keys=COMMON_KEYS | {"question", "answer", "choices", "last"},
    read=_read,
    faces=one_face,
)
