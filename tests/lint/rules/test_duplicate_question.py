"""Notes that ask the same and want the same."""

from __future__ import annotations

from tests.support.checked import found, lines, note

RULE = "duplicate-question"


def deck(name: str, *notes: str) -> str:
    return f"deck: {name}\nnotes:\n" + "".join(notes)


def test_case_and_closing_marks_make_no_difference() -> None:
    assert lines(RULE, note("What is QDII?", id="a") + note("what is QDII", "something.", id="b")) == [5]


def test_another_wording_that_one_of_them_accepts_is_the_same_answer() -> None:
    other = note("What is QDII?", "A scheme", accept="[something]", id="b")
    assert lines(RULE, note("What is QDII?", id="a") + other) == [5]


def test_the_deck_that_is_checked_later_is_told() -> None:
    (problem,) = found(RULE, deck("one", note()), deck("two", note(id="b")))
    assert (problem.path, problem.line) == ("2.yaml", 4)
    assert "line 3 of 1.yaml" in problem.message


def test_a_copy_of_a_deck_stands_in_its_place() -> None:
    assert found(RULE, deck("one", note()), deck("one", note())) == []


def test_gaps_of_one_sentence_ask_different_things() -> None:
    one, two = '- id: a\n  cloze: "The {{EPP}} won in 2019."\n', '- id: b\n  cloze: "The EPP won in {{2019}}."\n'
    assert found(RULE, one + two) == []
    assert lines(RULE, one + one.replace("id: a", "id: c")) == [4]


def test_signs_that_are_no_closing_marks_count() -> None:
    assert found(RULE, note("～区", id="a") + note("区～", id="b")) == []
    assert found(RULE, note("What is a + b?", id="a") + note("What is a - b?", id="b")) == []


def test_three_of_a_kind_are_two_findings() -> None:
    assert lines(RULE, note(id="a") + note(id="b") + note(id="c")) == [5, 8]
