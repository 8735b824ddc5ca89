"""What exports and the import of a log cost, as whole programs, beside the sqlite3 shell on the same file.

python tests/bench/bench_export.py [--reviews] [DATABASE]

With --reviews only reviews as CSV beside the shell, in turn, and what one takes of the other: a minute.

Without a database one of 1,000,000 answers on 100,000 cards is made. Needs the sqlite3 shell; Parquet needs pyarrow.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from quizapp.store.store import Store  # noqa: E402
from tests.bench.bench_store import fill  # noqa: E402

TIMES, PAIRS = 3, 7
GOAL, MEMORY_MB = 2.0, 150


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "progress.db"
        given = [argument for argument in sys.argv[1:] if argument != "--reviews"]
        if given:
            shutil.copy(given[0], path)
        else:
            Store.open(path).close()
            fill(path, 100_000, 10)
        shell = ["sqlite3", "-csv", "-header", str(path), "SELECT * FROM review"]
        ours = [sys.executable, "-m", "quizapp", "--db", str(path)]
        if "--reviews" in sys.argv:
            pairs(shell, [*ours, "export", "reviews"], folder / "reviews")
            return
        runs = {
            "sqlite3 shell, .mode csv": shell,
            "export reviews, csv": [*ours, "export", "reviews"],
            "  --for fsrs": [*ours, "export", "reviews", "--for", "fsrs"],
            "  csv --raw": [*ours, "export", "reviews", "--raw"],
            "  jsonl": [*ours, "export", "reviews", "--format", "jsonl"],
            "export days, csv": [*ours, "export", "days"],
            "export log": [*ours, "export", "log"],
        }
        if find_spec("pyarrow"):
            runs["  parquet"] = [*ours, "export", "reviews", "--format", "parquet"]
        seconds: dict[str, list[float]] = {what: [] for what in runs}
        memory: dict[str, float] = {}
        for _ in range(TIMES):  # each in turn, so that a busy moment hits all alike
            for what, command in runs.items():
                taken, memory[what] = run(command, folder / what.strip())
                seconds[what].append(taken)
        beside = min(seconds["sqlite3 shell, .mode csv"])
        print(f"{'processor seconds of whole programs, best of ' + str(TIMES):46} beside the shell   peak memory")
        for what, taken in seconds.items():
            print(f"{what:34} {min(taken):8.2f} s {min(taken) / beside:12.2f} x {memory[what]:16.0f} MB")
        print(f"goal for csv: {GOAL:.1f} x and {MEMORY_MB} MB")
        command = [sys.executable, "-m", "quizapp", "--db", str(folder / "new.db"), "import", "log"]
        taken, peak = run([*command, str(folder / "export log")], folder / "said")
        print(f"{'import log into an empty database':34} {taken:8.2f} s {taken / beside:12.2f} x {peak:16.0f} MB")
        taken, peak = run([*command, str(folder / "export log")], folder / "said")
        print(f"{'import log once more':34} {taken:8.2f} s {taken / beside:12.2f} x {peak:16.0f} MB")


def pairs(shell: list[str], ours: list[str], output: Path) -> None:
    """Print the median of what our export takes of the shell's, of runs in turn."""
    processor: list[float] = []
    wall: list[float] = []
    for _ in range(PAIRS):
        start = time.perf_counter()
        shells, _ = run(shell, output)
        between = time.perf_counter()
        taken, memory = run(ours, output)
        end = time.perf_counter()
        processor.append(taken / shells)
        wall.append((end - between) / (between - start))
        print(
            f"shell {shells:.2f} s ({between - start:.2f} s by the clock), "
            f"reviews {taken:.2f} s ({end - between:.2f} s), {memory:.0f} MB"
        )
    print(f"median of {PAIRS}: {median(processor):.2f} x processor, {median(wall):.2f} x clock; goal {GOAL:.1f} x")


def run(command: list[str], output: Path) -> tuple[float, float]:
    """Return the processor seconds and the peak memory in MB of a program whose output goes to a file."""
    with open(output, "wb") as sink:
        child = subprocess.Popen(command, stdout=sink, cwd=ROOT)
        _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {child.returncode}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1000


if __name__ == "__main__":
    main()
