from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_builders import CARD, FIRST_DAY, Pen, review

from quizapp.model import (
    NEW_CARD,
    ActionKind,
    Card,
    CardState,
    Kind,
    MemoryState,
    Phase,
    Rating,
    Schedule,
)
from quizapp.store.ids import ID_LENGTH
from quizapp.store.reader import Remembered
from quizapp.store.store import Store

ELSEWHERE = "0" * ID_LENGTH

STABILITIES = st.floats(0.001, 36_500, allow_subnormal=False)
DIFFICULTIES = st.floats(1, 10)
COUNTS = st.integers(0, 2**40)
DAYS = st.integers(-(2**20), 2**20)


@st.composite
def schedules(draw: st.DrawFn) -> Schedule:
    phase = draw(st.sampled_from([Phase.LEARNING, Phase.REVIEW, Phase.RELEARNING]))
    in_review = phase is Phase.REVIEW
    return Schedule(
        phase=phase,
        memory=MemoryState(draw(STABILITIES), draw(DIFFICULTIES)),
        step=None if in_review else draw(st.integers(0, 9)),
        due_on=draw(DAYS) if in_review else None,
        due_at=None if in_review else draw(st.integers(-(2**40), 2**45)),
        interval_days=draw(COUNTS) if in_review else 0,
        last_review_at=draw(st.integers(-(2**40), 2**45)),
        last_review_on=draw(DAYS),
        reps=draw(COUNTS),
        lapses=draw(COUNTS),
    )


STATES = st.builds(
    CardState,
    schedule=st.none() | schedules(),
    suspended=st.booleans(),
    buried_on=st.none() | DAYS,
    last_event_id=st.text("0123456789abcdefghijklmnopqrstuv", min_size=ID_LENGTH, max_size=ID_LENGTH),
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return Store.open(tmp_path_factory.mktemp("shared") / "progress.db")


NUMBERS = count()


@given(state=STATES)
def test_a_state_comes_back_as_it_was_put(shared: Store, state: CardState) -> None:
    card_id = f"rivers/note-{next(NUMBERS)}#gap"
    with shared.writing() as tx:
        tx.put_state(card_id, state)
        assert tx.state(card_id) == state
    assert shared.states()[card_id] == state


def test_a_state_that_is_put_again_replaces_the_first(store: Store, pen: Pen) -> None:
    pen.answer()
    suspended = CardState(None, True, None, ELSEWHERE)
    with store.writing() as tx:
        tx.put_state(CARD, suspended)
    assert store.states() == {CARD: suspended}


def test_a_card_nobody_spoke_of_is_new(store: Store) -> None:
    with store.writing() as tx:
        assert tx.state(CARD) == NEW_CARD
    assert store.states() == {}


def test_a_card_that_is_new_again_leaves_no_state(store: Store, pen: Pen) -> None:
    pen.undo(pen.answer())
    with store.writing() as tx:
        assert tx.state(CARD) == NEW_CARD
    assert store.states() == {}


def test_an_event_that_is_added_twice_is_there_once(store: Store) -> None:
    event = review(store.new_id(0), device_id=store.device_id, answer="Nil")
    for _ in range(2):
        with store.writing() as tx:
            tx.add(event)
            tx.add(event)
    assert list(store.iter_reviews()) == [event]


def test_another_event_under_the_same_id_is_refused(store: Store) -> None:
    event = review(store.new_id(0), device_id=store.device_id)
    with store.writing() as tx:
        tx.add(event)
    with pytest.raises(ValueError, match="another event"), store.writing() as tx:
        tx.add(event._replace(rating=Rating.EASY))
    assert list(store.iter_reviews()) == [event]


def test_an_action_keeps_its_detail(store: Store, pen: Pen) -> None:
    detail = {"steps": [60_000, 600_000], "name": "Ναί \u2028", "deep": {"a": None}}
    action = pen.act(ActionKind.SETTINGS, None, detail)
    with store.writing() as tx:
        tx.add(replace(action, detail=dict(reversed(detail.items()))))
    assert store.settings_events() == [action]


def test_an_event_of_another_device_keeps_its_device(store: Store) -> None:
    event = review(store.new_id(0), device_id="a phone")
    with store.writing() as tx:
        tx.add(event)
    assert list(store.iter_reviews()) == [event]


@pytest.mark.parametrize(
    "wrong",
    [
        {"rating": 5},
        {"phase": 4},
        {"duration_ms": -1},
        {"stability_days": 0.0},
        {"stability_days": float("nan")},
        {"difficulty": 10.5},
        {"retrievability_before": 1.5},
        {"interval_days": -1},
        {"elapsed_days": -1},
        {"utc_offset_minutes": 1440},
        {"kind": "banana"},
        {"review_id": "short"},
        {"study_day": "today"},
        {"deck_id": "another"},
        {"card_id": "no-deck", "deck_id": "no-deck"},
        {"device_id": ""},
    ],
    ids=str,
)
def test_an_event_that_breaks_a_rule_is_refused_and_leaves_nothing(
    store: Store, pen: Pen, wrong: dict[str, object]
) -> None:
    event = review(store.new_id(0), device_id=store.device_id)._replace(**wrong)
    with pytest.raises(ValueError), store.writing() as tx:
        tx.add(event)
    assert list(store.iter_reviews()) == []
    assert pen.answer() in store.iter_reviews()


def test_an_undo_without_a_target_is_refused(store: Store, pen: Pen) -> None:
    with pytest.raises(ValueError, match="target_of_undo"), store.writing() as tx:
        tx.add(pen.action(ActionKind.UNDO))


def test_nothing_is_left_of_a_transaction_that_failed(store: Store, pen: Pen) -> None:
    kept = pen.answer()
    states = store.states()

    def fail() -> None:
        with store.writing() as tx:
            tx.add(review(store.new_id(0), "rivers/po", device_id=store.device_id))
            tx.put_state("rivers/po", CardState(None, True, None, ELSEWHERE))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert list(store.iter_reviews()) == [kept]
    assert store.states() == states


def test_ids_made_while_writing_follow_what_another_program_wrote(store: Store) -> None:
    with Store.open(store.path) as other:
        theirs = Pen(other)
        theirs.day = FIRST_DAY + 500
        late = theirs.answer()
    with store.writing():
        assert store.new_id(0) > late.event_id


def test_the_events_of_a_card_hold_undone_ones_and_their_undos(store: Store, pen: Pen) -> None:
    first = pen.answer()
    pen.answer("rivers/po")
    second = pen.answer()
    undo = pen.undo(second)
    redo = pen.undo(undo)
    assert store.card_events(CARD) == [first, second, undo, redo]
    with store.writing() as tx:
        assert tx.events(CARD) == [first, second, undo, redo]
        assert tx.events("rivers/none") == []


def test_the_events_of_a_card_reach_back_through_what_was_carried_to_it(store: Store, pen: Pen) -> None:
    oldest = pen.answer("rivers/a")
    taken_back = pen.answer("rivers/a")
    undo = pen.undo(taken_back)
    first_carry = pen.act(ActionKind.CARRY, "rivers/b", {"from": "rivers/a"})
    pen.answer("rivers/a")
    between = pen.answer("rivers/b")
    second_carry = pen.act(ActionKind.CARRY, "rivers/c", {"from": "rivers/b"})
    pen.answer("rivers/b")
    newest = pen.answer("rivers/c")
    assert store.card_events("rivers/c") == [
        oldest, taken_back, undo, first_carry, between, second_carry, newest,
    ]  # fmt: skip


def test_a_carry_that_was_undone_brings_nothing(store: Store, pen: Pen) -> None:
    pen.answer("rivers/a")
    carry = pen.act(ActionKind.CARRY, "rivers/b", {"from": "rivers/a"})
    undo = pen.undo(carry)
    assert store.card_events("rivers/b") == [carry, undo]
    assert "rivers/b" not in store.states()


def test_progress_carried_back_and_forth_ends(store: Store, pen: Pen) -> None:
    first = pen.answer("rivers/a")
    there = pen.act(ActionKind.CARRY, "rivers/b", {"from": "rivers/a"})
    back = pen.act(ActionKind.CARRY, "rivers/a", {"from": "rivers/b"})
    assert store.card_events("rivers/a") == [first, there, back]


def test_undo_takes_the_newest_act_first_and_in_the_end_nothing(store: Store, pen: Pen) -> None:
    acts = [pen.answer(), pen.act(ActionKind.BURY), pen.answer("rivers/po"), pen.act(ActionKind.SUSPEND)]
    pen.act(ActionKind.SETTINGS, None, {"fuzz": False})
    for expected in reversed(acts):
        with store.writing() as tx:
            assert tx.newest_undoable() == expected
        pen.undo(expected)
    with store.writing() as tx:
        assert tx.newest_undoable() is None


def test_an_act_whose_undo_was_undone_can_be_undone_again(store: Store, pen: Pen) -> None:
    act = pen.answer()
    undo = pen.undo(act)
    pen.undo(undo)
    with store.writing() as tx:
        assert tx.newest_undoable() == act


def card(card_id: str, prompt: str) -> Card:
    deck_id, _, note_id = card_id.partition("/")
    return Card(card_id, note_id, deck_id, Kind.QUESTION, 0, prompt, f"answer to {prompt}")


def test_cards_with_progress_are_remembered_as_last_seen(store: Store, pen: Pen) -> None:
    pen.answer("rivers/a")
    with store.writing() as tx:
        tx.remember_cards([card("rivers/a", "old"), card("rivers/unseen", "never answered")])
        tx.remember_cards([card("rivers/a", "new")])
        tx.remember_cards([])
    asked = ["rivers/a", "rivers/unseen", "rivers/none"]
    assert store.remembered_cards(asked) == {"rivers/a": Remembered("rivers/a", "new", "answer to new")}
