"""A day's limits and orders."""

from __future__ import annotations

from collections import Counter
from itertools import islice, pairwise

from hypothesis import given
from hypothesis import strategies as st
from planning_builders import TODAY, schedule, schedules
from study_builders import card, deck

from quizapp.model import Deck, DeckLimits, DueOrder, NewOrder, Schedule
from quizapp.scheduling.engine import retrievability
from quizapp.study.limits import in_order, new_rooms, rank_by, review_rooms, room, shuffled, within

names = st.lists(st.sampled_from("abc"), max_size=30)
limits = st.dictionaries(
    st.sampled_from("abcd"),
    st.builds(DeckLimits, st.integers(0, 9) | st.none(), st.integers(0, 9) | st.none()),
)


def numbered(deck_ids: list[str]) -> list[str]:
    return [f"{deck_id}/{number}" for number, deck_id in enumerate(deck_ids)]


def test_room_is_what_a_limit_leaves() -> None:
    assert room(None, 400) is None
    assert room(20, 5) == 15
    assert room(20, 25) == 0


@given(names, names, limits)
def test_no_deck_gives_more_than_its_limit_less_what_was_done(
    done: list[str], offered: list[str], limits: dict[str, DeckLimits]
) -> None:
    for rooms, field in ((new_rooms(limits, numbered(done)), 0), (review_rooms(limits, numbered(done)), 1)):
        cards = [card(card_id) for card_id in numbered(offered)]
        given = list(within(cards, rooms))
        taken = Counter(each.deck_id for each in given)
        for deck_id in "abc":
            limit = limits.get(deck_id, DeckLimits())[field]
            left = len(offered) if limit is None else max(limit - done.count(deck_id), 0)
            assert taken[deck_id] == min(left, offered.count(deck_id))
        assert given == [each for each in cards if each in given]


def test_cards_beyond_a_limit_are_not_looked_for_before_they_are_asked_for() -> None:
    def endless():
        while True:
            yield card("a/x")

    assert len(list(islice(within(endless(), {"a": 3}), 3))) == 3


@given(st.integers(0, 60), st.text())
def test_a_random_order_holds_every_card_once_and_stays(size: int, deck_id: str) -> None:
    one = Deck(deck_id, "T", "p", tuple(card(f"a/{number}") for number in range(size)), size)
    drawn = list(in_order(one, NewOrder.RANDOM))
    assert sorted(drawn) == sorted(one.cards)
    assert drawn == list(in_order(one, NewOrder.RANDOM))
    assert list(in_order(one, NewOrder.DECK)) == list(one.cards)


def test_every_card_is_as_likely_to_come_first() -> None:
    cards = deck("a", *"12345").cards
    first = Counter(
        next(iter(in_order(Deck(f"deck-{number}", "T", "p", cards, 5), NewOrder.RANDOM))) for number in range(2_000)
    )
    assert all(330 < first[each] < 470 for each in cards)


def test_a_random_order_is_the_same_on_every_machine() -> None:
    drawn = in_order(deck("rivers", *"123456"), NewOrder.RANDOM)
    assert [each.note_id for each in drawn] == list("341652")


def ordered(cards: dict[str, Schedule], order: DueOrder, today: int = TODAY) -> list[str]:
    rank = rank_by(order, today)
    return sorted(cards, key=lambda card_id: (rank(card_id, cards[card_id]), card_id))


@given(st.lists(schedules, max_size=20))
def test_least_recall_comes_first(listed: list[Schedule]) -> None:
    cards = {f"a/{number}": each for number, each in enumerate(listed)}
    recalls = [
        retrievability(each.memory, TODAY - each.last_review_on, ())
        for each in (cards[card_id] for card_id in ordered(cards, DueOrder.RETRIEVABILITY))
    ]
    assert all(one <= other + 1e-9 for one, other in pairwise(recalls))


def test_due_days_come_in_order_and_equals_shuffled_anew_every_day() -> None:
    cards = {f"a/{number}": schedule(due_in=-(number % 2)) for number in range(20)}
    one, other = ordered(cards, DueOrder.DUE), ordered(cards, DueOrder.DUE, TODAY + 1)
    assert [int(card_id[2:]) % 2 for card_id in one] == [1] * 10 + [0] * 10
    assert sorted(one[:10]) == sorted(other[:10])
    assert one != other


def test_a_random_order_of_due_cards_looks_at_nothing_but_the_day() -> None:
    cards = {f"a/{number}": schedule(number + 1.0, due_in=-number) for number in range(20)}
    assert ordered(cards, DueOrder.RANDOM) == sorted(cards, key=lambda each: shuffled(each, TODAY))
    assert ordered(cards, DueOrder.RANDOM) != ordered(cards, DueOrder.RANDOM, TODAY + 1)
