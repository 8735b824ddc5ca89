"""Figures of progress in lines for people: a title, what matters most in bold, then bars and their numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from quizapp.cli.chart import bar, upright
from quizapp.cli.table import Column, table_lines
from quizapp.clock import date_to_day, day_to_date
from quizapp.humanize import MONTHS, count, day_and_month, decimal, duration, in_days, percent
from quizapp.model import Phase
from quizapp.stats.memory import STABILITY_LABELS
from quizapp.stats.progress import Progress, Selection
from quizapp.stats.retention import Retained

BAR_CELLS = 30
CHART_HEIGHT = 4
MONTHS_SHOWN = 12
INDENT = "  "


class Part(NamedTuple):
    """A part of the figures: its title, what matters most in it, and its lines, each below the other."""

    title: str
    headline: str
    lines: tuple[str, ...]


def heading(selection: Selection, titles: Mapping[str, str]) -> str:
    """Return what the figures are about: `all decks · all days`."""
    decks = ", ".join(titles.get(deck_id, deck_id) for deck_id in selection.deck_ids) or "all decks"
    tags = f" · tag {', '.join(selection.tags)}" if selection.tags else ""
    first, last = (None if day is None else day_to_date(day).isoformat() for day in selection[2:])
    days = " ".join([*(["since", first] if first else []), *(["until", last] if last else [])]) or "all days"
    return f"{decks}{tags} · {days}"


def parts(progress: Progress, titles: Mapping[str, str]) -> list[Part]:
    """Return the parts that have something to tell.

    Args:
        titles: of decks by id; a deck that is gone is called by its id.
    """
    made = (
        _activity(progress),
        _decks(progress, titles),
        _buttons(progress),
        _retention(progress),
        _calibration(progress),
        _memory(progress),
        _coming(progress),
        _hardest(progress),
    )
    return [part for part in made if part]


def _activity(progress: Progress) -> Part:
    done = progress.activity
    if not done.total.reviews:
        return Part("Activity", "no reviews", ())
    months: Counter[int] = Counter()
    for day, amount in done.days.items():
        months[date_to_day(day_to_date(day).replace(day=1))] += amount.reviews
    shown = [(_month(first), months[first]) for first in sorted(months)[-MONTHS_SHOWN:]]
    streak = f"streak {count(done.streak_days, 'day')}, longest {count(done.longest_streak_days, 'day')}"
    return Part(
        "Activity",
        f"{count(done.total.reviews, 'review')} on {count(len(done.days), 'day')}",
        (
            f"{duration(done.total.ms)}, {duration(done.total.ms // done.total.reviews)} a review · {streak}",
            "",
            *_bars(shown),
            "",
            f"by hour, {count(max(done.hours), 'review')} at most",
            *upright(done.hours, CHART_HEIGHT, wide=2),
            "".join(f"{hour:<12}" for hour in (0, 6, 12, 18)).rstrip(),
        ),
    )


def _decks(progress: Progress, titles: Mapping[str, str]) -> Part | None:
    decks = progress.activity.decks
    if len(decks) < 2:
        return None
    rows = [
        (
            titles.get(deck_id, deck_id),
            f"{amount.reviews:,}",
            duration(amount.ms),
            _share(progress.retention.decks.get(deck_id, Retained())),
        )
        for deck_id, amount in decks.items()
    ]
    columns = (
        Column("deck", gives_way=True),
        Column("reviews", right=True),
        Column("time", right=True),
        Column("retention"),
    )
    return Part("Decks", f"{count(len(decks), 'deck')} answered", tuple(table_lines(columns, rows)))


def _buttons(progress: Progress) -> Part | None:
    rows = []
    for phase in Phase:
        counts = progress.buttons[phase]
        if sum(counts):
            shares = [percent(number / sum(counts)) for number in counts]
            rows.append((phase.label.lower(), f"{sum(counts):,}", *shares))
    if not rows:
        return None
    names = ("reviews", "Again", "Hard", "Good", "Easy")
    columns = (Column("phase before"), *(Column(name, right=True) for name in names))
    again = sum(counts[0] for counts in progress.buttons.values())
    total = progress.activity.total.reviews
    return Part("Answer buttons", f"{percent(again / total)} Again", tuple(table_lines(columns, rows)))


def _retention(progress: Progress) -> Part | None:
    held = progress.retention
    if held.total.share is None:
        return None
    ages = [
        (name, _share(retained), count(retained.reviews, "review"))
        for name, retained in (("young", held.young), ("mature", held.mature))
    ]
    months = [
        (
            _month(month.first_day),
            _share(month.retained),
            count(month.retained.reviews, "review"),
            f"{month.band.low * 100:.1f}–{_exact(month.band.high)}",
            _beside(month.retained.share or 0, month.band),
        )
        for month in held.months[-MONTHS_SHOWN:]
    ]
    return Part(
        "Retention",
        f"{_exact(held.total.share)} recalled, target {percent(held.target)}",
        (
            *_table(["cards", "recalled (95 %)", ""], ages),
            "",
            *_table(["month", "recalled (95 %)", "", "chance allows", ""], months),
        ),
    )


def _calibration(progress: Progress) -> Part | None:
    made = progress.calibration
    if made.rmse_bins is None or made.log_loss is None:
        return None
    rows = [
        (f"{percent(part.predicted)}", f"{percent(part.measured)}", count(part.reviews, "review"))
        for part in made.bins
    ]
    auc = "" if made.auc is None else f" · AUC {made.auc:.3f}"
    return Part(
        "Predicted recall",
        f"off by {decimal(made.rmse_bins * 100)} points in the mean",
        (
            f"RMSE(bins) {made.rmse_bins:.4f} · log loss {made.log_loss:.4f}{auc}",
            "",
            *table_lines((Column("predicted", right=True), Column("recalled", right=True), Column("")), rows),
        ),
    )


def _memory(progress: Progress) -> Part | None:
    made = progress.memory
    if made.median_stability_days is None or made.mean_difficulty is None or made.mean_retrievability is None:
        return None
    tenths = [(f"{low}–{low + 10} %", cards) for low, cards in zip(range(0, 100, 10), made.retrievability, strict=True)]
    difficulty = [(str(number), cards) for number, cards in enumerate(made.difficulty, 1)]
    return Part(
        "Memory",
        f"{_whole(made.known)} of {count(made.cards, 'card')} known now",
        (
            f"stability, {in_days(made.median_stability_days)} median",
            *_bars(list(zip(STABILITY_LABELS, made.stability, strict=True))),
            "",
            f"recall predicted today, {percent(made.mean_retrievability)} in the mean",
            *_bars(_without_empty_ends(tenths)),
            "",
            f"difficulty, {decimal(made.mean_difficulty)} in the mean",
            *_bars(_without_empty_ends(difficulty)),
        ),
    )


def _coming(progress: Progress) -> Part | None:
    made = progress.forecast
    expected = [coming.expected for coming in made.days]
    if not sum(expected) and not made.new_cards:
        return None
    largest = max(expected)
    weeks = "".join(f"{day_and_month(coming.day):<14}" for coming in made.days[::7]).rstrip()
    chart = (
        f"by day, {_whole(largest)} at most",
        *upright(expected, CHART_HEIGHT, wide=2),
        weeks,
    )
    new = {None: "none is begun: study.new_per_day is 0", 0: "none left"}.get(
        made.new_days, f"{made.new_cards:,}, begun in {count(made.new_days or 0, 'day')}"
    )
    total = sum(expected)
    return Part(
        "Coming reviews",
        f"{_whole(total)} in {count(len(made.days), 'day')}, {_whole(total / len(made.days))} a day",
        (*(chart if total else ()), *([""] if total else []), f"new cards: {new}"),
    )


def _hardest(progress: Progress) -> Part | None:
    if not progress.hardest:
        return None
    columns = (
        Column("card", gives_way=True),
        Column("lapses", right=True),
        Column("reviews", right=True),
        Column("difficulty", right=True),
    )
    rows = [
        (card.card_id, f"{card.lapses:,}", f"{card.reviews:,}", decimal(card.difficulty)) for card in progress.hardest
    ]
    return Part("Hardest cards", "those that lapsed most often", tuple(table_lines(columns, rows)))


def _bars(rows: Sequence[tuple[str, int]]) -> Iterator[str]:
    """Yield a line for each row: its name, its number, its bar."""
    largest = max((number for _, number in rows), default=0)
    names = max((len(name) for name, _ in rows), default=0)
    numbers = len(f"{largest:,}")
    for name, number in rows:
        yield f"{name:<{names}}  {number:>{numbers},}  {bar(number, largest, BAR_CELLS)}".rstrip()


def _table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    return table_lines([Column(heading) for heading in headings], rows)


def _without_empty_ends(rows: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    filled = [index for index, (_, number) in enumerate(rows) if number]
    return list(rows[filled[0] : filled[-1] + 1])


def _share(held: Retained) -> str:
    """Return `90.3 % (88.1–92.2)`, the share recalled and the range that holds the true one at 95 %."""
    if held.share is None:
        return "–"
    low, high = held.interval
    return f"{_exact(held.share)} ({low * 100:.1f}–{high * 100:.1f})"


def _beside(share: float, allowed: tuple[float, float]) -> str:
    return "below" if share < allowed[0] else "above" if share > allowed[1] else ""


def _exact(share: float) -> str:
    return f"{share * 100:.1f} %"


def _whole(number: float) -> str:
    return f"{round(number):,}"


def _month(first_day: int) -> str:
    date = day_to_date(first_day)
    return f"{MONTHS[date.month - 1][:3]} {date.year}"
