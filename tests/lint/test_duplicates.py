"""The index of near duplicates."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quizapp.deckfile.located import locate_deck
from quizapp.lint.asking import asked
from quizapp.lint.duplicates import DuplicateIndex
from quizapp.lint.page import as_deck
from quizapp.lint.view import CollectionView, NoteView
from tests.support.checked import note

PLACES = ("Peterson", "Hangzhou", "Brussels", "Strasbourg", "Shenzhen", "Colorado", "Vienna", "Lisbon", "Ankara")
WORDS = ("what", "who", "camera", "treaty", "market", "won", "the", "in", "1998", "2019", "IV", "quota", "漢字", "über")


def views(*asked_and_answered: tuple[str, str]) -> list[NoteView]:
    snippet = "".join(note(text, answer, id=f"n{at}") for at, (text, answer) in enumerate(asked_and_answered))
    return list(CollectionView().add(locate_deck(as_deck(snippet), "d.yaml")).notes)


def test_a_draft_is_compared_with_notes_whose_answer_nobody_else_has() -> None:
    (known,) = views(("Who was the 16th president of the United States?", "Lincoln"))
    (draft,) = views(("Who, of the United States, was the 16th president?", "Lincoln"))
    index = DuplicateIndex([known])
    assert list(index.candidates(draft)) == [known]
    assert index.likeness(asked(known), asked(draft)) == 1.0


def test_among_many_notes_with_one_answer_only_likely_ones_are_compared() -> None:
    questions = [f"Which manager of {place} won quota number {number}?" for number in range(30) for place in PLACES]
    notes = views(*((question, "Fidelity") for question in questions))
    (copy,) = views(("Of Vienna, which manager won quota number 7?", "Fidelity"))
    index = DuplicateIndex(notes)
    found = index.candidates(copy)
    assert "Which manager of Vienna won quota number 7?" in [view.note.question for view in found]
    assert len(found) < 60
    near = [view.note.question for view in found if index.likeness(asked(view), asked(copy)) > 0.8]
    assert near == ["Which manager of Vienna won quota number 7?"]


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join), min_size=2, max_size=12))
def test_likeness_is_mutual_and_between_nothing_and_one(questions: list[str]) -> None:
    notes = views(*((question, "a") for question in questions))
    index = DuplicateIndex(notes)
    for one in map(asked, notes):
        for two in map(asked, notes):
            likeness = index.likeness(one, two)
            assert 0 <= likeness <= 1
            assert likeness == index.likeness(two, one)
