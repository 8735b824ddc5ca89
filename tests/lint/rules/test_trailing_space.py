"""White space at the ends of lines."""

from __future__ import annotations

from tests.support.checked import found, lines, mended, note

RULE = "trailing-space"


def test_white_space_at_the_end_of_a_line_goes_wherever_it_means_nothing() -> None:
    deck = "deck: d \ntitle: T\t\n \nnotes:  \n# a comment \n- question: Q? \n  answer: A\n  accept: [a, \n    b] \n"
    tidy = "deck: d\ntitle: T\n\nnotes:\n# a comment\n- question: Q?\n  answer: A\n  accept: [a,\n    b]\n"
    assert lines(RULE, deck) == [1, 2, 3, 4, 5, 6, 8, 9]
    assert mended(RULE, deck) == tidy


def test_in_a_block_it_is_text() -> None:
    block = "|\n    one  \n     \n    two \n"
    assert found(RULE, note(explain=block)) == []
    assert mended(RULE, note(explain="| \n    one")) == note(explain="|\n    one")


def test_in_texts_of_several_lines_yaml_leaves_it_out() -> None:
    assert mended(RULE, note("one  \n    two?")) == note("one\n    two?")
    assert mended(RULE, note('"one  \n    two?"')) == note('"one\n    two?"')


def test_a_space_that_a_backslash_keeps_stays() -> None:
    assert found(RULE, note('"one\\ \n    two?"')) == []


def test_nothing_is_said_while_part_of_the_file_cannot_be_read() -> None:
    assert found(RULE, note() + "- question: *a \n  answer: b\n") == []
