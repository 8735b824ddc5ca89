"""The columns that figures are made from, against a plain walk over the same answers."""

from __future__ import annotations

import itertools
from datetime import datetime
from zoneinfo import ZoneInfo

from answer_builders import CARD_IDS, DAY, Answer, columns, logs
from hypothesis import given

from quizapp.clock import study_day
from quizapp.model import Phase
from quizapp.stats.answer_log import columns_of
from quizapp.stats.codes import LEVELS, MATURE
from quizapp.stats.recall_bins import bin_of


def by_day(log: list[Answer]) -> list[Answer]:
    return sorted(log, key=lambda answer: (answer.day, answer.review_id))


@given(logs())
def test_columns_hold_every_answer_by_study_day(log: list[Answer]) -> None:
    made = columns(log)
    rows = [
        (day, made.card_ids[card], made.deck_ids[deck], outcome % MATURE, ms)
        for day, card, deck, outcome, ms in zip(
            made.study_day, made.card, made.deck, made.outcome, made.duration_ms, strict=True
        )
    ]
    assert rows == [
        (a.day, CARD_IDS[a.card], CARD_IDS[a.card].partition("/")[0], a.phase * 4 + a.rating - 1, a.duration_ms)
        for a in by_day(log)
    ]


@given(logs())
def test_an_answer_is_mature_where_the_interval_before_it_was_21_days_or_more(log: list[Answer]) -> None:
    intervals: dict[int, int] = {}
    mature = {}
    for answer in log:
        mature[answer.review_id] = answer.phase != Phase.NEW and intervals.get(answer.card, 0) >= 21
        intervals[answer.card] = answer.interval
    made = columns(log)
    assert [outcome >= MATURE for outcome in made.outcome] == [mature[a.review_id] for a in by_day(log)]


@given(logs())
def test_the_bin_tells_elapsed_days_number_and_lapses_of_answers_on_another_day(log: list[Answer]) -> None:
    expected: dict[str, int] = {}
    for card, answers in itertools.groupby(sorted(log, key=lambda a: (a.card, a.review_id)), key=lambda a: a.card):
        assert card
        history: list[Answer] = []
        for answer in answers:
            if answer.phase == Phase.NEW:
                history = []
            apart = [past for past in history if past.elapsed]
            lapses = sum(past.rating == 1 for past in apart)
            expected[answer.review_id] = bin_of(answer.elapsed, len(apart) + 2, lapses) if answer.elapsed else 0
            history.append(answer)
    made = columns(log)
    assert list(made.bin) == [expected[a.review_id] for a in by_day(log)]
    assert [level > 0 for level in made.level] == [expected[a.review_id] > 0 for a in by_day(log)]


@given(logs())
def test_days_are_cut_out_whole(log: list[Answer]) -> None:
    made = columns(log).between(DAY + 1, DAY + 40)
    assert list(made.study_day) == [a.day for a in by_day(log) if DAY + 1 <= a.day <= DAY + 40]
    assert [(day, part.stop - part.start) for day, part in made.by_day()] == [
        (day, len(list(same))) for day, same in itertools.groupby(made.study_day)
    ]


@given(logs())
def test_cards_are_picked_out(log: list[Answer]) -> None:
    made = columns(log).of_cards(lambda card_id: card_id.startswith("rivers/"))
    assert list(made.card) == [a.card for a in by_day(log) if a.card in (3, 4)]
    assert all(len(column) == len(made) for column in (made.level, made.bin, made.hour, made.kind, made.outcome))


def test_an_empty_log_has_empty_columns() -> None:
    made = columns([])
    assert len(made) == 0
    assert len(made.between(1, 2)) == 0
    assert list(made.by_day()) == []


def test_what_was_taken_back_is_left_out() -> None:
    log = [Answer("a"), Answer("b", rating=1), Answer("c", elapsed=5)]
    made = columns_of(log, CARD_IDS, undone={"b"})
    assert list(made.bin) == [bin_of(1, 2, 0), bin_of(5, 3, 0)]


def test_carried_progress_continues() -> None:
    log = [Answer("a", 1, rating=1, interval=30), Answer("c", 2, elapsed=5)]
    made = columns_of(log, CARD_IDS, carries=[("b", 1, 2)])
    assert list(made.bin)[1] == bin_of(5, 3, 1)
    assert made.outcome[1] >= MATURE


def test_a_carry_changes_nothing_before_it() -> None:
    log = [Answer("a", 1, rating=1, interval=30), Answer("c", 2, elapsed=5)]
    made = columns_of(log, CARD_IDS, carries=[("d", 1, 2)])
    assert list(made.bin)[1] == bin_of(5, 2, 0)


def test_recall_is_kept_to_the_fourth_decimal_and_is_never_0_or_1() -> None:
    made = columns([Answer(str(n), recall=recall) for n, recall in enumerate((0.0, 0.12344, 1.0))])
    assert [level / LEVELS for level in made.level] == [0.0001, 0.1234, 0.9999]


def test_the_hour_is_of_the_wall_time_under_the_offset_of_then() -> None:
    """The same clock time on both sides of a change, and on both sides of a flight over the date line."""
    berlin, apia, honolulu = map(ZoneInfo, ("Europe/Berlin", "Pacific/Apia", "Pacific/Honolulu"))
    moments = [
        datetime(2026, 3, 28, 21, 30, tzinfo=berlin),
        datetime(2026, 3, 29, 21, 30, tzinfo=berlin),
        datetime(2026, 10, 25, 21, 30, tzinfo=berlin),
        datetime(2026, 11, 1, 21, 30, tzinfo=apia),
        datetime(2026, 11, 1, 21, 30, tzinfo=honolulu),
    ]
    log = []
    for number, moment in enumerate(moments):
        offset = round((moment.utcoffset() or (moment - moment)).total_seconds() / 60)
        at_ms = round(moment.timestamp() * 1000)
        log.append(Answer(str(number), at_ms=at_ms, offset=offset, day=study_day(at_ms, offset, 4)))
    made = columns(log)
    assert list(made.hour) == [21] * 5
    assert [day for day, _ in made.by_day()] == sorted({log_row.day for log_row in log})
    assert len(set(made.study_day)) == 4


def test_a_day_is_the_one_on_record_whatever_the_cutoff_is_now() -> None:
    """At 03:00 with a cutoff of 4 the day before, after the cutoff became 0 the same day."""
    before, after = Answer("a", at_ms=DAY * 86_400_000 + 3 * 3_600_000, day=DAY - 1), Answer("b", day=DAY)
    assert list(columns([before, after]).study_day) == [DAY - 1, DAY]


def test_numbers_that_only_a_stranger_writes_are_held_to_what_a_column_holds() -> None:
    answer = Answer("0" * 20, duration_ms=1 << 50, elapsed=1 << 40, interval=1 << 50)
    made = columns([answer, answer._replace(review_id="1" * 20, day=DAY + 1)])
    assert made.duration_ms.tolist() == [0xFFFFFFFF] * 2
    assert [outcome >= MATURE for outcome in made.outcome] == [False, True]


def test_there_may_be_more_decks_than_anybody_has() -> None:
    card_ids = ["", *(f"deck-{number}/note" for number in range(70_000))]
    made = columns_of([Answer("0" * 20, card=70_000)], card_ids)
    assert made.deck_ids[made.deck[0]] == "deck-69999"
