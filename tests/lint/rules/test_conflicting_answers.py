"""Notes that ask the same and want different answers."""

from __future__ import annotations

from tests.support.checked import found, lines, note

RULE = "conflicting-answers"
CAPITAL = "What is the capital of Georgia?"


def deck(name: str, *notes: str) -> str:
    return f"deck: {name}\nnotes:\n" + "".join(notes)


def test_the_later_note_is_told_the_other_answer() -> None:
    (problem,) = found(RULE, note(CAPITAL, "Tbilisi", id="a") + note(CAPITAL, "Atlanta", id="b"))
    assert problem.line == 7
    assert "“Tbilisi”" in problem.message


def test_in_one_deck_a_bare_word_is_a_question_too() -> None:
    assert lines(RULE, note("Georgia", "Tbilisi", id="a") + note("Georgia", "Atlanta", id="b")) == [5]


def test_in_two_decks_only_whole_questions_are_compared() -> None:
    assert found(RULE, deck("a", note("Georgia", "Tbilisi")), deck("b", note("Georgia", "Грузия"))) == []
    assert len(found(RULE, deck("a", note(CAPITAL, "Tbilisi")), deck("b", note(CAPITAL, "Atlanta")))) == 1


def test_one_sentence_with_two_fillings_is_found() -> None:
    one = '- id: a\n  cloze: "The EPP won {{182}} seats."\n'
    assert lines(RULE, one + '- id: b\n  cloze: "The EPP won {{216}} seats."\n') == [4]


def test_a_statement_that_holds_and_does_not_is_found() -> None:
    one = "- id: a\n  statement: Water is wet.\n  holds: true\n"
    assert lines(RULE, one + one.replace("id: a", "id: b").replace("true", "false")) == [5]


def test_what_one_accepts_is_no_conflict() -> None:
    assert found(RULE, note(CAPITAL, "Tbilisi", id="a") + note(CAPITAL, "Tiflis", accept="[Tbilisi]", id="b")) == []
