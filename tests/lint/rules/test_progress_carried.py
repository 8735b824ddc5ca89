"""Notes that take over progress."""

from __future__ import annotations

from tests.support.checked import found, known_cards, note

RULE = "progress-carried"
SHORT, LONG = "What is QDII?", "In which year did the regulator first let foreign fund managers own a majority?"


def test_the_note_that_continues_one_is_told_whose_progress_it_takes() -> None:
    (problem,) = found(RULE, note("Other?") + note(SHORT, id="qdii"), known=known_cards(note("Other?") + note(SHORT)))
    assert problem.line == 5
    assert f"“{SHORT}”" in problem.message


def test_a_reworded_question_is_told_so_too() -> None:
    (problem,) = found(RULE, note(LONG.replace("first", "at first")), known=known_cards(note(LONG)))
    assert f"“{LONG[:40]}" in problem.message


def test_where_several_notes_may_continue_a_card_the_likeliest_is_told() -> None:
    both = note(LONG.replace("first", "at first")) + note(LONG.replace("fund", "funds"))
    (problem,) = found(RULE, both, known=known_cards(note(LONG)))
    assert "will ask" in problem.message


def test_nothing_is_said_where_no_progress_was_looked_at_or_none_has_moved() -> None:
    assert found(RULE, note(SHORT, id="qdii")) == []
    assert found(RULE, note(SHORT), known=[]) == []
    assert found(RULE, note(SHORT, "Mended answer"), known=known_cards(note(SHORT))) == []
