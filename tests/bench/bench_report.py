"""What the report of a large collection costs: the whole command, and how large its page is.

python tests/bench/bench_report.py [DATABASE]

A database that is named is copied first; without one a million answers on 100,000 cards are made up. The decks that
hold the cards are written beside it. The clock stands one day after the last answer, so that there are figures of a
year and of all time to be worked out.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from bench_store import fill  # noqa: E402

from quizapp.store.store import Store  # noqa: E402

GOAL_S = 3.0
MOST_BYTES = 1_500_000
TIMES = 2

COMMAND = """
import resource, sys, time
begun = time.perf_counter()
from quizapp.cli.context import Cli
from quizapp.cli.main import run
from quizapp.clock import Moment

class Then:
    def now(self):
        return Moment(int(sys.argv[1]) * 86_400_000 + 36_000_000, 60)
    def offset_at(self, at_ms):
        return 60

code = run(sys.argv[2:], Cli(clock=Then()))
print(code, time.perf_counter() - begun, time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000)
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "progress.db"
        if sys.argv[1:]:
            shutil.copy(sys.argv[1], path)
        else:
            Store.open(path).close()
            fill(path, 100_000, 10)
        with closing(sqlite3.connect(path)) as connection:
            card_ids = [card_id for (card_id,) in connection.execute("SELECT card_id FROM card ORDER BY card_id")]
            ((last_day,),) = connection.execute("SELECT max(study_day) FROM review")
        write_decks(folder / "decks", card_ids)
        page = folder / "progress.html"
        print(f"{len(card_ids):,} cards")
        command(folder, path, last_day + 1, "decks", "--json")  # the decks are read once, as after any start
        for what in ("cold, the log read", *["with kept columns"] * TIMES):
            report(what, command(folder, path, last_day + 1, "report", "-o", str(page)))
        report("quizapp stats beside it", command(folder, path, last_day + 1, "stats", "--json"))
        size = page.stat().st_size
        most = f"most {MOST_BYTES / 1000:,.0f} kB {size / MOST_BYTES:5.2f} x"
        print(f"{'size of the page':24} {size / 1000:6.0f} kB  {most}")


def report(what: str, cost: tuple[float, float, float]) -> None:
    seconds, busy_s, peak_mb = cost
    beside = f"goal {GOAL_S:.1f} s   {seconds / GOAL_S:5.2f} x"
    print(f"{what:24} {seconds:6.2f} s   {beside}   processor {busy_s:5.2f} s   {peak_mb:4.0f} MB")


def write_decks(folder: Path, card_ids: list[str]) -> None:
    """Write a note for each card."""
    folder.mkdir()
    for deck, ids in groupby(card_ids, key=lambda card_id: card_id.partition("/")[0]):
        notes = "".join(
            f"  - id: {card_id.partition('/')[2]}\n    question: What is {card_id}?\n    answer: It\n"
            for card_id in ids
        )
        (folder / f"{deck}.yaml").write_text(f"deck: {deck}\ntitle: Deck {deck}\ntags: [some]\nnotes:\n{notes}")


def command(folder: Path, path: Path, day: int, *args: str) -> tuple[float, float, float]:
    """Return the seconds a command takes in a process of its own, those it keeps a processor busy, its peak in MB."""
    done = subprocess.run(
        [sys.executable, "-c", COMMAND, str(day), "--db", str(path), "--decks", str(folder / "decks"), *args],
        env={**os.environ, "HOME": str(folder), "XDG_CACHE_HOME": str(folder / "cache"), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    code, seconds, busy_s, peak_mb = done.stdout.splitlines()[-1].split()
    if code != "0":
        raise SystemExit(done.stderr)
    return float(seconds), float(busy_s), float(peak_mb)


if __name__ == "__main__":
    main()
