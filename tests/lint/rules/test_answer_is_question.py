"""Answers that are questions."""

from __future__ import annotations

from rule_findings import found, question

RULE = "answer-is-question"


def test_question_and_answer_that_changed_places_are_found() -> None:
    assert found(RULE, question("The capital of France", "What is Paris?"))


def test_a_question_that_is_asked_both_ways_is_found() -> None:
    assert found(RULE, question("What is QDII?", "A scheme", bidirectional="true"))
    assert found(RULE, question("什么是猫？", "cat", bidirectional="true"))
    assert not found(RULE, question("QDII", "A scheme", bidirectional="true"))


def test_titles_and_short_answers_are_let_be() -> None:
    assert not found(RULE, question("Which play by Albee is it?", "Who’s Afraid of Virginia Woolf?"))
    assert not found(RULE, question("pourquoi ?", "why?"))
    assert not found(RULE, question("Greeting in French", "Ça va?"))
