"""The sentences and figures that screens say, made from what a session and an overview report.

Instants are epoch milliseconds. A clock is asked for now, and for the offset that turns an instant into local time.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from quizapp.clock import Clock, Moment
from quizapp.humanize import count, day_name, delay, duration, interval, percent
from quizapp.model import MINUTE_MS
from quizapp.text import clean_line
from quizapp.tui.sitting import Asked

if TYPE_CHECKING:
    from quizapp.problem import Problem
    from quizapp.scheduling.schedule import Preview
    from quizapp.study.overview import DayTotals, DeckSummary, Overview
    from quizapp.study.scope import SessionSummary


def countdown(ms: int) -> str:
    """Return the time that is left as `04:12`, from an hour on as `1:04:12`."""
    minutes, seconds = divmod(-(-max(ms, 0) // 1000), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"


def clock_time(at: int, clock: Clock) -> str:
    """Return an instant as local wall time, `16:40`."""
    return f"{Moment(at, clock.offset_at(at)).local():%H:%M}"


def comes_back(due_at: int | None, due_on: int | None, *, clock: Clock, today: int) -> str:
    """Return when a card comes back: `in 8 min`, `now`, `tomorrow`, `on Thursday`; empty when it does not."""
    if due_at is not None:
        left = due_at - clock.now().at_ms
        return f"in {delay(left)}" if left > 0 else "now"
    return "" if due_on is None else day_name(max(due_on, today), today)


def returns(preview: Preview) -> str:
    """Return when a rating brings the card back: `10 min`, `46 days`."""
    return delay(preview.delay_ms) if preview.delay_ms is not None else interval(preview.interval_days)


def time_left(ms: int) -> str:
    return f"about {max(round(ms / MINUTE_MS), 1)} min left"


def today(overview: Overview, between: str) -> tuple[str, str, str]:
    """Return what goes beside today's number: what is counted, how long it takes, its parts."""
    parts = ((overview.due, "due"), (overview.learning, "learning"), (overview.new, "new"))
    return (
        "card today" if overview.total == 1 else "cards today",
        f"about {count(max(overview.minutes, 1), 'minute')}",
        between.join(f"{number} {what}" for number, what in parts if number),
    )


def nothing_due(overview: Overview, clock: Clock) -> tuple[str, ...]:
    """Return what home says when nothing is due: that, when the next card comes, and what was done today."""
    return "Nothing is due.", _next_card(overview, clock), *_so_far(overview.studied_today)


def _next_card(overview: Overview, clock: Clock) -> str:
    now = clock.now().at_ms
    if overview.next_due_at is not None and overview.next_due_at > now:
        at = clock_time(overview.next_due_at, clock)
        return f"The next card comes back in {delay(overview.next_due_at - now)}, at {at}."
    if overview.new_left and (overview.next_due_on is None or overview.next_due_on > overview.day + 1):
        review = f", the next review {day_name(overview.next_due_on, overview.day)}" if overview.next_due_on else ""
        return f"New cards come tomorrow{review}."
    if overview.next_due_on is not None:
        return f"The next card comes back {day_name(overview.next_due_on, overview.day)}."
    return "No card is on its way back yet."


def _so_far(totals: DayTotals) -> tuple[str, ...]:
    if not totals.cards:
        return ()
    recalled = f", {percent(totals.recalled / totals.reviewed)} recalled" if totals.reviewed else ""
    return (f"Today: {count(totals.cards, 'card')}, {duration(totals.ms)}{recalled}",)


def deck_waits(deck: DeckSummary, today: int, clock: Clock) -> str:
    """Return when the next card of a deck comes, `next on Thursday`, empty when none is on its way."""
    coming = comes_back(deck.next_due_at, deck.next_due_on, clock=clock, today=today)
    return f"next {coming}" if coming else ""


def tomorrow_or_later(cards: int, ahead_days: int, today: int) -> str:
    """Return which cards studying ahead would bring: `tomorrow’s 12 cards, now`."""
    if ahead_days == 1:
        return f"tomorrow’s {count(cards, 'card')}, now"
    return f"the next {count(cards, 'card')}, due {day_name(today + ahead_days, today)}"


def problems(found: Sequence[Problem], key: str) -> tuple[str, ...]:
    """Return one sentence on what is wrong in the deck files, or none; the key lists all of it."""
    if not found:
        return ()
    first = found[0]
    place = clean_line(PurePath(first.path).name) + (f", line {first.line}" if first.line else "")
    where = "in" if len(found) == 1 else "first in"
    return (f"{count(len(found), 'deck problem')}, {where} {place}. Press {key}.",)


def done(summary: SessionSummary) -> str:
    """Return what was done in a session: `38 cards in 8 min 52 s.`"""
    return f"{count(summary.cards, 'card')} in {duration(summary.duration_ms)}."


def source(asked: Asked) -> str:
    """Return where a card comes from, or its deck's source, in one line; empty when neither is told."""
    return clean_line(asked.card.where or asked.deck.source.title)


def recall(asked: Asked) -> tuple[str, ...]:
    """Return what is predicted of a card, the most important part first."""
    seen = asked.recall
    if seen is None:
        return "first time", "nothing predicted yet"
    days = {0: "today", 1: "yesterday"}.get(seen.elapsed_days, f"{seen.elapsed_days} days ago")
    return f"{percent(seen.retrievability)} predicted", f"seen {days}", f"stability {interval(seen.stability_days)}"
