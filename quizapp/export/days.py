"""A learner's numbers by study day, as a person would cite them. Pure."""

from __future__ import annotations

from typing import NamedTuple

from quizapp.export.fields import Field
from quizapp.humanize import count, duration, percent
from quizapp.model import MINUTE_MS


class DayItem(NamedTuple):
    """The answers of one study day. `reviewed` and `recalled` count those to cards in phase Review."""

    day: int
    answers: int
    cards: int
    new: int
    ms: int
    reviewed: int
    recalled: int
    again: int
    hard: int
    good: int
    easy: int

    def in_words(self) -> str:
        """Return the day as a person would cite it."""
        new = f", {self.new:,} of them new" if self.new else ""
        recalled = (
            f"; {self.recalled:,} of {self.reviewed:,} recalled ({percent(self.recalled / self.reviewed)})"
            if self.reviewed
            else ""
        )
        return f"{count(self.answers, 'answer')} on {count(self.cards, 'card')}{new}, in {duration(self.ms)}{recalled}"


DAY_FIELDS: tuple[Field[DayItem], ...] = (
    Field("study_day", "date", "the study day; days without an answer have no row", lambda d: d.day),
    Field("answers", "count", "answers given", lambda d: d.answers),
    Field("cards", "count", "different cards answered", lambda d: d.cards),
    Field("new", "count", "cards begun: answers to cards in phase new", lambda d: d.new),
    Field("minutes", "minutes", "from the questions to the ratings, to a tenth", lambda d: d.ms / MINUTE_MS, 1),
    Field("reviewed", "count", "answers to cards in phase review", lambda d: d.reviewed),
    Field("recalled", "count", "how many of those were not rated Again", lambda d: d.recalled),
    Field(
        "recalled_share",
        "0 to 1 or null",
        "recalled / reviewed, known as true retention; null when none was reviewed",
        lambda d: d.recalled / d.reviewed if d.reviewed else None,
        4,
    ),
    Field("again", "count", "answers rated Again", lambda d: d.again),
    Field("hard", "count", "answers rated Hard", lambda d: d.hard),
    Field("good", "count", "answers rated Good", lambda d: d.good),
    Field("easy", "count", "answers rated Easy", lambda d: d.easy),
    Field("text", "text", "the day in a sentence", DayItem.in_words),
)

