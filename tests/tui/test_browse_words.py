"""What the browse screen says of a card, of an order, and of an act."""

from __future__ import annotations

import pytest
from schedule_builders import action, review
from search_builders import STARTS_AT, TODAY, card, learning, reviewed

from quizapp.collection.journal import Taken
from quizapp.model import NEW_CARD, ActionKind, CardState, Event, MemoryState, Rating
from quizapp.search.table import BrowseRow, Sort
from quizapp.tui import browse_words as words
from quizapp.tui.browser import Done

HOUR = 3_600_000


def row(state: CardState = NEW_CARD, *, recall: float | None = 0.934, orphan: bool = False) -> BrowseRow:
    schedule = state.schedule
    leech = schedule is not None and schedule.lapses >= 8
    return BrowseRow(card("d/n"), state, recall, state.buried_on == TODAY, leech, orphan)


@pytest.mark.parametrize(
    ("shown", "word", "out"),
    [
        (row(), "New", False),
        (row(reviewed()), "Review", False),
        (row(learning(STARTS_AT)), "Learning", False),
        (row(reviewed(lapses=8)), "Leech", False),
        (row(reviewed(lapses=8, buried_on=TODAY)), "Buried", True),
        (row(reviewed(buried_on=TODAY - 1)), "Review", False),
        (row(reviewed(suspended=True, buried_on=TODAY)), "Suspended", True),
        (row(reviewed(suspended=True), orphan=True), "Orphan", True),
    ],
)
def test_a_card_stands_as_what_matters_most(shown: BrowseRow, word: str, out: bool) -> None:
    assert (words.standing(shown), words.is_out(shown)) == (word, out)
    assert len(word) <= 10


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (NEW_CARD, ""),
        (reviewed(due_in=0), "today"),
        (reviewed(due_in=1), "Sat 5"),
        (reviewed(due_in=6), "Thu 10"),
        (reviewed(due_in=7), "11 Oct"),
        (reviewed(due_in=100), "Jan 2025"),
        (reviewed(due_in=-3), "3 d ago"),
        (reviewed(due_in=-300), "9.9 mo ago"),
        (reviewed(due_in=-30_000), "82.1 y ago"),
        (reviewed(suspended=True), "–"),
        (learning(STARTS_AT + 2 * HOUR), "1 h"),
        (learning(STARTS_AT), "now"),
    ],
)
def test_due_is_said_in_few_cells(state: CardState, said: str) -> None:
    assert words.due(row(state), now=STARTS_AT + HOUR, today=TODAY) == said
    assert len(said) <= 10


@pytest.mark.parametrize(
    ("sort", "said"),
    [
        (Sort.DECK, "93 %"),
        (Sort.DUE, "93 %"),
        (Sort.RETRIEVABILITY, "93 %"),
        (Sort.STABILITY, "10 d"),
        (Sort.DIFFICULTY, "5"),
        (Sort.LAPSES, "2"),
    ],
)
def test_the_figure_is_the_one_that_rows_are_ordered_by(sort: Sort, said: str) -> None:
    assert words.figure(row(reviewed(lapses=2)), sort) == said
    assert words.figure(row(recall=None), sort) == ""


def test_a_stability_is_never_said_to_be_nothing() -> None:
    state = reviewed()
    assert state.schedule
    tiny = state._replace(schedule=state.schedule._replace(memory=MemoryState(0.01, 5.0)))
    assert words.figure(row(tiny), Sort.STABILITY) == "< 0.1 d"
    assert words.stability(0.01) == "under 0.1 days"
    assert words.stability(11) == "11 days"


def test_every_order_has_a_name_of_its_own() -> None:
    named = {words.order(sort, descending) for sort, _ in words.SORTS for descending in (False, True)}
    assert len(named) == 2 * len(words.SORTS)


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (Done(ActionKind.SUSPEND, 3, 0), "Suspended 3 cards. u takes it back."),
        (Done(ActionKind.UNBURY, 1, 0), "Brought 1 card back today. u takes it back."),
        (
            Done(ActionKind.BURY, 1, 2),
            "Buried 1 card until tomorrow. u takes it back. 2 cards were left out: in no deck any more.",
        ),
        (Done(ActionKind.RESET, 2, 1), "Reset 2 cards. u takes it back. 1 card was left out: never answered."),
        (Done(ActionKind.SET_DUE, 0, 4), "Only a card in review has a due day: answer it first."),
        (Done(ActionKind.SUSPEND, 0, 1), "An orphan cannot be suspended: no deck asks it any more."),
    ],
)
def test_an_act_says_what_it_did_and_what_it_left_out(act: Done, said: str) -> None:
    assert words.done(act, "u") == said


@pytest.mark.parametrize(
    ("event", "cards", "said"),
    [
        (review("1", Rating.HARD, TODAY), 1, "Took back: rated 1 card Hard."),
        (action("1", ActionKind.SET_DUE), 12, "Took back: set the due day of 12 cards."),
        (action("1", ActionKind.EXAM), 1_200, "Took back: planned an exam, which moved 1,200 cards."),
    ],
)
def test_an_undo_says_what_and_how_many(event: Event, cards: int, said: str) -> None:
    assert words.took_back(Taken(event, {str(number): NEW_CARD for number in range(cards)})) == said


@pytest.mark.parametrize("kind", [kind for kind in ActionKind if kind not in (ActionKind.UNDO, ActionKind.SETTINGS)])
def test_every_act_that_can_be_taken_back_has_words(kind: ActionKind) -> None:
    assert kind.value + " of" not in words.took_back(Taken(action("1", kind), {"d/n": NEW_CARD}))
