"""Findings about a deck as a whole have their place whether it has notes or not."""

from __future__ import annotations

from tests.support.checked import pointed_at


def test_a_finding_in_the_head_of_a_deck_without_notes_has_its_place() -> None:
    assert pointed_at("ambiguous-scalar", "deck: d\ntitle: No\nnotes:\n") == ["No"]
