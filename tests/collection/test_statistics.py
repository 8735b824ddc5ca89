"""Figures of an opened collection: through a change of clocks, a flight, another cutoff, and what was taken back."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from worlds import BERLIN, DECK, TestClock, World

from quizapp.clock import date_to_day
from quizapp.errors import UnknownDeck
from quizapp.model import Rating, StudySettings
from quizapp.stats.progress import Progress
from quizapp.stats.selection import Selection
from quizapp.study.scope import Scope


@pytest.fixture
def world(tmp_path: Path) -> World:
    world = World(tmp_path)
    world.write("rivers.yaml", DECK)
    return world


def answer_at(world: World, moment: datetime) -> None:
    """Answer one new card, on a clock that goes by the zone of the moment."""
    assert isinstance(moment.tzinfo, ZoneInfo)
    world.clock = TestClock(moment, moment.tzinfo)
    with world.open() as collection:
        session = collection.study(Scope(new_limit=9))
        assert session.current is not None
        session.rate(Rating.EASY, duration_ms=1_000)


def figures(world: World, selection: Selection | None = None) -> Progress:
    with world.open(read_only=True) as collection:
        return collection.statistics(selection)


def days(world: World) -> list[int]:
    return list(figures(world).activity.days)


def day(year: int, month: int, date: int) -> int:
    return date_to_day(datetime(year, month, date).date())


def test_the_night_on_which_clocks_go_forward_parts_two_days_at_the_cutoff(world: World) -> None:
    answer_at(world, datetime(2026, 3, 29, 1, 59, tzinfo=BERLIN))
    answer_at(world, datetime(2026, 3, 29, 3, 59, tzinfo=BERLIN))
    answer_at(world, datetime(2026, 3, 29, 4, 0, tzinfo=BERLIN))
    made = figures(world).activity
    assert {on: amount.reviews for on, amount in made.days.items()} == {day(2026, 3, 28): 2, day(2026, 3, 29): 1}
    assert [hour for hour, count in enumerate(made.hours) if count] == [1, 3, 4]


def test_the_night_on_which_clocks_go_back_does_so_too(world: World) -> None:
    answer_at(world, datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN))
    answer_at(world, datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=BERLIN))
    answer_at(world, datetime(2026, 10, 25, 4, 0, tzinfo=BERLIN))
    made = figures(world).activity
    assert {on: amount.reviews for on, amount in made.days.items()} == {day(2026, 10, 24): 2, day(2026, 10, 25): 1}
    assert made.hours[2] == 2


def test_a_flight_over_the_date_line_keeps_each_day_as_it_was_there(world: World) -> None:
    answer_at(world, datetime(2026, 7, 4, 9, 0, tzinfo=ZoneInfo("Pacific/Kiritimati")))
    answer_at(world, datetime(2026, 7, 3, 9, 0, tzinfo=ZoneInfo("Pacific/Pago_Pago")))
    made = figures(world).activity
    assert list(made.days) == [day(2026, 7, 3), day(2026, 7, 4)]
    assert made.hours[9] == 2


def test_another_cutoff_leaves_past_days_as_they_were(world: World) -> None:
    answer_at(world, datetime(2026, 6, 2, 3, 0, tzinfo=BERLIN))
    before = days(world)
    world.study = StudySettings(day_cutoff_hour=0)
    assert days(world) == before == [day(2026, 6, 1)]
    answer_at(world, datetime(2026, 6, 3, 3, 0, tzinfo=BERLIN))
    assert days(world) == [day(2026, 6, 1), day(2026, 6, 3)]


def test_what_was_taken_back_counts_no_more(world: World) -> None:
    answer_at(world, datetime(2026, 6, 2, 9, 0, tzinfo=BERLIN))
    answer_at(world, datetime(2026, 6, 2, 10, 0, tzinfo=BERLIN))
    assert figures(world).activity.total.reviews == 2
    with world.open() as collection:
        collection.undo()
    made = figures(world)
    assert made.activity.total.reviews == made.memory.cards == 1


def test_a_deck_that_nothing_knows_is_refused(world: World) -> None:
    with pytest.raises(UnknownDeck):
        figures(world, Selection(deck_ids=("lakes",)))
