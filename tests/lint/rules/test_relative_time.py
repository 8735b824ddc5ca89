"""Words that mean another time when the card comes back."""

from __future__ import annotations

import pytest
from rule_findings import found, pointed_at, question

RULE = "relative-time"


@pytest.mark.parametrize(
    "asked",
    [
        "Who won the cup last year?",
        "What was recently discovered on Mars?",
        "Which party currently governs?",
        "Who is the current president of France?",
        "How many members have joined so far?",
        "What did prices do over the last few years?",
        "Which law is to come into force next month?",
        "What happened three years ago in Berlin?",
        "Today, who holds the record?",
    ],
)
def test_relative_time_is_found(asked: str) -> None:
    assert len(found(RULE, question(asked))) == 1


@pytest.mark.parametrize(
    "asked",
    [
        "Who won the cup in 2018, which he had won last year?",
        "Which battle was fought in this year?",
        "In the last year of his reign, whom did he marry?",
        "What was the capital of what is now Turkey?",
        "When did dinosaurs die out, 66 million years ago?",
        "Was there more oxygen in the Paleozoic than that of today?",
        "What is an electric current measured in?",
        "Who sang “Yesterday”?",
        "Which paper is called USA Today?",
        "Who wrote the novel Last Year in Marienbad?",
        "How does one calculate the next week day?",
        "What do you know now and forget tomorrow's",
    ],
)
def test_fixed_times_names_and_other_meanings_are_let_be(asked: str) -> None:
    assert found(RULE, question(asked)) == []


def test_a_word_in_a_dictionary_is_let_be() -> None:
    assert not found(RULE, question("最近", "recently, nowadays"))
    assert not found(RULE, question("ayer", "yesterday"))
    assert found(RULE, question("When was it?", "It was only found recently"))


def test_every_text_that_is_read_is_looked_at() -> None:
    assert pointed_at(RULE, question("When did it end?", explain="It recently ended.")) == ["recently"]
    assert pointed_at(RULE, "- cloze: The law {{currently}} forbids it.\n") == ["currently"]
    assert pointed_at(RULE, "- statement: It rains today.\n  holds: true\n") == ["today"]
