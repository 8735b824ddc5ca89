"""What a large progress database costs, beside bare sqlite3 that does the least it could on the same file.

python tests/bench/bench_store.py [CARDS] [REVIEWS_PER_CARD]
"""

from __future__ import annotations

import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from quizapp.model import DAY_MS, Kind, MemoryState, Phase, Rating, Review, Schedule  # noqa: E402
from quizapp.store.ids import EventIds  # noqa: E402
from quizapp.store.store import Store  # noqa: E402

FIRST_DAY = 19_000
DAYS = 1_000
ANSWERS = 300

ADD_REVIEW = f"INSERT INTO review VALUES ({', '.join('?' * 17)})"
SORTED = "SELECT card_key, review_id, rating, reviewed_at, study_day FROM review ORDER BY card_key, review_id"

REBUILD = """
import resource, sys, time
from pathlib import Path
from quizapp.store.store import Store
start = time.perf_counter()
store = Store.open(Path(sys.argv[1]))
print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000)
store.close()
"""


def main() -> None:
    cards, per_card = [int(text) for text in (*sys.argv[1:], "100000", "10")[:2]]
    reviews = cards * per_card
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "progress.db"
        Store.open(path).close()
        fill(path, cards, per_card)
        print(f"{cards:,} cards, {reviews:,} reviews")
        size = path.stat().st_size
        print(f"{'file':23} {size / 1e6:8.1f} MB    {size / reviews:6.1f} bytes a review")
        report_rebuild(path)
        report_answers(path, cards)
        report_reads(path)


def fill(path: Path, cards: int, per_card: int) -> None:
    """Write reviews as years of study would leave them, without states: those are for the rebuild to make."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        names = ((key, card_id(key)) for key in range(1, cards + 1))
        connection.executemany("INSERT INTO card VALUES (?, ?)", names)
        connection.executemany(ADD_REVIEW, review_rows(cards, per_card))
        connection.execute("COMMIT")


def card_id(key: int) -> str:
    return f"deck-{key % 100}/some-note-{key // 100}"


def review_rows(cards: int, per_card: int) -> Iterator[tuple[object, ...]]:
    chance = random.Random(7)
    ids = EventIds(random_bytes=chance.randbytes)
    for number in range(cards * per_card):
        day = FIRST_DAY + number * DAYS // (cards * per_card)
        at_ms = day * DAY_MS + number % 1_000 * 9_000
        turn, card = divmod(number, cards)
        rating = chance.choices((1, 2, 3, 4), (12, 8, 70, 10))[0]
        before = (2, DAYS // per_card) if turn else (0, None)
        memory = (chance.uniform(1, 400), chance.uniform(1, 10), chance.uniform(0.7, 1) if turn else None)
        yield (
            number + 1, ids.next(at_ms), card + 1, 1, at_ms, 60, day, rating, *before,
            chance.randrange(2_000, 30_000), "question", None, *memory, turn * 30,
        )  # fmt: skip


def report_rebuild(path: Path) -> None:
    command = [sys.executable, "-c", REBUILD, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    seconds, peak_mb = map(float, done.stdout.split())
    with closing(sqlite3.connect(path)) as connection:
        bare_ms = timed(lambda: drain(connection.execute(SORTED)), times=1)
    print(f"{'rebuild':23} {seconds:8.2f} s     {bare_ms / 1000:6.2f} s bare {seconds * 1000 / bare_ms:9.1f} x")
    print(f"{'  its peak':23} {peak_mb:8.0f} MB")


def report_answers(path: Path, cards: int) -> None:
    """Time whole answers, and bare inserts into a table of their own that are made durable the same way."""
    chance = random.Random(3)
    ours: list[float] = []
    bare: list[float] = []
    with Store.open(path) as store, closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, text TEXT)")
        insert = f"INSERT INTO bare (text) VALUES ('{'x' * 100}')"
        for _ in range(ANSWERS):
            ours.append(timed(lambda: answer(store, card_id(chance.randrange(1, cards + 1))), times=1))
            bare.append(timed(lambda: connection.execute(insert), times=1))
        connection.execute("DROP TABLE bare")
    report("answer, durable, p50", median(ours), median(bare))
    report("answer, durable, p95", quantiles(ours, n=20)[-1], quantiles(bare, n=20)[-1])


def answer(store: Store, card_id: str) -> None:
    day = FIRST_DAY + DAYS + 1
    at_ms = day * DAY_MS
    memory = MemoryState(12.5, 5.0)
    with store.writing() as tx:
        before = tx.state(card_id)
        event_id = store.new_id(at_ms)
        tx.add(
            Review(
                event_id,
                card_id,
                card_id.partition("/")[0],
                store.device_id,
                at_ms,
                60,
                day,
                Rating.GOOD,
                before.phase,
                10,
                4_000,
                Kind.QUESTION,
                None,
                *memory,
                0.9,
                13,
            )
        )
        schedule = Schedule(Phase.REVIEW, memory, None, day + 13, None, 13, at_ms, day, 5, 0)
        tx.put_state(card_id, before._replace(schedule=schedule, last_event_id=event_id))


def report_reads(path: Path) -> None:
    day = FIRST_DAY + DAYS // 2
    with Store.open(path) as store, closing(sqlite3.connect(path)) as connection:
        reads: tuple[tuple[str, Callable[[], object], str], ...] = (
            ("states", store.states, "SELECT card_id, s.* FROM schedule s JOIN card USING (card_key)"),
            ("study_days", store.study_days, "SELECT DISTINCT study_day FROM review"),
            ("day_totals", lambda: store.day_totals(day), f"SELECT * FROM review WHERE study_day = {day}"),
            (
                "recent_pace_ms",
                store.recent_pace_ms,
                "SELECT * FROM review ORDER BY review_id DESC LIMIT 200",
            ),
            ("iter_reviews", lambda: drain(store.iter_reviews()), "SELECT * FROM review ORDER BY review_id"),
        )
        for name, ask, query in reads:
            report(name, timed(ask), timed(lambda: drain(connection.execute(query))))  # noqa: B023
    print(f"{'peak of this process':23} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:8.0f} MB")


def report(name: str, ours_ms: float, bare_ms: float) -> None:
    print(f"{name:23} {ours_ms:8.2f} ms    {bare_ms:6.2f} ms bare    {ours_ms / bare_ms:5.1f} x")


def drain(rows: Iterator[object]) -> None:
    for _ in rows:
        pass


def timed(work: Callable[[], object], times: int = 3) -> float:
    """Return the median milliseconds that the work takes."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return median(taken)


if __name__ == "__main__":
    main()
