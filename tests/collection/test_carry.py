"""Progress follows a note that is reworded, and never the wrong one."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import World

from quizapp.errors import NothingToUndo, UnknownCard
from quizapp.model import NEW_CARD, Rating


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def write(world: World, *questions: str, answer: str = "Somewhere in the south") -> None:
    notes = "".join(
        f'  - question: "{question}"\n    answer: "{answer} of {question[:12]}"\n' for question in questions
    )
    world.write("d.yaml", f"deck: d\ntitle: D\nnotes:\n{notes}")


def answer_all(world: World) -> list[str]:
    with world.open() as collection:
        session = collection.study()
        answered = []
        while session.current:
            answered.append(session.current.card_id)
            session.rate(Rating.EASY, duration_ms=1)
        return answered


FIRST = "Which town lies where the river Saale meets the Elbe?"
MENDED = "Which town lies where the river Saale joins the Elbe?"
OTHER = "Why did the Hanse move its herring market to Bergen?"


def test_progress_follows_a_typo_that_was_mended(world: World) -> None:
    write(world, FIRST, OTHER)
    answer_all(world)
    write(world, MENDED, OTHER)
    with world.open() as collection:
        assert collection.study().current is None
        assert any("progress kept" in notice for notice in collection.notices)
    with world.open() as collection:
        assert not collection.notices


def test_a_carry_can_be_undone_and_is_not_made_again(world: World) -> None:
    write(world, FIRST)
    answer_all(world)
    write(world, MENDED)
    with world.open() as collection:
        (card_id,) = collection.cards
        collection.undo_carry(card_id)
        with pytest.raises(NothingToUndo):
            collection.undo_carry(card_id)
    with world.open() as collection:
        session = collection.study()
        assert session.current is not None
        assert session.current.prompt == MENDED


def test_undo_takes_back_the_answer_and_not_the_carry(world: World) -> None:
    write(world, FIRST, OTHER)
    answer_all(world)
    write(world, MENDED, OTHER)
    with world.open() as collection:
        assert collection.undo().event.card_id in collection.cards
        assert (
            sum(state.schedule is not None for key, state in collection.states.items() if key in collection.cards) == 1
        )


def test_a_look_without_writing_shows_the_progress_kept(world: World) -> None:
    write(world, FIRST)
    answer_all(world)
    write(world, MENDED)
    with world.open(read_only=True) as collection:
        assert collection.overview().new == 0


def test_a_note_that_comes_back_still_has_its_own_progress(world: World) -> None:
    write(world, FIRST)
    (card_id,) = answer_all(world)
    write(world, MENDED)
    world.open().close()
    write(world, FIRST)
    with world.open() as collection:
        assert collection.states[card_id].schedule is not None
        assert collection.study().current is None


def test_another_note_gets_nothing(world: World) -> None:
    write(world, FIRST)
    answer_all(world)
    write(world, OTHER)
    with world.open() as collection:
        assert not collection.notices
        assert collection.study().current is not None


def test_progress_of_a_deck_that_is_away_waits_for_it(world: World) -> None:
    write(world, FIRST)
    answer_all(world)
    file = world.decks / "d.yaml"
    text = file.read_text(encoding="utf-8")
    file.unlink()
    world.open().close()
    (world.decks / "moved").mkdir()
    (world.decks / "moved" / "renamed.yaml").write_text(text, encoding="utf-8")
    with world.open() as collection:
        assert collection.study().current is None


def test_a_learner_settles_what_is_unclear(world: World) -> None:
    write(world, FIRST)
    (old_id,) = answer_all(world)
    write(world, OTHER)
    with world.open() as collection:
        (new_id,) = collection.cards
        collection.carry(old_id, new_id)
        assert collection.study().current is None
        with pytest.raises(UnknownCard):
            collection.carry("d/never", new_id)


def test_an_answer_taken_back_is_taken_from_whom_it_was_carried_to_as_well(world: World) -> None:
    write(world, FIRST)
    answer_all(world)
    for question in (MENDED, f"{MENDED} Tell!"):
        write(world, question)
        with world.open() as collection:
            (card,) = collection.decks[0].cards
            assert collection.states[card.card_id].schedule is not None
    with world.open() as collection:
        collection.undo()
        told, stored = dict(collection.states), collection.store.states()
        collection.store.rebuild()
        assert stored == collection.store.states()
        assert told.get(card.card_id, NEW_CARD) == stored.get(card.card_id, NEW_CARD)
        assert told[card.card_id].schedule is None
