"""What plain mode says of a question that is answered, and of the verdict on the answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from quizapp.answering.marking import Said
from quizapp.answering.question import Question, Way
from quizapp.answering.reading import asks_for, letters_of
from quizapp.cli.plain_words import rating_line
from quizapp.grading.listing import ListVerdict
from quizapp.grading.verdict import Verdict
from quizapp.model import Listing, Rating
from quizapp.scheduling.schedule import Preview
from quizapp.text import clean, clean_line

WIDTH = 72
"""Columns of a line in which two texts stand one above the other."""


def posing(question: Question) -> Iterator[str]:
    """Yield the options with their letters, and how to answer."""
    for letter, option in zip(letters_of(question), question.options, strict=False):
        yield f"{letter}) {clean_line(option)}"
    yield asks_for(question)


def judging(question: Question, said: Said, verdict: Verdict) -> Iterator[str]:
    """Yield the verdict, then what differs by signs, or else the right answer where it was not given."""
    yield f"{verdict.outcome.sign} {verdict.sentence}."
    if verdict.diff is not None:
        for piece in verdict.diff.wrapped(WIDTH):
            yield f"You wrote  {piece.typed.text}".rstrip()
            yield f"           {piece.marks.text}".rstrip()
            yield f"Answer     {piece.right.text}".rstrip()
        yield ", ".join(f"{mark} {mark.meaning}" for mark in verdict.diff.legend)
    elif isinstance(verdict, ListVerdict) and isinstance(question.card.body, Listing):
        yield from _items(question.card.body, verdict)
    elif question.way is Way.CHOICE or said != question.right:
        yield f"Answer: {clean(question.right_answer)}"


def proposing(rating: Rating, previews: Mapping[Rating, Preview]) -> str:
    """Return the ratings, and which of them an empty line takes."""
    return f"{rating_line(previews)}. Enter takes {rating.label}."


def _items(listing: Listing, verdict: ListVerdict) -> Iterator[str]:
    for place, item in enumerate(listing.items):
        sign = "+" if place in verdict.missing else "✓"
        yield f"{sign} {place + 1}. {clean_line(item)}" if listing.ordered else f"{sign} {clean_line(item)}"
    if verdict.missing:
        yield "+ missing"
