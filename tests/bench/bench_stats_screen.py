"""What opening the stats screen costs in a real terminal: `python tests/bench/bench_stats_screen.py [DATABASE]`.

From `s` on home until the frame with its names is painted, and until the figures are in it: with the columns of the log
kept from before, again, and cold, when the whole log is read. While it is read, keys are pressed, and the time until
each has been answered is taken. The ratio is against a key that only moves a cursor on home, the least a key costs.

A database that is named is copied first; without one a million answers on 100,000 cards are made up. The decks are
made for the cards of `bench_store.fill`, whose answers end in 2024: so the screen opens on 52 weeks without one, and
all time and a whole year are measured as the next ranges. The first page of Browse stands beside it, as on a machine
that has other work only the ratios tell something.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parent)]

from bench_browse import painted, timed, wait  # noqa: E402
from bench_start import Terminal, make_collection, quizapp  # noqa: E402

FRAME_MS, KEY_MS = 100, 100
BETWEEN_KEYS_S = 0.2
KEYS = 5
"""Pressed while an export goes on; so many fit into one of a million answers."""
FILLED = "Next 7 days"
"""What home shows when it has been read: before, everything else would wait behind that."""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("database", nargs="?", type=Path)
    parser.add_argument("--cards", type=int, default=100_000)
    parser.add_argument("--reviews-per-card", type=int, default=10)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        make_collection(home, options.cards, 0 if options.database else options.reviews_per_card)
        if options.database:
            shutil.copy(options.database, home / "progress.db")
        report(home, options.runs)


def report(home: Path, runs: int) -> None:
    cold_frames, cold_figures, keys, least = cold(home)
    row("a key that moves a cursor", [least], least)
    row(f"cold: the frame (at most {FRAME_MS} ms)", cold_frames, least)
    row("cold: the figures, a long log read", cold_figures, least)
    row(f"cold: a key meanwhile (at most {KEY_MS} ms)", keys, least)
    row(f"an export of all reviews: a key meanwhile (at most {KEY_MS} ms)", exporting(home), least)
    frames, figures, everything, year, browse, again = warm(home, runs)
    row(f"kept columns: the frame (at most {FRAME_MS} ms)", frames, least)
    row("kept columns: the figures", figures, least)
    row("the first page of Browse, for comparison", browse, least)
    row("the figures of all time", everything, least)
    row("the figures of a year", year, least)
    row("coming back to all of these: the figures", again, least)


def cold(home: Path) -> tuple[list[float], list[float], list[float], float]:
    for cache in home.rglob("columns"):
        shutil.rmtree(cache)
    terminal = start(home)
    try:
        least = median(timed(terminal, "\x1b[B", "▌") for _ in range(5))
        terminal.settle(1.0)
        pressed = terminal.press("s")
        frame = (wait(terminal, "Activity", "Coming") - pressed) * 1000
        keys: list[float] = []
        while "all decks" not in painted(terminal.written):
            keys.append(key(terminal))
        return [frame], [(time.perf_counter() - pressed) * 1000], keys, least
    finally:
        terminal.close()


def warm(home: Path, runs: int) -> tuple[list[float], ...]:
    """Return the times until the frame, the figures of 52 weeks, of all time, of a year, and of Browse were there.

    Each run is a program of its own, as figures are kept while it runs; the last times are of coming back to them.
    """
    frames: list[float] = []
    figures: list[float] = []
    everything: list[float] = []
    year: list[float] = []
    browse: list[float] = []
    again: list[float] = []
    for _ in range(runs):
        terminal = start(home)
        try:
            pressed = terminal.press("s")
            frames.append((wait(terminal, "Activity", "Coming") - pressed) * 1000)
            figures.append((wait(terminal, "all decks") - pressed) * 1000)
            everything.append(timed(terminal, "Y", "all time"))
            year.append(timed(terminal, "Y", "2022"))
            terminal.press("\x1b")
            wait(terminal, FILLED)
            terminal.settle(1.0)
            browse.append(timed(terminal, "/", " cards  ·"))
            for _ in range(2):
                terminal.settle(0.3)
                terminal.press("\x1b")
            wait(terminal, FILLED)
            terminal.settle(1.0)
            again.append(timed(terminal, "s", "all decks"))
        finally:
            terminal.close()
    return frames, figures, everything, year, browse, again


def exporting(home: Path) -> list[float]:
    """Return the times that keys took while all reviews were being written; it is stopped, so nothing stays behind."""
    terminal = start(home)
    try:
        terminal.press("s")
        wait(terminal, "all decks")
        terminal.settle(1.0)
        timed(terminal, "Y", "all time")
        terminal.settle(1.0)
        timed(terminal, "x", "CSV files")
        terminal.press("\r")
        wait(terminal, "Exporting reviews")
        keys = [key(terminal) for _ in range(KEYS)]
        terminal.press("\x1b")
        wait(terminal, "Nothing was written")
        return keys
    finally:
        terminal.close()


def key(terminal: Terminal) -> float:
    """Return the milliseconds until a key has laid its page over the figures, which is then taken away."""
    terminal.written = b""
    at = terminal.press("?")
    taken = (wait(terminal, "Keys") - at) * 1000
    terminal.written = b""
    terminal.press("\x1b")
    wait(terminal, "Stats", "next plot")
    time.sleep(BETWEEN_KEYS_S)  # escape and a key behind it at once are another key
    return taken


def start(home: Path) -> Terminal:
    terminal = Terminal(quizapp(home), home)
    wait(terminal, FILLED)
    terminal.settle(1.0)
    return terminal


def row(name: str, times: list[float], least: float) -> None:
    worst = max(times, default=0.0)
    middle = median(times) if times else 0.0
    print(f"{name:<46} {middle:9.1f} ms {worst:9.1f} worst {middle / least:8.1f} x")


if __name__ == "__main__":
    main()
