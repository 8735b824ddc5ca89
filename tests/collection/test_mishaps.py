"""What went wrong once: each of these lost something, or asked what should not be asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import DAY, DECK, HOUR, MINUTE, World

from quizapp.errors import ConfigInvalid
from quizapp.model import ActionKind, Rating, SchedulingSettings, StudySettings
from quizapp.study.scope import Scope


@pytest.fixture
def world(tmp_path: Path) -> World:
    world = World(tmp_path)
    world.write("rivers.yaml", DECK)
    return world


def is_replay(collection) -> bool:
    before = dict(collection.store.states())
    collection.store.rebuild()
    return collection.store.states() == before


def test_settings_of_another_program_do_not_part_schedules_from_their_replay(world: World) -> None:
    with world.open() as first:
        world.scheduling = SchedulingSettings(learning_steps_ms=())
        with world.open() as second:
            session = first.study()
            session.rate(Rating.GOOD, duration_ms=1)
            other = second.study()
            other.rate(Rating.GOOD, duration_ms=1)
            session.bury()
            assert is_replay(first)


def test_a_step_that_ends_tomorrow_makes_nobody_wait_today(world: World) -> None:
    world.scheduling = SchedulingSettings(learning_steps_ms=(MINUTE, 2 * DAY))
    with world.open() as collection:
        session = collection.study(Scope(limit=1))
        session.rate(Rating.GOOD, duration_ms=1)
        assert collection.study(Scope(limit=1)).current is not None
        overview = collection.overview()
        assert overview.learning == 0
        assert overview.forecast[1][1] == 1


def test_undoing_an_unsuspend_asks_nothing(world: World) -> None:
    with world.open() as collection:
        collection.act_on(ActionKind.SUSPEND, ["rivers/nile"])
        collection.act_on(ActionKind.UNSUSPEND, ["rivers/nile"])
        session = collection.study()
        undone = session.undo()
        assert (undone.what, undone.card) == ("unsuspend", None)
        assert session.current is None or session.current.card_id != "rivers/nile"
        assert session.progress.done <= session.progress.total


def test_a_look_without_writing_does_not_hide_an_edit(world: World) -> None:
    question = "Which river flows through the old city of Cairo?"
    note = f"deck: d\ntitle: D\nnotes:\n  - id: x\n    question: {question}\n    answer: The river Nile\n"
    world.write("rivers.yaml", note)
    with world.open() as collection:
        session = collection.study()
        session.rate(Rating.EASY, duration_ms=1)
    reworded = note.replace("old city", "old town").replace("The river Nile", "The great river Nile")
    world.write("rivers.yaml", reworded)
    world.open(read_only=True).close()
    world.open().close()
    world.write("rivers.yaml", reworded.replace("  - id: x\n    question", "  - question"))
    with world.open() as collection:
        assert any("progress kept" in notice for notice in collection.notices)


def test_a_buried_card_in_learning_is_not_said_to_be_due(world: World) -> None:
    world.write("rivers.yaml", "deck: d\ntitle: D\nnotes:\n  - id: x\n    question: Which?\n    answer: That\n")
    with world.open() as collection:
        session = collection.study()
        session.rate(Rating.GOOD, duration_ms=1)
        while session.current:
            session.bury()
        world.clock.pass_ms(3 * HOUR)
        overview = collection.overview()
        assert overview.total == 0
        assert overview.next_due_at is None
        assert overview.next_due_on == collection.today() + 1


def test_a_cram_takes_back_what_was_done_last_in_it(world: World) -> None:
    with world.open() as collection:
        session = collection.study(Scope(cram=True))
        session.rate(Rating.GOOD, duration_ms=1)
        card = session.current
        session.suspend()
        assert session.undo().what == "suspend"
        assert session.current == card
        assert session.undo().what == "Good"
        assert session.undo() is None


def test_a_cram_never_waits_for_a_learning_step(world: World) -> None:
    world.study = StudySettings(learn_ahead_ms=0)
    world.scheduling = SchedulingSettings(learning_steps_ms=(3 * HOUR,))
    with world.open() as collection:
        session = collection.study()
        session.rate(Rating.AGAIN, duration_ms=1)
        session.rate(Rating.AGAIN, duration_ms=1)
        cram = collection.study(Scope(cram=True))
        while cram.current:
            cram.rate(Rating.GOOD, duration_ms=1)
        for _ in range(3):
            cram.undo()
        while cram.current:
            cram.rate(Rating.GOOD, duration_ms=1)
        assert cram.waiting_until is None
        assert cram.summary().new_learned == 0


def test_a_suspension_follows_a_note_that_was_never_answered(world: World) -> None:
    first = "Which town lies where the river Saale meets the Elbe?"
    world.write("rivers.yaml", f"deck: d\ntitle: D\nnotes:\n  - question: {first}\n    answer: A town called Barby\n")
    with world.open() as collection:
        (card_id,) = collection.cards
        collection.act_on(ActionKind.SUSPEND, [card_id])
    mended = first.replace("meets", "joins")
    world.write("rivers.yaml", f"deck: d\ntitle: D\nnotes:\n  - question: {mended}\n    answer: A town called Barby\n")
    with world.open() as collection:
        assert collection.study().current is None


def test_weights_out_of_range_are_a_setting_to_mend(world: World) -> None:
    world.scheduling = SchedulingSettings(parameters=(99.0,) * 21)
    with pytest.raises(ConfigInvalid, match="scheduling"):
        world.open()


def test_a_card_that_another_program_has_moved_can_be_answered(world: World) -> None:
    """Its new day was in nobody's count here: one card less than none was due on it."""
    with world.open() as first, world.open() as second:
        mine, theirs = first.study(), second.study()
        for rating in (Rating.EASY, Rating.GOOD, Rating.HARD):
            assert mine.current == theirs.current
            theirs.rate(Rating.EASY, duration_ms=1)
            mine.rate(rating, duration_ms=1)
        assert is_replay(first)
