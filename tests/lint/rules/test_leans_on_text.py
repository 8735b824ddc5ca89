"""Questions about a text that is not on the card."""

from __future__ import annotations

import pytest
from rule_findings import found, question

RULE = "leans-on-text"


@pytest.mark.parametrize(
    "asked",
    [
        "According to the text, what do hackers want?",
        "Which firm is mentioned above?",
        "What does the author mean by a sinkhole?",
        "Which risk is described in this chapter?",
        "As stated in the article, who won?",
    ],
)
def test_what_points_beside_the_card_is_found(asked: str) -> None:
    assert len(found(RULE, question(asked))) == 1


@pytest.mark.parametrize(
    "asked",
    [
        "According to the 2018 article in the Economist, what do hackers want?",
        "Who is the author of Emma?",
        "What was described above the city gate?",
        "Which text did Luther pin to the door?",
        "What happens in the story of Noah?",
        "How deep below the ground is it?",
    ],
)
def test_texts_that_are_named_are_let_be(asked: str) -> None:
    assert found(RULE, question(asked)) == []
