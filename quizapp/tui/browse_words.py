"""What the browse screen says: how a card stands, when it is due, how rows are ordered, what an act did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.clock import day_to_date
from quizapp.humanize import MONTHS, WEEKDAYS, count, day_and_month, decimal, delay, interval, interval_short, percent
from quizapp.model import ActionKind, Review
from quizapp.search.table import BrowseRow, Sort

if TYPE_CHECKING:
    from quizapp.collection.journal import Taken
    from quizapp.tui.browser import Done

SORTS: tuple[tuple[Sort, bool], ...] = (
    (Sort.DECK, False),
    (Sort.DUE, False),
    (Sort.RETRIEVABILITY, False),
    (Sort.STABILITY, False),
    (Sort.DIFFICULTY, True),
    (Sort.LAPSES, True),
)
"""The orders that one key goes through, each in the direction that is asked for most; True is descending."""

_ORDERS = {
    Sort.DECK: ("in deck order", "", "last first"),
    Sort.DUE: ("by due day", "soonest first", "latest first"),
    Sort.RETRIEVABILITY: ("by recall", "lowest first", "highest first"),
    Sort.STABILITY: ("by stability", "lowest first", "highest first"),
    Sort.DIFFICULTY: ("by difficulty", "easiest first", "hardest first"),
    Sort.LAPSES: ("by lapses", "fewest first", "most first"),
}

_SHORTEST = 0.05
"""Days of stability below which figures would say 0."""

_DID = {
    ActionKind.BURY: "buried {} until tomorrow",
    ActionKind.UNBURY: "brought {} back today",
    ActionKind.SUSPEND: "suspended {}",
    ActionKind.UNSUSPEND: "brought {} back",
    ActionKind.RESET: "reset {}",
    ActionKind.SET_DUE: "set the due day of {}",
    ActionKind.CARRY: "carried progress over to {}",
    ActionKind.EXAM: "planned an exam, which moved {}",
}


def order(sort: Sort, descending: bool) -> str:
    """Return what rows are ordered by, and which way: `by recall, lowest first`."""
    name, up, down = _ORDERS[sort]
    return name if (sort, descending) == SORTS[0] else f"{name}, {down if descending else up}"


def standing(row: BrowseRow) -> str:
    """Return how a card stands in one word: what keeps it from coming, that it is a leech, or its phase."""
    if row.orphan:
        return "Orphan"
    if row.state.suspended:
        return "Suspended"
    if row.buried:
        return "Buried"
    return "Leech" if row.leech else row.state.phase.label


def is_out(row: BrowseRow) -> bool:
    """Tell whether a card does not come as things stand."""
    return row.orphan or row.state.suspended or row.buried


def figure(row: BrowseRow, sort: Sort) -> str:
    """Return the figure that rows are ordered by, recall where they are ordered by something else; empty when new."""
    schedule = row.state.schedule
    if schedule is None or row.retrievability is None:
        return ""
    match sort:
        case Sort.STABILITY:
            days = schedule.memory.stability_days
            return "< 0.1 d" if days < _SHORTEST else interval_short(days)
        case Sort.DIFFICULTY:
            return decimal(schedule.memory.difficulty)
        case Sort.LAPSES:
            return str(schedule.lapses)
        case _:
            return percent(row.retrievability)


def stability(days: float) -> str:
    """Return a stability: `11 days`, `3.3 months`."""
    return "under 0.1 days" if days < _SHORTEST else interval(days)


def due(row: BrowseRow, *, now: int, today: int) -> str:
    """Return when a card is due, in at most eleven cells: `14 min`, `today`, `Wed 25`, `3 d ago`; `–` for never.

    Args:
        now: epoch milliseconds, for the step of a card in learning.
    """
    schedule = row.state.schedule
    if row.state.suspended or row.orphan:
        return "–"
    if schedule is None:
        return ""
    if schedule.due_at is not None:
        return delay(schedule.due_at - now) if schedule.due_at > now else "now"
    due_on = schedule.due_on if schedule.due_on is not None else today
    if due_on < today:
        return f"{interval_short(today - due_on)} ago"
    if due_on == today:
        return "today"
    date = day_to_date(due_on)
    if due_on - today < 7:
        return f"{WEEKDAYS[date.weekday()][:3]} {date.day}"
    if date.year == day_to_date(today).year:
        return day_and_month(due_on)
    return f"{MONTHS[date.month - 1][:3]} {date.year}"


def done(act: Done, undo: str) -> str:
    """Return what an act did, the key that takes it back, and what it left out."""
    if not act.cards:
        return _NOTHING[act.kind]
    said = f"{_did(act.kind, act.cards)}. {undo} takes it back."
    left_out = f" {_left_out(act)}" if act.left_out else ""
    return said[0].upper() + said[1:] + left_out


def took_back(taken: Taken) -> str:
    """Return what an undo took back, and of how many cards."""
    event, cards = taken.event, len(taken.states)
    if isinstance(event, Review):
        return f"Took back: rated {count(cards, 'card')} {event.rating.label}."
    return f"Took back: {_did(event.kind, cards)}."


NO_DUE_DAY = "Only a card in review has a due day: answer it first."

_NOTHING = {
    ActionKind.BURY: "An orphan cannot be buried: no deck asks it any more.",
    ActionKind.SUSPEND: "An orphan cannot be suspended: no deck asks it any more.",
    ActionKind.RESET: "There is nothing to reset: only a card that was answered has a schedule.",
    ActionKind.SET_DUE: NO_DUE_DAY,
}


def _did(kind: ActionKind, cards: int) -> str:
    return _DID.get(kind, kind.value + " of {}").format(count(cards, "card"))


def _left_out(act: Done) -> str:
    what = count(act.left_out, "card") + (" was" if act.left_out == 1 else " were")
    why = {ActionKind.RESET: "never answered", ActionKind.SET_DUE: "not in review"}
    return f"{what} left out: {why.get(act.kind, 'in no deck any more')}."
