"""Notes without an id, and the ids they are given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.deckfile.cards import expand
from quizapp.deckfile.identity import carry_over
from quizapp.deckfile.located import locate_deck
from tests.support.checked import found, known_cards, mended, note
from tests.support.untidy_decks import untidy_decks

RULE = "missing-id"


def ids(deck: str) -> list[str]:
    return [read.note_id for read in locate_deck(deck, "d.yaml").parsed.notes]


def test_a_note_gets_the_first_words_of_what_it_asks() -> None:
    assert mended(RULE, note("What is QDII?")) == note("What is QDII?", id="what-is-qdii")
    cloze = '- cloze: "The {{EPP::group}} was founded in {{1976}}."\n'
    assert mended(RULE, cloze) == cloze.replace("- cloze", "- id: the-epp-was-founded-in-1976\n  cloze")


def test_a_long_question_is_cut_between_two_words() -> None:
    text = mended(RULE, note("In which year did the regulator first let foreign managers in?"))
    assert text.startswith("- id: in-which-year-did-the-regulator-first\n")


def test_an_id_that_is_taken_gets_a_number_also_where_its_note_cannot_be_read() -> None:
    taken = note("One?", id="what-is-qdii") + "- {question: *alias, id: What-is-qdii-2}\n"
    assert "- id: what-is-qdii-3\n" in mended(RULE, taken + note("What is QDII?"))


def test_notes_that_ask_alike_get_different_ids() -> None:
    deck = "deck: d\nnotes:\n" + note("What is it?") + note("What is it") + note("What, is it?")
    assert ids(mended(RULE, deck)) == ["what-is-it", "what-is-it-2", "what-is-it-3"]


@pytest.mark.parametrize(
    ("snippet", "fixed"),
    [
        ("- {question: Q?, answer: A}\n", "- {id: q, question: Q?, answer: A}\n"),
        ("-\n    question: Q?\n    answer: A\n", "-\n    id: q\n    question: Q?\n    answer: A\n"),
        ("-   question: Q?\n    answer: A\n", "-   id: q\n    question: Q?\n    answer: A\n"),
        ('- question: "1984"\n  answer: A\n', '- id: "1984"\n  question: "1984"\n  answer: A\n'),
        ("- question: “…”\n  answer: A\n", "- id: 2c3a0ce8\n  question: “…”\n  answer: A\n"),
        ("- question: 漢字は何\n  answer: A\n", "- id: 漢字は何\n  question: 漢字は何\n  answer: A\n"),
    ],
)
def test_an_id_fits_wherever_a_note_stands_and_whatever_it_asks(snippet: str, fixed: str) -> None:
    assert mended(RULE, snippet) == fixed


def test_a_note_with_an_id_is_left_alone() -> None:
    assert found(RULE, note(id="a")) == []


@given(untidy_decks())
def test_no_progress_is_lost_by_an_id(text: str) -> None:
    """Every card that had progress continues in one whose prompt and answer are the same."""
    before = known_cards(text)
    deck = locate_deck(mended(RULE, text), "example.yaml").parsed
    after = {card.card_id: card for card in expand(deck.deck_id, deck.notes)}
    vanished = [card for card in before if card.card_id not in after]
    there = {card.card_id for card in before}
    carries = carry_over(vanished, [card for card in after.values() if card.card_id not in there])
    assert {old for old, _ in carries.pairs} == {card.card_id for card in vanished}
    old = {card.card_id: (card.prompt, card.answer) for card in before}
    assert all((after[new].prompt, after[new].answer) == old[gone] for gone, new in carries.pairs)


@given(st.lists(st.sampled_from(["a", "A", "ä", "a b", "a-b", "!", "?"]), min_size=1, max_size=6, unique=True))
def test_ids_differ_whatever_notes_ask(questions: list[str]) -> None:
    notes = [note(f'"{question}"', id=f"n{at}" if at % 2 else "") for at, question in enumerate(questions)]
    made = ids(mended(RULE, "deck: d\nnotes:\n" + "".join(notes)))
    assert len({name.casefold() for name in made}) == len(made)
