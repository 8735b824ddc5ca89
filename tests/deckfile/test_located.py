"""Where everything stands in a deck's file."""

from __future__ import annotations

from quizapp.deckfile.located import LocatedNote, Place, locate_deck

DECK = """\
deck: places
title: Where things stand
notes:
  # the first
  - id: one
    question: What is QDII?
    answer: A scheme
    accept: [one way, "another way"]   # two
    explain: |
      Two lines
      of it.

  - cloze: 'It''s {{said}} to
      go on.'
    tags:
      - a
      - b
# the end
"""


def slices(place: Place, text: str = DECK) -> str:
    return text[place.start : place.end]


def notes(text: str = DECK) -> tuple[LocatedNote, ...]:
    return locate_deck(text, "places.yaml").notes


def test_values_stand_where_they_are_written_without_the_white_space_behind() -> None:
    one, two = notes()
    assert slices(one.value("question")) == "What is QDII?"
    assert slices(one.value("accept")) == '[one way, "another way"]'
    assert [slices(place) for place in one.items("accept")] == ["one way", '"another way"']
    assert slices(one.value("explain")) == "|\n      Two lines\n      of it."
    assert slices(one.key("explain")) == "explain"
    assert slices(two.value("cloze")) == "'It''s {{said}} to\n      go on.'"
    assert slices(two.value("tags")) == "- a\n      - b"


def test_lines_and_columns_count_from_one_and_an_end_is_behind_its_last_character() -> None:
    one, two = notes()
    assert one.value("question")[2:] == (6, 15, 6, 28)
    assert two.value("cloze")[2:] == (13, 12, 14, 14)
    assert (one.whole.line, one.whole.column, one.whole.end_line) == (5, 5, 11)
    assert DECK[one.start :].startswith("id: one")


def test_a_part_of_a_text_is_found_where_it_reads_as_it_is_written() -> None:
    one, two = notes()
    assert slices(one.part("question", 8, 12)) == "QDII"
    assert slices(one.part("accept", 0, 7, item=1)) == "another"
    assert two.part("cloze", 0, 2) == two.value("cloze")


def test_plain_is_neither_quoted_nor_a_block() -> None:
    one, two = notes()
    assert [one.is_plain(name) for name in one.entries] == [True, True, True, False, False]
    assert not two.is_plain("cloze")


def test_the_entries_of_the_deck_stand_in_its_head() -> None:
    deck = locate_deck(DECK, "places.yaml")
    assert {name: slices(entry.value(name)) for name, entry in deck.head.items()} == {
        "deck": "places",
        "title": "Where things stand",
    }


def test_places_hold_in_a_file_that_is_read_piece_by_piece() -> None:
    broken = DECK.replace("  # the first\n", "  - question: [never closed\n")
    one, two = notes(broken)
    assert slices(one.value("question"), broken) == "What is QDII?"
    assert slices(two.value("tags"), broken) == "- a\n      - b"
    assert two.value("cloze").line == 13
    head = locate_deck(broken, "places.yaml").head
    assert slices(head["title"].value("title"), broken) == "Where things stand"


def test_places_count_in_the_text_without_byte_order_mark_and_carriage_returns() -> None:
    (one, _) = locate_deck(b"\xef\xbb\xbf" + DECK.replace("\n", "\r\n").encode(), "places.yaml").notes
    assert slices(one.value("question")) == "What is QDII?"


def test_a_note_with_an_error_has_no_place() -> None:
    assert [note.note.note_id for note in notes(DECK.replace("cloze:", "clozes:"))] == ["one"]


def test_of_a_file_read_in_pieces_only_what_the_pieces_say_is_located() -> None:
    text = 'deck: d\ntitle: "No\ntags: [a]\nnotes:\n- question: "Q?"\n  answer: A\n- question: *b\n'
    deck = locate_deck(text, "pieces.yaml")
    assert deck.parsed.title == ""
    assert deck.head.keys() == {"deck", "tags"}
    assert [note.note for note in deck.notes] == list(deck.parsed.notes)
