"""What the figures of a large collection cost: reading the log, then everything that the stats screen shows.

python tests/bench/bench_stats.py [DATABASE]

A database that is named is copied first; without one a million answers on 100,000 cards are made up. Where the extra
`bench` is installed, Anki's own backend works out its graphs of the same answers beside it, in turns. Seconds are of
processor time, so that other programs count for little.
"""

from __future__ import annotations

import resource
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
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
from quizapp.stats.knowledge import knowledge  # noqa: E402
from quizapp.stats.memory import memory  # noqa: E402
from quizapp.stats.progress import Progress, progress  # noqa: E402
from quizapp.stats.retention import retention  # noqa: E402
from quizapp.stats.selection import Selection  # noqa: E402
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
        with Store.open(path) as store, anki_graphs(path, Path(folder) / "anki") as graphs:
            report_all(store, Path(folder) / "cache", graphs)
    print(f"{'peak of this process':46} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:7.0f} MB")


def report_all(store: Store, cache: Path, graphs: Callable[[int], object] | None) -> None:
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
        ("one year", Selection(first_day=today - 364), YEAR_GOAL_S),
        ("all time", Selection(), ALL_TIME_GOAL_S),
    ):
        ours, theirs = [], []
        for _ in range(5):
            start = time.process_time()
            figures(store.answer_columns(cache), cards, states, selection, today)
            ours.append(time.process_time() - start)
            if graphs:
                start = time.process_time()
                graphs(365 if selection.first_day else 0)
                theirs.append(time.process_time() - start)
        seconds, _ = timed(lambda: figures(columns, cards, states, selection, today))  # noqa: B023
        report(f"all figures of {name}, with kept columns", median(ours), goal)
        report(f"all figures of {name}, once read", seconds, goal)
        report(f"all figures of {name}, cold", seconds + read_s, goal)
        if graphs:
            report(f"Anki's graphs of {name}", median(theirs))
            print(f"{'  ours, with kept columns, to Anki' + chr(39) + 's':46} {median(ours) / median(theirs):7.2f} x")
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
        ("hardest", lambda: hardest(*zip(*known, strict=True))),
        ("knowledge", lambda: knowledge(columns, states, 0.0, today=today)),
    )
    for name, work in parts:
        report(f"  {name}, all time", timed(work)[0])


@contextmanager
def anki_graphs(path: Path, anki_path: Path) -> Iterator[Callable[[int], object] | None]:
    """Give what makes Anki's graphs of the last so many days, 0 for all; None where Anki is not installed."""
    try:
        from anki.collection import Collection
    except ImportError:
        print("Anki is not installed, so nothing stands beside: pip install -e '.[bench]'")
        yield None
        return
    file = f"{anki_path}.anki2"
    collection = Collection(file)
    collection.set_config("fsrs", True)
    notetype = collection.models.by_name("Basic")["id"]
    deck, today = collection.decks.id("bench"), collection.sched.today
    collection.close()
    fill_anki(path, file, notetype, deck, today)
    collection = Collection(file)
    try:
        yield lambda days: collection._backend.graphs(search="", days=days)
    finally:
        collection.close()


def fill_anki(path: Path, file: str, notetype: int, deck: int, today: int) -> None:
    """Write the cards and answers of a database of ours into Anki's, so that the last of them is of today."""
    with closing(sqlite3.connect(path)) as ours, closing(sqlite3.connect(file)) as theirs:
        theirs.create_collation("unicase", lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))
        last_day, last_at = ours.execute("SELECT max(study_day), max(reviewed_at) FROM review").fetchone()
        later_ms = int(time.time() * 1000) - last_at - 60_000
        cards = ours.execute(
            "SELECT card_key, stability_days, difficulty, due_on, interval_days, reps, lapses FROM schedule"
        ).fetchall()
        theirs.executemany(
            "INSERT INTO notes VALUES (?, ?, ?, 0, -1, '', ?, ?, 0, 0, '')",
            ((key, f"g{key}", notetype, f"q{key}\x1fa", f"q{key}") for key, *_ in cards),
        )
        theirs.executemany(
            "INSERT INTO cards VALUES (?, ?, ?, 0, 0, -1, 2, 2, ?, ?, 2500, ?, ?, 0, 0, 0, 0, ?)",
            (
                (key, key, deck, today + (due or last_day) - last_day, interval, reps, lapses,
                 f'{{"s":{stability:.4f},"d":{difficulty:.3f},"dr":0.9}}')
                for key, stability, difficulty, due, interval, reps, lapses in cards
            ),
        )  # fmt: skip
        answers = ours.execute(
            "SELECT reviewed_at, card_key, rating, interval_days, duration_ms, phase FROM review ORDER BY reviewed_at"
        )
        theirs.executemany("INSERT INTO revlog VALUES (?, ?, -1, ?, ?, ?, 2500, ?, ?)", anki_answers(answers, later_ms))
        theirs.commit()


def anki_answers(answers: Iterable[tuple[int, ...]], later_ms: int) -> Iterator[tuple[int, ...]]:
    """Yield rows of Anki's log; their ids are instants, so each is a millisecond after the one before at least."""
    at = 0
    intervals: dict[int, int] = {}
    for reviewed_at, card, rating, interval, ms, phase in answers:
        at = max(at + 1, reviewed_at + later_ms)
        yield at, card, rating, interval, intervals.get(card, 0), ms, max(phase - 1, 0)
        intervals[card] = interval


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
        start = time.process_time()
        made = work()
        taken.append(time.process_time() - start)
    return median(taken), made


if __name__ == "__main__":
    main()
