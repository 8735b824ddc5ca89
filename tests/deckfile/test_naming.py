"""Ids for new notes."""

from __future__ import annotations

import pytest
from hypothesis import given
from written_notes import notes

from quizapp.deckfile.naming import asked, with_id
from quizapp.deckfile.written import NoteFields, read_note
from quizapp.text import fold


@pytest.mark.parametrize(
    ("fields", "note_id"),
    [
        ({"question": "What is QDII?", "answer": "x"}, "what-is-qdii"),
        ({"cloze": "The {{Rhine::river}} is {{1: 1,233}} km long."}, "the-rhine-is-1-233-km-long"),
        ({"cloze": "The {{Rhine"}, "the-rhine"),
        ({"statement": "Öl schwimmt", "holds": "true"}, "öl-schwimmt"),
        ({"question": "In which of the two towns did they meet again?"}, "in-which-of-the-two-towns-did-they-meet"),
        ({"id": "own", "question": "What?"}, "own"),
    ],
)
def test_an_id_is_made_of_the_first_words(fields: NoteFields, note_id: str) -> None:
    assert with_id(fields, ()) == {"id": note_id, **fields}


def test_an_id_that_is_taken_gets_a_number() -> None:
    fields = {"question": "What?"}
    assert [with_id(fields, taken)["id"] for taken in ({"what"}, {"what", "what-2"})] == ["what-2", "what-3"]


@given(notes())
def test_the_reader_takes_every_id_that_is_made(fields: dict[str, str | tuple[str, ...]]) -> None:
    fields.pop("id", None)
    named = with_id(fields, ())
    note, problems = read_note(named)
    assert problems == ()
    assert note is not None
    assert fold(note.note_id) == fold(str(named["id"]))


def test_a_note_that_asks_nothing_is_no_mistake() -> None:
    assert asked({}) == asked({"question": ("a",)}) == ""
