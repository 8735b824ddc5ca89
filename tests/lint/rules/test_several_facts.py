"""Notes that ask for, or tell, more than one thing."""

from __future__ import annotations

import pytest
from rule_findings import found, pointed_at, question

RULE = "several-facts"


@pytest.mark.parametrize(
    "asked",
    [
        "Who founded the EPP, and when?",
        "When and where was Kohl born?",
        "When did Drake enter the bay and what country did he claim it for?",
        "Who hosted the dinner? Where was it?",
        "What is a quota, and who sets it?",
    ],
)
def test_two_questions_in_one_are_found(asked: str) -> None:
    assert len(found(RULE, question(asked))) == 1


@pytest.mark.parametrize(
    "asked",
    [
        "Which law says who may vote and who may not?",
        "What do banks and insurers have in common?",
        "Who wrote “Who are we, and what is the West?”",
        "Which word asks for a place, where or when?",
        "What is the state in which a moon and a planet turn together?",
    ],
)
def test_words_that_ask_inside_one_question_are_let_be(asked: str) -> None:
    assert found(RULE, question(asked)) == []


@pytest.mark.parametrize(
    "answer",
    [
        "It was too crowded. Besides, its rules were secret.",
        "The rules were too strict for banks; the fees were too low for everyone",
    ],
)
def test_an_answer_of_several_sentences_is_found(answer: str) -> None:
    assert len(found(RULE, question("Why did the fund stay away?", answer))) == 1


@pytest.mark.parametrize(
    "answer",
    ["George W. Bush", "Washington, D.C. Area", "to steal; to rob", "St. Petersburg. ", "Prof. Higgins of London"],
)
def test_abbreviations_and_synonyms_are_no_sentences(answer: str) -> None:
    assert found(RULE, question("What is it?", answer)) == []


def test_a_year_beside_a_name_is_a_second_fact_where_the_question_asks_who() -> None:
    assert pointed_at(RULE, question("Who reached America?", "Columbus, 1492")) == [", 1492"]
    assert not found(RULE, question("When did Columbus reach America?", "In 1492"))
