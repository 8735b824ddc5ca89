"""A small collection to look through, and a plain reading of what a query means to hold searches to."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from quizapp.model import (
    DAY_MS,
    HOUR_MS,
    Card,
    CardState,
    Deck,
    Kind,
    MemoryState,
    Phase,
    Schedule,
)
from quizapp.search.index import SearchIndex
from quizapp.search.progress import Progress
from quizapp.search.table import Table

TODAY = 20_000
STARTS_AT = TODAY * DAY_MS + 4 * HOUR_MS


def card(
    card_id: str,
    prompt: str = "",
    answer: str = "",
    *,
    position: int = 0,
    kind: Kind = Kind.QUESTION,
    explain: str = "",
    hint: str = "",
    tags: tuple[str, ...] = (),
) -> Card:
    deck_id, _, rest = card_id.partition("/")
    note_id = rest.partition("#")[0]
    return Card(
        card_id,
        note_id,
        deck_id,
        kind,
        position,
        prompt or f"Prompt of {rest}?",
        answer or "Yes",
        explain=explain,
        hint=hint,
        tags=tags,
    )


def deck(deck_id: str, title: str, *cards: Card) -> Deck:
    placed = tuple(one._replace(position=position) for position, one in enumerate(cards))
    return Deck(deck_id, title, f"{deck_id}.yaml", placed, len({one.note_id for one in cards}))


def reviewed(
    stability: float = 10.3,
    *,
    due_in: int | None = 5,
    due_at: int | None = None,
    phase: Phase = Phase.REVIEW,
    elapsed: int = 5,
    difficulty: float = 5.0,
    interval: int = 10,
    reps: int = 3,
    lapses: int = 0,
    suspended: bool = False,
    buried_on: int | None = None,
) -> CardState:
    due_on = TODAY + due_in if due_in is not None and due_at is None else None
    schedule = Schedule(
        phase,
        MemoryState(stability, difficulty),
        None if due_at is None else 0,
        due_on,
        due_at,
        interval,
        0,
        TODAY - elapsed,
        reps,
        lapses,
    )
    return CardState(schedule, suspended, buried_on, "e")


def learning(due_at: int, phase: Phase = Phase.LEARNING) -> CardState:
    return reviewed(0.7, due_at=due_at, phase=phase, elapsed=0, interval=0, reps=1)


CHINA = deck(
    "china-fund-market",
    "China’s savings pot",
    card("china-fund-market/qdii", "What is QDII?", "The Qualified Domestic Institutional Investor scheme"),
    card(
        "china-fund-market/quotas#1",
        "[…] billion",
        "$103 billion",
        kind=Kind.CLOZE,
        tags=("finance", "figures"),
    ),
    card("china-fund-market/quotas#10", "End of […]", "October", kind=Kind.CLOZE, tags=("finance",)),
    card("china-fund-market/launch", "When at 12:30?", 'It said "now"', hint="noon", tags=("finances",)),
)
EUROPE = deck(
    "china",
    "Cities",
    card("china/mérida", "Capital of\nExtremadura?", "Mérida", explain="In 1983, over Badajoz — and Cáceres"),
    card("china/mérida#reverse", "Mérida", "Extremadura’s capital", tags=("Spain",)),
    card("china/łódź", "Łódź?", "Yes", tags=("Poland", "Big Cities")),
)
GONE = card("gone/old", "What was asked of old?", "Mérida")

STATES = {
    "china-fund-market/qdii": reviewed(40.2, due_in=-3, elapsed=43, lapses=8, reps=12, interval=40, difficulty=9.1),
    "china-fund-market/quotas#1": reviewed(10.3, due_in=0, elapsed=0, suspended=True),
    "china-fund-market/quotas#10": learning(STARTS_AT + 8 * HOUR_MS),
    "china/mérida": reviewed(3.7, due_in=1, elapsed=3, buried_on=TODAY, difficulty=3.3),
    "china/mérida#reverse": learning(STARTS_AT + 30 * HOUR_MS, Phase.RELEARNING),
    "gone/old": reviewed(5.5, due_in=-9, elapsed=30),
}
ANSWERS = [
    (TODAY, "china/mérida#reverse", 1),
    (TODAY, "china/mérida#reverse", 3),
    (TODAY - 6, "china/mérida", 3),
    (TODAY - 7, "china-fund-market/qdii", 1),
    (TODAY - 30, "gone/old", 4),
]


def rated(first_day: int, last_day: int) -> Iterable[tuple[str, int]]:
    return [(card_id, rating) for day, card_id, rating in ANSWERS if first_day <= day <= last_day]


def progress(
    states: dict[str, CardState] = STATES, rated: Callable[[int, int], Iterable[tuple[str, int]]] = rated
) -> Progress:
    return Progress(states=states, today=TODAY, today_starts_at=STARTS_AT, rated=rated)


def table() -> Table:
    return Table(SearchIndex([CHINA, EUROPE], [GONE]), progress())


ALL = [one.card_id for one in (*CHINA.cards, *EUROPE.cards)]
