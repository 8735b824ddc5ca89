"""Notes as their authors write them: what is written reads back as it was."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from written_notes import canonical, decks, notes

from quizapp.deckfile.located import locate_deck
from quizapp.deckfile.notes import NOTE_KEYS
from quizapp.deckfile.written import (
    KEY_ORDER,
    fields_of,
    key_on_line,
    read_note,
    render_in_braces,
    render_note,
)

SHIPPED = Path(__file__).parents[2] / "decks"
FIELDS = {
    "answer": "A scheme",
    "question": "What is QDII?",
    "accept": ("a way", "one: scheme"),
    "explain": "Two lines\nof it.",
    "bidirectional": "true",
    "id": "qdii",
}


def test_every_key_has_its_place_in_the_order() -> None:
    assert set(KEY_ORDER) == NOTE_KEYS
    assert len(KEY_ORDER) == len(NOTE_KEYS)


def test_a_note_is_written_as_people_write_it() -> None:
    assert render_note(FIELDS) == (
        "  - id: qdii\n"
        "    question: What is QDII?\n"
        "    answer: A scheme\n"
        "    bidirectional: true\n"
        '    accept: [a way, "one: scheme"]\n'
        "    explain: |\n"
        "      Two lines\n"
        "      of it.\n"
    )
    assert render_note({"question": "a", "answer": "b"}, indent="") == "- question: a\n  answer: b\n"


@given(decks(least=1))
def test_reading_what_is_written_gives_the_same_notes(written: list[dict[str, str | tuple[str, ...]]]) -> None:
    deck = locate_deck("deck: d\nnotes:\n" + "".join(map(render_note, written)), "d.yaml")
    assert deck.parsed.problems == ()
    assert [list(fields_of(note).items()) for note in deck.notes] == [list(canonical(f).items()) for f in written]


@given(decks(least=1))
def test_reading_what_is_written_in_braces_gives_the_same_notes(
    written: list[dict[str, str | tuple[str, ...]]],
) -> None:
    text = f"deck: d\nnotes: [{', '.join(map(render_in_braces, written))}]\n"
    assert [fields_of(note) for note in locate_deck(text, "d.yaml").notes] == written


@given(notes())
def test_rendering_what_was_rendered_changes_nothing(fields: dict[str, str | tuple[str, ...]]) -> None:
    (note,) = locate_deck("deck: d\nnotes:\n" + render_note(fields), "d.yaml").notes
    assert render_note(fields_of(note)) == render_note(fields)


def test_the_reader_says_what_fields_make() -> None:
    note, problems = read_note(FIELDS)
    assert note is not None
    assert (note.note_id, note.answer, note.bidirectional, problems) == ("qdii", "A scheme", True, ())


def test_a_problem_names_the_line_and_so_the_key_that_it_is_about() -> None:
    fields = {"question": "How long?", "number": "many", "explain": "a\nb"}
    note, (problem,) = read_note(fields, "nile.yaml")
    assert note is None
    assert (problem.path, problem.line, problem.rule) == ("nile.yaml", 2, "bad-number")
    assert key_on_line(fields, problem.line) == "number"
    assert key_on_line(fields, 5) == "explain"
    assert read_note({})[0] is None
    assert read_note({"question": ""})[0] is None


def test_what_the_reader_refuses_is_written_so_that_it_acts_on_no_terminal() -> None:
    fields = {"question": "a\x1b]52;c;x\x07", "answer": "b\u202e"}
    assert "\x1b" not in render_note(fields)
    assert [problem.rule for problem in read_note(fields)[1]] == ["control-character", "control-character"]


def test_the_shipped_decks_read_back_from_the_canonical_form() -> None:
    for path in sorted(SHIPPED.glob("*.yaml")):
        deck = locate_deck(path.read_bytes(), path.name)
        written = [fields_of(note) for note in deck.notes]
        again = locate_deck("deck: d\nnotes:\n" + "".join(map(render_note, written)), path.name)
        assert [fields_of(note) for note in again.notes] == written
