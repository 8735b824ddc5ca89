"""Which cards of a deck have progress, as the checks are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import World

from quizapp.deckfile.identity import KnownCard
from quizapp.model import Rating
from quizapp.store.known import known_cards

NILE = KnownCard("rivers/nile", "Which river flows through Cairo?", "The Nile")


@pytest.fixture
def world(tmp_path: Path) -> World:
    """A world in which the card of the Nile was answered, and no other."""
    world = World(tmp_path)
    world.write(
        "rivers.yaml",
        "deck: rivers\nnotes:\n  - id: nile\n    question: Which river flows through Cairo?\n    answer: The Nile\n"
        "  - question: Which river flows through Turin?\n    answer: Po\n",
    )
    with world.open() as collection:
        collection.study().rate(Rating.EASY, duration_ms=1)
    return world


def known(world: World, *present: str, deck: str = "rivers") -> list[KnownCard]:
    return known_cards(world.settings.database, {deck: present}).get(deck, [])


def test_a_card_with_progress_is_known_as_it_was_whether_it_is_there_or_not(world: World) -> None:
    assert known(world, "rivers/nile") == [NILE]
    assert known(world) == [NILE]


def test_other_decks_are_not_asked_about(world: World) -> None:
    assert known(world, deck="seas") == []


def test_a_card_whose_progress_went_elsewhere_is_not_known_unless_it_is_there(world: World) -> None:
    with world.open() as collection:
        (po,) = [card_id for card_id in collection.cards if card_id != "rivers/nile"]
    world.write(
        "rivers.yaml",
        "deck: rivers\nnotes:\n  - id: cairo\n    question: Which river flows through Cairo?\n    answer: The Nile\n",
    )
    world.open().close()
    assert [card.card_id for card in known(world, "rivers/cairo")] == ["rivers/cairo"]
    assert {card.card_id for card in known(world, "rivers/nile", po)} == {"rivers/cairo", "rivers/nile"}


def test_without_a_database_nothing_is_known_and_nothing_is_made(tmp_path: Path) -> None:
    assert known_cards(tmp_path / "none.db", {"rivers": ()}) == {}
    assert not (tmp_path / "none.db").exists()
