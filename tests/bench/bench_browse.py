"""What browsing costs in a real terminal: `python tests/bench/bench_browse.py [--cards N] [--runs N]`.

A hundred thousand cards in a hundred decks, each answered twice. First the screen: from `/` on home until the first
page is painted, which makes the index, and again when it has been there. Then searches, pasted into the search line
at once: from the key until their count and rows are painted. *cold* is one typed right after the screen opened,
while the texts are still being read. Then acts, until the table stands anew. The ratio is against a key that only
moves the cursor, the least that a key costs here.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from statistics import median

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parent)]

from bench_start import ESCAPES, Terminal, make_collection, quizapp  # noqa: E402

QUERIES = (
    "meant 37-",
    "-meant or 77",
    '"by 37-4137"',
    "deck:deck-3",
    "deck:deck-3 77",
    "note:some-note-77",
    "is:due 7",
    "is:new",
    "is:leech or is:suspended",
    "kind:question -is:suspended 12",
    "rated:7:1",
    "prop:stability>30",
    "prop:recall<70%",
    "prop:lapses>=1 prop:difficulty>7 -deck:deck-4",
)
FIRST_PAGE_MS, SEARCH_MS = 100, 150
CLEAR = "\x15"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--cards", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        make_collection(home, options.cards, 2)
        report(home, options.runs)


def report(home: Path, runs: int) -> None:
    terminal = Terminal(quizapp(home), home)
    try:
        wait(terminal, "browse", "Deck 1")
        least = first_pages(terminal, runs)
        searches(terminal, runs, least)
        acts(terminal, runs, least)
    finally:
        terminal.close()


def wait(terminal: Terminal, *words: str) -> float:
    """Return the time at which all these words have been painted."""
    return terminal.until(lambda written: all(word in painted(written) for word in words))


def painted(written: bytes) -> str:
    return ESCAPES.sub(b"", written).decode("utf-8", "replace")


def timed(terminal: Terminal, key: str, *words: str) -> float:
    """Return the milliseconds from a key until these words have been painted."""
    terminal.settle(0.3)
    pressed = terminal.press(key)
    return (wait(terminal, *words) - pressed) * 1000


def first_pages(terminal: Terminal, runs: int) -> float:
    first = timed(terminal, "/", " cards  ·", "What is meant")
    cold = timed(terminal, paste("meant 37-"), " of ")
    terminal.press(CLEAR)
    leave(terminal)
    again = [page_again(terminal) for _ in range(runs)]
    terminal.press("/")
    terminal.settle(0.5)
    terminal.press("\r")
    moves = [timed(terminal, "\x1b[B", "▌") for _ in range(4 * runs)]
    least = median(moves)
    row("the cursor moves", "", moves, least)
    row(f"first page, index made (at most {FIRST_PAGE_MS} ms)", "", [first], least)
    row("first page again", "", again, least)
    row("search, cold", "", [cold], least)
    return least


def page_again(terminal: Terminal) -> float:
    taken = timed(terminal, "/", " cards  ·", "What is meant")
    leave(terminal)
    return taken


def leave(terminal: Terminal) -> None:
    """Go from the search line to the table, and from there home."""
    for _ in range(2):
        terminal.settle(0.3)
        terminal.press("\x1b")
    wait(terminal, "browse", "Deck 1")


def paste(text: str) -> str:
    return f"\x1b[200~{text}\x1b[201~"


def searches(terminal: Terminal, runs: int, least: float) -> None:
    every: list[float] = []
    terminal.press("/")
    for query in QUERIES:
        times = []
        for _ in range(runs):
            times.append(timed(terminal, paste(query), " cards  ·"))
            found = painted(terminal.written).split(" of ")[0].split()[-1]
            timed(terminal, CLEAR, " cards  ·")
        every += times
        row(query, found, times, least)
    row(f"all of them (p95 at most {SEARCH_MS} ms)", "", every, least)
    terminal.press("\r")


def acts(terminal: Terminal, runs: int, least: float) -> None:
    orders = [timed(terminal, "o", arrow) for arrow in ("Due ↑", "Recall ↑", "Stability ↑", "Difficulty ↓", "Lapses ↓")]
    row("another order", "100,000", orders, least)
    terminal.press("o")
    one = [(timed(terminal, "!", "Suspended 1 card"), timed(terminal, "u", "Took back")) for _ in range(runs)]
    row("one card suspended", "1", [suspended for suspended, _ in one], least)
    row("taken back", "1", [taken for _, taken in one], least)
    terminal.press("/")
    timed(terminal, paste("deck:deck-3"), " cards  ·")
    terminal.press("\r")
    timed(terminal, "a", "marked")
    row("a deck suspended", "1,000", [timed(terminal, "!", "Suspended 1,000 cards")], least)
    row("taken back", "1,000", [timed(terminal, "u", "Took back")], least)


def row(name: str, found: str, times: list[float], least: float) -> None:
    p95 = sorted(times)[min(int(len(times) * 0.95), len(times) - 1)]
    print(f"{name:<46} {found:>8} {median(times):7.1f} ms {p95:7.1f} p95 {median(times) / least:6.1f} x")


if __name__ == "__main__":
    main()
