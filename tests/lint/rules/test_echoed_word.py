"""Right options that sound like the question."""

from __future__ import annotations

from rule_findings import found, pointed_at

RULE = "echoed-word"


def choice(asked: str, right: str, *wrong: str) -> str:
    return f"- question: {asked}\n  answer: {right}\n  choices: [{', '.join(wrong)}]\n"


def test_a_word_that_only_the_right_option_repeats_is_pointed_at() -> None:
    assert pointed_at(RULE, choice("Which city is it?", "Carson City", "Reno", "Elko")) == ["City"]


def test_little_words_and_words_that_a_wrong_option_has_too_are_let_be() -> None:
    assert not found(RULE, choice("Which city is it?", "Carson City", "Salt Lake City", "Elko"))
    assert not found(RULE, choice("Who was with them in it?", "He in the hat", "She", "Me"))
    assert not found(RULE, choice("Which cities are they?", "Twin City", "Reno", "Elko"))


def test_a_whole_answer_in_the_question_is_for_another_rule() -> None:
    assert not found(RULE, choice("Why is Carson City large?", "Carson City", "Reno", "Elko"))
