"""How long `quizapp due` takes beside an interpreter that only imports click, in runs that alternate.

    python tests/bench/bench_due.py [--runs N]

The whole process is timed. The bar is twice the time of the import.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
DUE = "import sys; sys.argv[:] = ['quizapp', 'due']; from quizapp.cli.main import main; main()"
WAYS = {"import click": "import click", "quizapp due": DUE}


def timed_ms(code: str, env: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], env=env, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - start) * 1000


def main(args: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=30)
    runs = parser.parse_args(args).runs
    with tempfile.TemporaryDirectory() as home:
        env = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "QUIZAPP_"))}
        env["HOME"] = home
        for code in WAYS.values():
            timed_ms(code, env)
        times: dict[str, list[float]] = {name: [] for name in WAYS}
        for _ in range(runs):
            for name, code in WAYS.items():
                times[name].append(timed_ms(code, env))
    least, due = (median(found) for found in times.values())
    print(f"import click  {least:7.1f} ms")
    print(f"quizapp due   {due:7.1f} ms   {due / least:.2f} x   (bar: 2 x)")


if __name__ == "__main__":
    main()
