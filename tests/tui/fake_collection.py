"""A collection in memory with the figures of a fixed day, for screens that must look the same on every run.

It answers what `quizapp.collection.Collection` answers, and keeps a list of what it was told. Previews and recall are
set figures, not scheduling: what follows from an answer is tested on the real collection.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from datetime import date

from quizapp.answering.examiner import Examiner
from quizapp.answering.manner import Answering
from quizapp.answering.marking import Said
from quizapp.answering.question import Question
from quizapp.clock import Moment, date_to_day
from quizapp.config import Settings
from quizapp.errors import QuizappError
from quizapp.grading.verdict import Verdict
from quizapp.model import DAY_MS, HOUR_MS, MINUTE_MS, NEW_CARD, Card, Deck, Event, Kind, Phase, Rating, Source
from quizapp.problem import Problem
from quizapp.scheduling.schedule import Preview
from quizapp.search.table import BrowseRow
from quizapp.study.overview import DayTotals, DeckSummary, Overview
from quizapp.study.scope import Failed, Progress, Scope, SessionSummary, Undone

SUNDAY = date_to_day(date(2026, 11, 22))
TEN_O_CLOCK = SUNDAY * DAY_MS + 10 * HOUR_MS


@dataclass
class FakeClock:
    """Stands still in UTC until it is moved."""

    at_ms: int = TEN_O_CLOCK

    def now(self) -> Moment:
        return Moment(self.at_ms, 0)

    def offset_at(self, at_ms: int) -> int:
        return 0


@dataclass(frozen=True)
class FakeRecall:
    retrievability: float
    elapsed_days: int
    stability_days: float


def question(deck_id: str, note_id: str, prompt: str, answer: str, **rest: object) -> Card:
    kind = rest.pop("kind", Kind.QUESTION)
    return Card(f"{deck_id}/{note_id}", note_id, deck_id, kind, 0, prompt, answer, **rest)  # type: ignore[arg-type]


def cloze(deck_id: str, note_id: str, prompt: str, answer: str, **rest: object) -> Card:
    gaps = (prompt.index("["), prompt.index("]") + 1)
    return question(deck_id, note_id, prompt, answer, kind=Kind.CLOZE, gaps=(gaps,), **rest)


QDII = question(
    "china",
    "qdii",
    "What is QDII?",
    "The Qualified Domestic Institutional Investor scheme: a fund in China asks for a quota, and may take that much "
    "of its clients’ savings abroad.",
    hint="It begins with Q.",
    explain="Apart from stock connect, by which shares in Hong Kong can be bought from the mainland, most money "
    "that leaves takes this road. All quotas together were $103 billion when October 2018 ended.",
    where="“Helping Chinese investors access foreign markets”, ¶ 5",
)
FEES = cloze(
    "china",
    "fees",
    "UBS forecasts that what Chinese mutual funds charge in a year grows five times over, to [ amount ] in 2025.",
    "$42 billion",
    hint="More than a tenth of a trillion is too much.",
    explain="That is almost two thirds of what all asset managers on US stock exchanges took in 2017, and more than "
    "Fidelity and BlackRock together.",
    where="“China’s Savings Pot Teases Global Wealth Managers”, ¶ 7",
)
EPP = question("europe", "epp", "When was the EPP launched?", "In 1976", where="Section 2, ¶ 1")
MEMO = question("cameras", "memo", "How many points had the bungalow memo?", "Nine")

DECKS = (
    Deck(
        "china",
        "China’s savings pot",
        "decks/china-fund-market.yaml",
        (QDII, FEES),
        2,
        Source(
            title="China’s Savings Pot Teases Global Wealth Managers",
            publisher="A newspaper",
            date="2020-11-22",
            url="https://example.org/savings",
        ),
    ),
    Deck(
        "europe",
        "Europe’s center-right",
        "decks/european-center-right.yaml",
        (EPP,),
        1,
        Source(title="European Elections: Is the Party Over for the Center-Right?"),
    ),
    Deck(
        "cameras",
        "Cameras on US bases",
        "decks/security-cameras.yaml",
        (MEMO,),
        1,
        Source(title="How Chinese Security Cameras Are Compromising US Military Bases"),
    ),
)

PREVIEWS = {
    Phase.REVIEW: ((0, 10), (32, 0), (46, 0), (77, 0)),
    Phase.NEW: ((0, 1), (0, 6), (0, 10), (8, 0)),
}
"""Days and minutes for each of the four ratings."""

OVERVIEW = Overview(
    day=SUNDAY,
    decks=(
        DeckSummary(DECKS[0], 40, 6, 2, 14, 0, None, SUNDAY + 1, 0.91),
        DeckSummary(DECKS[1], 40, 4, 2, 10, 0, None, SUNDAY + 1, 0.89),
        DeckSummary(DECKS[2], 40, 0, 0, 0, 0, None, SUNDAY + 4, 0.96),
    ),
    new=10,
    learning=4,
    due=24,
    minutes=9,
    streak_days=23,
    longest_streak_days=41,
    last_days=(True,) * 13 + (False,),
    forecast=tuple((SUNDAY + 1 + n, cards) for n, cards in enumerate((12, 9, 15, 21, 8, 11, 6))),
    next_due_at=None,
    next_due_on=SUNDAY + 1,
    studied_today=DayTotals(),
    ahead_days=1,
    ahead_count=12,
    new_left=14,
    new_left_deck="China’s savings pot",
)

NOTHING_DUE = replace(
    OVERVIEW,
    decks=(
        replace(OVERVIEW.decks[0], new=0, learning=0, due=0, next_due_at=TEN_O_CLOCK + 3 * HOUR_MS, recall=0.96),
        replace(OVERVIEW.decks[1], new=0, learning=0, due=0, recall=0.95),
        OVERVIEW.decks[2],
    ),
    new=0,
    learning=0,
    due=0,
    streak_days=24,
    last_days=(True,) * 14,
    next_due_at=TEN_O_CLOCK + 3 * HOUR_MS,
    studied_today=DayTotals(cards=38, answers=47, ms=532_000, reviewed=24, recalled=21),
)

NO_DECKS = replace(NOTHING_DUE, decks=(), ahead_days=0, ahead_count=0, new_left=0)


@dataclass
class FakeSession:
    """Walks through its cards in order. `broken` is raised by the next act, `slow_s` is how long an act takes."""

    clock: FakeClock
    cards: list[Card]
    phases: dict[str, Phase]
    told: list[tuple[str, object]]
    done_before: int = 11
    total: int = 38
    waiting_until: int | None = None
    is_leech: bool = False
    is_cram: bool = False
    failed: tuple[Failed, ...] = ()
    broken: QuizappError | None = None
    slow_s: float = 0.0
    answered: list[tuple[Card, Rating]] = field(default_factory=list)
    answers: list[str | None] = field(default_factory=list)
    decks: dict[str, Deck] = field(default_factory=lambda: {deck.deck_id: deck for deck in DECKS})

    @property
    def current(self) -> Card | None:
        return self.cards[0] if self.cards else None

    @property
    def phase(self) -> Phase:
        return self.phases.get(self.cards[0].card_id, Phase.REVIEW) if self.cards else Phase.NEW

    @property
    def progress(self) -> Progress:
        return Progress(self.done_before + len(self.answered), self.total, 6 * MINUTE_MS)

    def previews(self) -> dict[Rating, Preview]:
        if self.is_cram:
            return {}
        figures = PREVIEWS[self.phase]
        return {
            rating: Preview(None, days, minutes * MINUTE_MS if minutes else None)  # type: ignore[arg-type]
            for rating, (days, minutes) in zip(Rating, figures, strict=True)
        }

    def recall(self) -> FakeRecall | None:
        return None if self.phase is Phase.NEW else FakeRecall(0.9, 11, 11.0)

    def question(self, answering: Answering) -> Question | None:
        card = self.cards[0]
        return Examiner(lambda _: self.decks[card.deck_id]).pose(card, answering, 0)

    def mark(self, question: Question, said: Said) -> Verdict:
        return Examiner(lambda deck_id: self.decks[deck_id]).mark(question, said)

    def rate(self, rating: Rating, *, duration_ms: int, answer: str | None = None) -> None:
        self._act("rate", rating)
        self.answers.append(answer)
        self.answered.append((self.cards.pop(0), rating))

    def undo(self) -> Undone | None:
        self._act("undo", None)
        if not self.answered:
            return None
        card, rating = self.answered.pop()
        self.cards.insert(0, card)
        self.waiting_until = None
        return Undone(rating.label, card, card.card_id)

    def bury(self) -> None:
        self._act("bury", self.cards[0].card_id)
        self.cards.pop(0)

    def suspend(self) -> None:
        self._act("suspend", self.cards[0].card_id)
        self.cards.pop(0)

    def poll(self) -> bool:
        if not self.cards and self.waiting_until is not None and self.waiting_until <= self.clock.at_ms:
            self.cards, self.waiting_until = [QDII], None
        return bool(self.cards)

    def summary(self) -> SessionSummary:
        return SessionSummary(
            cards=len(self.answered),
            answers=len(self.answered),
            duration_ms=532_000,
            by_rating={rating: sum(rating is given for _, given in self.answered) for rating in Rating},
            reviewed=24,
            recalled=21,
            predicted=0.89,
            target=0.9,
            new_learned=10,
            failed=self.failed,
            streak_days=24,
            tomorrow=12,
            next_due_on=SUNDAY + 1,
            ahead_days=1,
        )

    def _act(self, name: str, what: object) -> None:
        time.sleep(self.slow_s)
        if self.broken is not None:
            error, self.broken = self.broken, None
            raise error
        self.told.append((name, what))


@dataclass
class FakeCollection:
    """What home and study ask for; every session starts with the same cards."""

    clock: FakeClock = field(default_factory=FakeClock)
    view: Overview = OVERVIEW
    decks: tuple[Deck, ...] = DECKS
    problems: tuple[Problem, ...] = ()
    notices: tuple[str, ...] = ()
    cards: tuple[Card, ...] = (QDII, FEES, EPP, MEMO)
    session: FakeSession | None = None
    told: list[tuple[str, object]] = field(default_factory=list)
    opened_with: list[Settings] = field(default_factory=list)
    opens_in_s: float = 0.0
    fails_to_open: QuizappError | None = None
    closed: int = 0

    def open(self, settings: Settings) -> FakeCollection:
        time.sleep(self.opens_in_s)
        self.opened_with.append(settings)
        if self.fails_to_open is not None:
            raise self.fails_to_open
        return self

    def change_settings(self, settings: Settings) -> None:
        self.told.append(("settings", settings))

    def reload(self) -> bool:
        return False

    def overview(self) -> Overview:
        return self.view

    def study(self, scope: Scope) -> FakeSession:
        self.told.append(("study", scope))
        if self.session is None or self.session.answered:
            phases = {FEES.card_id: Phase.NEW}
            self.session = FakeSession(self.clock, list(self.cards), phases, self.told, is_cram=scope.cram)
        return self.session

    def deck(self, deck_id: str) -> Deck:
        return next(deck for deck in self.decks if deck.deck_id == deck_id)

    @property
    def settings(self) -> Settings:
        return self.opened_with[-1]

    def today(self) -> int:
        return self.view.day

    def card_row(self, card_id: str) -> BrowseRow:
        card = next(card for card in self.cards if card.card_id == card_id)
        return BrowseRow(card, NEW_CARD, None, False, False, orphan=False)

    def card_events(self, card_id: str) -> list[Event]:
        return []

    def explain(self, card_id: str) -> list[str]:
        return ["Due tomorrow.", "Recall is predicted at 90 % now."]

    def close(self) -> None:
        self.closed += 1
