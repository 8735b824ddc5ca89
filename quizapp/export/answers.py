"""The fields of answers, each a column of the log: for everybody, and in the form that FSRS's optimizers read.

The names, units and numbers for FSRS are those of the "Review Logs Schema" of
https://github.com/open-spaced-repetition/fsrs-optimizer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from quizapp.export.fields import DECIMALS, Field
from quizapp.model import Review


@dataclass(frozen=True, slots=True)
class LogField(Field[Review]):
    """A field that is one column of the log, so that a database can write it without making a `Review`."""

    column: str = ""


class Wanted(NamedTuple):
    """Which answers: those of study days, both included, and of cards; None is no bound."""

    first_day: int | None = None
    last_day: int | None = None
    card_ids: Sequence[str] | None = None


def _logged(name: str, values: str, meaning: str, *, column: str = "", decimals: int | None = None) -> LogField:
    column = column or name
    return LogField(name, values, meaning, attrgetter(column), decimals, column)


REVIEW_FIELDS: tuple[LogField, ...] = (
    _logged("review_id", "text", "the answer's id; ids sort in the order of the answers"),
    _logged("card_id", "text", "the card answered"),
    _logged("deck_id", "text", "the card's deck"),
    _logged("reviewed_at", "instant", "when it was rated"),
    _logged("study_day", "date", "the study day of that instant"),
    _logged("rating", "1 to 4", "1 Again, 2 Hard, 3 Good, 4 Easy"),
    _logged("phase", "new, learning, review, relearning", "where the card stood before"),
    _logged("elapsed_days", "whole days or null", "study days since its previous review"),
    _logged("duration_ms", "milliseconds", "from the question to the rating"),
    _logged("kind", "question, cloze, choice, number, list, statement", "the kind of the note"),
    _logged("answer", "text or null", "the text typed, null when the card was flipped"),
    _logged("stability_days", "days", "FSRS stability after the answer", decimals=DECIMALS),
    _logged("difficulty", "1 to 10", "FSRS difficulty after the answer", decimals=DECIMALS),
    _logged(
        "retrievability_before",
        "0 to 1 or null",
        "recall predicted before the answer, null for the first",
        decimals=DECIMALS,
    ),
    _logged("interval_days", "whole days", "interval it led to, 0 while a learning step is pending"),
    _logged("device_id", "text", "the device it was answered on"),
    _logged("utc_offset_minutes", "minutes from UTC", "how far local time was ahead of UTC then"),
)

FSRS_FIELDS: tuple[LogField, ...] = (
    _logged("card_id", "text", "the card answered"),
    _logged("review_time", "epoch milliseconds", "when it was rated, in UTC", column="reviewed_at"),
    _logged("review_rating", "1 to 4", "1 Again, 2 Hard, 3 Good, 4 Easy", column="rating"),
    _logged(
        "review_state",
        "0 to 3",
        "where the card stood before: 0 new, 1 learning, 2 review, 3 relearning",
        column="phase",
    ),
    _logged("review_duration", "milliseconds", "from the question to the rating", column="duration_ms"),
)
