"""The cards that lapsed most often."""

from __future__ import annotations

from schedule_builders import in_review

from quizapp.model import MemoryState
from quizapp.stats.hardest import hardest


def test_cards_come_by_lapses_then_by_difficulty() -> None:
    base = in_review()
    cards = [
        ("deck/never", base),
        ("deck/twice", base._replace(lapses=2, memory=MemoryState(1.0, 6.0))),
        ("deck/once", base._replace(lapses=1)),
        ("deck/twice-harder", base._replace(lapses=2, memory=MemoryState(1.0, 9.0))),
    ]
    known = list(zip(*cards, strict=True))
    assert [card.card_id for card in hardest(*known)] == ["deck/twice-harder", "deck/twice", "deck/once"]
    assert [card.lapses for card in hardest(*known, 1)] == [2]
    assert hardest([], []) == ()
