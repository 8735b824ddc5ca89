"""All figures together over long logs: a year with both changes of clocks, and ten years."""

from __future__ import annotations

import json
import random
from collections import Counter
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from answer_builders import CARD_IDS, Answer, columns
from schedule_builders import NO_FUZZ

from quizapp.clock import Moment, date_to_day
from quizapp.model import Card, CardState, Kind, Rating, Schedule
from quizapp.scheduling.engine import retrievability
from quizapp.scheduling.schedule import schedule_review
from quizapp.stats.definitions import values
from quizapp.stats.progress import Progress, progress
from quizapp.stats.selection import EVERYTHING, Selection

BERLIN = ZoneInfo("Europe/Berlin")
CARDS = {
    card_id: Card(card_id, card_id, card_id.partition("/")[0], Kind.QUESTION, 0, "?", "!", tags=(card_id[:1],))
    for card_id in CARD_IDS[1:]
}


def moment(wall: datetime) -> Moment:
    here = datetime.fromtimestamp(wall.replace(tzinfo=BERLIN).timestamp(), BERLIN)  # no clock shows a skipped hour
    return Moment(int(here.timestamp() * 1000), int((here.utcoffset() or timedelta()).total_seconds()) // 60)


def studied(walls: list[datetime]) -> tuple[list[Answer], dict[str, CardState]]:
    """Return a log of an answer at each moment of the wall clock, card after card, and the states it leads to."""
    chance = random.Random(5)
    schedules: dict[int, Schedule] = {}
    log = []
    for number, wall in enumerate(walls):
        at, card = moment(wall), 1 + number % 4
        day, before = at.study_day(4), schedules.get(card)
        rating = chance.choices(list(Rating), (1, 1, 7, 1))[0]
        after = schedules[card] = schedule_review(
            CARD_IDS[card], before, rating, reviewed_at=at.at_ms, study_day=day, settings=NO_FUZZ
        )
        elapsed = max(day - before.last_review_on, 0) if before else None
        recall = retrievability(before.memory, elapsed, ()) if before and elapsed is not None else None
        log.append(
            Answer(
                f"{number:020}", card, at.at_ms, at.utc_offset_minutes, day, rating,
                before.phase if before else 0, elapsed, 5_000, Kind.QUESTION, recall, after.interval_days,
            )
        )  # fmt: skip
    return log, {CARD_IDS[card]: CardState(schedule) for card, schedule in schedules.items()}


def figures(walls: list[datetime], selection: Selection = EVERYTHING) -> Progress:
    log, states = studied(walls)
    today = moment(walls[-1]).study_day(4)
    made = progress(columns(log), CARDS, states, selection, today=today, scheduling=NO_FUZZ, new_per_day=20)
    json.dumps(values(made), allow_nan=False)
    return made


@pytest.mark.parametrize("hour", [0, 2, 3, 4, 23])
def test_a_year_with_both_changes_of_clocks_has_each_of_its_days_and_hours_once(hour: int) -> None:
    first = datetime(2026, 1, 1, hour, 30)
    walls = [first + timedelta(days=number) for number in range(365)]
    made = figures(walls)
    begun = date_to_day(first.date()) - (hour < 4)
    assert list(made.activity.days) == list(range(begun, begun + 365))
    assert {amount.reviews for amount in made.activity.days.values()} == {1}
    assert made.activity.streak_days == made.activity.longest_streak_days == 365
    skipped = hour == 2  # on 29 March 02:30 is 03:30
    assert (made.activity.hours[hour], sum(made.activity.hours)) == (365 - skipped, 365)
    assert (made.knowledge.days[0] - begun) < 7
    assert made.knowledge.days[-1] == begun + 364


def test_ten_years_are_all_there() -> None:
    first = datetime(2016, 3, 1, 20, 0)
    walls = [first + timedelta(days=number) for number in range(0, 3_653, 3)]
    made = figures(walls)
    assert made.activity.total.reviews == len(walls) == len(made.activity.days)
    assert sum(map(sum, made.buttons.values())) == len(walls)
    months = Counter((wall.year, wall.month) for wall in walls)
    assert len(made.retention.months) <= len(months) == 120
    assert len(made.knowledge.days) <= 130
    assert made.knowledge.known[-1] == pytest.approx(made.memory.known)
    assert all(0 <= known <= 4 for known in made.knowledge.known)
    year = figures(walls, Selection(first_day=made.today - 364))
    assert len(year.knowledge.days) == 53
    earlier = dict(zip(made.knowledge.days, made.knowledge.known, strict=True))
    shared = [day for day in year.knowledge.days if day in earlier]
    assert len(shared) > 10
    at = dict(zip(year.knowledge.days, year.knowledge.known, strict=True))
    assert [at[day] for day in shared] == pytest.approx([earlier[day] for day in shared])


def test_what_is_known_today_follows_from_the_log_alone() -> None:
    """The curve is worked out from answers, memory from schedules: the day after, they agree."""
    first = datetime(2026, 1, 1, 20, 0)
    log, states = studied([first + timedelta(days=number) for number in range(60)])
    today = log[-1].day
    now, later = (
        progress(columns(log), CARDS, states, today=day, scheduling=NO_FUZZ, new_per_day=20)
        for day in (today, today + 1)
    )
    assert later.knowledge.days[-2] == today
    assert later.knowledge.known[-2] == pytest.approx(now.memory.known)
