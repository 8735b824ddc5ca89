"""Wordings that are accepted anyway."""

from __future__ import annotations

import pytest
from rule_findings import found, pointed_at, question

RULE = "accept-repeats"


@pytest.mark.parametrize("wording", ["the Klondike", "KLONDIKE", "Klon-dike", "“Klondike”", "Klondike."])
def test_a_wording_that_differs_in_nothing_that_counts_is_found(wording: str) -> None:
    assert pointed_at(RULE, question("Which?", "Klondike", accept=f"[other, '{wording}']")) == [f"'{wording}'"]


@pytest.mark.parametrize("wording", ["Klondike gold rush", "Klondyke", "C++", "クロンダイク"])
def test_another_wording_is_let_be(wording: str) -> None:
    assert not found(RULE, question("Which?", "Klondike", accept=f"['{wording}']"))


def test_a_wording_may_not_repeat_another() -> None:
    (problem,) = found(RULE, question("Which?", "Klondike", accept="[gold rush, the gold rush]"))
    assert "as “gold rush”" in problem.message


def test_of_a_cloze_the_gap_is_what_counts() -> None:
    assert found(RULE, "- cloze: 'It was the {{Klondike}}.'\n  accept: [klondike]\n")
