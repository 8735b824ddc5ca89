"""A saved quiz comes back as it was."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quiz_builders import RIGHT, answered, decks_of_notes, quiz, settings_of_quizzes

from quizapp.answering.manner import Answering
from quizapp.answering.options import OptionPool
from quizapp.answering.question import pose
from quizapp.model import Card, Deck, Kind
from quizapp.quiz.paper import Paper, build_paper
from quizapp.quiz.quiz import Quiz, begin
from quizapp.quiz.save import restore, save
from quizapp.quiz.settings import Feedback, QuizSettings


def through_json(state: Quiz) -> Quiz:
    return restore(json.loads(json.dumps(save(state))))


@given(
    decks_of_notes(),
    settings_of_quizzes,
    st.lists(st.tuples(st.booleans(), st.lists(st.text(max_size=9), max_size=3), st.integers(0, 9_000))),
)
def test_restoring_what_was_saved_gives_the_same_quiz(
    decks: tuple[Deck, ...], settings: QuizSettings, acts: list[tuple[bool, list[str], int]]
) -> None:
    paper = build_paper(decks, settings)
    if not paper.questions:
        return
    state = begin(paper)
    for answers, said, spent_ms in acts:
        if state.is_over:
            break
        if answers and not state.question.options:
            state = state.answer(tuple(said), spent_ms=spent_ms)
        else:
            state = state.skip(spent_ms=spent_ms)
    assert through_json(state) == restore(save(state)) == state


def test_every_kind_survives_with_what_its_grader_needs() -> None:
    state = answered(quiz(seed=4, feedback=Feedback.AT_ONCE), RIGHT).overrule(2, 0.5).finish()
    restored = through_json(state)
    assert restored == state
    bodies = [[question.card.body for question in one.paper.questions] for one in (state, restored)]
    assert bodies[0] == bodies[1]


def test_a_card_keeps_all_its_texts_and_gaps() -> None:
    texts = ("[ … ] of it", "Half", ((0, 5),), "hint", "why", "where", ("tag",), ("½", "0.5"))
    full = Card("a/n#g", "n", "a", Kind.CLOZE, 3, *texts)
    state = begin(Paper(QuizSettings(), (pose(full, OptionPool(()), Answering.MIXED, 1),)))
    assert through_json(state).question.card == full


@pytest.mark.parametrize(
    "spoiled",
    [
        {},
        {"format": 2},
        {"questions": []},
        {"entries": []},
        {"at": 7},
        {"at": -1},
        {"reached": 0},
        {"entries": [{"said": None}] * 6 + [{"sad": 1}]},
        {"questions": [{"card": {}}] * 7},
        {"questions": None},
        {"settings": {"questions": 0}},
    ],
)
def test_what_is_not_a_saved_quiz_is_refused(spoiled: dict[str, object]) -> None:
    values = {**save(quiz()), **spoiled} if spoiled else {}
    with pytest.raises(ValueError, match=r"not a saved quiz|format 2"):
        restore(values)
