"""The vocabulary of the program as frozen types: what a deck holds, and what the log says of it.

Units, the same everywhere: `_at` is an instant in UTC epoch milliseconds, `_on` a study day counted in days since
1970-01-01 (see `quizapp.clock`), `_days` and `_ms` are durations. `Review`, `Schedule`, `CardState` and `Card` are
named tuples and not dataclasses because a large collection makes a hundred thousand of each: a frozen dataclass of
that width takes four times as long to build.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import NamedTuple


class Rating(IntEnum):
    """How well an answer was recalled; the numbers are those of FSRS and of the keys 1 to 4."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4

    @property
    def label(self) -> str:
        return self.name.capitalize()


class Phase(IntEnum):
    """Where a card stands. The numbers are stored; `label` is what people and exports see."""

    NEW = 0
    LEARNING = 1
    REVIEW = 2
    RELEARNING = 3

    @property
    def label(self) -> str:
        return self.name.capitalize()


class Kind(StrEnum):
    """Kinds of notes, told apart in a deck by their keys."""

    QUESTION = "question"
    CLOZE = "cloze"
    CHOICE = "choice"
    NUMBER = "number"
    LIST = "list"
    STATEMENT = "statement"


class Choice(NamedTuple):
    """Right and wrong options. `last` is the one that always stands last, "" without; it is one of them."""

    right: tuple[str, ...]
    wrong: tuple[str, ...]
    last: str = ""


class Number(NamedTuple):
    """A number as the deck writes it, what stands beside the field, and how far off it may be."""

    value: str
    unit: str = ""
    within: str = ""


class Listing(NamedTuple):
    """Items to be named, in their order when `ordered`."""

    items: tuple[str, ...]
    ordered: bool = False


class Statement(NamedTuple):
    """A statement that holds or does not."""

    holds: bool


Body = Choice | Number | Listing | Statement
"""What a kind with its own way to be answered has besides its texts."""


class Card(NamedTuple):
    """What is asked: one side of a note, or one gap (or group of gaps) of a cloze.

    `card_id` is `deck/note`, `deck/note#reverse` or `deck/note#gap`. `gaps` are the half-open character spans of
    `prompt` that stand for what is hidden. `answer` is what the learner has to recall. `position` counts the cards of
    a deck from 0 in the order of the file. Texts are clean (`quizapp.text.clean`), empty when the deck has none.
    """

    card_id: str
    note_id: str
    deck_id: str
    kind: Kind
    position: int
    prompt: str
    answer: str
    gaps: tuple[tuple[int, int], ...] = ()
    hint: str = ""
    explain: str = ""
    where: str = ""
    tags: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    body: Body | None = None

    @property
    def note_key(self) -> str:
        """Return what siblings share: the deck's id and the note's."""
        return f"{self.deck_id}/{self.note_id}"


@dataclass(frozen=True, slots=True)
class Source:
    """What a deck was written from; a note's `where` points into it."""

    title: str = ""
    publisher: str = ""
    author: str = ""
    date: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """What is authored. `note_id` is the deck's `id:` or, without one, derived from the question (then it starts `~`).

    For a cloze, `question` holds the sentence with its `{{gaps}}` as written and `answer` is empty.
    `line` is the note's first line in the file, counted from 1.
    """

    note_id: str
    kind: Kind
    question: str
    answer: str = ""
    bidirectional: bool = False
    accept: tuple[str, ...] = ()
    hint: str = ""
    explain: str = ""
    where: str = ""
    tags: tuple[str, ...] = ()
    body: Body | None = None
    line: int = 0

    @property
    def has_own_id(self) -> bool:
        return not self.note_id.startswith("~")


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck as studied: its head, its cards in file order, and how many notes they come from."""

    deck_id: str
    title: str
    path: str
    cards: tuple[Card, ...]
    note_count: int
    source: Source = Source()
    tags: tuple[str, ...] = ()


class MemoryState(NamedTuple):
    """FSRS's view of a memory: days until recall falls to 90 %, and difficulty from 1 to 10."""

    stability_days: float
    difficulty: float


class Schedule(NamedTuple):
    """When a card that has been reviewed comes back. A new card has none, so it cannot carry a stability.

    `due_on` is set in phase Review, `due_at` while a learning or relearning step is pending; the other is None.
    `step` is the index of the pending step, None in Review. `interval_days` is the interval in Review, else 0.
    `reps` counts reviews, `lapses` those rated Again in phase Review.
    """

    phase: Phase
    memory: MemoryState
    step: int | None
    due_on: int | None
    due_at: int | None
    interval_days: int
    last_review_at: int
    last_review_on: int
    reps: int
    lapses: int


class CardState(NamedTuple):
    """Everything the log says of one card; derived, and always equal to the replay of the card's events.

    `buried_on` is the study day the card is set aside for; it comes back by itself on any other day.
    `last_event_id` is the newest event folded in.
    """

    schedule: Schedule | None = None
    suspended: bool = False
    buried_on: int | None = None
    last_event_id: str = ""

    @property
    def phase(self) -> Phase:
        return self.schedule.phase if self.schedule else Phase.NEW


NEW_CARD = CardState()


class ActionKind(StrEnum):
    """What a learner can do besides answering. Each is an event; `undo` takes back any of them and any review."""

    BURY = "bury"
    UNBURY = "unbury"
    SUSPEND = "suspend"
    UNSUSPEND = "unsuspend"
    RESET = "reset"
    CARRY = "carry"
    SETTINGS = "settings"
    UNDO = "undo"
    SET_DUE = "set_due"
    EXAM = "exam"


class Review(NamedTuple):
    """One answer, as the log keeps it.

    `phase` is the card's before the answer. `elapsed_days` counts study days since the previous review (None for the
    first). `retrievability_before` is the recall FSRS predicted (None for the first). `stability_days`, `difficulty`
    and `interval_days` follow from the answer; `interval_days` is 0 while a learning step is pending. `answer` is the
    text that was typed, None when the card was flipped.
    """

    review_id: str
    card_id: str
    deck_id: str
    device_id: str
    reviewed_at: int
    utc_offset_minutes: int
    study_day: int
    rating: Rating
    phase: Phase
    elapsed_days: int | None
    duration_ms: int
    kind: Kind
    answer: str | None
    stability_days: float
    difficulty: float
    retrievability_before: float | None
    interval_days: int

    @property
    def event_id(self) -> str:
        return self.review_id


@dataclass(frozen=True, slots=True)
class Action:
    """One act that is not an answer, as the log keeps it.

    `card_id` is None for `settings`. `target_id` is the event an `undo` takes back. `detail` depends on the kind:
    `carry` has `from` (the card id that progress comes from), `settings` the scheduling settings from now on,
    `set_due` has `due_on`, `exam` what `quizapp.scheduling.exams` reads; `batch` is the id of the event that an
    action was recorded together with, and is taken back with.
    """

    action_id: str
    kind: ActionKind
    card_id: str | None
    device_id: str
    acted_at: int
    utc_offset_minutes: int
    study_day: int
    target_id: str | None = None
    detail: Mapping[str, object] = field(default_factory=dict)

    @property
    def event_id(self) -> str:
        return self.action_id


Event = Review | Action
"""Events sort by `event_id`: ids are made in the order of the acts, also when the clock was set back."""

MINUTE_MS = 60_000
HOUR_MS = 3_600_000
DAY_MS = 86_400_000


@dataclass(frozen=True, slots=True)
class SchedulingSettings:
    """What a schedule depends on besides its reviews. A change is an event, so `replay` knows what held when.

    `parameters` are FSRS-6's 21 weights, empty for the defaults. Steps are in milliseconds.
    """

    desired_retention: float = 0.9
    learning_steps_ms: tuple[int, ...] = (MINUTE_MS, 10 * MINUTE_MS)
    relearning_steps_ms: tuple[int, ...] = (10 * MINUTE_MS,)
    maximum_interval_days: int = 36_500
    fuzz: bool = True
    parameters: tuple[float, ...] = ()


class NewOrder(StrEnum):
    """In which order a deck's new cards come: that of its file, or one drawn once for the deck."""

    DECK = "deck"
    RANDOM = "random"


class DueOrder(StrEnum):
    """In which order due cards come: by due day, least recall first, or drawn anew every day."""

    DUE = "due"
    RETRIEVABILITY = "retrievability"
    RANDOM = "random"


class DeckLimits(NamedTuple):
    """What a day takes of one deck, beside the limits over all; None where only those count."""

    new_per_day: int | None = None
    reviews_per_day: int | None = None


EasyDays = tuple[float, float, float, float, float, float, float]
"""The share of a usual day's cards that each weekday takes, Monday first: 1 all of them, 0.5 less, 0 none."""

EVERY_DAY: EasyDays = (1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class StudySettings:
    """What a day of study holds. None of it changes a schedule.

    `answering` is a value of `quizapp.answering.question.Answering`.

    `reviews_per_day` None is unlimited. `learn_ahead_ms` is how long before its time a learning card may come when
    nothing else is left. `leech_lapses` is the number of lapses from which a card is shown as a leech.
    """

    day_cutoff_hour: int = 4
    new_per_day: int = 20
    reviews_per_day: int | None = None
    learn_ahead_ms: int = 20 * MINUTE_MS
    leech_lapses: int = 8
    decks: Mapping[str, DeckLimits] = field(default_factory=dict)
    new_order: NewOrder = NewOrder.DECK
    due_order: DueOrder = DueOrder.DUE
    easy_days: EasyDays = EVERY_DAY
    answering: str = "flipped"
