"""What today's queue costs: `python tests/bench/bench_queue.py`.

100,000 cards in ten decks, two cards a note, 80 % of them seen; the last lines take a backlog on top. The ratio is
against walking the same states and touching each due day, the least that any queue has to do.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from functools import partial

from quizapp.model import Card, CardState, Deck, Kind, MemoryState, Phase, Schedule, StudySettings
from quizapp.study.queue import DayLog, build_queue
from quizapp.study.scope import EVERYTHING

TODAY = 20_000
DECKS = 10
CARDS = 100_000


def collection(seen: float, due: float) -> tuple[list[Deck], dict[str, Card], dict[str, CardState]]:
    chance = random.Random(7)
    decks, states = [], {}
    for number in range(DECKS):
        cards = []
        for position in range(CARDS // DECKS):
            note = f"note-{position // 2}"
            card_id = f"deck-{number}/{note}#{position % 2}"
            cards.append(Card(card_id, note, f"deck-{number}", Kind.CLOZE, position, "prompt", "answer"))
            if chance.random() < seen:
                day = TODAY - chance.randrange(30) if chance.random() < due else TODAY + chance.randrange(1, 400)
                schedule = Schedule(Phase.REVIEW, MemoryState(9.0, 5.0), None, day, None, 9, 0, TODAY - 9, 3, 0)
                states[f"{card_id}"] = CardState(schedule, False, None, "e")
        decks.append(Deck(f"deck-{number}", "title", "path", tuple(cards), len(cards) // 2))
    return decks, {card.card_id: card for deck in decks for card in deck.cards}, states


def median_ms(work: Callable[[], object]) -> float:
    times = []
    for _ in range(9):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return sorted(times)[len(times) // 2]


def build(decks: list[Deck], cards: dict[str, Card], states: dict[str, CardState]) -> int:
    queue = build_queue(
        decks,
        cards,
        states,
        now=0,
        today=TODAY,
        day_ends_at=1,
        log=DayLog(),
        settings=StudySettings(),
        scope=EVERYTHING,
    )
    return len(queue)


def walk(states: dict[str, CardState]) -> int:
    return sum(1 for state in states.values() if state.schedule and (state.schedule.due_on or 0) <= TODAY)


def main() -> None:
    print(f"{'seen':>6} {'due':>6} {'asked':>8} {'queue ms':>9} {'walk ms':>8} {'ratio':>6}")
    for seen, due in ((0.0, 0.0), (0.8, 0.003), (0.8, 0.01), (0.8, 0.05), (1.0, 0.5)):
        decks, cards, states = collection(seen, due)
        queue_ms, walk_ms = median_ms(partial(build, decks, cards, states)), median_ms(partial(walk, states))
        ratio = f"{queue_ms / walk_ms:6.1f}" if states else "     -"
        print(f"{seen:6.0%} {due:6.1%} {build(decks, cards, states):8,} {queue_ms:9.1f} {walk_ms:8.1f} {ratio}")


if __name__ == "__main__":
    main()
