"""What was taken back: an undo takes back an event, which may itself be an undo."""

from __future__ import annotations

from collections.abc import Iterable

from quizapp.model import Action, ActionKind, Event


def live_events(events: Iterable[Event]) -> list[Event]:
    """Return the events that hold, by id: without those undone, and without the undos themselves.

    An undo may itself be undone; then what it took back holds again.
    """
    ordered = sorted(events, key=lambda event: event.event_id)
    undone = undone_ids(
        (event.action_id, event.target_id)
        for event in ordered
        if isinstance(event, Action) and event.kind is ActionKind.UNDO
    )
    return [event for event in ordered if event.event_id not in undone and not _is_undo(event)]


def undone_ids(undos: Iterable[tuple[str, str | None]]) -> set[str]:
    """Return the ids of all events, undos among them, that are taken back.

    Args:
        undos: id and target of every undo, in any order.
    """
    undone: set[str] = set()
    # An undo is newer than its target: seen from the newest, whether an undo holds is known before it is
    # looked at.
    for undo_id, target_id in sorted(undos, reverse=True):
        if undo_id not in undone and target_id is not None:
            undone.add(target_id)
    return undone


def _is_undo(event: Event) -> bool:
    return isinstance(event, Action) and event.kind is ActionKind.UNDO
