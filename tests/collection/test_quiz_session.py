"""A quiz on an opened collection: nothing is lost between any two acts, and it is put on record and counted once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from worlds import World

from quizapp.answering.manner import Answering
from quizapp.collection import Collection
from quizapp.collection.quiz_session import QuizSession
from quizapp.errors import NothingToAsk
from quizapp.grading.normal_form import normal_form
from quizapp.model import ActionKind, Rating
from quizapp.quiz.past import past_result
from quizapp.quiz.settings import Feedback, QuizSettings

DECK = """deck: kinds
title: Kinds
notes:
  - {id: q, question: What is the capital of France?, answer: Paris}
  - {id: c, question: Which one?, answer: right, choices: [wrong, "no", none], last: none}
  - {id: n, question: How long is it?, number: "6,650", unit: km}
  - {id: l, question: Which two?, items: [Rhine, Danube]}
  - {id: o, question: In which order?, items: [first, second, third], ordered: true}
  - {id: s, statement: It holds., holds: true}
  - {id: z, cloze: "The {{Nile}} flows north."}
"""
ALL = QuizSettings(questions=7, seed=3)


@pytest.fixture
def world(tmp_path: Path) -> World:
    made = World(tmp_path)
    made.write("kinds.yaml", DECK)
    return made


def answer_rightly(session: QuizSession) -> None:
    while not session.quiz.is_over and session.quiz.unanswered:
        session.answer(session.quiz.question.right, spent_ms=1000)
        session.skip(spent_ms=0)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=15)
@given(
    st.lists(st.sampled_from(["right", "nothing", "skip", "back", "on"]), max_size=12),
    st.sampled_from(Feedback),
    st.sampled_from([None, 1]),
)
def test_a_quiz_that_was_interrupted_anywhere_goes_on_where_it_was(
    world: World, acts: list[str], feedback: Feedback, minutes: int | None
) -> None:
    with world.open() as collection:
        session = collection.quizzes.begin(QuizSettings(questions=7, minutes=minutes, seed=3, feedback=feedback))
        for act in acts:
            quiz = session.quiz
            if quiz.is_over:
                break
            if act in ("right", "nothing") and not quiz.shows_feedback:
                session.answer(quiz.question.right if act == "right" else (), spent_ms=9000)
            elif act == "skip":
                session.skip(spent_ms=9000)
            else:
                session.go(quiz.at + (1 if act == "on" else -1), spent_ms=9000)
            resumed = collection.quizzes.under_way()
            assert resumed is not None
            assert resumed.quiz == session.quiz
            assert resumed.result().score == session.result().score


def test_a_quiz_is_put_on_record_once_and_is_not_under_way_any_more(world: World) -> None:
    with world.open() as collection:
        session = collection.quizzes.begin(ALL)
        answer_rightly(session)
        record = session.hand_in()
        assert record is not None
        assert (record.score, record.questions) == (7, 7)
        assert session.hand_in() == record
        assert collection.quizzes.under_way() is None
    with world.open() as collection:
        assert collection.quizzes.past() == [record]
        result = past_result(record, collection.quizzes.past_answers(record), collection.cards)
        assert (result.score, result.answered, len(result.missed)) == (7, 7, 0)


def test_a_quiz_leaves_the_schedule_alone_until_it_is_counted_and_counts_once(world: World) -> None:
    with world.open() as collection:
        session = collection.quizzes.begin(ALL)
        answer_rightly(session)
        session.hand_in()
        assert dict(collection.states) == {}
        assert session.count() == 7
        assert session.count() == 0
        assert len(collection.states) == 7
        reviews = list(collection.store.iter_reviews())
        assert {review.rating for review in reviews} == {Rating.GOOD}
        assert all(review.answer for review in reviews)
        before = dict(collection.states)
        collection.store.rebuild()
        assert collection.store.states() == before


def test_an_overruled_mark_is_the_one_on_record(world: World) -> None:
    with world.open() as collection:
        session = collection.quizzes.begin(ALL)
        place = next(place for place, one in enumerate(session.quiz.paper.questions) if one.card.note_id == "q")
        session.go(place, spent_ms=0)
        session.answer(("Lutetia",), spent_ms=1000)
        session.finish()
        session.overrule(place, 1.0)
        record = session.hand_in()
        assert record is not None
        assert record.score == 1


def test_where_nothing_counts_nothing_is_kept(world: World) -> None:
    with world.open() as collection:
        session = collection.quizzes.begin(QuizSettings(questions=None, minutes=1, seed=1))
        assert session.hand_in() is None
        assert collection.quizzes.past() == []
        assert collection.quizzes.under_way() is None


def test_suspended_cards_are_not_asked(world: World) -> None:
    with world.open() as collection:
        suspend_all_but(collection, "kinds/q")
        session = collection.quizzes.begin(ALL)
        assert [question.card.card_id for question in session.quiz.paper.questions] == ["kinds/q"]
        collection.act_on(ActionKind.SUSPEND, ["kinds/q"])
        with pytest.raises(NothingToAsk):
            collection.quizzes.begin(ALL)


def suspend_all_but(collection: Collection, kept: str) -> None:
    collection.act_on(ActionKind.SUSPEND, [card_id for card_id in collection.cards if card_id != kept])


def test_a_quiz_whose_cards_are_gone_is_still_told(world: World) -> None:
    with world.open() as collection:
        session = collection.quizzes.begin(ALL)
        answer_rightly(session)
        record = session.hand_in()
    world.write("kinds.yaml", "deck: kinds\nnotes:\n  - {id: new, question: Q, answer: A}\n")
    with world.open() as collection:
        assert record is not None
        result = past_result(record, collection.quizzes.past_answers(record), collection.cards)
        assert result.questions == 7
        assert all("gone" in marked.question.card.prompt for marked in result.marked)


def test_state_that_cannot_be_read_counts_as_no_quiz(world: World) -> None:
    with world.open() as collection:
        with collection.store.writing() as tx:
            tx.keep_quiz({"format": 99}, 0)
        assert collection.quizzes.under_way() is None
        collection.quizzes.begin(ALL)
        assert collection.quizzes.under_way() is not None


def test_what_a_question_accepts_is_read_when_it_shows_not_when_it_is_marked(world: World) -> None:
    accepted = ", ".join(f"Town {number} of {number + 1}" for number in range(20))
    note = "{{id: {0}, question: Which town is {0}?, answer: It is {0}, accept: [{1}]}}"
    world.write("kinds.yaml", f"deck: kinds\ntitle: Kinds\nnotes:\n  - {note.format('a', accepted)}\n")
    with world.open() as collection:
        normal_form.cache_clear()
        collection.quizzes.begin(QuizSettings(questions=1, feedback=Feedback.AT_ONCE, answering=Answering.TYPED))
        session = collection.quizzes.under_way()
        assert session is not None
        session.answer(("something else",), spent_ms=1000)
        read = normal_form.cache_info().misses
        session.verdict()
        assert read > 20
        assert normal_form.cache_info().misses == read + 1


def test_answers_that_count_are_taken_back_together_and_can_count_again(world: World) -> None:
    with world.open() as collection:
        session = collection.quizzes.begin(ALL)
        answer_rightly(session)
        assert session.count() == 7
        after = {card_id: state.schedule for card_id, state in collection.states.items()}
        assert session.uncount() == 7
        assert all(state.schedule is None for state in collection.states.values())
        assert session.uncount() == 0
        assert session.count() == 7
        assert {card_id: state.schedule for card_id, state in collection.states.items()} == after
