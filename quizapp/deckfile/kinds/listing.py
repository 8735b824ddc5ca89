"""A list: a question whose answer is several items, named in any order or, with `ordered: true`, in theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.deckfile.keys import ITEMS, MOST_ITEMS, ORDERED, QUESTION
from quizapp.deckfile.kind import Content, NoteKind, one_face, repeats
from quizapp.deckfile.report import quoted
from quizapp.model import Kind, Listing
from quizapp.text import clean_line

if TYPE_CHECKING:
    from quizapp.deckfile.fields import Fields


def _read(fields: Fields) -> Content:
    errors = fields.report.errors
    question = fields.text(QUESTION)
    # On one line each, since a line end is what stands between the items when they are typed.
    listing = Listing(tuple(map(clean_line, fields.texts(ITEMS))), fields.truth(ORDERED))
    if fields.report.errors == errors:  # else an item that could not be read would be missed below
        _check(listing, fields)
    return Content(question, question, in_words(listing), body=listing)


def _check(listing: Listing, fields: Fields) -> None:
    report, items, places = fields.report, listing.items, fields.places(ITEMS)
    if len(items) > MOST_ITEMS:
        message = f"There are {len(items)} items; a list has at most {MOST_ITEMS}."
        report.error(fields.at(ITEMS), "too-many-items", message, "Make several notes of it.")
    for place in repeats(items):
        message = f"The item {quoted(items[place])} stands here a second time."
        report.error(places[place], "repeated-item", message, "Delete one of the two.")


def in_words(listing: Listing) -> str:
    """Return the items as a card shows them: one on each line, numbered where their order counts."""
    if not listing.ordered:
        return "\n".join(listing.items)
    return "\n".join(f"{number}. {item}" for number, item in enumerate(listing.items, start=1))


LIST_NOTE = NoteKind(
    kind=Kind.LIST,
    marker=ITEMS,
    own=(QUESTION, ITEMS, ORDERED),
    read=_read,
    faces=one_face,
)
