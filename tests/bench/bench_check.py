"""What checking decks costs: `python tests/bench/bench_check.py`.

Seconds of processor time for one deck of so many notes with an id each, of which one in a hundred says nearly what
another does. `read` finds the places of everything, `rules` are all rules but `near-duplicate`, which stands by itself:
it is to stay under 10 s at 100,000 notes, and the others to grow with the number of notes. `growth` is the time by
that of a tenth of the notes. Then the share of each rule, in microseconds a note.
"""

from __future__ import annotations

import gc
import random
import sys
import time
from collections.abc import Callable

from quizapp.deckfile.located import LocatedDeck, locate_deck
from quizapp.lint.catalogue import rule_names
from quizapp.lint.configuration import Configuration
from quizapp.lint.engine import check_deck
from quizapp.lint.fixing import fix_text
from quizapp.lint.view import CollectionView

SIZES = (1_000, 10_000, 100_000)
SHARES_AT = 10_000
INDEXED = "near-duplicate"

PLACES = ("Peterson", "Hangzhou", "Brussels", "Strasbourg", "Shenzhen", "Colorado", "Lisbon", "Vienna", "Ankara")
SUBJECTS = ("quota", "licence", "camera", "contract", "mandate", "tariff", "alliance")
VERBS = ("granted", "withdrawn", "extended", "challenged", "renewed")
ANSWERS = 500
"""So many answers among all notes: each is that of many, as names and years are."""


def deck_text(notes: int) -> str:
    """Return a deck of questions and clozes in several templates."""
    chance = random.Random(5)
    return "deck: bench\ntitle: A deck\nnotes:\n" + "".join(_note(number, chance) for number in range(notes))


def _note(number: int, chance: random.Random) -> str:
    is_copy = number % 100 == 99  # of the first of its hundred, in other words
    told = number - 99 if is_copy else number
    subject, place, verb = SUBJECTS[told % 7], PLACES[told % 9], VERBS[told % 5]
    if number % 4 == 1:
        asked = f'cloze: "By {1980 + number % 40} the {subject} of x{told} in {place} had been {{{{{verb}::how?}}}}."'
    else:
        asked = f"question: Who had the {subject} of x{told} in {place} {verb} after the vote?"
        if is_copy:
            asked = f"question: In {place}, who had the {subject} of x{told} {verb} after the vote?"
        house = told % ANSWERS
        asked += f"\n    answer: House {house}\n    accept: [house no. {house}, the house {house}]"
    return (
        f"  - id: fact-{number}\n    {asked}\n"
        f"    explain: It had asked for {chance.choice(SUBJECTS)} twice, and got {number} of it only later.\n"
        f"    where: How the {subject} grew, ¶ {number % 60}\n    tags: [{subject}s]\n"
    )


def seconds(work: Callable[[], object], rounds: int) -> float:
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def checked(deck: LocatedDeck, *, but: tuple[str, ...] = ()) -> int:
    """Return how many problems are found with some rules switched off."""
    return len(check_deck(CollectionView().add(deck), Configuration(dict.fromkeys(but))))


def main() -> None:
    if "--collect" not in sys.argv:
        gc.disable()  # the collector walks all events of a file again and again, and finds nothing
    names = rule_names()
    print(f"{len(names)} rules")
    print("   notes     read  no rule    rules  growth  near-dup.  growth    µs/note  problems      fix")
    before = (0.0, 0.0)
    for size in SIZES:
        text = deck_text(size)
        rounds = 3 if size <= SHARES_AT else 1
        read_s = seconds(lambda text=text: locate_deck(text, "bench.yaml"), rounds)
        deck = locate_deck(text, "bench.yaml")
        none_s = seconds(lambda deck=deck: checked(deck, but=tuple(names)), rounds)
        rules_s = seconds(lambda deck=deck: checked(deck, but=(INDEXED,)), rounds) - none_s
        others = tuple(name for name in names if name != INDEXED)
        near_s = seconds(lambda deck=deck, others=others: checked(deck, but=others), rounds) - none_s
        fix_s = seconds(lambda text=text: fix_text(text, "bench.yaml"), 1) if size <= SHARES_AT else float("nan")
        pairs = ((rules_s, before[0]), (near_s, before[1]))
        growth = [f"{now / then:7.1f}" if then else " " * 7 for now, then in pairs]
        all_s = read_s + none_s + rules_s + near_s
        print(
            f"{size:8,} {read_s:8.3f} {none_s:8.3f} {rules_s:8.3f} {growth[0]} {near_s:10.3f} {growth[1]} "
            f"{all_s / size * 1e6:10.1f} {checked(deck):9,} {fix_s:8.3f}"
        )
        before = rules_s, near_s
    _shares(locate_deck(deck_text(SHARES_AT), "bench.yaml"), names)


def _shares(deck: LocatedDeck, names: list[str]) -> None:
    """Print what each rule costs by itself: with all that it asks to be made of the notes."""
    none_s = seconds(lambda: checked(deck, but=tuple(names)), 3)
    shares = {
        name: seconds(lambda name=name: checked(deck, but=tuple(other for other in names if other != name)), 2) - none_s
        for name in names
    }
    print(f"\nrule by itself, {SHARES_AT:,} notes          µs/note")
    for name, share in sorted(shares.items(), key=lambda item: -item[1]):
        print(f"{name:40} {share / SHARES_AT * 1e6:9.2f}")


if __name__ == "__main__":
    main()
