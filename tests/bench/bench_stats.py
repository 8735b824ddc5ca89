"""What the figures of a large collection cost: reading the log, then everything that the stats screen shows.

python tests/bench/bench_stats.py [DATABASE]

A database that is named is copied first; without one a million answers on 100,000 cards are made up.
"""

from __future__ import annotations

import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TypeVar

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parent)]

from bench_store import fill  # noqa: E402

from quizapp.model import Card, CardState, Kind, SchedulingSettings  # noqa: E402
from quizapp.stats.activity import activity  # noqa: E402
from quizapp.stats.buttons import buttons  # noqa: E402
from quizapp.stats.calibration import calibration  # noqa: E402
from quizapp.stats.columns import Columns  # noqa: E402
from quizapp.stats.forecast import forecast  # noqa: E402
from quizapp.stats.hardest import hardest  # noqa: E402
from quizapp.stats.memory import memory  # noqa: E402
from quizapp.stats.progress import Progress, Selection, progress  # noqa: E402
from quizapp.stats.retention import retention  # noqa: E402
from quizapp.store.collector import collector_paused  # noqa: E402
from quizapp.store.store import Store  # noqa: E402

T = TypeVar("T")

YEAR_GOAL_S, ALL_TIME_GOAL_S = 0.5, 1.0


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "progress.db"
        if sys.argv[1:]:
            shutil.copy(sys.argv[1], path)
        else:
            Store.open(path).close()
            fill(path, 100_000, 10)
        with Store.open(path) as store:
            report_all(store, Path(folder) / "cache")
    print(f"{'peak of this process':46} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:7.0f} MB")


def report_all(store: Store, cache: Path) -> None:
    read_s, _ = timed(lambda: store.answer_columns(cache), times=1)
    kept_s, columns = timed(lambda: store.answer_columns(cache))
    states_s, states = timed(store.states, times=1)
    cards = {card_id: card(card_id) for card_id in states}
    today = columns.study_day[-1]
    print(f"{len(columns):,} reviews, {len(cards):,} cards")
    report("the log read, columns put by", read_s)
    report("kept columns read", kept_s)
    report("states, which a start reads too", states_s)
    for name, selection, goal in (
        ("all figures of one year", Selection(first_day=today - 364), YEAR_GOAL_S),
        ("all figures of all time", Selection(), ALL_TIME_GOAL_S),
    ):
        seconds, _ = timed(lambda: figures(columns, cards, states, selection, today))  # noqa: B023
        report(f"{name}, once read", seconds, goal)
        report(f"{name}, with kept columns", seconds + kept_s, goal)
        report(f"{name}, cold", seconds + read_s, goal)
    report_each(columns, states, today)


def report_each(columns: Columns, states: dict[str, CardState], today: int) -> None:
    known = [(card_id, state.schedule) for card_id, state in states.items() if state.schedule]
    schedules = [schedule for _, schedule in known]
    parts: tuple[tuple[str, Callable[[], object]], ...] = (
        ("activity", lambda: activity(columns, today)),
        ("retention", lambda: retention(columns, 0.9)),
        ("calibration", lambda: calibration(columns)),
        ("buttons", lambda: buttons(columns)),
        ("memory", lambda: memory(schedules, today)),
        ("forecast", lambda: forecast(schedules, today=today, settings=SchedulingSettings())),
        ("hardest", lambda: hardest(known)),
    )
    for name, work in parts:
        report(f"  {name}, all time", timed(work)[0])


def figures(
    columns: Columns, cards: dict[str, Card], states: dict[str, CardState], selection: Selection, today: int
) -> Progress:
    with collector_paused():  # as `Collection.statistics` does
        return progress(
            columns, cards, states, selection, today=today, scheduling=SchedulingSettings(), new_per_day=20
        )


def card(card_id: str) -> Card:
    deck_id, _, note_id = card_id.partition("/")
    return Card(card_id, note_id, deck_id, Kind.QUESTION, 0, "?", "!")


def report(name: str, seconds: float, goal: float | None = None) -> None:
    beside = "" if goal is None else f"   goal {goal:.1f} s   {seconds / goal:5.2f} x"
    print(f"{name:46} {seconds:7.3f} s{beside}")


def timed(work: Callable[[], T], times: int = 3) -> tuple[float, T]:
    """Return the median seconds that the work takes, and what it returned last."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        made = work()
        taken.append(time.perf_counter() - start)
    return median(taken), made


if __name__ == "__main__":
    main()
