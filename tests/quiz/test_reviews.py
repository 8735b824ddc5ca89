"""Quiz answers that are to count toward the schedule."""

from __future__ import annotations

from quiz_builders import ANSWERS, PEOPLE, RIGHT, WRONG, answered, plain_deck, quiz

from quizapp.answering.manner import Answering
from quizapp.answering.marking import answers_of
from quizapp.model import Rating
from quizapp.quiz.paper import build_paper
from quizapp.quiz.quiz import Quiz, begin
from quizapp.quiz.reviews import QuizReview, reviews_of
from quizapp.quiz.score import result_of
from quizapp.quiz.settings import QuizSettings


def ratings(state: Quiz) -> dict[str, Rating]:
    return {review.card_id: review.rating for review in reviews_of(result_of(state, ANSWERS))}


def test_right_is_good_and_wrong_is_again() -> None:
    assert set(ratings(answered(quiz(), RIGHT)).values()) == {Rating.GOOD}
    assert set(ratings(answered(quiz(), WRONG)).values()) == {Rating.AGAIN}


def test_a_review_has_what_was_answered_and_the_time_it_took() -> None:
    state = answered(quiz(), {"every/several": ("Spain", "Malta")}, spent_ms=7_000)
    assert reviews_of(result_of(state, ANSWERS)) == [QuizReview("every/several", Rating.AGAIN, "Spain; Malta", 7_000)]


def test_what_was_passed_over_is_no_review_but_not_knowing_is_again() -> None:
    assert ratings(quiz().skip(spent_ms=9_000)) == {}
    assert ratings(answered(quiz(), {"every/typed": ()})) == {"every/typed": Rating.AGAIN}


def test_a_slip_is_hard() -> None:
    assert ratings(answered(quiz(), {"every/typed": ("Helmt Kohl",)})) == {"every/typed": Rating.HARD}


def test_what_the_learner_overruled_is_rated_by_their_credit() -> None:
    over = answered(quiz(), WRONG).finish()
    for credit, rating in ((1.0, Rating.GOOD), (0.75, Rating.HARD), (0.5, Rating.AGAIN)):
        changed = over.overrule(0, credit)
        assert ratings(changed)[changed.paper.questions[0].card.card_id] is rating


def test_recognising_among_made_up_options_is_hard_at_best() -> None:
    decks = [plain_deck("a", len(PEOPLE))]
    state = begin(build_paper(decks, QuizSettings(questions=1, answering=Answering.CHOSEN)))
    assert state.question.options
    state = state.answer(state.question.right, spent_ms=0)
    (review,) = reviews_of(result_of(state, answers_of(decks)))
    assert review.rating is Rating.HARD
