"""Gaps over words that hold a sentence together."""

from __future__ import annotations

import pytest
from rule_findings import found, pointed_at

RULE = "cloze-stop-word"


@pytest.mark.parametrize("hidden", ["in", "The", "of the", "was", "who"])
def test_a_gap_over_little_words_alone_is_found(hidden: str) -> None:
    assert pointed_at(RULE, f"- cloze: 'One two {{{{{hidden}}}}} three.'\n") == [hidden]


@pytest.mark.parametrize("hidden", ["before", "not", "more", "WHO", "the Hague", "in::preposition", "山", "42", "…"])
def test_words_that_turn_the_sense_names_and_gaps_with_a_hint_are_let_be(hidden: str) -> None:
    assert not found(RULE, f"- cloze: 'One two {{{{{hidden}}}}} three.'\n")
