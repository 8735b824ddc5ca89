"""The fields of every list that programs read: name, unit, meaning, and where each value comes from.

Names and meanings are stable: fields are only ever added. The manual shows these tables, and a test holds it
to them. A field reads what the program keeps: an instant in epoch milliseconds, a study day as its number, a number
with all its digits. `plain` makes of that what is shown: ISO 8601 in UTC, ISO dates, words, rounded numbers; what is
not there is null (empty in CSV).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any, Generic, NamedTuple, TypeVar

from quizapp.clock import day_to_date, iso_utc
from quizapp.model import Card, CardState, Deck, Schedule
from quizapp.problem import Problem

T = TypeVar("T")

OR_NULL = " or null"

Value = str | int | float | bool | None | Sequence[str]
Row = dict[str, Value]

Column = Sequence[Any]
"""What one field reads off some items that follow each other."""

Batch = Sequence[Column]
"""The columns of some items, in the order of the fields."""

DECIMALS = 6
"""Decimals of stability, difficulty and retrievability: what the engine's single precision can tell apart."""

LARGEST_ROUNDED = 1e9
"""From here on six decimals are more than a double has beside its other digits."""

TOGETHER = 500
"""Items of a batch: large enough to be quick, small enough to be nothing in memory."""


@dataclass(frozen=True, slots=True)
class Field(Generic[T]):
    """One field: its name, its values with their unit, what they mean, and how to read one off an item.

    `decimals` are those that a number is shown with, None for a whole number.
    """

    name: str
    values: str
    meaning: str
    read: Callable[[T], Any]
    decimals: int | None = None

    @property
    def kind(self) -> str:
        """Return the kind of its values, whether or not one may be missing."""
        return self.values.removesuffix(OR_NULL)

    @property
    def words(self) -> Sequence[str]:
        """Return the words that its values are, none where they are no words. A number counts them from 0."""
        return self.kind.split(", ") if ", " in self.kind else ()


class DeckItem(NamedTuple):
    """A deck as `decks --json` lists it: what today's queue holds of it, and the problems in its file."""

    deck: Deck
    new: int
    learning: int
    due: int
    suspended: int
    next_due_at: int | None
    problems: int


class DueItem(NamedTuple):
    """What a study day holds, as `due --json` says it."""

    day: int
    due: int
    new: int
    minutes: int


class CardItem(NamedTuple):
    """A card as `cards --json` lists it. `retrievability` is the recall predicted now, None when new."""

    card: Card
    state: CardState
    retrievability: float | None
    leech: bool


def rows(fields: Sequence[Field[T]], items: Iterable[T], *, raw: bool = False) -> Iterator[Row]:
    """Yield each item as a row: its plain values by field name, in the order of the fields."""
    readers = [(field.name, field.read, plain(field, raw=raw)) for field in fields]
    for item in items:
        yield {name: made(read(item)) for name, read, made in readers}


def batches(fields: Sequence[Field[T]], items: Iterable[T]) -> Iterator[Batch]:
    """Yield the items column by column, some hundreds at a time."""
    readers = [field.read for field in fields]
    remaining = iter(items)
    while some := list(islice(remaining, TOGETHER)):
        yield [list(map(read, some)) for read in readers]


def rows_of(fields: Sequence[Field[Any]], table: Iterable[Batch], *, raw: bool = False) -> Iterator[Row]:
    """Yield what `rows` does, of items that come column by column."""
    names = [field.name for field in fields]
    makers = [plain(field, raw=raw) for field in fields]
    for batch in table:
        columns = [map(make, column) for make, column in zip(makers, batch, strict=True)]
        for values in zip(*columns, strict=True):
            yield dict(zip(names, values, strict=True))


def plain(field: Field[Any], *, raw: bool = False) -> Callable[[Any], Value]:
    """Return what makes a value of a field plain: what JSON has, None for what is missing.

    Args:
        raw: leave numbers with all their digits.
    """
    if field.kind == "instant":
        return _instant
    if field.kind == "date":
        return _day
    if words := field.words:
        return lambda value: words[value] if isinstance(value, int) else value
    decimals = field.decimals
    if decimals is None or raw:
        return _as_it_is
    return lambda value: None if value is None else rounded(value, decimals)


def rounded(value: float, decimals: int) -> float:
    """Return a number with so many decimals, halves up.

    Not by `round`: halves are looked for after multiplying, as SQLite can do it too, and on every machine alike.
    """
    scale = 10**decimals
    return int(value * scale + 0.5) / scale if 0 <= value < LARGEST_ROUNDED else round(value, decimals)


def _as_it_is(value: Any) -> Any:
    return value


def _instant(at_ms: int | None) -> str | None:
    return None if at_ms is None else iso_utc(at_ms)


@lru_cache(maxsize=4_000)
def _day(day: int | None) -> str | None:
    return None if day is None else day_to_date(day).isoformat()


def _scheduled(read: Callable[[Schedule], Any], new: Any = None) -> Callable[[CardItem], Any]:
    """Return a reader of a card's schedule that gives `new` for a card which has none."""
    return lambda item: new if item.state.schedule is None else read(item.state.schedule)


DECK_FIELDS: tuple[Field[DeckItem], ...] = (
    Field("deck_id", "text", "the deck's id", lambda d: d.deck.deck_id),
    Field("title", "text", "its title", lambda d: d.deck.title),
    Field("path", "text", "the file it was read from", lambda d: d.deck.path),
    Field("notes", "count", "notes in the file", lambda d: d.deck.note_count),
    Field("cards", "count", "cards made from them", lambda d: len(d.deck.cards)),
    Field("new", "count", "new cards in today's queue", lambda d: d.new),
    Field("learning", "count", "cards in learning or relearning in today's queue", lambda d: d.learning),
    Field("due", "count", "reviews in today's queue", lambda d: d.due),
    Field("suspended", "count", "cards that are suspended", lambda d: d.suspended),
    Field(
        "next_due_at",
        "instant or null",
        "when its next card comes: a learning step, else the start of the study day of the next review",
        lambda d: d.next_due_at,
    ),
    Field("problems", "count", "problems found in the file", lambda d: d.problems),
)

CARD_FIELDS: tuple[Field[CardItem], ...] = (
    Field(
        "card_id",
        "text",
        "the card's id: deck/note, deck/note#reverse or deck/note#gap",
        lambda c: c.card.card_id,
    ),
    Field("note_id", "text", "the id of its note within the deck", lambda c: c.card.note_id),
    Field("deck_id", "text", "the deck's id", lambda c: c.card.deck_id),
    Field(
        "kind", "question, cloze, choice, number, list, statement", "the kind of the note", lambda c: c.card.kind.value
    ),
    Field("prompt", "text", "what is asked", lambda c: c.card.prompt),
    Field("answer", "text", "what is to be recalled", lambda c: c.card.answer),
    Field("tags", "list of texts", "tags of the deck and of the note", lambda c: list(c.card.tags)),
    Field("where", "text", "the place in the deck's source, empty when not given", lambda c: c.card.where),
    Field(
        "phase",
        "new, learning, review, relearning",
        "where the card stands",
        lambda c: c.state.phase,
    ),
    Field(
        "due_on",
        "date or null",
        "the study day it is due; in phase review only",
        _scheduled(lambda s: s.due_on),
    ),
    Field("due_at", "instant or null", "when its learning step is due", _scheduled(lambda s: s.due_at)),
    Field(
        "stability_days",
        "days or null",
        "days until predicted recall falls to 90 %",
        _scheduled(lambda s: s.memory.stability_days),
        DECIMALS,
    ),
    Field(
        "difficulty",
        "1 to 10 or null",
        "FSRS difficulty",
        _scheduled(lambda s: s.memory.difficulty),
        DECIMALS,
    ),
    Field("retrievability", "0 to 1 or null", "recall predicted now", lambda c: c.retrievability, DECIMALS),
    Field("reps", "count", "reviews so far", _scheduled(lambda s: s.reps, new=0)),
    Field("lapses", "count", "reviews rated Again in phase review", _scheduled(lambda s: s.lapses, new=0)),
    Field("suspended", "true or false", "whether it is suspended", lambda c: c.state.suspended),
    Field("leech", "true or false", "whether it has lapsed so often that it wants rewriting", lambda c: c.leech),
)

DUE_FIELDS: tuple[Field[DueItem], ...] = (
    Field("study_day", "date", "the study day it is", lambda d: d.day),
    Field("due", "count", "reviews and cards in learning in today's queue", lambda d: d.due),
    Field("new", "count", "new cards in today's queue", lambda d: d.new),
    Field("minutes", "minutes", "how long they may take, by the pace of late", lambda d: d.minutes),
)

PROBLEM_FIELDS: tuple[Field[Problem], ...] = (
    Field("path", "text", "the file, from the working folder where it lies below it", lambda p: p.path),
    Field("line", "count or null", "the line it begins on, from 1; null for the whole file", lambda p: p.line or None),
    Field("column", "count or null", "the character it begins with, from 1", lambda p: p.column or None),
    Field("end_line", "count or null", "the line it ends on; null where not known", lambda p: p.end_line or None),
    Field("end_column", "count or null", "one more than its last character", lambda p: p.end_column or None),
    Field("rule", "text", "the rule that found it: its page is `quizapp help RULE`", lambda p: p.rule),
    Field("level", "error, warning, hint", "how bad it is", lambda p: p.level.value),
    Field("message", "text", "what is wrong", lambda p: p.message),
    Field("mend", "text", "what to write instead", lambda p: p.mend),
    Field("fixable", "true or false", "whether --fix mends it", lambda p: bool(p.fix)),
)
