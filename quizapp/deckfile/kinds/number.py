"""A number: a question whose answer is one amount, with the unit beside the field and how far off it may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.deckfile.keys import NUMBER, QUESTION, UNIT, WITHIN
from quizapp.deckfile.kind import Content, NoteKind, one_face
from quizapp.deckfile.report import quoted
from quizapp.model import Kind, Number
from quizapp.text import clean_line

if TYPE_CHECKING:
    from quizapp.deckfile.fields import Fields


def _read(fields: Fields) -> Content:
    errors = fields.report.errors
    question = fields.text(QUESTION)
    number = Number(*(clean_line(fields.text(key)) for key in (NUMBER, UNIT, WITHIN)))
    if fields.report.errors == errors:  # else what is empty would be called unreadable as well
        _check(number, fields)
    return Content(question, question, in_words(number), body=number)


def _check(number: Number, fields: Fields) -> None:
    # Late: the patterns of grading take 15 ms to compile, and a deck without numbers does not need them.
    from quizapp.grading.number import LONGEST_TYPED, read_tolerance
    from quizapp.grading.quantity import read_number

    if len(number.value) > LONGEST_TYPED or read_number(number.value) is None:
        message = f"{quoted(number.value)} cannot be read as a number."
        mend = 'Write one such as "1,500", 8.5, 42 billion or $3.5bn; its unit may stand under unit.'
        fields.report.error(fields.at(NUMBER), "bad-number", message, mend)
    elif number.unit and _has_two_units(number):
        message = f"{quoted(number.value)} has a unit or a scale of its own besides {quoted(number.unit)}."
        mend = "Write all of it under number, or the bare figure there and the rest under unit."
        fields.report.error(fields.at(UNIT), "two-units", message, mend)
    if read_tolerance(number.within) is None:
        message = f"{quoted(number.within)} does not say how far off an answer may be."
        mend = "Write within: 2 for two more or less, or within: 5 % for five per cent of the number."
        fields.report.error(fields.at(WITHIN), "bad-tolerance", message, mend)


def _has_two_units(number: Number) -> bool:
    """Tell whether a number with a unit beside it has one of its own too (`5 km`), or both have a scale."""
    from quizapp.grading.quantity import read_number
    from quizapp.grading.units import NO_UNIT

    beside = read_number(f"1 {number.unit}")
    unit, scale = (beside.unit, beside.scale) if beside else (NO_UNIT, 1)
    amount = read_number(number.value, unit)  # None where a letter is this unit, with another behind it: 5m cameras
    return amount is None or amount.unit is not NO_UNIT or min(amount.scale, scale) > 1


def in_words(number: Number) -> str:
    """Return a number with its unit, as a card shows it."""
    return f"{number.value} {number.unit}".strip()


NUMBER_NOTE = NoteKind(
    kind=Kind.NUMBER,
    marker=NUMBER,
    own=(QUESTION, NUMBER, UNIT, WITHIN),
    read=_read,
    faces=one_face,
)
