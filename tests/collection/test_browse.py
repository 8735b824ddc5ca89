"""Browsing an opened collection: searches see the decks, the log and the day it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import DECK, World

from quizapp.collection import Collection
from quizapp.model import ActionKind, Rating
from quizapp.search.search import search
from quizapp.study.scope import Scope


@pytest.fixture
def world(tmp_path: Path) -> World:
    world = World(tmp_path)
    world.write("rivers.yaml", DECK)
    return world


def opened(world: World) -> Collection:
    return Collection.open(world.settings, world.clock)


def find(collection: Collection, query: str) -> list[str]:
    table = collection.search_table(collection.search_index())
    return [row.card.card_id for row in search(table, query)]


def answer(collection: Collection, card_id: str, rating: Rating) -> None:
    collection.study(Scope(card_ids=(card_id,))).rate(rating, duration_ms=1000)


def test_a_search_sees_answers_and_acts_as_they_come(world: World) -> None:
    with opened(world) as collection:
        assert find(collection, "deck:riv -is:new") == []
        answer(collection, "rivers/nile", Rating.AGAIN)
        collection.act_on(ActionKind.SUSPEND, ["rivers/po"])
        assert find(collection, "is:learning is:due rated:1:1") == ["rivers/nile"]
        assert find(collection, "is:suspended") == ["rivers/po"]
        collection.undo()
        collection.undo()
        assert find(collection, "is:suspended or rated:1") == []


def test_days_are_study_days(world: World) -> None:
    with opened(world) as collection:
        answer(collection, "rivers/nile", Rating.EASY)
        world.clock.pass_days(2)
        assert find(collection, "rated:2") == []
        assert find(collection, "rated:3:4") == ["rivers/nile"]


def test_a_step_of_tonight_is_due_today_also_after_midnight(world: World) -> None:
    with opened(world) as collection:
        world.clock.pass_ms(16 * 3_600_000)
        answer(collection, "rivers/nile", Rating.AGAIN)
        assert find(collection, "prop:due=0") == ["rivers/nile"]


def test_orphans_are_found_with_what_they_asked(world: World) -> None:
    with opened(world) as collection:
        answer(collection, "rivers/nile", Rating.GOOD)
    (world.decks / "rivers.yaml").unlink()
    world.write("seas.yaml", "deck: seas\ntitle: Seas\nnotes:\n  - question: Deepest?\n    answer: Tethys\n")
    with opened(world) as collection:
        assert find(collection, "cairo") == []
        assert find(collection, "cairo is:orphan") == ["rivers/nile"]


def test_one_card_is_looked_up_without_an_index_also_when_it_is_gone(world: World) -> None:
    with opened(world) as collection:
        answer(collection, "rivers/nile", Rating.EASY)
        row = collection.card_row("rivers/nile")
        table = collection.search_table(collection.search_index())
        assert row == next(each for each in search(table, "nile") if each.card.card_id == "rivers/nile")
    (world.decks / "rivers.yaml").unlink()
    world.write("seas.yaml", "deck: seas\ntitle: Seas\nnotes:\n  - question: Deepest?\n    answer: Tethys\n")
    with opened(world) as collection:
        row = collection.card_row("rivers/nile")
        assert row.orphan
        assert row.card.prompt == "Which river flows through Cairo?"
        assert row.retrievability is not None


def test_progress_that_was_carried_on_is_no_orphan(world: World) -> None:
    with opened(world) as collection:
        answer(collection, "rivers/nile", Rating.GOOD)
    world.write("rivers.yaml", DECK.replace("id: nile", "id: cairo"))
    with opened(world) as collection:
        assert find(collection, "is:orphan") == []
        assert find(collection, "cairo -is:new") == ["rivers/cairo"]
