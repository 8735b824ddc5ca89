"""The index folds each text once, and knows what decks, tags, notes and cards are called."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from search_builders import ALL, CHINA, EUROPE, GONE, card, deck

from quizapp.model import Card
from quizapp.search import index as index_module
from quizapp.search.expression import Name
from quizapp.search.folding import folded
from quizapp.search.index import CHUNK, SearchIndex, searched_text


def make() -> SearchIndex:
    return SearchIndex([CHINA, EUROPE], [GONE])


def called(by: Name, name: str) -> list[str]:
    """Return the cards whose deck, tag, note or own id is called this."""
    index, name = make(), folded(name)
    match by:
        case Name.DECK:
            return [one.card_id for one in index.cards if one.deck_id in index.decks_called(name)]
        case Name.TAG:
            return [one.card_id for one in index.cards if index.tags_called(name).intersection(one.tags)]
        case Name.NOTE:
            return [index.card_ids[row] for row in sorted(index.notes_called(name))]
        case Name.CARD:
            return [index.card_ids[row] for row in sorted(index.cards_called(name))]


def test_rows_are_the_cards_in_deck_order_and_then_the_orphans() -> None:
    index = make()
    assert [one.card_id for one in index.cards] == [*ALL, "gone/old"]
    assert index.first_orphan == len(ALL)


def test_every_field_that_is_looked_through_is_a_line_of_the_text() -> None:
    one = card("d/n#1", "Prompt\nof two lines", "Answer", explain="Why", hint="Hint", tags=("T1", "T2"))
    assert searched_text(one) == "prompt of two lines\nanswer\nwhy\nhint\nt1\nt2\nd/n#1"


@pytest.mark.parametrize(
    "prompt",
    ["two  spaces", "a\ttab", "a line\nbreak", " edges ", "\u00a0no\u00a0break", "thin\u2009space", "\n\n"],
)
def test_spaces_and_line_feeds_inside_a_field_are_folded_away(prompt: str) -> None:
    assert [line.split() for line in searched_text(card("d/n", prompt)).split("\n")] == [
        folded(prompt).split(),
        ["yes"],
        [],
        [],
        ["d/n"],
    ]


def test_texts_are_folded_when_they_are_looked_at() -> None:
    index = make()
    texts = index.texts([4])
    assert (texts[4], texts[0]) == (searched_text(EUROPE.cards[0]), "")


def test_warming_folds_every_text_in_steps_that_can_be_left_off_and_taken_up() -> None:
    cards = [card(f"d/{number}") for number in range(2 * CHUNK + 1)]
    index = SearchIndex([deck("d", "D", *cards)])
    steps = index.warm()
    assert next(steps) == CHUNK
    assert list(index.warm()) == [2 * CHUNK, 2 * CHUNK + 1]
    assert list(index.texts([])) == [searched_text(one) for one in index.cards]


def test_a_warm_index_folds_nothing_more(monkeypatch: pytest.MonkeyPatch) -> None:
    index = make()
    list(index.warm())
    monkeypatch.delattr(index_module, "searched_text")
    assert "qdii" in index.texts(range(len(index.cards)))[0]


def test_an_index_without_cards_is_warm() -> None:
    assert list(SearchIndex([]).warm()) == []


@pytest.mark.parametrize(
    ("by", "name", "found"),
    [
        (Name.DECK, "china", ["china/mérida", "china/mérida#reverse", "china/łódź"]),
        (Name.DECK, "china-", ALL[:4]),
        (Name.DECK, "savings", ALL[:4]),
        (Name.DECK, "China's savings pot", ALL[:4]),
        (Name.DECK, "gone", ["gone/old"]),
        (Name.DECK, "nowhere", []),
        (Name.TAG, "finance", ["china-fund-market/quotas#1", "china-fund-market/quotas#10"]),
        (Name.TAG, "financ", ALL[1:4]),
        (Name.TAG, "big cities", ["china/łódź"]),
        (Name.NOTE, "quotas", ["china-fund-market/quotas#1", "china-fund-market/quotas#10"]),
        (Name.NOTE, "china/merida", ["china/mérida", "china/mérida#reverse"]),
        (Name.NOTE, "quo", ["china-fund-market/quotas#1", "china-fund-market/quotas#10"]),
        (Name.CARD, "china-fund-market/quotas#1", ["china-fund-market/quotas#1"]),
        (Name.CARD, "quotas#1", ["china-fund-market/quotas#1", "china-fund-market/quotas#10"]),
        (Name.CARD, "extremadura", []),
    ],
)
def test_a_name_finds_what_is_called_exactly_that_or_else_what_contains_it(
    by: Name, name: str, found: list[str]
) -> None:
    assert called(by, name) == found


def test_orphans_are_looked_for_at_first_need_and_once() -> None:
    asked = []

    def orphans() -> Iterator[Card]:
        asked.append(1)
        yield GONE

    index = SearchIndex([CHINA], orphans())
    assert index.card(0) is CHINA.cards[0]
    assert asked == []
    assert index.card(index.first_orphan) is GONE
    assert index.cards[-1] is GONE
    assert len(asked) == 1
