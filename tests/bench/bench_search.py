"""What searching costs: `python tests/bench/bench_search.py`.

100,000 cards in ten decks, 80 % of them seen, a third of the texts with accents or typographic signs, 20,000
answers in the last 30 days. First what an index costs: to make, to show a first page of 40 rows, to fold all
texts (which a worker does while the table already shows). Then searches, as after a key: parsed, run, sorted,
and a page of rows made; *new* is the first on a new table, as after an act. The ratio is against looking for
one word in every text, the least a search for words has to do.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from quizapp.model import DAY_MS, Card, CardState, Deck, Kind, MemoryState, Phase, Schedule
from quizapp.search.index import CHUNK, SearchIndex
from quizapp.search.progress import Progress
from quizapp.search.search import search
from quizapp.search.table import Sort, Table

TODAY = 20_000
DECKS = 10
CARDS = 100_000
PAGE = 40
RUNS = 15

QUERIES = (
    "",
    "a",
    "kavoti",
    "kavoti sumira",
    '"kavoti sumira"',
    "-kavoti",
    "-(kavoti or sumira or telano)",
    "kavoti or sumira or telano",
    "merida",
    "deck:deck-3",
    "deck:deck-3 kavoti",
    "tag:tag-7 is:due",
    "note:note-77",
    "card:deck-3/note-77#1",
    "is:due",
    "is:new",
    "is:leech or is:suspended",
    "kind:cloze -is:suspended",
    "rated:7",
    "rated:30:1 -is:new",
    "prop:stability>30",
    "prop:recall<90%",
    "prop:lapses>=3 prop:difficulty>7 (is:due or rated:7:1) -tag:tag-2",
)


def decks(chance: random.Random) -> list[Deck]:
    syllables = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
    words = ["".join(chance.choices(syllables, k=chance.randint(1, 4))) for _ in range(20_000)]
    words += ["kavoti", "sumira", "telano", "mérida"] * 5
    ends = ("?", " – “so”?", "’s Ärger?")

    def text(length: int) -> str:
        return " ".join(chance.choices(words, k=length))

    def card(number: int, position: int) -> Card:
        note = f"note-{position // 2}"
        return Card(
            f"deck-{number}/{note}#{position % 2}",
            note,
            f"deck-{number}",
            Kind.CLOZE if position % 4 else Kind.QUESTION,
            position,
            text(14) + chance.choices(ends, (4, 1, 1))[0],
            text(4),
            explain=text(15) if position % 3 else "",
            tags=("deck", f"tag-{position % 20}"),
        )

    return [
        Deck(f"deck-{n}", f"Deck {n}", "", tuple(card(n, p) for p in range(CARDS // DECKS)), 0) for n in range(DECKS)
    ]


def state(chance: random.Random) -> CardState:
    elapsed, interval = chance.randrange(200), chance.randrange(1, 300)
    schedule = Schedule(
        Phase.REVIEW,
        MemoryState(chance.uniform(0.5, 300), chance.uniform(1, 10)),
        None,
        TODAY - elapsed + interval,
        None,
        interval,
        0,
        TODAY - elapsed,
        chance.randrange(1, 30),
        chance.randrange(10),
    )
    return CardState(schedule, chance.random() < 0.02, None, "e")


def once_ms(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def times_ms(work: Callable[[], object]) -> list[float]:
    return sorted(once_ms(work) for _ in range(RUNS))


def p95(times: list[float]) -> float:
    return times[int(len(times) * 0.95)]


def main() -> None:
    chance = random.Random(7)
    collection = decks(chance)
    ids = [card.card_id for deck in collection for card in deck.cards]
    states = {card_id: state(chance) for card_id in ids if chance.random() < 0.8}
    answers = [(TODAY - chance.randrange(30), chance.choice(ids), chance.randint(1, 4)) for _ in range(20_000)]

    def rated(first_day: int, last_day: int) -> list[tuple[str, int]]:
        return [(card_id, rating) for day, card_id, rating in answers if first_day <= day <= last_day]

    progress = Progress(states, TODAY, TODAY * DAY_MS, rated)

    def page(table: Table, query: str, sort: Sort = Sort.DECK) -> int:
        rows = search(table, query, sort=sort, descending=sort is not Sort.DECK)
        return len(rows) if list(rows[:PAGE]) else 0

    index = SearchIndex(collection)
    table = Table(index, progress)
    print(f"make the index    {once_ms(lambda: SearchIndex(collection)):8.1f} ms")
    print(f"first page        {once_ms(lambda: page(table, '')):8.1f} ms  nothing folded yet")
    print(f"same, by due day  {once_ms(lambda: page(table, '', Sort.DUE)):8.1f} ms")
    steps = index.warm()
    step_ms = [once_ms(lambda: next(steps)) for _ in range(CARDS // CHUNK)]
    print(f"fold every text   {sum(step_ms):8.1f} ms  in {len(step_ms)} steps of at most {max(step_ms):.1f} ms")

    texts = index.texts([])
    base = times_ms(lambda: [row for row in range(CARDS) if "kavoti" in texts[row]])[RUNS // 2]
    print(f"one word, plainly {base:8.1f} ms\n")

    print(f"{'search':<66} {'found':>7} {'new ms':>7} {'p50 ms':>7} {'p95 ms':>7} {'ratio':>6}")
    every: list[float] = []
    searches = [(query, Sort.DECK) for query in QUERIES] + [("-kavoti", sort) for sort in list(Sort)[1:]]
    for query, sort in searches:
        fresh = Table(index, progress)
        new = once_ms(lambda: page(fresh, query, sort))  # noqa: B023
        times = times_ms(lambda: page(table, query, sort))  # noqa: B023
        every += [new, *times]
        words = query if sort is Sort.DECK else f"{query}, by {sort}, descending"
        found, median = page(table, query), times[RUNS // 2]
        print(f"{words:<66} {found:7,} {new:7.1f} {median:7.1f} {p95(times):7.1f} {median / base:6.1f}")
    print(f"{'all of them':<66} {'':15} {sorted(every)[len(every) // 2]:7.1f} {p95(sorted(every)):7.1f}")



if __name__ == "__main__":
    main()
