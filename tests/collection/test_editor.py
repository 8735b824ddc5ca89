"""Editing through the collection: the file changes where it has to, and progress stays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from laid_out import LaidOut, laid_out
from worlds import DECK, World
from written_notes import texts

from quizapp import paths
from quizapp.collection import Collection
from quizapp.collection.editor import Editor
from quizapp.errors import DeckChanged, DeckNotWritten, NoteRefused, UnknownCard, UnknownDeck
from quizapp.model import Rating

NOTES = (
    'deck: d\ntitle: D\nnotes:\n  - question: Turin’s river\n    answer: Po  # the\n\n  - cloze: "{{1,233 km}} long"\n'
)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def answer_all(collection: Collection) -> None:
    session = collection.study()
    while session.current:
        session.rate(Rating.EASY, duration_ms=1)


def card_of(collection: Collection, prompt: str) -> str:
    (card_id,) = [card_id for card_id, card in collection.cards.items() if prompt in card.prompt]
    return card_id


def test_a_note_is_changed_in_its_file_and_the_collection_follows(world: World) -> None:
    file = world.write("rivers.yaml", DECK)
    with world.open() as collection:
        editor = Editor(collection)
        note = editor.open("rivers/nile")
        assert (note.deck_id, note.note.note_id, note.fields["hint"]) == ("rivers", "nile", "It begins with N.")
        edited = editor.change(note, note.fields | {"answer": "The White Nile"})
        assert (edited.path, edited.card_ids, edited.notices) == (file, ("rivers/nile",), ())
        assert collection.card("rivers/nile").answer == "The White Nile"
    assert file.read_text() == DECK.replace("answer: The Nile", "answer: The White Nile")


def test_progress_stays_with_a_note_without_id_however_it_is_reworded(world: World) -> None:
    file = world.write("d.yaml", NOTES)
    with world.open() as collection:
        answer_all(collection)
        editor, card_id = Editor(collection), card_of(collection, "Turin")
        note = editor.open(card_id)
        state = collection.states[card_id]
        edited = editor.change(note, {"question": "Quite another wording", "answer": "Something else"})
        (new_id,) = edited.card_ids
        assert edited.continued == {card_id: new_id}
        assert collection.states[new_id].schedule == state.schedule
        assert collection.study().current is None

        back = editor.change(editor.open(new_id), note.fields)
        assert back.card_ids == (card_id,)
        assert collection.states[card_id].schedule == state.schedule
    assert file.read_text() == NOTES
    with world.open() as collection:
        assert (collection.study().current, collection.notices) == (None, ())


def test_what_was_answered_between_two_rewordings_is_kept_too(world: World) -> None:
    world.write("d.yaml", NOTES)
    with world.open() as collection:
        answer_all(collection)
        editor, card_id = Editor(collection), card_of(collection, "Turin")
        first = editor.open(card_id)
        (new_id,) = editor.change(first, {"question": "Quite another wording", "answer": "Po"}).card_ids
        world.clock.pass_days(40)
        answer_all(collection)
        editor.change(editor.open(new_id), first.fields)
        schedule = collection.states[card_id].schedule
        assert schedule is not None
        assert schedule.reps == 2


def test_a_gap_that_is_mended_keeps_its_progress(world: World) -> None:
    world.write("d.yaml", NOTES)
    with world.open() as collection:
        answer_all(collection)
        editor = Editor(collection)
        editor.change(editor.open(card_of(collection, "long")), {"cloze": "{{1,230 km}} long, or so"})
        assert collection.study().current is None


def test_notes_are_added_all_or_none(world: World) -> None:
    file = world.write("rivers.yaml", DECK)
    with world.open() as collection:
        editor = Editor(collection)
        new = {"id": "elbe", "question": "Hamburg’s river", "answer": "Elbe"}
        with pytest.raises(NoteRefused, match="has the id po too"):
            editor.add(editor.open_deck("rivers"), [new, new | {"id": "po"}])
        assert file.read_text() == DECK
        edited = editor.add(editor.open_deck("rivers"), [new], index=1)
        assert edited.card_ids == ("rivers/elbe",)
        assert [card.note_id for card in collection.deck("rivers").cards][:2] == ["nile", "elbe"]


def test_a_deleted_note_keeps_its_progress_as_an_orphan(world: World) -> None:
    world.write("rivers.yaml", DECK)
    with world.open() as collection:
        answer_all(collection)
        editor = Editor(collection)
        note = editor.open("rivers/po")
        gone = editor.delete(note)
        assert (gone.card_ids, gone.lost) == ((), ("rivers/po",))
        assert "rivers/po" not in collection.cards
        editor.add(editor.open_deck("rivers"), [note.fields], index=0)
        assert collection.study().current is None


def test_a_shipped_deck_is_copied_and_keeps_its_progress(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped, own = tmp_path / "shipped", tmp_path / "own"
    shipped.mkdir()
    original = shipped / "rivers.yaml"
    original.write_text(DECK)
    own.mkdir()
    (own / "rivers.yaml").write_text("deck: other\nnotes:\n- question: a\n  answer: b\n")
    monkeypatch.setattr(paths, "shipped_decks", lambda: shipped)
    monkeypatch.setattr(paths, "default_deck_folder", lambda: own)
    with Collection.open(replace(world.settings, deck_paths=()), world.clock) as collection:
        answer_all(collection)
        editor = Editor(collection)
        note = editor.open("rivers/nile")
        edited = editor.change(note, note.fields | {"answer": "The White Nile"})
        copy = own / "rivers-2.yaml"
        assert (edited.path, edited.copied_to, collection.deck("rivers").path) == (copy, copy, str(copy))
        assert "“Rivers” came with quizapp, so it was copied to" in edited.notices[0]
        assert collection.study().current is None
        again = editor.open("rivers/nile")
        back = editor.change(again, again.fields | {"answer": "The Nile"})
        assert (back.notices, back.copied_to, back.lost) == ((), None, ())
    assert original.read_text() == copy.read_text() == DECK


def test_a_shipped_deck_that_is_named_is_edited_where_it_is(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    file = world.write("rivers.yaml", DECK)
    monkeypatch.setattr(paths, "shipped_decks", lambda: world.decks)
    with world.open() as collection:
        editor = Editor(collection)
        note = editor.open("rivers/nile")
        assert editor.change(note, note.fields | {"answer": "x"}).path == file


def test_a_file_that_changed_underneath_is_left_alone(world: World) -> None:
    file = world.write("rivers.yaml", DECK)
    with world.open() as collection:
        editor = Editor(collection)
        note = editor.open("rivers/nile")
        file.write_text(DECK + "# more\n")
        with pytest.raises(DeckChanged):
            editor.change(note, note.fields | {"answer": "x"})
        file.write_text(DECK.replace("id: nile", "id: other"))
        with pytest.raises(DeckChanged):
            editor.open("rivers/nile")
        file.unlink()
        with pytest.raises(DeckNotWritten):
            editor.open("rivers/nile")


def test_what_is_not_there_is_told(world: World) -> None:
    world.write("rivers.yaml", DECK)
    with world.open() as collection:
        with pytest.raises(UnknownCard, match=r"Did you mean rivers/nile\?"):
            Editor(collection).open("rivers/nil")
        with pytest.raises(UnknownDeck):
            Editor(collection).open_deck("lakes")


@given(laid_out(least=1), st.data())
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_bytes_outside_the_note_stay_and_progress_with_them(
    tmp_path_factory: pytest.TempPathFactory, deck: LaidOut, data: st.DataObject
) -> None:
    world = World(tmp_path_factory.mktemp("world"))
    file = world.decks / "laid-out.yaml"
    file.write_bytes(deck.data)
    index = data.draw(st.integers(0, len(deck.notes) - 1))
    with world.open() as collection:
        answer_all(collection)
        editor = Editor(collection)
        note_ids = list(dict.fromkeys(card.note_id for card in collection.deck("laid-out").cards))
        note = editor.open(f"laid-out/{note_ids[index]}")
        assert note.fields == deck.notes[index]
        edited = editor.change(note, note.fields | {"explain": data.draw(texts)})
        assert all(collection.states[card_id].schedule for card_id in edited.card_ids)
    start, end = deck.spans[index]
    assert file.read_bytes().startswith(deck.mark + deck.text[:start].replace("\n", deck.line_end).encode())
    following = deck.text[end:].partition("\n")[2]
    assert file.read_bytes().endswith(following.replace("\n", deck.line_end).encode())
