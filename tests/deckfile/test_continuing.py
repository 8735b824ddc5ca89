"""Which card of an edited note continues which."""

from __future__ import annotations

import pytest

from quizapp.deckfile.continuing import continued
from quizapp.deckfile.written import NoteFields, read_note
from quizapp.model import Note


def note(**fields: str) -> Note:
    return read(fields)


def read(fields: NoteFields) -> Note:
    found, _ = read_note(fields)
    assert found is not None
    return found


def pairs(before: Note, after: Note) -> list[tuple[str, str]]:
    """Return the pairs by what tells a card from its siblings."""
    return [(old.partition("#")[2], new.partition("#")[2]) for old, new in continued("d", before, after).items()]


def test_a_note_without_id_continues_itself_however_it_is_reworded() -> None:
    before = note(question="Turin's river", answer="Po", bidirectional="true")
    after = note(question="Which one flows through Turin?", answer="The Po", bidirectional="true")
    assert pairs(before, after) == [("", ""), ("reverse", "reverse")]
    assert len({*continued("d", before, after).items()}) == 2
    assert pairs(before, note(question="Turin's river", answer="Po")) == [("", "")]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("The Rhine is {{1,233 km}} long.", "The Rhine is {{1,230 km}} long.", [("1-233-km", "1-230-km")]),
        (
            "It fell in {{1988}}, {{Bonn}} said.",
            "It fell in {{1989}}, {{Bonn}} said.",
            [("bonn", "bonn"), ("1988", "1989")],
        ),
        ("It fell in {{1989}} in Bonn.", "It fell in 1989 in {{Bonn}}.", []),
        ("{{$103}} billion", "{{$103 billion}}", [("103", "103-billion")]),
        ("{{A}} and {{B}}", "{{A}} alone", [("a", "a")]),
        ("{{1:A}} and {{1:B}}", "{{1:A}} with {{1:B}}", [("1", "1")]),
    ],
)
def test_gaps_continue_each_other_by_name_and_then_in_order(
    before: str, after: str, expected: list[tuple[str, str]]
) -> None:
    assert pairs(note(cloze=before), note(cloze=after)) == expected


def test_a_question_may_become_another_kind() -> None:
    before = note(question="How long is the Rhine?", answer="1,233 km")
    assert pairs(before, note(question="How long is the Rhine?", number="1,233", unit="km")) == [("", "")]
    assert pairs(before, note(cloze="The Rhine is {{1,233 km}} long.")) == [("", "1-233-km")]
