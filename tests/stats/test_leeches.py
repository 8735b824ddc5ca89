"""Leeches against the lapses of each card."""

from __future__ import annotations

from schedule_builders import in_review

from quizapp.model import NEW_CARD, CardState
from quizapp.stats.leeches import leeches


def lapsed(times: int, *, suspended: bool = False) -> CardState:
    return CardState(in_review()._replace(lapses=times), suspended)


def test_leeches_come_with_the_most_lapses_first_also_suspended_ones() -> None:
    states = {
        "alps/monch": lapsed(8),
        "alps/eiger": lapsed(8, suspended=True),
        "rivers/nile": lapsed(7),
        "rivers/po": lapsed(20),
        "rivers/ob": NEW_CARD,
    }
    assert leeches(states.items()) == (("rivers/po", 20, False), ("alps/eiger", 8, True), ("alps/monch", 8, False))
    assert [leech.card_id for leech in leeches(states.items(), 20)] == ["rivers/po"]
    assert leeches([]) == ()
