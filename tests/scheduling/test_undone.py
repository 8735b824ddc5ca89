"""What was taken back, and what holds again."""

from __future__ import annotations

from schedule_builders import DAY, action, ids, review

from quizapp.model import ActionKind, Event, Rating
from quizapp.scheduling.undone import live_events, undone_ids


def test_an_undone_undo_brings_the_answer_back() -> None:
    answer, undo, redo = ids(3)
    events: list[Event] = [
        review(answer, Rating.GOOD, DAY),
        action(undo, ActionKind.UNDO, target_id=answer),
        action(redo, ActionKind.UNDO, target_id=undo),
    ]
    assert live_events(events) == events[:1]
    assert live_events(events[:2]) == []
    assert undone_ids([(redo, undo), (undo, answer)]) == {undo}


def test_events_hold_in_the_order_of_their_ids_whatever_order_they_come_in() -> None:
    events = [review(event_id, Rating.GOOD, DAY + day) for day, event_id in enumerate(ids(4))]
    assert live_events(reversed(events)) == events
