"""What each rule costs: `python tests/bench/bench_rules.py [NOTES]`.

Microseconds of processor time a note, over 10,000 notes of every kind made of the shipped decks with the garbage
collector paused; rules with less than half of one are left out. `views` is what rules share: words, texts and gaps.
`check` is all of it through the engine, and `read` comes before.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from quizapp.deckfile.located import LocatedDeck, locate_deck
from quizapp.lint.catalogue import all_rules
from quizapp.lint.engine import check_deck
from quizapp.lint.rule import Rule
from quizapp.lint.view import CollectionView, DeckView
from quizapp.store.collector import collector_paused

DECKS = Path(__file__).parents[2] / "decks"
LEAST = 0.5


def notes() -> Iterator[str]:
    """Yield the notes of the shipped decks again and again, told apart by a number in each text and id."""
    decks = [path.read_text("utf-8").partition("notes:\n")[2] for path in sorted(DECKS.glob("*.yaml"))]
    for number in count():
        for deck in decks:
            numbered = re.sub(r"(?m)^  - id: .*", rf"\g<0>-{number}", deck)
            told_apart = re.sub(r"(?m)^    (question|answer|statement): (\"?)", rf"\g<0>No {number}, ", numbered)
            yield from re.split(r"(?m)^(?=  - )", told_apart)[1:]


def microseconds(work: Callable[[], object], size: int) -> float:
    with collector_paused():
        start = time.process_time()
        work()
        return (time.process_time() - start) / size * 1e6


def run(rule: Rule, deck: DeckView) -> None:
    assert rule.check is not None
    for note in deck.notes:
        if rule.kinds is None or note.note.kind in rule.kinds:
            for _ in rule.check(note, rule.options):
                pass


def look(deck: DeckView) -> None:
    for note in deck.notes:
        _ = note.all_text, note.word_set, note.gaps, note.names_year


def main(size: int) -> None:
    source = notes()
    text = "deck: bench\nnotes:\n" + "".join(next(source) for _ in range(size))
    located: list[LocatedDeck] = []
    all_rules()
    print(f"{'read':<28}{microseconds(lambda: located.append(locate_deck(text, 'bench.yaml')), size):8.1f}")
    print(f"{'check':<28}{microseconds(lambda: check_deck(CollectionView().add(located[0])), size):8.1f}")
    deck = CollectionView().add(located[0])
    print(f"{'views':<28}{microseconds(lambda: look(deck), size):8.1f}")
    costs = {
        name: microseconds(lambda rule=rule: run(rule, deck), size)  # type: ignore[misc]
        for name, rule in all_rules().items()
        if rule.check is not None
    }
    for name, cost in sorted(costs.items(), key=lambda item: -item[1]):
        if cost >= LEAST:
            print(f"{name:<28}{cost:8.1f}")
    print(f"{'all rules':<28}{sum(costs.values()):8.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
