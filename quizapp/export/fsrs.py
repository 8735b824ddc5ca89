"""Answers in the form that FSRS's optimizers read.

Names, units and numbers are those of the "Review Logs Schema" of https://github.com/open-spaced-repetition/fsrs-optimizer.
"""

from __future__ import annotations

from quizapp.export.fields import Field
from quizapp.model import Review

FSRS_FIELDS: tuple[Field[Review], ...] = (
    Field("card_id", "text", "the card answered", lambda r: r.card_id),
    Field("review_time", "epoch milliseconds", "when it was rated, in UTC", lambda r: r.reviewed_at),
    Field("review_rating", "1 to 4", "1 Again, 2 Hard, 3 Good, 4 Easy", lambda r: int(r.rating)),
    Field(
        "review_state",
        "0 to 3",
        "where the card stood before: 0 new, 1 learning, 2 review, 3 relearning",
        lambda r: int(r.phase),
    ),
    Field("review_duration", "milliseconds", "from the question to the rating", lambda r: r.duration_ms),
)
