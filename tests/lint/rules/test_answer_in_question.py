"""An answer that stands in its question, and what only looks like one."""

from __future__ import annotations

import pytest
from rule_findings import found, pointed_at, question

RULE = "answer-in-question"


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("Which colour has the Red Sea?", "red"),
        ("Who was the Duke of Wellington?", "The Duke of Wellington"),
        ("Was heißt „Straße“ auf Deutsch?", "straße"),
        ("How large were the quotas, $103 billion, in 2018?", "$103 billion"),
    ],
)
def test_the_answer_is_found_as_whole_words_whatever_their_case(asked: str, answer: str) -> None:
    assert len(found(RULE, question(asked, answer))) == 1


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("Which is a category of animals?", "cat"),
        ("Is the sea saltier in the north or in the south?", "in the south"),
        ("Which is nearer, Mars or Venus?", "Venus"),
        ("What does the article stand before?", "the"),
        ("富士山はどこにありますか", "山"),
    ],
)
def test_parts_of_words_and_what_is_offered_to_choose_from_are_let_be(asked: str, answer: str) -> None:
    assert found(RULE, question(asked, answer)) == []


def test_the_finding_points_at_the_words() -> None:
    assert pointed_at(RULE, question("Which colour has the Red Sea?", "red")) == ["Red"]


def test_a_wording_of_several_words_counts_like_the_answer_and_a_single_word_does_not() -> None:
    asked = "Which capital flight worried the regulators?"
    assert found(RULE, question(asked, "Outflows", accept="[capital flight]"))
    assert not found(RULE, question(asked, "Outflows", accept="[flight]"))


def test_an_item_of_a_list_and_a_number_count_like_an_answer() -> None:
    assert found(RULE, "- question: Which two, besides Rome, are capitals?\n  items: [Rome, Paris]\n")
    assert found(RULE, "- question: How many of the 30 jobs were cut?\n  number: 30\n")
    assert not found(RULE, "- question: How many of the 300 jobs were cut?\n  number: 30\n")


def test_a_choice_that_names_its_options_gives_none_of_them_away() -> None:
    named = "- question: Who won, Ali or Frazier?\n  answer: Ali\n  choices: [Frazier]\n"
    alone = "- question: Which title did Ali take from Liston?\n  answer: Ali\n  choices: [Liston's, Clay's]\n"
    assert not found(RULE, named)
    assert found(RULE, alone)


def test_the_other_way_round_the_answer_must_not_contain_the_question() -> None:
    note = "- question: Kuwait\n  answer: Kuwait City\n"
    assert pointed_at(RULE, note + "  bidirectional: true\n") == ["Kuwait"]
    assert not found(RULE, note)
