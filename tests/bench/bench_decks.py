"""How fast decks are read: `python tests/bench/bench_decks.py`.

Seconds of processor time, the best of a few rounds, and ratios within one run. The garbage collector is paused, as
it is where the program reads decks; with it, `locate` takes three times as long. `parse` has all checks and ids;
`+ cards` makes the cards too. `locate` parses and keeps where everything stands, its ratio is to `parse`. `yaml.load`
is PyYAML's CSafeLoader on the same text, left out where it would take a minute. `unchanged` is a start from the cache,
`parsed` the files it had to parse.
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import yaml

from quizapp.deckfile.cards import deck_of
from quizapp.deckfile.located import locate_deck
from quizapp.deckfile.parse import parse_deck
from quizapp.store.collector import collector_paused
from quizapp.store.deckfolder import load_decks

SIZES = (1_000, 10_000, 100_000)
LARGEST_FOR_YAML = 10_000
FILES = 20
NOTE = """\
  - id: fact-{n}
    question: Which manager raised {n} billion for funds in the {n}th quarter, by the regulator’s own account?
    answer: The house of number {n}
    accept: [house {n}, "number {n}"]
    explain: It had asked for twice as much, and got half of it only after the quota of that year was raised.
    where: How the quotas grew, paragraph {n}
    tags: [quotas]
"""
CLOZE = """\
  - id: fact-{n}
    cloze: "By the {n}th quarter, managers had raised {{{{{n} billion::sum}}}} for funds that invest abroad."
    explain: It had asked for twice as much, and got half of it only after the quota of that year was raised.
    where: How the quotas grew, paragraph {n}
    tags: [quotas]
"""


def deck_text(cards: int, deck_id: str) -> str:
    notes = ((CLOZE if n % 4 == 0 else NOTE).format(n=n) for n in range(cards))
    return f"deck: {deck_id}\ntitle: A deck\ntags: [finance]\nnotes:\n" + "".join(notes)


def seconds(work: Callable[[], object], rounds: int) -> float:
    best = float("inf")
    for _ in range(rounds):
        with collector_paused():
            start = time.process_time()
            work()
            best = min(best, time.process_time() - start)
        gc.collect()
    return best


def read(text: str) -> None:
    deck = parse_deck(text, "bench.yaml")
    assert not deck.problems
    deck_of(deck)


def unchanged_start(cards: int) -> tuple[float, int]:
    """Return the seconds of a start with nothing changed, and how many files it parsed."""
    with tempfile.TemporaryDirectory() as folder:
        decks = Path(folder) / "decks"
        decks.mkdir()
        for number in range(FILES):
            file = decks / f"{number}.yaml"
            file.write_text(deck_text(cards // FILES, f"deck-{number}"), encoding="utf-8")
            os.utime(file, (1_000_000_000, 1_000_000_000))
        cache = Path(folder) / "cache"
        load_decks([decks], cache_folder=cache)
        took = seconds(lambda: load_decks([decks], cache_folder=cache), 3)
        return took, len(load_decks([decks], cache_folder=cache).read_paths)


def main() -> None:
    print("   cards  yaml.load    parse  ratio  + cards  ratio  µs/card   locate  ratio  unchanged  parsed")
    for size in SIZES:
        text = deck_text(size, "bench")
        with_yaml = size <= LARGEST_FOR_YAML
        rounds = 5 if with_yaml else 1
        parse_s = seconds(lambda text=text: parse_deck(text, "bench.yaml"), rounds)
        read_s = seconds(lambda text=text: read(text), rounds)
        locate_s = seconds(lambda text=text: locate_deck(text, "bench.yaml"), rounds)
        yaml_s = seconds(lambda text=text: yaml.load(text, yaml.CSafeLoader), 3) if with_yaml else float("nan")
        start_s, parsed = unchanged_start(size)
        print(
            f"{size:8,} {yaml_s:10.3f} {parse_s:8.3f} {parse_s / yaml_s:6.2f} {read_s:8.3f} {read_s / yaml_s:6.2f} "
            f"{read_s / size * 1e6:8.1f} {locate_s:8.3f} {locate_s / parse_s:6.2f} {start_s:10.3f} {parsed:7}"
        )


if __name__ == "__main__":
    main()
