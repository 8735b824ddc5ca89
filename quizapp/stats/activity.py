"""Activity: answers and the time they took, by study day, hour, deck, tag and kind, and runs of days.

Source: the log; the tags of a card are those it has now.

An answer is one rating that holds. Its time goes from the question to the rating. A day is the study day the answer
was given on, as it was on record then; an hour is of the local wall time under the offset of then.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import compress
from typing import NamedTuple

from quizapp.model import Card, Kind
from quizapp.stats.columns import KINDS, Columns
from quizapp.study.overview import streak

HOURS = 24

_ONE = 1 << 60
"""An answer, in a number that has milliseconds below it: a million answers of the longest time are fewer."""

_IS_KIND = [bytes(number == kind for number in range(256)) for kind in range(len(KINDS))]
"""For each kind what turns kinds, by `bytes.translate`, into 1 where it is this one."""


class Amount(NamedTuple):
    """Answers, and the milliseconds they took."""

    reviews: int = 0
    ms: int = 0


class Activity(NamedTuple):
    """What was done. `days` has only study days with an answer, ascending; `hours` all 24, from midnight.

    `decks` has only decks with an answer, the most answered first; so have `by_tag` and `kinds`. An answer on a card
    with several tags counts for each of them. `hours_ms` and `kinds_ms` are the time of the answers that `hours` and
    `kinds` count. `streak_days` is the run of study days with an answer that reaches today or yesterday,
    `longest_streak_days` the longest one.
    """

    total: Amount
    days: dict[int, Amount]
    hours: tuple[int, ...]
    hours_ms: tuple[int, ...]
    decks: dict[str, Amount]
    by_tag: dict[str, Amount]
    kinds: dict[Kind, int]
    kinds_ms: dict[Kind, int]
    streak_days: int
    longest_streak_days: int


def activity(columns: Columns, today: int, cards: Mapping[str, Card] | None = None) -> Activity:
    """Return what was done, in answers and milliseconds.

    Args:
        today: the study day it is.
        cards: those of the decks, by id, for their tags.
    """
    days = {
        day: Amount(place.stop - place.start, sum(columns.duration_ms[place])) for day, place in columns.by_day()
    }
    current, longest = streak(list(days), today)
    hours = columns.hour.tobytes()
    hours_ms, by_card = _by_hour_and_card(columns)
    kinds = _kinds(columns)
    return Activity(
        total=Amount(len(columns), sum(hours_ms)),
        days=days,
        hours=tuple(hours.count(hour) for hour in range(HOURS)),
        hours_ms=tuple(hours_ms),
        decks=_decks(columns, by_card),
        by_tag=_tags(columns, by_card, cards or {}),
        kinds={kind: amount.reviews for kind, amount in kinds.items()},
        kinds_ms={kind: amount.ms for kind, amount in kinds.items()},
        streak_days=current,
        longest_streak_days=longest,
    )


def _by_hour_and_card(columns: Columns) -> tuple[list[int], list[int]]:
    """Return the milliseconds of each hour, and what was done on each card by its number, in one walk.

    What was done is one number: `_ONE` for every answer, and the milliseconds below it.
    """
    hours, cards = [0] * HOURS, [0] * len(columns.card_ids)
    for hour, card, ms in zip(columns.hour, columns.card, columns.duration_ms, strict=True):
        hours[hour] += ms
        cards[card] += ms + _ONE
    return hours, cards


def _decks(columns: Columns, by_card: Sequence[int]) -> dict[str, Amount]:
    decks: dict[str, int] = {}
    for card_id, done in zip(columns.card_ids, by_card, strict=True):
        if done:
            deck_id = card_id.partition("/")[0]
            decks[deck_id] = decks.get(deck_id, 0) + done
    return _ordered(decks)


def _tags(columns: Columns, by_card: Sequence[int], cards: Mapping[str, Card]) -> dict[str, Amount]:
    tagged = [(card_id, card.tags) for card_id, card in cards.items() if card.tags]
    done_on = dict(zip(columns.card_ids, by_card, strict=True)) if tagged else {}
    together: dict[tuple[str, ...], int] = {}  # most cards of a deck have the same tags
    for card_id, names in tagged:
        if done := done_on.get(card_id):
            together[names] = together.get(names, 0) + done
    tags: dict[str, int] = {}
    for names, done in together.items():
        for name in names:
            tags[name] = tags.get(name, 0) + done
    return _ordered(tags)


def _kinds(columns: Columns) -> dict[Kind, Amount]:
    kinds = columns.kind.tobytes()
    found = []
    for number, kind in enumerate(KINDS):
        if reviews := kinds.count(number):
            ms = sum(compress(columns.duration_ms, kinds.translate(_IS_KIND[number])))
            found.append((kind, Amount(reviews, ms)))
    return dict(sorted(found, key=lambda item: -item[1].reviews))


def _ordered(done: Mapping[str, int]) -> dict[str, Amount]:
    """Return what was done by name, the most answered first."""
    order = sorted(done, key=lambda name: (-(done[name] // _ONE), name))
    return {name: Amount(done[name] // _ONE, done[name] % _ONE) for name in order}
