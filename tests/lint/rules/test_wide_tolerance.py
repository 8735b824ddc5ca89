"""Tolerances that let most guesses pass."""

from __future__ import annotations

import pytest
from rule_findings import found, pointed_at

RULE = "wide-tolerance"


@pytest.mark.parametrize("within", ["50 %", "'800'", "100%"])
def test_a_tolerance_of_half_the_number_is_found(within: str) -> None:
    assert pointed_at(RULE, f"- question: How many?\n  number: 1,500\n  within: {within}\n") == [within]


@pytest.mark.parametrize("within", ["10 %", "'150'", "'0'"])
def test_a_narrow_one_is_let_be(within: str) -> None:
    assert not found(RULE, f"- question: How many?\n  number: 1,500\n  within: {within}\n")


def test_the_unit_beside_the_number_counts() -> None:
    assert not found(RULE, "- question: How much?\n  number: 5\n  unit: billion dollars\n  within: 0.5 billion\n")


def test_of_nothing_no_share_can_be_told() -> None:
    assert not found(RULE, "- question: How many?\n  number: 0\n  within: 2\n")
