"""Studying on an opened collection: answers last, days pass, and what was done can be undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import DAY, DECK, HOUR, MINUTE, World

from quizapp.errors import UnknownDeck
from quizapp.model import Phase, Rating, StudySettings
from quizapp.study.scope import Scope


@pytest.fixture
def world(tmp_path: Path) -> World:
    world = World(tmp_path)
    world.write("rivers.yaml", DECK)
    return world


def asked(session) -> str | None:
    return session.current.card_id if session.current else None


def finish(session, world: World, rating: Rating = Rating.GOOD) -> int:
    """Answer until nothing is left today; return the number of answers."""
    answers = 0
    while session.current:
        session.rate(rating, duration_ms=1000)
        world.clock.pass_ms(MINUTE)
        answers += 1
        if session.current is None and session.waiting_until is not None:
            world.clock.at_ms = max(world.clock.at_ms, session.waiting_until)
            assert session.poll()
    return answers


def test_a_first_day_asks_one_card_of_each_note(world: World) -> None:
    with world.open() as collection:
        session = collection.study()
        assert session.progress.total == 3
        assert session.phase is Phase.NEW
        assert finish(session, world) == 6  # two learning steps each
        summary = session.summary()
    assert (summary.cards, summary.answers, summary.new_learned) == (3, 6, 3)
    assert summary.streak_days == 1


def test_every_answer_is_on_disk_before_the_next_card(world: World) -> None:
    with world.open() as collection:
        session = collection.study()
        session.rate(Rating.GOOD, duration_ms=1500)
        with world.open(read_only=True) as other:
            assert sum(1 for _ in other.store.iter_reviews()) == 1


def test_siblings_come_on_the_next_day_also_after_a_restart(world: World) -> None:
    with world.open() as collection:
        finish(collection.study(), world)
        assert collection.overview().total == 0
    with world.open() as collection:
        assert collection.study().current is None
    world.clock.pass_days(1)
    with world.open() as collection:
        session = collection.study()
        assert session.progress.total >= 2
        finish(session, world)


def test_a_card_comes_back_on_the_day_its_button_said(world: World) -> None:
    with world.open() as collection:
        session = collection.study()
        card = asked(session)
        easy = session.previews()[Rating.EASY]
        session.rate(Rating.EASY, duration_ms=1000)
        schedule = collection.states[card].schedule
        assert schedule is not None
        assert schedule.due_on == easy.schedule.due_on
        due_on = schedule.due_on
    world.clock.pass_days(due_on - 1 - world.clock.now().study_day(4))
    with world.open() as collection:
        assert card not in [c.card_id for c in collection.agenda.queue(Scope()).main]
    world.clock.pass_days(1)
    with world.open() as collection:
        assert card in [c.card_id for c in collection.agenda.queue(Scope()).main]


def test_undo_gives_back_the_schedule_and_the_counts_also_after_a_restart(world: World) -> None:
    with world.open() as collection:
        before, counts = dict(collection.states), collection.overview()
        session = collection.study()
        first = asked(session)
        session.rate(Rating.AGAIN, duration_ms=1000)
        world.clock.pass_ms(MINUTE)
        session.rate(Rating.EASY, duration_ms=1000)
    with world.open() as collection:
        session = collection.study()
        assert session.undo().what == "Easy"
        undone = session.undo()
        assert (undone.what, undone.card.card_id) == ("Again", first)
        assert asked(session) == first
        assert session.undo() is None
        after = {key: state for key, state in collection.states.items() if state.schedule}
        assert after == before
        again = collection.overview()
        assert (again.new, again.learning, again.due) == (counts.new, counts.learning, counts.due)
        assert again.streak_days == 0


def test_bury_and_suspend_put_a_card_away_and_undo_brings_it_back_in_place(world: World) -> None:
    with world.open() as collection:
        session = collection.study()
        first = asked(session)
        session.bury()
        second = asked(session)
        session.suspend()
        assert session.progress.done == 2
        assert session.undo().what == "suspend"
        assert asked(session) == second
        assert session.undo().what == "bury"
        assert asked(session) == first
        assert session.progress.done == 0
        session.rate(Rating.EASY, duration_ms=1)
        assert asked(session) == second


def test_a_buried_card_is_back_tomorrow_and_a_suspended_one_is_not(world: World) -> None:
    with world.open() as collection:
        session = collection.study()
        buried = asked(session)
        session.bury()
        suspended = asked(session)
        session.suspend()
    world.clock.pass_days(1)
    with world.open() as collection:
        offered = [card.card_id for card in collection.agenda.queue(Scope()).main]
        assert buried in offered
        assert suspended not in offered
        assert sum(deck.suspended for deck in collection.overview().decks) == 1


def test_cram_leaves_schedules_and_log_alone(world: World) -> None:
    with world.open() as collection:
        session = collection.study(Scope(cram=True))
        assert session.progress.total == 5
        assert session.previews() == {}
        session.rate(Rating.AGAIN, duration_ms=1)
        assert session.undo().what == "Again"
        assert session.undo() is None
        finish(session, world)
        assert not collection.states
        assert list(collection.store.iter_reviews()) == []


def test_studying_ahead_brings_tomorrows_cards_now(world: World) -> None:
    with world.open() as collection:
        finish(collection.study(), world)
        overview = collection.overview()
        assert overview.ahead_days >= 1
        world.clock.pass_days(overview.ahead_days - 1)
        session = collection.study(Scope(ahead_days=1))
        assert session.current is not None
        assert session.phase is Phase.REVIEW


def test_a_session_waits_for_a_learning_card_and_goes_on(world: World) -> None:
    world.study = StudySettings(learn_ahead_ms=0)
    with world.open() as collection:
        session = collection.study()
        while session.current:
            session.rate(Rating.GOOD, duration_ms=1)
        until = session.waiting_until
        assert until == world.clock.at_ms + 10 * MINUTE
        assert not session.poll()
        world.clock.pass_ms(10 * MINUTE)
        assert session.poll()


def test_the_day_ends_at_the_cutoff_and_not_at_midnight(world: World) -> None:
    world.clock.pass_ms(12 * HOUR)  # 22:00
    with world.open() as collection:
        today = collection.today()
        world.clock.pass_ms(5 * HOUR)  # 03:00
        assert collection.today() == today
        world.clock.pass_ms(HOUR)
        assert collection.today() == today + 1


def test_a_clock_set_back_is_said_and_loses_nothing(world: World) -> None:
    with world.open() as collection:
        session = collection.study()
        card = asked(session)
        session.rate(Rating.EASY, duration_ms=1)
    world.clock.pass_ms(-365 * DAY)
    with world.open() as collection:
        assert any("clock" in notice for notice in collection.notices)
        session = collection.study()
        session.rate(Rating.GOOD, duration_ms=1)
        assert collection.states[card].schedule.reps == 1
        assert len(list(collection.store.iter_reviews())) == 2
        assert session.undo().what == "Good"


def test_an_unknown_deck_is_named_with_the_one_that_was_meant(world: World) -> None:
    with world.open() as collection, pytest.raises(UnknownDeck, match="rivers"):
        collection.study(Scope(deck_ids=("river",)))


def test_changed_settings_are_on_record_once(world: World) -> None:
    world.open().close()
    world.scheduling = type(world.scheduling)(desired_retention=0.8)
    for _ in range(2):
        with world.open() as collection:
            assert [a.detail["desired_retention"] for a in collection.store.settings_events()] == [0.8]


def test_two_programs_on_one_collection_see_each_others_answers(world: World) -> None:
    with world.open() as first, world.open() as second:
        session = first.study()
        card = asked(session)
        session.rate(Rating.EASY, duration_ms=1)
        other = second.study()
        assert asked(other) != card
        assert second.states[card] == first.states[card]
