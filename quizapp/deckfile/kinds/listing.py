"""A list: a question whose answer is several items, named in any order or, with `ordered: true`, in theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.deckfile.kind import COMMON_KEYS, Content, NoteKind, one_face
from quizapp.deckfile.report import quoted
from quizapp.model import Kind, Listing
from quizapp.text import fold

if TYPE_CHECKING:
    from quizapp.deckfile.fields import Fields

FEWEST_ITEMS, MOST_ITEMS = 2, 26
"""One item is an answer; and a letter stands for each when they are put in order."""


def _read(fields: Fields) -> Content:
    question, items = fields.text("question"), fields.texts("items")
    listing = Listing(items, fields.truth("ordered"))
    report, seen = fields.report, set()
    if len(items) < FEWEST_ITEMS:
        mend = "Write items: and at least two in brackets, or answer: for a single one."
        report.error(fields.at("items"), "too-few-items", "A list needs two items.", mend)
    if len(items) > MOST_ITEMS:
        message = f"There are {len(items)} items; a list has at most {MOST_ITEMS}."
        report.error(fields.at("items"), "too-many-items", message, "Make several notes of it.")
    for item in items:
        if fold(item) in seen:
            message = f"The item {quoted(item)} stands here twice."
            report.error(fields.at("items"), "repeated-item", message, "Delete one of the two.")
        seen.add(fold(item))
    return Content(question, question, in_words(listing), body=listing)


def in_words(listing: Listing) -> str:
    """Return the items as a card shows them: one on each line, numbered where their order counts."""
    if not listing.ordered:
        return "\n".join(listing.items)
    return "\n".join(f"{number}. {item}" for number, item in enumerate(listing.items, start=1))


LIST = NoteKind(
    kind=Kind.LIST,
    marker="items",
    keys=COMMON_KEYS | {"question", "items", "ordered"},
    read=_read,
    faces=one_face,
)
