"""Posing and marking as studying does it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from quiz_builders import EVERY_KIND, PEOPLE, RIGHT, WRONG, card, deck, plain_deck

from quizapp.answering.examiner import Examiner
from quizapp.answering.manner import Answering
from quizapp.answering.options import POOL
from quizapp.answering.question import Way
from quizapp.grading.normal_form import normal_form
from quizapp.grading.typed import grade_typed
from quizapp.grading.verdict import Outcome
from quizapp.model import Card, Deck, Rating

SMALL = plain_deck("small", len(PEOPLE))
LARGE = plain_deck("large", 5 * POOL)
EXAMINER = Examiner({one.deck_id: one for one in (EVERY_KIND, SMALL, LARGE)}.__getitem__)
CARDS = {one.note_id: one for one in EVERY_KIND.cards}
ANY_CARD = st.sampled_from([*EVERY_KIND.cards, *SMALL.cards, *LARGE.cards])
ANY_WAY = st.sampled_from(list(Answering))


def ways(answering: Answering) -> dict[str, Way | None]:
    posed = {name: EXAMINER.pose(one, answering, 0) for name, one in CARDS.items()}
    return {name: question.way if question else None for name, question in posed.items()}


def test_who_flips_still_chooses_where_a_card_has_options() -> None:
    chosen = {"choice": Way.CHOICE, "several": Way.CHOICE, "statement": Way.STATEMENT}
    assert ways(Answering.FLIPPED) == dict.fromkeys(CARDS) | chosen


def test_who_types_answers_each_kind_in_its_way() -> None:
    assert list(ways(Answering.TYPED).values()) == [
        Way.TYPED,
        Way.CHOICE,
        Way.CHOICE,
        Way.NUMBER,
        Way.LIST,
        Way.LIST,
        Way.STATEMENT,
    ]


def test_who_chooses_flips_a_card_whose_deck_has_too_few_other_answers() -> None:
    assert ways(Answering.CHOSEN)["typed"] is None
    question = EXAMINER.pose(SMALL.cards[0], Answering.CHOSEN, 0)
    assert question is not None
    assert question.way is Way.CHOICE


def test_what_a_card_accepts_is_read_when_it_is_asked_not_when_it_is_marked() -> None:
    normal_form.cache_clear()
    question = EXAMINER.pose(CARDS["typed"], Answering.TYPED, 0)
    assert question is not None
    read = normal_form.cache_info().misses
    grade_typed("something else", question.card.answer, question.card.accept)
    assert normal_form.cache_info().misses == read + 1


@given(ANY_CARD, ANY_WAY, st.integers(0, 10_000))
def test_a_review_that_is_done_again_shows_the_same_question(one: Card, answering: Answering, reviews: int) -> None:
    anew = Examiner({each.deck_id: each for each in (EVERY_KIND, SMALL, LARGE)}.__getitem__)
    assert EXAMINER.pose(one, answering, reviews) == anew.pose(one, answering, reviews)


@given(ANY_CARD, ANY_WAY, st.integers(0, 10_000))
def test_what_is_right_is_always_among_the_options_and_marked_right(
    one: Card, answering: Answering, reviews: int
) -> None:
    question = EXAMINER.pose(one, answering, reviews)
    if question is not None:
        assert not question.options or set(question.right) <= set(question.options)
        assert EXAMINER.mark(question, question.right).outcome is Outcome.RIGHT


@given(st.sampled_from(list(CARDS)), st.sampled_from([Answering.TYPED, Answering.MIXED]))
def test_right_is_good_and_wrong_or_nothing_again(name: str, answering: Answering) -> None:
    question = EXAMINER.pose(CARDS[name], answering, 0)
    assert question is not None
    assert EXAMINER.mark(question, RIGHT[f"every/{name}"]).suggested is Rating.GOOD
    assert EXAMINER.mark(question, WRONG[f"every/{name}"]).suggested is Rating.AGAIN
    assert EXAMINER.mark(question, ()).suggested is Rating.AGAIN


def test_a_slip_into_another_answer_of_the_deck_is_wrong() -> None:
    countries = deck("c", card("c/a", "Australia"), card("c/b", "Austria"))
    question = Examiner(lambda _: countries).pose(countries.cards[0], Answering.TYPED, 0)
    assert question is not None
    assert Examiner(lambda _: countries).mark(question, ("Austria",)).outcome is Outcome.WRONG


def test_a_deck_is_looked_at_only_when_one_of_its_cards_comes() -> None:
    looked: list[str] = []

    def deck_of(deck_id: str) -> Deck:
        looked.append(deck_id)
        return SMALL

    examiner = Examiner(deck_of)
    assert looked == []
    examiner.pose(SMALL.cards[0], Answering.TYPED, 0)
    assert set(looked) == {"small"}
