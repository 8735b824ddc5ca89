"""The cards of a note that is half written."""

from __future__ import annotations

from hypothesis import given
from written_notes import notes

from quizapp.authoring.draft import Draft
from quizapp.authoring.sight import cards_in_sight
from quizapp.deckfile.written import NoteFields
from quizapp.model import Kind


@given(notes())
def test_a_card_is_in_sight_from_the_first_word_on_whatever_it_is(fields: NoteFields) -> None:
    draft = Draft.of(fields)
    assert cards_in_sight(draft, "deck")
    for kind in Kind:
        assert cards_in_sight(draft.as_kind(kind), "deck")
    for blank in draft.blanks:
        assert cards_in_sight(Draft(draft.kind).with_text(blank.key, draft.text(blank.key) or "x"), "deck")


def test_what_is_still_to_be_written_is_open() -> None:
    (card,) = cards_in_sight(Draft().with_text("question", "Who?"), "deck")
    assert (card.prompt, card.answer) == ("Who?", "…")
    (card,) = cards_in_sight(Draft(Kind.STATEMENT).with_text("statement", "So it is."), "deck")
    assert (card.prompt, card.answer) == ("So it is.", "…")
    assert cards_in_sight(Draft(), "deck") == ()


def test_each_side_and_each_gap_is_a_card() -> None:
    both = Draft.of({"question": "Q", "answer": "A", "bidirectional": "true"})
    assert [card.prompt for card in cards_in_sight(both, "deck")] == ["Q", "A"]
    gaps = Draft.of({"cloze": "{{One}} and {{two::number}}."})
    assert [card.prompt for card in cards_in_sight(gaps, "deck")] == ["[ … ] and two.", "One and [ number ]."]


def test_a_gap_that_is_still_open_is_shown_as_it_is_written() -> None:
    (card,) = cards_in_sight(Draft.of({"cloze": "The {{one"}), "deck")
    assert card.prompt == "The {{one"
