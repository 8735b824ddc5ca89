"""Questions that ask the same thing."""

from __future__ import annotations

from rule_findings import found, question

RULE = "same-answer"


def test_the_later_of_two_is_found_and_names_the_earlier() -> None:
    first = question("Which firm has its Chinese back office in Dalian?", "Fidelity")
    second = question("Which firm’s back office for the Chinese is in Dalian?", "fidelity")
    (problem,) = found(RULE, first + second)
    assert problem.line == 5
    assert "in line 3" in problem.message


def test_another_answer_or_other_words_are_let_be() -> None:
    first = question("Which firm has its Chinese back office in Dalian?", "Fidelity")
    assert not found(RULE, first + question("Which firm has its Chinese back office in Dalian now?", "UBS"))
    assert not found(RULE, first + question("Which firm registered first as a private fund manager?", "Fidelity"))


def test_questions_of_a_word_or_two_are_let_be() -> None:
    assert not found(RULE, question("England", "London") + question("England (country)", "London"))


def test_many_notes_with_one_answer_are_no_trouble() -> None:
    notes = "".join(question(f"Which colour has thing number {n} of shop {n * 7}?", "red") for n in range(300))
    assert found(RULE, notes)
