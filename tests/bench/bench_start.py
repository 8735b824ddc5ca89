"""How long quizapp takes to start and to answer, in a real terminal, beside the least that could be done.

    python tests/bench/bench_start.py [--runs N] [--answers N] [--cards N] [--reviews-per-card N]

Without `--cards` the collection is small. With it, decks of that many cards and a database of their reviews
are made first. `--runs 0` and `--answers 0` leave parts out. Every ratio is between runs that alternate.
"""

from __future__ import annotations

import argparse
import os
import pty
import re
import select
import signal
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median, quantiles

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parent)]

from bench_store import fill  # noqa: E402

from quizapp.store.store import Store  # noqa: E402

ROOT = Path(__file__).parents[2]
COLUMNS, ROWS = 100, 30
PATIENCE_S = 60
DECKS = 100
"""As many decks as `bench_store.fill` spreads its cards over."""

ESCAPES = re.compile(rb"\x1b(?:\[[0-9;:?<=>$ ]*[@-~]|[PX^_\]].*?(?:\x07|\x1b\\)|[@-Z\\-_])", re.DOTALL)
PROMPT = re.compile(rb"What is meant by (\d+-\d+)\?")

EMPTY_APP = "from textual.app import App; App().run()"
IMPORTS = "import textual.app, sqlmodel"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--answers", type=int, default=60)
    parser.add_argument("--cards", type=int, default=0)
    parser.add_argument("--reviews-per-card", type=int, default=10)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        make_collection(home, options.cards or 1000, options.reviews_per_card if options.cards else 0)
        if options.runs:
            report_help(max(options.runs, 15))
            report_start(home, options.runs)
        if options.answers:
            report_answers(home, options.answers)


def make_collection(home: Path, cards: int, reviews_per_card: int) -> None:
    """Write decks of the cards that `bench_store.fill` answers, and the database; open both once."""
    decks = home / "decks"
    decks.mkdir()
    for deck in range(DECKS):
        notes = "".join(
            f"  - id: some-note-{key // DECKS}\n"
            f"    question: What is meant by {deck}-{key}?\n    answer: The answer to {deck}-{key}\n"
            for key in range(deck or DECKS, cards + 1, DECKS)
        )
        text = f"deck: deck-{deck}\ntitle: Deck {deck}\nnotes:\n{notes}"
        (decks / f"deck-{deck}.yaml").write_text(text, encoding="utf-8")
    Store.open(home / "progress.db").close()
    if reviews_per_card:
        fill(home / "progress.db", cards, reviews_per_card)
    subprocess.run([*quizapp(home), "undo"], env=environment(home), capture_output=True, check=False)
    print(f"{cards:,} cards, {cards * reviews_per_card:,} reviews")


def quizapp(home: Path) -> list[str]:
    place = ["--db", str(home / "progress.db"), "--decks", str(home / "decks")]
    return [sys.executable, "-m", "quizapp", *place]


def environment(home: Path) -> dict[str, str]:
    return {
        "HOME": str(home),
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
    }


class Terminal:
    """A program in a pty, and all it wrote."""

    def __init__(self, command: Sequence[str], home: Path) -> None:
        self._leader, follower = pty.openpty()
        termios.tcsetwinsize(follower, (ROWS, COLUMNS))
        self.written = b""
        self.started = time.perf_counter()
        self._process = subprocess.Popen(
            command,
            stdin=follower,
            stdout=follower,
            stderr=follower,
            env=environment(home),
            cwd=ROOT,
            start_new_session=True,
        )
        os.close(follower)

    def until(self, seen: Callable[[bytes], bool]) -> float:
        """Return the time at which what was written so far satisfies `seen`."""
        give_up = time.perf_counter() + PATIENCE_S
        while not seen(self.written):
            self._read(give_up - time.perf_counter())
        return time.perf_counter()

    def settle(self, quiet_s: float = 0.05) -> None:
        """Read until nothing has come for a while, and forget it."""
        while select.select([self._leader], [], [], quiet_s)[0]:
            self.written += os.read(self._leader, 1 << 16)
        self.written = b""

    def press(self, key: str) -> float:
        """Press a key and return the time of it."""
        at = time.perf_counter()
        os.write(self._leader, key.encode())
        return at

    def close(self) -> None:
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        os.close(self._leader)

    def _read(self, timeout_s: float) -> None:
        if not select.select([self._leader], [], [], max(timeout_s, 0))[0]:
            raise SystemExit(f"nothing came within {PATIENCE_S} s:\n{ESCAPES.sub(b'', self.written)[-2000:]!r}")
        self.written += os.read(self._leader, 1 << 16)


def whole_frame(written: bytes) -> bool:
    """Tell whether every cell of the screen has been painted once."""
    painted = ESCAPES.sub(b"", written.rpartition(b"\x1b[?1049h")[2]).decode("utf-8", "replace")
    return len(painted) >= COLUMNS * ROWS


def asks_card(written: bytes) -> bool:
    return PROMPT.search(ESCAPES.sub(b"", written)) is not None


def in_terminal(command: Sequence[str], home: Path, seen: Callable[[bytes], bool]) -> float:
    """Return the milliseconds from the start of a program until `seen`."""
    terminal = Terminal(command, home)
    try:
        return (terminal.until(seen) - terminal.started) * 1000
    finally:
        terminal.close()


def process(command: Sequence[str], home: Path) -> float:
    start = time.perf_counter()
    subprocess.run(command, env=environment(home), cwd=ROOT, capture_output=True, check=True)
    return (time.perf_counter() - start) * 1000


def compare(name: str, runs: int, ours: Callable[[], float], theirs: Callable[[], float], limit: float) -> None:
    """Print the medians of two things that alternate, and their ratio."""
    pairs = [(ours(), theirs()) for _ in range(runs)]
    one, other = (median(times) for times in zip(*pairs, strict=True))
    print(f"{name:48} {one:6.0f} ms {other:6.0f} ms {one / other:6.2f} x   (at most {limit})")


def report_help(runs: int) -> None:
    home = Path(tempfile.gettempdir())
    compare(
        "--help, beside importing click",
        runs,
        lambda: process([sys.executable, "-m", "quizapp", "--help"], home),
        lambda: process([sys.executable, "-c", "import click"], home),
        1.5,
    )


def report_start(home: Path, runs: int) -> None:
    study = [*quizapp(home), "study"]
    compare(
        "first frame, beside an empty Textual app",
        runs,
        lambda: in_terminal(study, home, whole_frame),
        lambda: in_terminal([sys.executable, "-c", EMPTY_APP], home, whole_frame),
        1.3,
    )
    compare(
        "first card, beside importing textual + sqlmodel",
        runs,
        lambda: in_terminal(study, home, asks_card),
        lambda: process([sys.executable, "-c", IMPORTS], home),
        1.3,
    )


def report_answers(home: Path, answers: int) -> None:
    """Time from a rating to the next card on the screen; the answer is on disk by then."""
    terminal = Terminal([*quizapp(home), "study", "--new", "9999"], home)
    times = []
    try:
        terminal.until(asks_card)
        for _ in range(answers):
            terminal.settle()
            terminal.press(" ")
            terminal.until(lambda written: b"The answer to" in ESCAPES.sub(b"", written))
            terminal.settle()
            pressed = terminal.press("4")
            times.append((terminal.until(asks_card) - pressed) * 1000)
    finally:
        terminal.close()
    p50, p95 = median(times), quantiles(times, n=20)[-1]
    print(f"{'key to next card, answer durable':48} {p50:6.1f} ms p50 {p95:6.1f} ms p95   (at most 30 and 60)")


if __name__ == "__main__":
    main()
