"""Questions that are too long to read at a glance."""

from __future__ import annotations

from rule_findings import found, question

RULE = "question-too-long"


def test_words_count_and_not_hints() -> None:
    assert not found(RULE, question("word " * 49 + "word?"))
    assert found(RULE, question("word " * 50 + "word?"))
    words = " ".join(["word"] * 48)
    assert not found(RULE, f"- cloze: '{words} {{{{gap::{words}}}}}'\n")


def test_where_words_are_not_set_apart_two_characters_count_as_one() -> None:
    assert not found(RULE, question("字" * 99))
    assert found(RULE, question("字" * 103))


def test_statements_and_sentences_are_called_by_their_names() -> None:
    words = " ".join(["word"] * 60)
    (problem,) = found(RULE, f"- statement: {words}\n  holds: true\n")
    assert "This statement has 60 words" in problem.message
