"""Tallies of runs of answers: always what a plain count of the same answers gives, however they were kept."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
from answer_builders import CARD_IDS, Answer, columns, logs
from hypothesis import given
from hypothesis import strategies as st

import quizapp.stats.tally as tally_module
from quizapp.model import Card, Kind, SchedulingSettings
from quizapp.stats.columns import Columns
from quizapp.stats.progress import progress
from quizapp.stats.selection import Selection
from quizapp.stats.tally import MOST_KEPT, Tallies, Tally


def in_order(log: list[Answer]) -> list[Answer]:
    """Return the answers with days that never fall."""
    days = sorted(answer.day for answer in log)
    return [answer._replace(day=day) for answer, day in zip(log, days, strict=True)]


def counted(made: Columns, kept: Tallies) -> Columns:
    return replace(made, tallies=kept)


@given(logs(), st.integers(1, 4), st.data())
def test_a_run_of_answers_comes_to_what_counting_them_gives(log: list[Answer], every: int, data: st.DataObject) -> None:
    made = columns(in_order(log))
    kept = Tallies(every)
    kept.follow(made)
    low = data.draw(st.integers(0, len(made)))
    high = data.draw(st.integers(low, len(made)))
    assert kept.between(made, low, high) == Tally.of(made.part(low, high))


@given(logs(), st.integers(1, 3), st.lists(st.integers(0, 20), max_size=3))
def test_what_is_kept_does_not_tell_in_how_many_steps_a_log_was_read(
    log: list[Answer], every: int, stops: list[int]
) -> None:
    made = columns(in_order(log))
    at_once, in_steps = Tallies(every), Tallies(every)
    at_once.follow(made)
    for low, high in pairwise([0, *sorted(min(stop, len(made)) for stop in stops), len(made)]):
        assert low <= high
        in_steps.follow(made.part(0, high))
    assert in_steps == at_once
    assert len(at_once.kept) <= MOST_KEPT
    assert len(at_once.kept) == len(made) // at_once.every


@given(logs())
def test_a_tally_counts_answers_and_milliseconds_by_card_hour_and_kind(log: list[Answer]) -> None:
    made = columns(log)
    tally = made.tally
    cards = Counter(answer.card for answer in log)
    assert tally.cards == [cards[number] for number in range(len(CARD_IDS))]
    for number, kind in enumerate(Kind):
        asked = [answer.duration_ms for answer in log if answer.kind == kind]
        assert (tally.kinds[number], tally.kinds_ms[number]) == (len(asked), sum(asked))
    assert sum(tally.hours) == sum(tally.outcomes) == sum(tally.levels) == sum(tally.bins) == len(log)
    assert sum(tally.cards_ms) == sum(tally.hours_ms) == sum(answer.duration_ms for answer in log)


@given(logs(), st.integers(1, 4), st.integers(0, 60), st.integers(0, 60))
def test_figures_are_the_same_with_tallies_and_without(
    log: list[Answer], every: int, first: int, last: int
) -> None:
    made = columns(in_order(log))
    kept = Tallies(every)
    kept.follow(made)
    begun = made.study_day[0] if made else 0
    selection = Selection(first_day=begun + first, last_day=begun + max(first, last))
    cards = {card_id: Card(card_id, "n", card_id[:4], Kind.QUESTION, 0, "?", "!") for card_id in CARD_IDS[1:]}

    def figures(answers: Columns) -> object:
        settings = SchedulingSettings()
        return progress(answers, cards, {}, selection, today=begun + 60, scheduling=settings, new_per_day=20)

    assert figures(counted(made, kept)) == figures(replace(made, tallies=None))


def test_cards_that_came_later_are_in_the_difference_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tally_module, "FIRST_EVERY", 2)
    made = columns([Answer(f"{number:020}", card=1 + number // 2) for number in range(8)])
    assert made.tallies
    assert len(made.tallies.kept) == 4
    assert made.tallies.between(made, 2, 8).cards == [0, 0, 2, 2, 2]
