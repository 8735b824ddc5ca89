"""How fast decks are edited in place: `python tests/bench/bench_writing.py`.

Seconds of processor time, the best of a few rounds, and ratios to reading the same deck with its places (`locate`).
The garbage collector is paused, as it is where the program edits. Every edit is read back before it is returned, so it
costs a reading and a little more; `insert 100` is one edit that puts in a hundred notes. `fmt` reads a deck twice, and
makes two trees of it besides.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parent))

from bench_decks import deck_text, seconds

from quizapp.deckfile.canonical import canonical
from quizapp.deckfile.editing import change_note, delete_note, insert_note, insert_notes, move_note
from quizapp.deckfile.located import LocatedDeck, locate_deck
from quizapp.deckfile.written import fields_of

SIZES = (100, 1_000, 10_000)


def acts(deck: LocatedDeck, text: str) -> dict[str, Callable[[], object]]:
    middle = len(deck.notes) // 2
    fields = fields_of(deck.notes[middle])
    new = [{"question": f"What is new, number {n}?", "answer": "this"} for n in range(100)]
    return {
        "change": lambda: change_note(deck, middle, {**fields, "explain": "Something else."}),
        "insert": lambda: insert_note(deck, middle, new[0]),
        "insert 100": lambda: insert_notes(deck, middle, new),
        "delete": lambda: delete_note(deck, middle),
        "move": lambda: move_note(deck, middle, 0),
        "fmt": lambda: canonical(text),
    }


def main() -> None:
    print("  notes  what         seconds  ratio")
    for size in SIZES:
        text = deck_text(size, "bench")
        rounds = 5 if size <= 1_000 else 2
        locate_s = seconds(lambda text=text: locate_deck(text, "bench.yaml"), rounds)
        print(f"{size:7,}  {'locate':10} {locate_s:9.4f}")
        for name, act in acts(locate_deck(text, "bench.yaml"), text).items():
            took = seconds(act, rounds)
            print(f"{size:7,}  {name:10} {took:9.4f}  {took / locate_s:5.2f}")


if __name__ == "__main__":
    main()
