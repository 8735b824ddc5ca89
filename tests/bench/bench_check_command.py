"""What `quizapp check` costs as a process, and a note that is checked while it is typed.

    python tests/bench/bench_check_command.py [--runs N] [--notes N]

Ratios are medians over runs that alternate with `python -c "import click, yaml, rapidfuzz"`, which is the least that a
checker in Python with these three could take; the files of both are compiled before. Drafts are checked in a deck of so
many notes whose indexes are warm, as they are from the second pause in typing on.
"""

from __future__ import annotations

import argparse
import gc
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parent)]

from bench_check import deck_text  # noqa: E402

from quizapp.deckfile.located import locate_deck  # noqa: E402
from quizapp.deckfile.written import fields_of  # noqa: E402
from quizapp.lint.draft import check_draft  # noqa: E402
from quizapp.lint.view import CollectionView, DeckView  # noqa: E402

ROOT = Path(__file__).parents[2]
LEAST = [sys.executable, "-c", "import click, yaml, rapidfuzz"]
CHECK = [sys.executable, "-m", "quizapp", "check"]
DRAFTS = 200


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--notes", type=int, default=10_000)
    options = parser.parse_args()
    report_process(options.runs)
    report_drafts(options.notes)


def report_process(runs: int) -> None:
    decks = sorted(ROOT.glob("decks/*.yaml"))
    commands = {f"check {deck.name}": [*CHECK, f"decks/{deck.name}"] for deck in decks}
    for form in ("json", "github", "sarif"):
        commands[f"check --format {form}"] = [*CHECK, f"decks/{decks[0].name}", "--format", form]
    commands["check of all three"] = [*CHECK, "decks"]
    print(f"{'whole process, medians of ' + str(runs):40} {'ms':>7} {'least, ms':>10} {'ratio':>7}")
    for name, command in commands.items():
        seconds(command)  # compiles what is not
        pairs = [(seconds(LEAST), seconds(command)) for _ in range(runs)]
        least, took = median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)
        print(f"{name:40} {took * 1000:7.0f} {least * 1000:10.0f} {median(b / a for a, b in pairs):7.2f}")


def seconds(command: Sequence[str]) -> float:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.perf_counter()
    subprocess.run(command, env=environment, cwd=ROOT, stdout=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def report_drafts(notes: int) -> None:
    deck = CollectionView().add(locate_deck(deck_text(notes), "bench.yaml"))
    gc.freeze()  # as a program does that holds a large deck for long
    start = time.perf_counter()
    check_draft(fields_of(deck.notes[0].at), deck)
    print(f"\nfirst draft in a deck of {notes:,} notes: {(time.perf_counter() - start) * 1000:.0f} ms")
    times = sorted(draft_ms(deck, number) for number in range(DRAFTS))
    print(f"each further one: p50 {median(times):.2f} ms, p95 {quantiles(times, n=20)[-1]:.2f} ms")


def draft_ms(deck: DeckView, number: int) -> float:
    """Return what the check of a note takes to which some letters were added."""
    note = deck.notes[number * 37 % len(deck.notes)]
    fields = fields_of(note.at)
    key = "question" if "question" in fields else "cloze"
    draft = {**fields, key: f"{fields[key]} and then"}
    start = time.perf_counter()
    check_draft(draft, deck, stands_for=note)
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
