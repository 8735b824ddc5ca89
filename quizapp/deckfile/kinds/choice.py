"""A choice: a question, its right options under `answer`, its wrong ones under `choices`, and one pinned `last`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from quizapp.deckfile.kind import COMMON_KEYS, Content, NoteKind, one_face
from quizapp.deckfile.report import quoted
from quizapp.model import Choice, Kind
from quizapp.text import fold

if TYPE_CHECKING:
    from quizapp.deckfile.fields import Fields

MOST_OPTIONS = 26
"""A letter chooses each."""

BETWEEN_OPTIONS = "; "


def _read(fields: Fields) -> Content:
    question, right, wrong = fields.text("question"), fields.text_or_texts("answer"), fields.texts("choices")
    last = fields.text("last")
    options = (*right, *wrong)
    report = fields.report
    if not right:
        mend = "Write answer: and the right option; several go in brackets."
        report.error(fields.at("answer"), "missing-answer", "This choice has no right option.", mend)
    if not wrong:
        mend = "Write choices: and the wrong options in brackets; the right ones stand under answer."
        report.error(fields.at("choices"), "missing-choices", "This choice has no wrong options.", mend)
    if len(options) > MOST_OPTIONS:
        message = f"There are {len(options)} options, and letters for {MOST_OPTIONS}."
        report.error(fields.at("choices"), "too-many-options", message, "Leave the least plausible ones out.")
    again = [option for option, times in Counter(map(fold, options)).items() if times > 1]
    if again:
        twice = next(option for option in options if fold(option) == again[0])
        mend = "Delete one of the two; the right options stand under answer alone."
        report.error(fields.at("choices"), "repeated-option", f"The option {quoted(twice)} stands here twice.", mend)
    if last and last not in options:
        message = f"last is {quoted(last)}, which is none of the options."
        mend = "Write it as it stands under answer or choices, or add it there."
        report.error(fields.at("last"), "unknown-last", message, mend)
    return Content(question, question, BETWEEN_OPTIONS.join(right), body=Choice(right, wrong, last))


CHOICE = NoteKind(
    kind=Kind.CHOICE,
    marker="choices",
    keys=COMMON_KEYS | {"question", "answer", "choices", "last"},
    read=_read,
    faces=one_face,
)
