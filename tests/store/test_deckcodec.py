from __future__ import annotations

import json

import pytest
from deck_texts import cards, parsed, quoted
from hypothesis import given
from hypothesis import strategies as st

from quizapp.deckfile.cards import deck_of
from quizapp.model import Deck
from quizapp.problem import Level, Problem
from quizapp.store.deckcodec import decode, encode
from quizapp.text import is_clean

characters = st.characters(exclude_categories=["Cc", "Cn", "Cs"])
texts = st.text(characters, max_size=30).filter(lambda text: is_clean(text) and bool(text.strip()))
PROBLEMS = (Problem("seen.yaml", 3, 5, "rule", "What is “wrong”.", "Mend it.", Level.WARNING),)


@given(st.lists(st.tuples(texts, texts, texts), min_size=1, max_size=5, unique_by=lambda note: note[0].casefold()))
def test_a_deck_comes_back_as_it_was(notes: list[tuple[str, str, str]]) -> None:
    deck = deck_of(
        parsed(
            *(
                f"id: n{number}\nquestion: {quoted(question)}\nanswer: {quoted(answer)}\nhint: {quoted(hint)}"
                f"\ntags: [{quoted(hint)}, x]\naccept: {quoted(hint)}\nbidirectional: true"
                for number, (question, answer, hint) in enumerate(notes)
            ),
            'id: c\ncloze: "{{1:a}} b {{1:c::h}} and {{d}}"',
            "id: choice\nquestion: Q\nanswer: [a, b]\nchoices: [c, none]\nlast: none",
            "id: number\nquestion: Q\nnumber: 42\nunit: billion dollars\nwithin: 5 %",
            "id: list\nquestion: Q\nitems: [a, b]\nordered: true",
            "id: statement\nstatement: S\nholds: false",
            head="deck: test\ntitle: T\nsource: {title: S, url: U}\ntags: [x]\n",
        )
    )
    assert decode(encode(deck, PROBLEMS), "test.yaml", "seen.yaml") == (deck, PROBLEMS)


def test_a_file_without_a_deck_keeps_its_problems() -> None:
    assert decode(encode(None, PROBLEMS), "a.yaml", "b.yaml") == (
        None,
        (Problem("b.yaml", 3, 5, "rule", "What is “wrong”.", "Mend it.", Level.WARNING),),
    )


def test_a_deck_without_cards_comes_back() -> None:
    deck = Deck("test", "T", "test.yaml", (), 0)
    assert decode(encode(deck, ()), "test.yaml", "test.yaml") == (deck, ())


def test_a_deck_is_called_by_the_path_it_is_read_from() -> None:
    deck = Deck("test", "T", "old.yaml", cards("question: Q\nanswer: A"), 1)
    read, _ = decode(encode(deck, ()), "new.yaml", "new.yaml")
    assert read is not None
    assert read.path == "new.yaml"


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "null", '{"deck":{},"problems":[]}', '{"deck":null,"problems":[[1]]}']
)
def test_foreign_text_is_refused(text: str) -> None:
    with pytest.raises((ValueError, LookupError, TypeError)):
        decode(text, "test.yaml", "test.yaml")


def test_columns_of_different_lengths_are_refused() -> None:
    content = json.loads(encode(Deck("test", "T", "test.yaml", cards("question: Q\nanswer: A"), 1), ()))
    content["deck"]["texts"]["answer"] += "\x7fA"
    with pytest.raises(ValueError, match="zip"):
        decode(json.dumps(content), "test.yaml", "test.yaml")
