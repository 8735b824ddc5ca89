from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from store_builders import CARD, Pen, review

from quizapp.model import ActionKind, Rating
from quizapp.store.store import Store

CARDS = st.sampled_from(["rivers/a", "rivers/b", "lakes/c#1"])
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("answer"), CARDS, st.sampled_from(Rating)),
        st.tuples(
            st.just("act"),
            CARDS,
            st.sampled_from(
                [
                    ActionKind.BURY,
                    ActionKind.UNBURY,
                    ActionKind.SUSPEND,
                    ActionKind.UNSUSPEND,
                    ActionKind.RESET,
                ]
            ),
        ),
        st.tuples(st.just("undo"), st.none(), st.none()),
        st.tuples(st.just("days pass"), st.none(), st.integers(-2, 40)),
    ),
    max_size=25,
)


@given(STEPS)
def test_a_rebuild_gives_the_states_that_were_stored(steps: list[tuple[str, str, object]]) -> None:
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "progress.db") as store:
        pen = Pen(store)
        for what, card_id, value in steps:
            if what == "answer":
                pen.answer(card_id, value)
            elif what == "act":
                pen.act(value, card_id)
            elif what == "days pass":
                pen.day += value
            else:
                with store.writing() as tx:
                    target = tx.newest_undoable()
                if target is not None:
                    pen.undo(target)
        stored = store.states()
        store.rebuild()
        assert store.states() == stored


def test_a_rebuild_follows_progress_that_was_carried(store: Store, pen: Pen) -> None:
    pen.answer("rivers/a")
    pen.day += 3
    pen.answer("rivers/a")
    pen.act(ActionKind.CARRY, "rivers/b", {"from": "rivers/a"})
    pen.day += 9
    pen.answer("rivers/b")
    pen.undo(pen.act(ActionKind.CARRY, "rivers/c", {"from": "rivers/a"}))
    stored = store.states()
    assert stored["rivers/b"].schedule.reps == 3
    store.rebuild()
    assert store.states() == stored


def test_a_rebuild_schedules_under_the_settings_that_held(store: Store, pen: Pen) -> None:
    pen.answer(CARD, Rating.EASY)
    usual = store.states()[CARD]
    pen.act(ActionKind.SETTINGS, None, {"desired_retention": 0.7, "fuzz": False})
    pen.answer("rivers/po", Rating.EASY)
    store.rebuild()
    states = store.states()
    assert states[CARD] == usual
    assert states["rivers/po"].schedule.interval_days > usual.schedule.interval_days + 10


def test_a_rebuild_forgets_states_without_events(store: Store, pen: Pen) -> None:
    pen.answer()
    stored = store.states()
    with store.writing() as tx:
        tx.put_state("rivers/ghost", stored[CARD])
    store.rebuild()
    assert store.states() == stored


def test_events_that_came_without_their_state_are_folded_at_the_next_start(store: Store, pen: Pen) -> None:
    early_id = store.new_id(0)
    pen.answer()
    stored = store.states()
    store.close()
    with closing(sqlite3.connect(store.path)) as connection, connection:
        columns = "card_key, device_key, reviewed_at, utc_offset_minutes, study_day, rating, phase, elapsed_days, "
        columns += "duration_ms, kind, answer, stability_days, difficulty, retrievability_before, interval_days"
        connection.execute(f"INSERT INTO review (review_id, {columns}) SELECT ?, {columns} FROM review", (early_id,))
    with Store.open(store.path, read_only=True) as reading:
        assert reading.states() == stored
    with Store.open(store.path) as merged:
        assert merged.states()[CARD].schedule.reps == 2
        assert merged.states()[CARD].last_event_id == stored[CARD].last_event_id


def test_a_log_that_is_ahead_stays_so_until_it_is_folded(store: Store, pen: Pen) -> None:
    with store.writing() as tx:
        tx.add(review(store.new_id(0), "rivers/a", device_id="a phone"))
    with closing(sqlite3.connect(store.path)) as connection, connection:
        connection.execute("UPDATE meta SET folded_reviews = 0")
    pen.answer("rivers/b")
    assert "rivers/a" not in store.states()
    store.close()
    with Store.open(store.path) as caught_up:
        assert caught_up.states().keys() == {"rivers/a", "rivers/b"}
