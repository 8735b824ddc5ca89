"""Activity: answers and the time they took, by study day, hour, deck, tag and kind, and runs of days.

Source: the log; the tags of a card are those it has now.

An answer is one rating that holds. Its time goes from the question to the rating. A day is the study day the answer
was given on, as it was on record then; an hour is of the local wall time under the offset of then.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeVar

from quizapp.model import Card, Kind
from quizapp.stats.codes import KINDS
from quizapp.stats.columns import Columns
from quizapp.study.overview import streak

Named = TypeVar("Named", str, Kind)


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
    days = {day: Amount(place.stop - place.start, sum(columns.duration_ms[place])) for day, place in columns.by_day()}
    current, longest = streak(list(days), today)
    tally = columns.tally
    kinds = _by_name(KINDS, tally.kinds, tally.kinds_ms)
    return Activity(
        total=Amount(len(columns), sum(tally.hours_ms)),
        days=days,
        hours=tuple(tally.hours),
        hours_ms=tuple(tally.hours_ms),
        decks=_by_name(columns.deck_ids, tally.decks, tally.decks_ms),
        by_tag=_tags(columns, cards or {}),
        kinds={kind: amount.reviews for kind, amount in kinds.items()},
        kinds_ms={kind: amount.ms for kind, amount in kinds.items()},
        streak_days=current,
        longest_streak_days=longest,
    )


def _tags(columns: Columns, cards: Mapping[str, Card]) -> dict[str, Amount]:
    tagged = {card_id: card.tags for card_id, card in cards.items() if card.tags}
    if not tagged:
        return {}
    together: dict[tuple[str, ...], tuple[int, int]] = {}  # most cards of a deck have the same tags
    for names, done, took in zip(
        map(tagged.get, columns.card_ids), columns.tally.cards, columns.tally.cards_ms, strict=True
    ):
        if done and names:
            reviews, ms = together.get(names, (0, 0))
            together[names] = reviews + done, ms + took
    tags: dict[str, Amount] = {}
    for names, (done, took) in together.items():
        for name in names:
            reviews, ms = tags.get(name, Amount())
            tags[name] = Amount(reviews + done, ms + took)
    return _ordered(tags.items())


def _by_name(names: Iterable[Named], reviews: Iterable[int], ms: Iterable[int]) -> dict[Named, Amount]:
    return _ordered(zip(names, map(Amount, reviews, ms), strict=True))


def _ordered(amounts: Iterable[tuple[Named, Amount]]) -> dict[Named, Amount]:
    """Return what was done by name, the most answered first, without what was not."""
    done = sorted((item for item in amounts if item[1].reviews), key=lambda item: item[0])
    return dict(sorted(done, key=lambda item: -item[1].reviews))
