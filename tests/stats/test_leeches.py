"""Leeches against the lapses of each card."""

from __future__ import annotations

from schedule_builders import in_review

from quizapp.stats.leeches import leeches


def test_leeches_come_with_the_most_lapses_first_also_suspended_ones() -> None:
    cards = ["alps/monch", "alps/eiger", "rivers/nile", "rivers/po"]
    schedules = [in_review()._replace(lapses=times) for times in (8, 8, 7, 20)]
    suspended = [False, True, False, False]
    assert leeches(cards, schedules, suspended) == (
        ("rivers/po", 20, False),
        ("alps/eiger", 8, True),
        ("alps/monch", 8, False),
    )
    assert [leech.card_id for leech in leeches(cards, schedules, suspended, 20)] == ["rivers/po"]
    assert leeches([], [], []) == ()
