"""What each check of the doctor costs on a large database, and what taking its answers out page by page does.

python tests/bench/bench_doctor.py [CARDS] [REVIEWS_PER_CARD]
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from bench_store import fill  # noqa: E402

from quizapp.clock import SystemClock  # noqa: E402
from quizapp.config import Settings  # noqa: E402
from quizapp.doctor.examination import examine  # noqa: E402
from quizapp.doctor.salvage import salvage  # noqa: E402
from quizapp.store.store import Store  # noqa: E402


def main() -> None:
    cards, per_card = [int(text) for text in (*sys.argv[1:], "100000", "10")[:2]]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "progress.db"
        Store.open(path).close()
        fill(path, cards, per_card)
        Store.open(path).close()  # which makes the schedules
        print(f"{cards:,} cards, {cards * per_card:,} reviews; seconds of this process")
        settings = Settings(database=path, cache_folder=Path(folder) / "cache")
        begun = before = time.process_time()
        for finding in examine(settings, SystemClock()):
            now = time.process_time()
            print(f"{finding.check:12} {finding.level:8} {now - before:7.2f}")
            before = now
        print(f"{'all checks':21} {before - begun:7.2f}")
        begun = time.process_time()
        found = salvage(path, Path(folder) / "saved.db")
        print(f"{'salvage':21} {time.process_time() - begun:7.2f}   {found.reviews:,} answers came out")


if __name__ == "__main__":
    main()
