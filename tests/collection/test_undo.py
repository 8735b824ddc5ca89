"""Undo as a law: whatever was done, taking it back step by step gives what there was before each step."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from worlds import World

from quizapp.collection import Collection
from quizapp.model import NEW_CARD, ActionKind, Rating
from quizapp.scheduling.exams import Target

NOTES = "".join(f"  - id: n{n}\n    question: River {n}?\n    answer: It is {n}.\n" for n in range(6))
ON_CARDS = (ActionKind.BURY, ActionKind.UNBURY, ActionKind.SUSPEND, ActionKind.UNSUSPEND, ActionKind.RESET)
FEW = st.integers(1, 6)

ANSWERS = st.tuples(st.just("answer"), st.sampled_from(Rating))
ON_MANY = st.tuples(st.sampled_from(ON_CARDS), FEW)
DUE_DAYS = st.tuples(st.just("set due"), FEW, st.integers(0, 60))
EXAMS = st.tuples(st.just("exam"), st.integers(1, 40))
CALLED_OFF = st.tuples(st.just("call off"))
SPREADS = st.tuples(st.just("spread"), st.integers(1, 9))
ACTS = st.one_of(ANSWERS, ON_MANY, DUE_DAYS, EXAMS, CALLED_OFF, SPREADS)


@given(st.integers(0, 6), st.integers(0, 60), st.lists(ACTS, min_size=1, max_size=9), st.booleans())
@settings(max_examples=20, deadline=None)
def test_undo_after_any_acts_gives_back_step_by_step_what_there_was(
    known: int, days: int, acts: list[tuple[object, ...]], reopened: bool
) -> None:
    """Schedules, exams and the counts of the day are exactly those before each act, also after a crash."""
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder))
        world.write("rivers.yaml", f"deck: rivers\ntitle: Rivers\nnotes:\n{NOTES}")
        collection = world.open()
        for _ in range(known):
            collection.study().rate(Rating.EASY, duration_ms=1000)
        world.clock.pass_days(days)
        before = []
        for act in acts:
            told, newest = all_told(collection), events(collection)
            do(collection, *act)
            if events(collection) != newest:
                before.append(told)
        if reopened:
            collection = world.open()
        while before:
            collection.undo()
            assert all_told(collection) == before.pop()
        collection.close()


def do(collection: Collection, act: object, *how: object) -> None:
    plans, today = collection.plans, collection.today()
    match act, how:
        case "answer", (Rating() as rating,):
            session = collection.study()
            if session.current is not None:
                session.rate(rating, duration_ms=1000)
        case ActionKind() as kind, (int(number),):
            collection.act_on(kind, list(collection.cards)[:number])
        case "set due", (int(number), int(ahead)):
            plans.set_due(list(collection.cards)[:number], today + ahead)
        case "exam", (int(ahead),):
            plans.set_exam(Target("rivers"), today + ahead)
        case "call off", _:
            for exam in plans.exams():
                plans.call_off(exam)
        case "spread", (int(ahead),):
            plans.spread(plans.spread_preview(days=ahead))
        case _:
            raise AssertionError((act, how))


def events(collection: Collection) -> tuple[int, int]:
    with collection.store.writing() as tx:
        return len(list(collection.store.iter_reviews())), tx.position.actions


def all_told(collection: Collection) -> tuple[object, ...]:
    """Return everything a learner can see of the schedules, but for which event was the last."""
    states = {card_id: state._replace(last_event_id="") for card_id, state in collection.states.items()}
    kept = {card_id: state for card_id, state in states.items() if state != NEW_CARD}
    return kept, collection.plans.exams(), collection.overview()
