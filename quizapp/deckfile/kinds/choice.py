"""A choice: a question, its right options under `answer`, its wrong ones under `choices`, and one pinned `last`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.deckfile.keys import CHOICES, LAST, MOST_OPTIONS, QUESTION, RIGHT_OPTIONS
from quizapp.deckfile.kind import Content, NoteKind, one_face, repeats
from quizapp.deckfile.report import quoted
from quizapp.model import Choice, Kind

if TYPE_CHECKING:
    from quizapp.deckfile.fields import Fields

BETWEEN_OPTIONS = "; "


def _read(fields: Fields) -> Content:
    errors = fields.report.errors
    question = fields.text(QUESTION)
    choice = Choice(fields.text_or_texts(RIGHT_OPTIONS), fields.texts(CHOICES), fields.text(LAST))
    if fields.report.errors == errors:  # else an option that could not be read would be missed below
        _check(choice, fields)
    return Content(question, question, BETWEEN_OPTIONS.join(choice.right), body=choice)


def _check(choice: Choice, fields: Fields) -> None:
    report, options = fields.report, (*choice.right, *choice.wrong)
    places = (*fields.places(RIGHT_OPTIONS), *fields.places(CHOICES))
    if len(options) > MOST_OPTIONS:
        message = f"There are {len(options)} options, and letters for {MOST_OPTIONS}."
        report.error(fields.at(CHOICES), "too-many-options", message, "Leave the least plausible ones out.")
    for place in repeats(options):
        message = f"The option {quoted(options[place])} stands here a second time."
        mend = "Delete one of the two; the right options stand under answer alone."
        report.error(places[place], "repeated-option", message, mend)
    if choice.last and choice.last not in options:
        message = f"last is {quoted(choice.last)}, which is none of the options."
        mend = "Write it as it stands under answer or choices, or add it there."
        report.error(fields.at(LAST), "unknown-last", message, mend)


CHOICE_NOTE = NoteKind(
    kind=Kind.CHOICE,
    marker=CHOICES,
    own=(QUESTION, RIGHT_OPTIONS, CHOICES, LAST),
    read=_read,
    faces=one_face,
)
