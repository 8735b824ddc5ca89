"""How a session went, from the answers given in it. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizapp.model import Card, CardState, Phase, Rating
from quizapp.study.scope import Failed, SessionSummary

FAILED_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer of a session. `event_id` is empty for an answer that left no event (cram)."""

    event_id: str
    card: Card
    phase: Phase
    rating: Rating
    duration_ms: int
    predicted: float | None


def summarise(
    answers: Sequence[Answered],
    states: Mapping[str, CardState],
    *,
    target: float,
    streak_days: int = 0,
    tomorrow: int = 0,
    next_due_at: int | None = None,
    next_due_on: int | None = None,
) -> SessionSummary:
    """Return what a learner wants to know at the end of a session.

    Recall is measured on the first answer to each card that came from phase Review: a second look at a card that was
    failed minutes ago says nothing about memory. Neither does a cram, whose answers leave no event.
    """
    first: dict[str, Answered] = {}
    for answer in answers:
        first.setdefault(answer.card.card_id, answer)
    recorded = [answer for answer in first.values() if answer.event_id]
    reviewed = [answer for answer in recorded if answer.phase is Phase.REVIEW]
    predicted = [answer.predicted for answer in reviewed if answer.predicted is not None]
    return SessionSummary(
        cards=len({answer.card.card_id for answer in answers}),
        answers=len(answers),
        duration_ms=sum(answer.duration_ms for answer in answers),
        by_rating={rating: sum(answer.rating is rating for answer in answers) for rating in Rating},
        reviewed=len(reviewed),
        recalled=sum(answer.rating is not Rating.AGAIN for answer in reviewed),
        predicted=sum(predicted) / len(predicted) if predicted else None,
        target=target,
        new_learned=sum(answer.phase is Phase.NEW for answer in recorded),
        failed=_failed(answers, states),
        streak_days=streak_days,
        tomorrow=tomorrow,
        next_due_at=next_due_at,
        next_due_on=next_due_on,
    )


def _failed(answers: Sequence[Answered], states: Mapping[str, CardState]) -> tuple[Failed, ...]:
    cards = {answer.card.card_id: answer.card for answer in answers}
    times = Counter(answer.card.card_id for answer in answers if answer.rating is Rating.AGAIN)
    failed = []
    for card_id, count in times.most_common(FAILED_SHOWN):
        state = states.get(card_id)
        schedule = state.schedule if state else None
        failed.append(
            Failed(
                card=cards[card_id],
                times=count,
                due_on=schedule.due_on if schedule else None,
                due_at=schedule.due_at if schedule else None,
            )
        )
    return tuple(failed)
