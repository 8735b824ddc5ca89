"""What `is:` asks of a card."""

from __future__ import annotations

import pytest
from search_builders import STARTS_AT, TODAY, learning, progress, reviewed

from quizapp.model import DAY_MS, NEW_CARD, CardState, Phase
from quizapp.search.expression import State
from quizapp.search.standing import standing


def stands(state: CardState, *, orphan: bool = False) -> set[str]:
    first_orphan = 0 if orphan else 1
    return {asked.value for asked in State if standing(asked, [state], first_orphan, progress()) == [True]}


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (NEW_CARD, {"new"}),
        (NEW_CARD._replace(suspended=True), {"new", "suspended"}),
        (NEW_CARD._replace(buried_on=TODAY), {"new", "buried"}),
        (reviewed(due_in=0), {"review", "due"}),
        (reviewed(due_in=-9), {"review", "due"}),
        (reviewed(due_in=1), {"review"}),
        (reviewed(due_in=0, suspended=True), {"review", "suspended"}),
        (reviewed(due_in=0, buried_on=TODAY), {"review", "buried"}),
        (reviewed(due_in=0, buried_on=TODAY - 1), {"review", "due"}),
        (reviewed(due_in=1, lapses=7), {"review"}),
        (reviewed(due_in=1, lapses=8), {"review", "leech"}),
        (learning(STARTS_AT), {"learning", "due"}),
        (learning(STARTS_AT + 2 * DAY_MS), {"learning", "due"}),
        (learning(STARTS_AT, Phase.RELEARNING), {"learning", "due"}),
    ],
)
def test_how_a_card_stands(state: CardState, expected: set[str]) -> None:
    assert stands(state) == expected


def test_an_orphan_is_never_due() -> None:
    assert stands(reviewed(due_in=-1), orphan=True) == {"review", "orphan"}
