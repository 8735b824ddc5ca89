"""Answers that their own grader does not take for right."""

from __future__ import annotations

from rule_findings import found, question

RULE = "own-grader"


def test_an_answer_too_long_to_be_compared_is_found() -> None:
    assert found(RULE, f"- question: What?\n  answer: |\n    {'x' * 2000}\n    {'x' * 2000}\n")
    assert not found(RULE, f"- question: What?\n  answer: |\n    {'x' * 900}\n    {'x' * 900}\n")
    assert not found(RULE, question("What?", "x" * 4000))


def test_an_answer_on_several_lines_is_right_when_typed_on_one() -> None:
    assert not found(RULE, "- question: What?\n  answer: |\n    one line\n    and another\n")


def test_items_that_typing_runs_together_are_found() -> None:
    assert found(RULE, '- question: Which?\n  items: ["red; blue", green]\n')
    assert not found(RULE, '- question: Which?\n  items: [Research and Development, "Washington, D.C.", Sales]\n')


def test_every_number_with_its_unit_and_tolerance_is_right() -> None:
    for number in ("5\n  unit: years", "23.8 trillion\n  unit: dollars\n  within: 1 %", "$3.5bn"):
        assert not found(RULE, f"- question: How much?\n  number: {number}\n")


def test_ordinary_answers_and_wordings_are_right() -> None:
    assert not found(RULE, question("What?", "café (in Paris)", accept="[Café, 'a  café', C++]"))
