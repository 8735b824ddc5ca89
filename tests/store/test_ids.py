from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.store.ids import ID_LENGTH, EventIds

INSTANTS = st.integers(-(10**12), 2**48 - 2)


@given(st.lists(INSTANTS, max_size=50))
def test_ids_rise_whatever_the_clock_does(instants: list[int]) -> None:
    ids = EventIds()
    made = [ids.next(at_ms) for at_ms in instants]
    assert made == sorted(set(made))
    assert {len(event_id) for event_id in made} <= {ID_LENGTH}


@given(INSTANTS, INSTANTS)
def test_a_new_source_continues_above_the_newest_id_of_the_database(before: int, after: int) -> None:
    newest = EventIds(random_bytes=lambda count: b"\xff" * count).next(before)
    assert EventIds(newest, random_bytes=bytes).next(after) > newest


@given(INSTANTS, INSTANTS)
def test_an_observed_id_is_passed(mine: int, theirs: int) -> None:
    ids = EventIds()
    first = ids.next(mine)
    other = EventIds().next(theirs)
    ids.observe(other)
    assert ids.next(mine) > max(first, other)


def test_more_acts_in_a_millisecond_than_the_counter_holds_run_into_the_next() -> None:
    ids = EventIds(random_bytes=bytes)
    made = [ids.next(1_000) for _ in range(2**16 + 1)]
    assert made == sorted(set(made))
    assert made[-1] == EventIds(random_bytes=bytes).next(1_001)


def test_two_devices_never_make_the_same_id() -> None:
    assert EventIds().next(1_000) != EventIds().next(1_000)


def test_threads_never_get_the_same_tick() -> None:
    ids = EventIds(random_bytes=bytes)
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(ids.next, [5] * 2_000))
    assert len(set(made)) == 2_000


def test_an_instant_no_id_can_hold_is_refused() -> None:
    with pytest.raises(ValueError, match="no event id"):
        EventIds().next(2**48)


@pytest.mark.parametrize("text", ["short", "z" * ID_LENGTH, "A" * ID_LENGTH, "0_" * 10, "-" + "0" * 19])
def test_other_texts_are_no_event_ids(text: str) -> None:
    with pytest.raises(ValueError, match="not an event id"):
        EventIds(text)


@pytest.mark.parametrize("module", ["quizapp.store", "quizapp.store.ids"])
def test_what_is_light_stays_light(module: str) -> None:
    script = f"import sys, {module}; print(*sys.modules)"
    command, root = [sys.executable, "-c", script], Path(__file__).parents[2]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root)
    assert {"sqlalchemy", "sqlmodel", "pydantic", "filelock"}.isdisjoint(done.stdout.split())
