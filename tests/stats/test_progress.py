"""Which answers and which cards a selection is about."""

from __future__ import annotations

import pytest
from answer_builders import CARD_IDS, DAY, Answer, columns
from made_up_learner import learner
from schedule_builders import NO_FUZZ, in_review

from quizapp.model import Card, CardState, Kind
from quizapp.stats.progress import Progress, progress
from quizapp.stats.quiz_scores import Asked, TakenQuiz
from quizapp.stats.selection import EVERYTHING, Selection

CARDS = {
    card_id: Card(card_id, card_id.partition("/")[2], card_id.partition("/")[0], Kind.QUESTION, 0, "?", "!", tags=tags)
    for card_id, tags in (("alps/eiger", ("ice",)), ("alps/monch", ()), ("rivers/nile", ("ice", "water")))
}
STATES = {
    "alps/eiger": CardState(in_review()),
    "alps/monch": CardState(in_review(), suspended=True),
    "rivers/po": CardState(in_review()),
}
LEARNER = learner(DAY, days=400, decks={"rivers": 20, "water": 20})
LOG = [Answer(str(number), number, day=DAY + number) for number in range(1, len(CARD_IDS))]


QUIZZES = (
    TakenQuiz(DAY + 2, 9_000, (Asked("alps/eiger", 1, 4_000), Asked("rivers/nile", 0.5, 5_000))),
    TakenQuiz(DAY + 3, 2_000, (Asked("rivers/po", 1, 2_000),)),
)


def made(selection: Selection = EVERYTHING) -> Progress:
    return progress(
        columns(LOG),
        CARDS,
        STATES,
        selection,
        today=DAY + 9,
        scheduling=NO_FUZZ,
        new_per_day=20,
        forecast_days=5,
        leech_lapses=0,
        quizzes=QUIZZES,
    )


@pytest.mark.parametrize(
    ("selection", "answers", "seen", "new"),
    [
        (EVERYTHING, 4, 2, 1),
        (Selection(deck_ids=("alps",)), 2, 2, 0),
        (Selection(deck_ids=("rivers",)), 2, 0, 1),  # the Po is gone from its deck: its answers count, it does not
        (Selection(tags=("ice",)), 2, 1, 1),
        (Selection(tags=("water", "ice"), deck_ids=("rivers",)), 1, 0, 1),
        (Selection(first_day=DAY + 2, last_day=DAY + 3), 2, 2, 1),
        (Selection(first_day=DAY + 3, last_day=DAY + 2), 0, 2, 1),
        (Selection(deck_ids=("gone",)), 0, 0, 0),
    ],
)
def test_a_selection_narrows_answers_and_cards(selection: Selection, answers: int, seen: int, new: int) -> None:
    figures = made(selection)
    assert figures.activity.total.reviews == figures.retention.total.reviews == answers
    assert sum(map(sum, figures.buttons.values())) == answers
    assert figures.memory.cards == len(figures.leeches) == seen
    assert figures.knowledge.days[-1] == DAY + 9
    assert figures.knowledge.known[-1] == figures.memory.known
    assert figures.forecast.new_cards == new


@pytest.mark.parametrize(
    ("selection", "scores"),
    [
        (EVERYTHING, [(1.5, 2), (1, 1)]),
        (Selection(deck_ids=("rivers",)), [(0.5, 1), (1, 1)]),
        (Selection(tags=("ice",)), [(1.5, 2)]),
        (Selection(first_day=DAY + 3), [(1, 1)]),
        (Selection(last_day=DAY + 2), [(1.5, 2)]),
        (Selection(deck_ids=("gone",)), []),
    ],
)
def test_a_selection_narrows_quizzes_to_its_days_and_its_questions(
    selection: Selection, scores: list[tuple[float, int]]
) -> None:
    assert [(score.right, score.questions) for score in made(selection).quizzes] == scores


def test_a_suspended_card_is_known_and_does_not_come_back() -> None:
    figures = made(Selection(deck_ids=("alps",)))
    assert figures.memory.cards == 2
    assert sum(coming.scheduled for coming in figures.forecast.days) <= 1


@pytest.mark.parametrize("days", [30, 90, 200, 399, 500])
def test_figures_of_fewer_days_may_be_made_from_those_of_all(days: int) -> None:
    everything = LEARNER.progress(Selection(deck_ids=("rivers",)))
    fewer = everything.selection._replace(first_day=DAY - days, last_day=DAY - 5)
    assert LEARNER.progress(fewer, like=everything) == LEARNER.progress(fewer)


def test_figures_of_other_cards_are_not_taken() -> None:
    with pytest.raises(ValueError, match="other cards"):
        LEARNER.progress(Selection(deck_ids=("water",)), like=LEARNER.progress())
