"""A quiz under way: going about, time, and answers that stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quiz_builders import RIGHT, WRONG, answered, plain_deck, quiz

from quizapp.model import MINUTE_MS
from quizapp.quiz.paper import Paper, build_paper
from quizapp.quiz.quiz import Quiz, begin
from quizapp.quiz.settings import Feedback, QuizSettings


def of_people(**settings: object) -> Quiz:
    """Return a quiz of typed questions, up to 60."""
    return begin(build_paper([plain_deck("a", 60)], QuizSettings(**settings)))  # type: ignore[arg-type]


def test_a_quiz_begins_at_its_first_question_with_nothing_answered() -> None:
    started = of_people(questions=5)
    assert (started.at, started.is_over, started.spent_ms) == (0, False, 0)
    assert started.unanswered == (0, 1, 2, 3, 4)


def test_a_paper_without_questions_cannot_be_taken() -> None:
    with pytest.raises(ValueError, match="needs a paper with questions"):
        begin(Paper(QuizSettings(), ()))


def test_answering_stays_at_the_question_and_can_be_changed_until_the_end() -> None:
    after = of_people(questions=5).answer(("Kohl",), spent_ms=4_000)
    assert (after.at, after.entry.said, after.entry.spent_ms) == (0, ("Kohl",), 4_000)
    changed = after.answer(("Weber",), spent_ms=1_000)
    assert (changed.entry.said, changed.entry.spent_ms) == (("Weber",), 5_000)


def test_going_stops_at_either_end() -> None:
    started = of_people(questions=5)
    assert started.go(-1, spent_ms=0).at == 0
    assert started.go(99, spent_ms=0).at == 4
    assert started.go(3, spent_ms=0).go(2, spent_ms=0).at == 2


def test_skipping_goes_on_and_comes_back_to_what_was_skipped() -> None:
    at = of_people(questions=3).skip(spent_ms=0)
    assert at.at == 1
    at = at.answer(("Kohl",), spent_ms=0).skip(spent_ms=0)
    assert at.at == 2
    at = at.answer(("Kohl",), spent_ms=0).skip(spent_ms=0)
    assert at.at == 0
    at = at.skip(spent_ms=0)
    assert (at.at, at.unanswered) == (0, (0,))
    at = at.answer(("Kohl",), spent_ms=0).skip(spent_ms=0)
    assert (at.at, at.unanswered, at.is_over) == (0, (), False)


def test_i_dont_know_is_an_answer() -> None:
    after = of_people(questions=2).answer((), spent_ms=0)
    assert after.entry.said == ()
    assert after.unanswered == (1,)


def test_an_answer_is_kept_clean() -> None:
    assert of_people(questions=1).answer(("Ko\x1b[2Jhl\ud800",), spent_ms=0).entry.said == ("Ko[2Jhl",)


def test_what_is_not_among_the_options_cannot_be_chosen() -> None:
    with pytest.raises(ValueError, match="not among the options"):
        answered(quiz(), {"every/choice": ("France",)})
    with pytest.raises(ValueError, match="not among the options"):
        answered(quiz(), {"every/statement": ("Maybe",)})


def test_time_is_what_was_spent_on_all_questions() -> None:
    at = of_people(questions=3, minutes=1).skip(spent_ms=20_000).answer(("Kohl",), spent_ms=15_000)
    assert (at.spent_ms, at.left_ms) == (35_000, 25_000)
    assert of_people(questions=3).left_ms is None


def test_an_answer_in_the_last_moment_counts_and_ends_the_quiz() -> None:
    over = of_people(questions=3, minutes=1).answer(("Kohl",), spent_ms=MINUTE_MS)
    assert (over.is_over, over.entry.said, over.left_ms) == (True, ("Kohl",), 0)


def test_an_answer_after_time_is_up_does_not_count() -> None:
    before = of_people(questions=3, minutes=1).answer(("Kohl",), spent_ms=1_000)
    over = before.answer(("Weber",), spent_ms=MINUTE_MS)
    assert (over.is_over, over.entry.said, over.spent_ms) == (True, ("Kohl",), MINUTE_MS)


def test_going_elsewhere_when_time_is_up_ends_the_quiz_where_it_is() -> None:
    over = of_people(questions=3, minutes=1).go(2, spent_ms=MINUTE_MS + 1)
    assert (over.is_over, over.at) == (True, 0)


def test_a_quiz_that_is_over_takes_nothing_more() -> None:
    over = of_people(questions=3).finish(spent_ms=500)
    assert over.spent_ms == 500
    for act in (
        lambda: over.answer(("Kohl",), spent_ms=0),
        lambda: over.go(1, spent_ms=0),
        lambda: over.skip(spent_ms=0),
        lambda: over.finish(),
    ):
        with pytest.raises(ValueError, match="the quiz is over"):
            act()


def test_with_feedback_at_once_an_answer_is_final_and_looking_at_it_takes_no_time() -> None:
    after = of_people(questions=3, minutes=1, feedback=Feedback.AT_ONCE).answer(("Kohl",), spent_ms=1_000)
    assert after.shows_feedback
    with pytest.raises(ValueError, match="the right answer was seen"):
        after.answer(("Weber",), spent_ms=0)
    following = after.skip(spent_ms=50_000)
    assert (following.at, following.shows_feedback, following.left_ms) == (1, False, 59_000)
    assert following.go(0, spent_ms=0).shows_feedback


def test_without_feedback_nothing_is_shown_before_the_end() -> None:
    after = of_people(questions=3).answer(("Kohl",), spent_ms=0)
    assert not after.shows_feedback
    with pytest.raises(ValueError, match="verdict was shown"):
        after.overrule(0, 1.0)


def test_the_learner_may_overrule_a_verdict_that_was_shown() -> None:
    over = of_people(questions=3).answer(("Kohl",), spent_ms=0).finish()
    assert over.overrule(0, 0.0).entries[0].overruled == 0.0
    assert over.overrule(0, 1.0).overrule(0, None) == over
    with pytest.raises(ValueError, match="verdict was shown"):
        over.overrule(1, 1.0)
    with pytest.raises(ValueError, match="from 0 to 1"):
        over.overrule(0, 1.5)


def test_with_a_number_of_questions_all_of_them_count() -> None:
    assert of_people(questions=5, minutes=1).finish().counted == (0, 1, 2, 3, 4)


def test_with_minutes_alone_only_questions_reached_count() -> None:
    at = of_people(questions=None, minutes=5)
    assert at.counted == ()
    at = at.answer(("Kohl",), spent_ms=0).skip(spent_ms=0).skip(spent_ms=0)
    assert (at.at, at.counted) == (2, (0, 1))
    assert at.answer(("Kohl",), spent_ms=0).counted == (0, 1, 2)
    assert at.go(0, spent_ms=0).finish().counted == (0, 1)


acts = st.lists(
    st.tuples(st.sampled_from(["answer", "go", "skip", "unknown"]), st.integers(0, 6), st.integers(0, 30_000)),
    max_size=40,
)


@given(acts, st.none() | st.integers(1, 3), st.sampled_from(Feedback))
def test_no_act_loses_an_answer_or_time(
    acts: list[tuple[str, int, int]], minutes: int | None, feedback: Feedback
) -> None:
    at = quiz(questions=7, minutes=minutes, feedback=feedback)
    expected: dict[str, tuple[str, ...]] = {}
    for act, number, spent_ms in acts:
        if at.is_over:
            break
        before, card_id = at, at.question.card.card_id
        if act == "go":
            at = at.go(number, spent_ms=spent_ms)
        elif act == "skip":
            at = at.skip(spent_ms=spent_ms)
        elif not at.shows_feedback:
            said = () if act == "unknown" else (RIGHT, WRONG)[number % 2][card_id]
            at = at.answer(said, spent_ms=spent_ms)
            if before.left_ms is None or spent_ms <= before.left_ms:
                expected[card_id] = said
        assert at.spent_ms >= before.spent_ms
        assert at.left_ms is None or at.left_ms >= 0
        assert at.is_over == (at.left_ms == 0)
        assert 0 <= at.at < at.reached <= 7
    given_answers = {
        question.card.card_id: entry.said
        for question, entry in zip(at.paper.questions, at.entries, strict=True)
        if entry.said is not None
    }
    assert given_answers == expected


@given(st.sets(st.integers(0, 6)))
def test_skipping_from_anywhere_reaches_every_question_left(done: set[int]) -> None:
    at = quiz(questions=7)
    for place in done:
        at = at.go(place, spent_ms=0).answer((), spent_ms=0)
    seen = set()
    for _ in range(7):
        at = at.skip(spent_ms=0)
        seen.add(at.at)
    assert set(range(7)) - done <= seen
