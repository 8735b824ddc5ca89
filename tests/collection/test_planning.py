"""Load balance, exams and backlog through an opened collection: on record, rebuilt alike, undone together."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import World

from quizapp.collection import Collection
from quizapp.collection.calendar import Calendar
from quizapp.model import NEW_CARD, ActionKind, Phase, Rating, Schedule, StudySettings
from quizapp.scheduling.exam_plan import ExamPlan
from quizapp.scheduling.exams import Target
from quizapp.study.limits import shuffled

NOTES = "".join(f"  - id: n{n}\n    question: What is {n}?\n    answer: It is {n}.\n" for n in range(40))


@pytest.fixture
def world(tmp_path: Path) -> World:
    made = World(tmp_path, study=StudySettings(new_per_day=10, easy_days=(1, 1, 1, 1, 1, 0.5, 0)))
    made.write("deck.yaml", f"deck: d\ntitle: D\nnotes:\n{NOTES}")
    return made


def study(collection: Collection) -> None:
    """Answer all of a day; every ninth answer or so is Again."""
    session = collection.study()
    while session.current is not None:
        known = Rating.EASY if session.phase is Phase.NEW else Rating.GOOD
        lapses = shuffled(session.current.card_id, collection.today()) % 9 == 0
        session.rate(Rating.AGAIN if lapses and session.phase is Phase.REVIEW else known, duration_ms=1000)


def study_days(world: World, collection: Collection, days: int) -> None:
    for _ in range(days):
        study(collection)
        world.clock.pass_days(1)


def schedules(collection: Collection) -> dict[str, Schedule]:
    return {card_id: state.schedule for card_id, state in collection.states.items() if state.schedule}


def set_exam(collection: Collection) -> ExamPlan:
    return collection.plans.set_exam(Target("d"), collection.today() + 6)


def assert_rebuilt_alike(collection: Collection) -> None:
    before = dict(collection.states)
    collection.store.rebuild()
    assert collection.store.states() == before


def test_balanced_answers_are_rebuilt_alike_and_the_calendar_follows(world: World) -> None:
    with world.open() as collection:
        study_days(world, collection, 8)
        assert_rebuilt_alike(collection)
        fresh = Calendar(collection.cards, collection.states, (), world.study.easy_days)
        assert +fresh.due == +collection._journal.calendar.due


def test_an_exam_moves_cards_and_undo_takes_all_of_it_back(world: World) -> None:
    with world.open() as collection:
        study_days(world, collection, 6)
        before = dict(collection.states)
        plan = set_exam(collection)
        assert plan.due_on
        assert {card_id: schedules(collection)[card_id].due_on for card_id in plan.due_on} == plan.due_on
        assert_rebuilt_alike(collection)
        assert collection.undo().event.kind is ActionKind.EXAM
        assert (collection.plans.exams(), collection.states) == ((), before)
        assert_rebuilt_alike(collection)


def test_with_an_exam_ahead_previews_answers_and_undo_agree(world: World) -> None:
    with world.open() as collection:
        study_days(world, collection, 6)
        last_pass = set_exam(collection).last_pass
        for _ in range(6):
            session = collection.study()
            if session.current is not None:
                card_id, shown = session.current.card_id, session.previews()[Rating.GOOD]
                before = collection.states.get(card_id, NEW_CARD)
                session.rate(Rating.GOOD, duration_ms=5)
                assert collection.states[card_id].schedule == shown.schedule
                session.undo()
                assert collection.states.get(card_id, NEW_CARD) == before
            study(collection)
            world.clock.pass_days(1)
        assert_rebuilt_alike(collection)
        assert all(each.last_review_on >= last_pass.first_on for each in schedules(collection).values())


def test_a_backlog_is_spread_and_undone_as_one(world: World) -> None:
    with world.open() as collection:
        study_days(world, collection, 8)
        world.clock.pass_days(60)
        before, today = dict(collection.states), collection.today()
        plan = collection.plans.spread_preview(days=5)
        assert (plan.days[0].day, len(plan.days)) == (today, 5)
        assert collection.plans.spread(plan) == len(plan.moves)
        assert {card_id: schedules(collection)[card_id].due_on for card_id in plan.moves} == plan.moves
        assert_rebuilt_alike(collection)
        collection.undo()
        assert collection.states == before
