"""Ids that differ by capital letters only."""

from __future__ import annotations

from tests.support.checked import lines, note, pointed_at

RULE = "id-differs-by-case"


def test_the_later_of_two_is_told_of_the_earlier() -> None:
    ids = ("QDII", "qdii", "Straße", "STRASSE", "other")
    assert pointed_at(RULE, "".join(note(f"{name}?", id=name) for name in ids)) == ["qdii", "STRASSE"]


def test_in_another_deck_an_id_is_another() -> None:
    deck = "deck: {}\nnotes:\n"
    assert lines(RULE, deck.format("a") + note(id="QDII"), deck.format("b") + note(id="qdii")) == []
