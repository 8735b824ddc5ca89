"""Drafts: what a form holds, and the note that it makes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written_notes import notes

from quizapp.authoring.blanks import BLANKS, KINDS, Shape, kind_of
from quizapp.authoring.draft import Draft
from quizapp.deckfile.kinds import KINDS as NOTE_KINDS
from quizapp.deckfile.written import NoteFields, read_note
from quizapp.model import Kind

PARIS = {"id": "paris", "question": "What is the capital of France, Paris or Lyon?", "answer": "Paris"}


@given(notes())
def test_an_untouched_draft_says_what_the_deck_says(fields: NoteFields) -> None:
    draft = Draft.of(fields)
    assert draft.fields == dict(fields)
    assert not draft.changed
    note, _ = read_note(fields)
    assert note is None or note.kind is draft.kind


@given(notes())
def test_all_kinds_round_a_draft_says_what_it_said(fields: NoteFields) -> None:
    draft = Draft.of(fields)
    kinds = [*KINDS[KINDS.index(draft.kind) :], *KINDS[: KINDS.index(draft.kind)]]
    turned = draft
    for kind in [*kinds[1:], draft.kind]:
        turned = turned.as_kind(kind)
    assert turned.fields == dict(fields)


@given(notes(), st.text(max_size=40))
def test_another_text_is_one_change_and_the_old_one_none(fields: NoteFields, text: str) -> None:
    draft = Draft.of(fields)
    for blank in draft.blanks:
        if blank.shape is not Shape.TRUTH:
            other = draft.with_text(blank.key, text)
            assert other.changed <= {blank.key}
            assert other.with_text(blank.key, draft.text(blank.key)).fields == dict(fields)


@given(notes(), st.integers(0, 4), st.integers(0, 50), st.integers(0, 50))
def test_a_span_lies_within_its_field(fields: NoteFields, item: int, start: int, end: int) -> None:
    draft = Draft.of(fields)
    for blank in draft.blanks:
        first, last = draft.span(blank.key, item, start, end)
        assert 0 <= first <= len(draft.text(blank.key))
        assert last <= len(draft.text(blank.key))


def test_a_form_has_a_field_for_every_key_that_a_kind_may_have() -> None:
    for kind in NOTE_KINDS:
        assert {blank.key for blank in BLANKS[kind.kind]} == kind.keys - {"id"}


def test_the_kind_is_told_by_the_keys() -> None:
    for kind, blanks in BLANKS.items():
        assert kind_of([blank.key for blank in blanks]) is kind
    assert kind_of([]) is Kind.QUESTION


@pytest.mark.parametrize(
    ("fields", "kind", "becomes"),
    [
        (PARIS, Kind.CLOZE, {"id": "paris", "cloze": "What is the capital of France, {{Paris}} or Lyon?"}),
        (PARIS, Kind.STATEMENT, {"id": "paris", "statement": PARIS["question"]}),
        (PARIS, Kind.CHOICE, PARIS),
        ({"question": "How many?", "answer": "15"}, Kind.NUMBER, {"question": "How many?", "number": "15"}),
        ({"question": "Which?", "answer": "A\nB"}, Kind.LIST, {"question": "Which?", "items": ("A", "B")}),
        (
            {"cloze": "The EPP began in {{1976::year}}."},
            Kind.QUESTION,
            {"question": "The EPP began in 1976.", "answer": "1976"},
        ),
    ],
)
def test_another_kind_takes_along_what_fits(fields: NoteFields, kind: Kind, becomes: NoteFields) -> None:
    assert Draft.of(fields).as_kind(kind).fields == becomes


def test_what_was_lent_follows_a_change_of_what_it_was_lent_from() -> None:
    draft = Draft.of(PARIS).as_kind(Kind.STATEMENT).as_kind(Kind.QUESTION).with_text("question", "Another?")
    assert draft.as_kind(Kind.STATEMENT).text("statement") == "Another?"
    written = draft.as_kind(Kind.STATEMENT).with_text("statement", "My own.").as_kind(Kind.QUESTION)
    assert written.as_kind(Kind.STATEMENT).text("statement") == "My own."


def test_lists_have_one_text_on_each_line() -> None:
    draft = Draft.of({"question": "Q", "items": ("one", "two\nlines")})
    assert draft.text("items") == "one\ntwo lines"
    assert draft.fields["items"] == ("one", "two\nlines")
    assert draft.with_text("items", " one \n\n three\n").fields["items"] == ("one", "three")
    assert draft.with_text("items", "one\n  three").span("items", 1, 0, 2) == (6, 8)


def test_one_other_wording_stays_one_text_and_several_become_a_list() -> None:
    draft = Draft.of({"question": "Q", "answer": "A", "accept": "a"})
    assert draft.with_text("accept", "b").fields["accept"] == "b"
    assert draft.with_text("accept", "b\nc").fields["accept"] == ("b", "c")
    assert "accept" not in draft.with_text("accept", " ").fields


def test_what_is_missing_is_what_the_kind_needs() -> None:
    assert [blank.key for blank in Draft().missing] == ["question", "answer"]
    assert [blank.key for blank in Draft(Kind.STATEMENT).missing] == ["statement", "holds"]
    assert not Draft.of(PARIS).missing


def test_a_draft_on_top_of_a_changed_note_keeps_what_was_typed_and_takes_the_rest() -> None:
    draft = Draft.of({**PARIS, "hint": "Not Lyon"}).with_text("question", "Mine?").with_text("hint", "")
    rebased = draft.rebased({**PARIS, "answer": "Paris, of course", "explain": "New."})
    assert rebased.fields == {"id": "paris", "question": "Mine?", "answer": "Paris, of course", "explain": "New."}
    assert rebased.changed == {"question"}
