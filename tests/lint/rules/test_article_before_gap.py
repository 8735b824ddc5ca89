"""“an” before a gap."""

from __future__ import annotations

import pytest
from rule_findings import found, pointed_at

RULE = "article-before-gap"


@pytest.mark.parametrize("before", ["an ", "An ", "an “"])
def test_an_before_a_gap_is_found(before: str) -> None:
    assert [said.casefold() for said in pointed_at(RULE, f"- cloze: '{before}{{{{omnivore}}}} eats it.'\n")] == ["an"]


@pytest.mark.parametrize("before", ["a ", "a/an ", "Japan ", "an old "])
def test_other_words_are_let_be(before: str) -> None:
    assert not found(RULE, f"- cloze: 'It is {before}{{{{omnivore}}}}.'\n")
