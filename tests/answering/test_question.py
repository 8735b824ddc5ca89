"""How a card is asked."""

from __future__ import annotations

from collections import Counter

import pytest
from quiz_builders import EVERY_KIND, PEOPLE, card

from quizapp.answering.manner import Answering
from quizapp.answering.options import OptionPool
from quizapp.answering.question import Question, Way, pose
from quizapp.model import Card, Choice, Number

CARDS = {one.note_id: one for one in EVERY_KIND.cards}
NOBODY = OptionPool(())
OTHERS = OptionPool(card(f"a/{i}", name) for i, name in enumerate(PEOPLE))


def posed(one: Card, answering: Answering = Answering.MIXED, pool: OptionPool = NOBODY, seed: int = 1) -> Question:
    return pose(one, pool, answering, seed)


def test_a_short_answer_is_typed() -> None:
    question = posed(card("a/x"), pool=OTHERS)
    assert (question.way, question.options, question.right) == (Way.TYPED, (), ("Helmut Kohl",))


def test_a_sentence_is_chosen_where_there_are_plausible_others() -> None:
    sides = ("left", "right", "heart")
    sentences = [f"The {side} of the party had lost the vote that year" for side in sides]
    pool = OptionPool(card(f"a/{i}", text) for i, text in enumerate(sentences))
    asked = card("a/x", "The friends of the chancellor met for dinner in Bonn")
    assert posed(asked, pool=pool).way is Way.CHOICE
    assert posed(asked).way is Way.TYPED
    assert posed(asked, Answering.TYPED, pool).way is Way.TYPED


def test_made_up_options_are_the_answer_and_others_of_its_sort() -> None:
    question = posed(card("a/x"), Answering.CHOSEN, OTHERS)
    assert question.way is Way.CHOICE
    assert "Helmut Kohl" in question.options
    assert len(question.options) == len(set(question.options)) == 4
    assert set(question.options) <= set(PEOPLE)
    assert question.is_recognition


def test_what_the_prompt_names_is_no_option() -> None:
    asked = card("a/x", prompt="Who dined with Angela Merkel and Manfred Weber?")
    for seed in range(20):
        options = posed(asked, Answering.CHOSEN, OTHERS, seed).options
        assert not {"Angela Merkel", "Manfred Weber"} & set(options)


def test_answers_of_reversed_cards_are_no_options_for_others() -> None:
    reversed_cards = OptionPool(card(f"a/{i}#reverse", name) for i, name in enumerate(PEOPLE))
    assert posed(card("a/x"), Answering.CHOSEN, reversed_cards).way is Way.TYPED
    assert posed(card("a/x#reverse"), Answering.CHOSEN, reversed_cards).way is Way.CHOICE


def test_a_choice_keeps_its_last_option_last_and_shuffles_the_rest_fairly() -> None:
    orders = Counter(posed(CARDS["choice"], seed=seed).options for seed in range(1_200))
    assert {order[-1] for order in orders} == {"None of these"}
    assert len(orders) == 6
    assert all(abs(count - 200) < 60 for count in orders.values())


def test_a_last_option_that_is_right_stands_once() -> None:
    both = card("a/x", "Both", Choice(right=("Both",), wrong=("One", "The other"), last="Both"))
    question = posed(both)
    assert sorted(question.options) == ["Both", "One", "The other"]
    assert question.options[-1] == "Both"


@pytest.mark.parametrize("answering", [Answering.TYPED, Answering.CHOSEN, Answering.MIXED])
def test_kinds_with_a_way_of_their_own_keep_it(answering: Answering) -> None:
    ways = [posed(CARDS[name], answering).way for name in ("choice", "list", "statement")]
    assert ways == [Way.CHOICE, Way.LIST, Way.STATEMENT]
    assert not posed(CARDS["choice"], answering).is_recognition


def test_a_number_is_typed_unless_choosing_is_asked_for() -> None:
    figures = OptionPool(card(f"a/{i}", f"{i}0 %", Number(f"{i}0", "%")) for i in range(1, 9))
    assert posed(CARDS["number"], pool=figures).way is Way.NUMBER
    chosen = posed(CARDS["number"], Answering.CHOSEN, figures)
    assert (chosen.way, chosen.right) == (Way.CHOICE, ("42 %",))


def test_only_an_ordered_list_has_items_to_arrange() -> None:
    assert posed(CARDS["list"]).options == ()
    assert sorted(posed(CARDS["ordered"]).options) == ["blue", "green", "red"]


def test_several_right_options_make_a_question_multiple() -> None:
    assert posed(CARDS["several"]).is_multiple
    assert not posed(CARDS["choice"]).is_multiple
    assert posed(CARDS["several"]).right_answer == "Spain; Italy"


def test_a_long_answer_has_no_options() -> None:
    assert posed(card("a/x", "Kohl " * 50), Answering.CHOSEN, OTHERS).way is Way.TYPED
