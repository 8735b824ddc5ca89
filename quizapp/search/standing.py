"""How cards stand today: what `is:` asks."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.model import CardState, Phase
from quizapp.scheduling.leech import is_leech
from quizapp.search.expression import State
from quizapp.search.progress import Progress


def standing(state: State, states: Sequence[CardState], first_orphan: int, progress: Progress) -> list[bool]:
    """Return for every row whether its card stands so.

    A card is due when a session may ask it today: it is in learning or its day has come, and it is not set
    aside.

    Args:
        states: what the log says of each row's card.
        first_orphan: the row from which on there are only orphans, which are never due.
    """
    today = progress.today
    match state:
        case State.DUE:
            return [row < first_orphan and _is_due(card, today) for row, card in enumerate(states)]
        case State.NEW:
            return [card.schedule is None for card in states]
        case State.LEARNING:
            return [card.phase in (Phase.LEARNING, Phase.RELEARNING) for card in states]
        case State.REVIEW:
            return [card.phase is Phase.REVIEW for card in states]
        case State.LEECH:
            lapses = progress.leech_lapses
            return [card.schedule is not None and is_leech(card.schedule.lapses, lapses) for card in states]
        case State.SUSPENDED:
            return [card.suspended for card in states]
        case State.BURIED:
            return [card.buried_on == today for card in states]
        case State.ORPHAN:
            return [row >= first_orphan for row in range(len(states))]


def _is_due(card: CardState, today: int) -> bool:
    schedule, suspended, buried_on, _ = card
    if schedule is None or suspended or buried_on == today:
        return False
    return schedule.due_on is None or schedule.due_on <= today
