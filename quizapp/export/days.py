"""A learner's numbers by study day, as a person would cite them. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from quizapp.clock import day_to_date
from quizapp.export.fields import Field
from quizapp.model import MINUTE_MS, Phase, Rating, Review


class DayItem(NamedTuple):
    """The answers of one study day. `reviewed` and `recalled` count those to cards in phase Review."""

    day: int
    answers: int
    cards: int
    new: int
    ms: int
    reviewed: int
    recalled: int
    ratings: Counter[Rating]


def by_day(reviews: Iterable[Review]) -> Iterator[DayItem]:
    """Yield a day for each that has an answer; the answers come in the order of their study days."""
    for day, answers in groupby(reviews, key=lambda review: review.study_day):
        yield _day(day, answers)


def _day(day: int, answers: Iterable[Review]) -> DayItem:
    cards: set[str] = set()
    ratings: Counter[Rating] = Counter()
    new = ms = reviewed = recalled = 0
    for answer in answers:
        cards.add(answer.card_id)
        ratings[answer.rating] += 1
        ms += answer.duration_ms
        new += answer.phase is Phase.NEW
        if answer.phase is Phase.REVIEW:
            reviewed += 1
            recalled += answer.rating is not Rating.AGAIN
    return DayItem(day, ratings.total(), len(cards), new, ms, reviewed, recalled, ratings)


DAY_FIELDS: tuple[Field[DayItem], ...] = (
    Field("study_day", "date", "the study day; days without an answer have no row", lambda d: _date(d.day)),
    Field("answers", "count", "answers given", lambda d: d.answers),
    Field("cards", "count", "different cards answered", lambda d: d.cards),
    Field("new", "count", "cards begun: answers to cards in phase new", lambda d: d.new),
    Field("minutes", "minutes", "from the questions to the ratings, to a tenth", lambda d: round(d.ms / MINUTE_MS, 1)),
    Field("reviewed", "count", "answers to cards in phase review", lambda d: d.reviewed),
    Field("recalled", "count", "how many of those were not rated Again", lambda d: d.recalled),
    Field(
        "recalled_share",
        "0 to 1 or null",
        "recalled / reviewed, known as true retention; null when none was reviewed",
        lambda d: round(d.recalled / d.reviewed, 4) if d.reviewed else None,
    ),
    Field("again", "count", "answers rated Again", lambda d: d.ratings[Rating.AGAIN]),
    Field("hard", "count", "answers rated Hard", lambda d: d.ratings[Rating.HARD]),
    Field("good", "count", "answers rated Good", lambda d: d.ratings[Rating.GOOD]),
    Field("easy", "count", "answers rated Easy", lambda d: d.ratings[Rating.EASY]),
)


def _date(day: int) -> str:
    return day_to_date(day).isoformat()
