"""Answers with more words than can be recalled as one thing."""

from __future__ import annotations

from rule_findings import found, pointed_at, question

RULE = "answer-too-long"


def test_the_limit_counts_words() -> None:
    assert not found(RULE, question("What is it?", "word " * 24 + "word"))
    assert found(RULE, question("What is it?", "word " * 25 + "word"))


def test_where_words_are_not_set_apart_two_characters_count_as_one() -> None:
    assert not found(RULE, question("中国的首都在哪里？", "北京" * 20))
    assert found(RULE, question("中国的首都在哪里？", "北京" * 30))


def test_items_and_gaps_are_shorter() -> None:
    long = " ".join(["word"] * 16)
    assert len(found(RULE, f"- question: Which two are there?\n  items: [{long}, {long} more, short]\n")) == 2
    assert pointed_at(RULE, f"- cloze: so it was that {{{{{long}}}}} ended\n") == [long]


def test_options_are_chosen_and_not_recalled() -> None:
    long = " ".join(["word"] * 30)
    assert not found(RULE, f"- question: Which one?\n  answer: {long}\n  choices: [a, b]\n")
