"""A number: a question whose answer is one amount, with the unit beside the field and how far off it may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.deckfile.kind import COMMON_KEYS, Content, NoteKind, one_face
from quizapp.deckfile.report import quoted
from quizapp.model import Kind, Number

if TYPE_CHECKING:
    from quizapp.deckfile.fields import Fields


def _read(fields: Fields) -> Content:
    # Late: its patterns take 20 ms to compile, and a deck without numbers does not need them.
    from quizapp.grading.number import read_tolerance
    from quizapp.grading.quantity import read_number

    number = Number(fields.text("number"), fields.text("unit"), fields.text("within"))
    if number.value.strip() and read_number(number.value) is None:
        message = f"{quoted(number.value)} cannot be read as a number."
        mend = 'Write one such as "1,500", 8.5, 42 billion or $3.5bn; its unit may stand under unit.'
        fields.report.error(fields.at("number"), "bad-number", message, mend)
    if read_tolerance(number.within) is None:
        message = f"{quoted(number.within)} does not say how far off an answer may be."
        mend = "Write within: 2 for two more or less, or within: 5 % for five per cent of the number."
        fields.report.error(fields.at("within"), "bad-tolerance", message, mend)
    question = fields.text("question")
    return Content(question, question, in_words(number), body=number)


def in_words(number: Number) -> str:
    """Return a number with its unit, as a card shows it."""
    return f"{number.value} {number.unit}".strip()


NUMBER = NoteKind(
    kind=Kind.NUMBER,
    marker="number",
    keys=COMMON_KEYS | {"question", "number", "unit", "within"},
    read=_read,
    faces=one_face,
)
