"""Which new cards a day begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hypothesis import given
from hypothesis import strategies as st
from study_builders import TODAY, card, deck

from quizapp.model import Card, Deck, DeckLimits
from quizapp.scheduling.exam import LastPass
from quizapp.scheduling.exams import Exam
from quizapp.study.new_cards import new_cards

ONE, TWO = deck("a", *"12345"), deck("b", *"12345")
PASS = LastPass(TODAY + 10, TODAY + 17, 50)


def chosen(
    *decks: Deck,
    limit: int = 20,
    limits: dict[str, DeckLimits] | None = None,
    exams: Sequence[Exam] = (),
    begun: Sequence[Card] = (),
    taken: set[str] | None = None,
) -> tuple[list[str], list[str]]:
    """Return the ids of the new cards now, and of those after them."""
    now, beyond = new_cards(
        decks,
        lambda one: (each for each in one.cards if each not in begun),
        taken=taken if taken is not None else set(),
        begun=begun,
        limit=limit,
        limits=limits or {},
        exams=exams,
    )
    return [each.card_id for each in now], [each.card_id for each in beyond]


def test_decks_take_turns_up_to_the_limit_and_the_rest_goes_on() -> None:
    now, beyond = chosen(ONE, TWO, limit=3)
    assert now == ["a/1", "b/1", "a/2"]
    assert beyond == ["a/3", "b/2", "a/4", "b/3", "a/5", "b/4", "b/5"]


def test_a_decks_own_limit_counts_what_was_begun_and_bounds_only_now() -> None:
    now, beyond = chosen(ONE, TWO, limits={"a": DeckLimits(new_per_day=2)}, begun=[ONE.cards[0]], limit=4)
    assert now == ["a/2", "b/1", "b/2", "b/3"]
    assert "a/3" in beyond


def test_one_card_of_a_note_a_day() -> None:
    now, beyond = chosen(deck("a", "n", "n#reverse", "m"), taken={"a/m"})
    assert (now, beyond) == (["a/n"], [])


def test_what_an_exam_needs_comes_first_and_counts_against_the_limit() -> None:
    exam = Exam(PASS, deck_id="b", new_per_day=3)
    now, beyond = chosen(ONE, TWO, exams=[exam], limit=5)
    assert now == ["b/1", "b/2", "b/3", "a/1", "b/4"]
    assert beyond == ["a/2", "b/5", "a/3", "a/4", "a/5"]


def test_what_an_exam_needs_comes_whatever_the_limits_say() -> None:
    exam = Exam(PASS, deck_id="b", new_per_day=3)
    now, _ = chosen(ONE, TWO, exams=[exam], limit=0, limits={"b": DeckLimits(new_per_day=1)})
    assert now == ["b/1", "b/2", "b/3"]


def test_an_exam_needs_less_once_some_of_its_cards_were_begun() -> None:
    tagged = Deck("a", "A", "a", tuple(card(f"a/{n}", tags=("law",) if n % 2 else ()) for n in range(8)), 8)
    exam = Exam(PASS, tag="law", new_per_day=3)
    now, _ = chosen(tagged, TWO, exams=[exam], limit=0, begun=tagged.cards[:2])
    assert now == ["a/3", "a/5"]


def test_only_what_is_asked_for_is_looked_at() -> None:
    def endless(one: Deck) -> Iterator[Card]:
        number = 0
        while True:
            number += 1
            yield card(f"{one.deck_id}/{number}")

    now, beyond = new_cards(
        (ONE, TWO),
        endless,
        taken=set(),
        begun=(),
        limit=4,
        limits={"a": DeckLimits(new_per_day=1)},
        exams=(Exam(PASS, deck_id="a", new_per_day=2),),
    )
    assert [each.card_id for each in now] == ["a/1", "a/2", "b/1", "b/2"]
    assert next(beyond).card_id == "a/3"


@given(
    st.integers(0, 12),
    st.dictionaries(st.sampled_from("ab"), st.builds(DeckLimits, st.integers(0, 6) | st.none())),
    st.integers(0, 6),
    st.lists(st.sampled_from(ONE.cards + TWO.cards), unique=True, max_size=4),
)
def test_every_card_comes_once_and_limits_hold_but_for_an_exam(
    limit: int, limits: dict[str, DeckLimits], needed: int, begun: list[Card]
) -> None:
    exam = Exam(PASS, deck_id="b", new_per_day=needed)
    now, beyond = chosen(ONE, TWO, limit=limit, limits=limits, exams=[exam], begun=begun)
    unseen = {each.card_id for each in ONE.cards + TWO.cards} - {each.card_id for each in begun}
    assert sorted(now + beyond) == sorted(unseen)
    begun_b = sum(each.deck_id == "b" for each in begun)
    assert len(now) <= max(limit, needed)
    for deck_id, floor in (("a", 0), ("b", max(needed - begun_b, 0))):
        own = limits.get(deck_id, DeckLimits()).new_per_day
        done = sum(each.deck_id == deck_id for each in begun)
        count = sum(each.startswith(deck_id) for each in now)
        assert own is None or count <= max(own - done, floor)
