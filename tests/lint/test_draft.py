"""A note checked while it is written: the same verdict as in its file, with the field and characters it is about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.deckfile.located import locate_deck
from quizapp.deckfile.written import KEY_ORDER, NoteFields, fields_of, render_note
from quizapp.lint.configuration import Configuration
from quizapp.lint.draft import DraftProblem, check_draft
from quizapp.lint.engine import check_text
from quizapp.lint.view import CollectionView, DeckView
from quizapp.problem import Level

RULE = "answer-in-question"
NOTES = (
    "  - id: baltic\n    question: Is the Baltic brackish?\n    answer: Baltic\n"
    "  - question: Which sea is Gotland in?\n    answer: The Baltic\n"
)


def deck(notes: str = NOTES, head: str = "deck: seas\n") -> DeckView:
    return CollectionView().add(locate_deck(f"{head}notes:\n{notes}", "seas.yaml"))


def draft(**fields: str | tuple[str, ...]) -> NoteFields:
    return fields


def found(fields: NoteFields, rule: str, view: DeckView | None = None) -> DraftProblem:
    (problem,) = [problem for problem in check_draft(fields, view or deck()) if problem.rule == rule]
    return problem


def rules(fields: NoteFields, view: DeckView | None = None, stands_for: int | None = None) -> set[str]:
    view = view or deck()
    note = None if stands_for is None else view.notes[stands_for]
    return {problem.rule for problem in check_draft(fields, view, stands_for=note)}


def test_a_rule_says_which_characters_of_which_field_it_is_about() -> None:
    question = 'Why is "Öland: the Öresund" named so?'
    problem = found(draft(question=question, answer="Öresund"), RULE)
    assert (problem.key, problem.item, problem.level) == ("question", 0, Level.WARNING)
    assert question[problem.start : problem.end] == "Öresund"
    assert problem.message == "The question contains its answer “Öresund”."


@pytest.mark.parametrize(
    ("fields", "rule", "key", "item"),
    [
        (draft(question="Q?"), "missing-answer", "answer", 0),
        (draft(answer="A"), "missing-question", "question", 0),
        (draft(question="Q?", answr="A"), "unknown-key", "answr", 0),
        (draft(question="Q?", answer=" "), "empty-text", "answer", 0),
        (draft(id="a b", question="Q?", answer="A"), "bad-id", "id", 0),
        (draft(question="Q?", answer="A", bidirectional="maybe"), "not-true-or-false", "bidirectional", 0),
        (draft(question="Q?", answer="A", choices=("B", "C", "b")), "repeated-option", "choices", 2),
        (draft(question="Q?", items=("one", "two", "\tlong " * 60, "two")), "repeated-item", "items", 3),
        (draft(question="two\nlines", answer="x" * 20_001), "text-too-long", "answer", 0),
        (draft(cloze="no gap here"), "cloze-without-gap", "cloze", 0),
        (draft(), "missing-question", "", 0),
        (draft(question="Which sea is Gotland in?", answer="A"), "duplicate-note", "question", 0),
        (draft(id="baltic", question="Q?", answer="A"), "duplicate-id", "id", 0),
    ],
)
def test_what_the_reader_refuses_is_told_of_its_field(fields: NoteFields, rule: str, key: str, item: int) -> None:
    problem = found(fields, rule)
    assert (problem.key, problem.item, problem.level) == (key, item, Level.ERROR)
    assert problem.message
    assert problem.mend


def test_a_note_is_no_double_of_the_one_it_replaces() -> None:
    for index in (0, 1):
        fields = fields_of(deck().notes[index].at)
        assert rules(fields, stands_for=index) & {"duplicate-id", "duplicate-note"} == set()
        assert rules(fields) & {"duplicate-id", "duplicate-note"}


def test_errors_come_first_and_then_what_stands_first_in_the_form() -> None:
    fields = draft(bidirectional=" ", hint=" ", answer=" ", question="Q?")
    errors = [problem for problem in check_draft(fields, deck()) if problem.level is Level.ERROR]
    assert [problem.key for problem in errors] == ["bidirectional", "hint", "answer"]
    fields = draft(id="baltic", question="Is A A?", answer="A")
    levels = [problem.level.badness for problem in check_draft(fields, deck())]
    assert levels == sorted(levels, reverse=True)


def test_levels_are_those_of_the_configuration_and_the_deck_has_the_last_word() -> None:
    fields = draft(question="Is Po in Turin?", answer="Po")
    hint = Configuration({RULE: Level.HINT})
    assert {p.level for p in check_draft(fields, deck(), hint) if p.rule == RULE} == {Level.HINT}
    strict = deck(head=f"deck: seas\nchecks:\n  {RULE}: error\n")
    assert {p.level for p in check_draft(fields, strict, hint) if p.rule == RULE} == {Level.ERROR}


def test_what_a_comment_switches_off_for_a_note_stays_off_for_its_draft() -> None:
    view = deck(f"  # quizapp: ignore {RULE}: its spelling is asked for\n{NOTES}")
    fields = fields_of(view.notes[0].at)
    assert RULE not in rules(fields, view, stands_for=0)
    assert RULE in rules(fields, view, stands_for=1)
    assert RULE in rules(fields, view)


characters = st.characters(exclude_categories=["Cs"])
texts = st.text(characters, max_size=30) | st.sampled_from(["No", "~", "# x", "- a", "[b"])
values = texts | st.lists(texts, max_size=4).map(tuple)
some_fields = st.dictionaries(st.sampled_from([*KEY_ORDER, "answr", "<<", "?"]), values, max_size=6)


@given(some_fields)
def test_whatever_is_typed_the_places_are_in_the_fields(fields: NoteFields) -> None:
    for problem in check_draft(fields, deck()):
        assert problem.key in ("", *KEY_ORDER, *fields)
        value = fields.get(problem.key, "")
        items = (value,) if isinstance(value, str) else value
        assert problem.item == 0 or problem.item < len(items)
        text = items[problem.item] if items else ""
        assert 0 <= problem.start <= problem.end <= len(text)


@given(some_fields)
def test_the_verdict_is_that_of_the_file(fields: NoteFields) -> None:
    """A deck that holds just this note has errors exactly when the draft has."""
    empty = CollectionView().add(locate_deck("deck: seas\nnotes:\n", "seas.yaml"))
    in_file = check_text(f"deck: seas\nnotes:\n{render_note(fields)}", "seas.yaml")
    errors = {problem.rule for problem in in_file if problem.level is Level.ERROR}
    drafted = {problem.rule for problem in check_draft(fields, empty) if problem.level is Level.ERROR}
    assert drafted == errors
