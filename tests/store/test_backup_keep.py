"""Which backups stay: laws, and a year of study."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from quizapp.model import DAY_MS, HOUR_MS
from quizapp.store.backup_keep import DAYS, MONTHS, MOST_OF_ONE_SCHEMA, NEWEST, WEEKS, Backup, which_to_keep

NOW = round(datetime(2026, 11, 27, 12, tzinfo=UTC).timestamp() * 1000)


def backup(made_at: int, *, answers: int = 0, schema: int = 3, device_id: str = "a", name: str = "") -> Backup:
    return Backup(Path(name or f"{made_at}.db"), made_at, 4096, schema, device_id, answers, 0, 0, 0)


BACKUPS = st.lists(
    st.builds(
        backup,
        st.one_of(
            st.integers(NOW - 900 * DAY_MS, NOW + 900 * DAY_MS),
            st.integers(0, 400).map(lambda hours: NOW - hours * HOUR_MS),
        ),
        answers=st.integers(0, 50),
        schema=st.integers(1, 4),
        device_id=st.sampled_from("ab"),
        name=st.uuids().map(str),
    ),
    max_size=60,
)


@given(BACKUPS, st.randoms())
def test_the_order_of_the_backups_does_not_matter(backups: list[Backup], chance: object) -> None:
    shuffled = list(backups)
    chance.shuffle(shuffled)
    assert which_to_keep(shuffled, NOW) == which_to_keep(backups, NOW)


@given(BACKUPS)
def test_the_newest_of_a_log_and_the_one_with_the_most_answers_stay(backups: list[Backup]) -> None:
    kept = which_to_keep(backups, NOW)
    assert kept <= set(backups)
    for device in {each.device_id for each in backups}:
        of_one = [each for each in backups if each.device_id == device]
        past = [each.made_at for each in of_one if each.made_at <= NOW]
        assert not past or max(past) in {each.made_at for each in kept if each.device_id == device}
        most = max(each.answers for each in of_one)
        assert most in {each.answers for each in kept if each.device_id == device}
        assert {each.schema for each in of_one} == {each.schema for each in kept if each.device_id == device}


@given(BACKUPS)
def test_how_many_stay_is_bounded(backups: list[Backup]) -> None:
    kept = which_to_keep(backups, NOW)
    for device in {each.device_id for each in backups}:
        of_one = [each for each in kept if each.device_id == device]
        assert len(of_one) <= MOST_OF_ONE_SCHEMA + len({each.schema for each in of_one}) - 1


@given(BACKUPS)
def test_what_stayed_once_stays_when_nothing_has_changed(backups: list[Backup]) -> None:
    kept = which_to_keep(backups, NOW)
    assert which_to_keep(kept, NOW) == kept


@given(BACKUPS, BACKUPS)
def test_one_log_takes_nothing_from_another(ours: list[Backup], others: list[Backup]) -> None:
    ours = [each._replace(device_id="ours") for each in ours]
    alone = which_to_keep(ours, NOW)
    assert {each for each in which_to_keep([*ours, *others], NOW) if each.device_id == "ours"} == alone


@given(BACKUPS)
def test_a_clock_that_was_ahead_takes_no_day_from_the_others(backups: list[Backup]) -> None:
    past = [each for each in backups if each.made_at <= NOW and each.device_id == "a"]
    ahead = [backup(NOW + n * DAY_MS, name=f"ahead {n}") for n in range(1, 40)]
    assert which_to_keep(past, NOW) <= which_to_keep([*past, *ahead], NOW)
    assert NEWEST <= len([each for each in which_to_keep([*past, *ahead], NOW) if each.made_at > NOW]) <= NEWEST + 2


def test_after_a_year_of_study_days_weeks_and_months_are_there() -> None:
    """A backup each half hour of the two hours that somebody studies every day, thinned after each."""
    kept: set[Backup] = set()
    answers = 0
    for day in range(400, -1, -1):
        for half_hour in range(4):
            answers += 50
            at = NOW - day * DAY_MS - (4 - half_hour) * HOUR_MS // 2
            kept = which_to_keep([*kept, backup(at, answers=answers)], at)
    ages = sorted((NOW - each.made_at) // DAY_MS for each in kept)
    assert ages[:NEWEST] == [0] * NEWEST
    assert set(range(DAYS)) <= set(ages)
    assert len([age for age in ages if age < 7 * WEEKS]) >= DAYS + WEEKS - 2
    assert len({datetime.fromtimestamp(each.made_at / 1000, UTC).strftime("%Y-%m") for each in kept}) == MONTHS
    assert len(kept) <= MOST_OF_ONE_SCHEMA


def test_who_comes_back_after_a_year_finds_everything() -> None:
    backups = [backup(NOW - day * DAY_MS, answers=400 - day) for day in range(400)]
    kept = which_to_keep(backups, NOW)
    assert which_to_keep(kept, NOW + 365 * DAY_MS) == kept
