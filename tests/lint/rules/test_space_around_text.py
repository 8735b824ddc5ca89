"""White space at the ends of texts in quotes."""

from __future__ import annotations

import pytest

from tests.support.checked import found, note, pointed_at

RULE = "space-around-text"


@pytest.mark.parametrize("text", ['" Strasbourg"', "'Strasbourg '", '"\\tStrasbourg"', '"Strasbourg\\n"'])
def test_white_space_inside_the_quotes_is_found(text: str) -> None:
    assert pointed_at(RULE, note(answer=text)) == [text]


@pytest.mark.parametrize("text", ["  Strasbourg", '"Strasbourg"', "|\n      indented\n    text"])
def test_white_space_that_is_no_part_of_the_text_is_left_alone(text: str) -> None:
    assert found(RULE, note(answer=text)) == []


def test_items_of_lists_are_looked_at_too() -> None:
    assert pointed_at(RULE, note(choices='[Brussels, "Luxembourg "]')) == ['"Luxembourg "']
