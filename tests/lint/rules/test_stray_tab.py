"""Tabs in and between texts."""

from __future__ import annotations

from tests.support.checked import found, mended, note, pointed_at

RULE = "stray-tab"


def test_a_tab_in_a_text_is_found_and_left_to_the_author() -> None:
    for text in ("name\tsize", '"name\\tsize"', "|\n    name\tsize"):
        (problem,) = found(RULE, note(answer=text))
        assert problem.fix == ()


def test_tabs_between_texts_become_spaces() -> None:
    snippet = "- question:\tQ?\n  answer: A\n  accept: [a,\t\tb]\n"
    assert pointed_at(RULE, snippet) == ["\t", "\t\t"]
    assert mended(RULE, snippet) == "- question: Q?\n  answer: A\n  accept: [a,  b]\n"


def test_tabs_in_and_before_comments_do_no_harm() -> None:
    assert found(RULE, note(answer="a\t# b\tc") + "#\td\n") == []
