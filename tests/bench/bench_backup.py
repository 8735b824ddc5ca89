"""What an answer costs while a backup of a large database is made, and how long backing up and restoring take.

python tests/bench/bench_backup.py DATABASE        a copy of it is used; bench_store.py makes large ones
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles
from threading import Thread

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support")]

from store_builders import Pen  # noqa: E402

from quizapp.clock import SystemClock  # noqa: E402
from quizapp.store.auto_backup import AutoBackup  # noqa: E402
from quizapp.store.backup_files import flaw, names  # noqa: E402
from quizapp.store.compare import compare  # noqa: E402
from quizapp.store.restore import restore  # noqa: E402
from quizapp.store.store import Store  # noqa: E402

ANSWERS = 200


def main(source: Path) -> None:
    with tempfile.TemporaryDirectory() as root:
        path, folder = Path(root) / "progress.db", Path(root) / "backups"
        shutil.copyfile(source, path)
        with Store.open(path) as store:
            pen = Pen(store)
            answers(pen, lambda n: n < 20)
            alone = answers(pen, lambda n: n < ANSWERS)
            keeper = AutoBackup(path, folder, SystemClock())
            maker = Thread(target=keeper.finish)
            start = time.perf_counter()
            maker.start()
            beside = answers(pen, lambda n: maker.is_alive())
            took = time.perf_counter() - start
        (made,) = names(folder)
        print(f"{path.stat().st_size / 1e6:.0f} MB")
        print(f"{'':24}{'answers':>8}{'p50 ms':>8}{'p95 ms':>8}{'max ms':>8}")
        for name, waits in (("answering alone", alone), ("beside a backup", beside)):
            p95 = quantiles(waits, n=20)[-1]
            print(f"{name:24}{len(waits):8}{median(waits):8.1f}{p95:8.1f}{max(waits):8.1f}")
        print(f"{'backup, beside answers':32}{took:8.2f} s")
        print(f"{'verifying it':32}{seconds(lambda: flaw(made)):8.2f} s")
        print(f"{'telling what would change':32}{seconds(lambda: compare(path, made)):8.2f} s")
        print(f"{'restoring it':32}{seconds(lambda: restore(path, made, 0)):8.2f} s")


def answers(pen: Pen, goes_on: Callable[[int], bool]) -> list[float]:
    """Answer as long as it goes on; return what each answer took, in ms."""
    waits: list[float] = []
    while goes_on(len(waits)):
        start = time.perf_counter()
        pen.answer(f"bench/{len(waits) % 50}")
        waits.append((time.perf_counter() - start) * 1e3)
    return waits


def seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


if __name__ == "__main__":
    main(Path(sys.argv[1]))
