"""Figures of progress in lines for people: a title, what matters most in bold, then bars and their numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice

from quizapp.cli.chart import upright
from quizapp.cli.stats_cards import coming, hardest, memory, quizzes
from quizapp.cli.stats_words import CHART_HEIGHT, Part, bars, beside, exact, month_name, share, table
from quizapp.cli.table import Column, table_lines
from quizapp.clock import date_to_day, day_to_date
from quizapp.humanize import count, decimal, duration, percent
from quizapp.model import Phase
from quizapp.stats.progress import Progress
from quizapp.stats.retention import Retained
from quizapp.stats.selection import Selection

MONTHS_SHOWN = 12
TAGS_SHOWN = 10
INDENT = "  "


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
        _tags(progress),
        _buttons(progress),
        _retention(progress),
        _calibration(progress),
        memory(progress),
        coming(progress),
        hardest(progress),
        quizzes(progress, titles),
    )
    return [part for part in made if part]


def _activity(progress: Progress) -> Part:
    done = progress.activity
    if not done.total.reviews:
        return Part("Activity", "no reviews", ())
    months: Counter[int] = Counter()
    for day, amount in done.days.items():
        months[date_to_day(day_to_date(day).replace(day=1))] += amount.reviews
    shown = [(month_name(first), months[first]) for first in sorted(months)[-MONTHS_SHOWN:]]
    streak = f"streak {count(done.streak_days, 'day')}, longest {count(done.longest_streak_days, 'day')}"
    return Part(
        "Activity",
        f"{count(done.total.reviews, 'review')} on {count(len(done.days), 'day')}",
        (
            f"{duration(done.total.ms)}, {duration(done.total.ms // done.total.reviews)} a review · {streak}",
            "",
            *bars(shown),
            "",
            f"by hour, {count(max(done.hours), 'review')} at most",
            *upright(done.hours, CHART_HEIGHT, wide=2),
            "".join(f"{hour:<12}" for hour in (0, 6, 12, 18)).rstrip(),
            *_kinds(progress),
        ),
    )


def _kinds(progress: Progress) -> Iterator[str]:
    done = progress.activity
    if len(done.kinds) < 2:
        return
    rows = [(kind.value, f"{reviews:,}", duration(done.kinds_ms[kind])) for kind, reviews in done.kinds.items()]
    yield ""
    yield from table_lines((Column("kind"), Column("reviews", right=True), Column("time", right=True)), rows)


def _decks(progress: Progress, titles: Mapping[str, str]) -> Part | None:
    decks = progress.activity.decks
    if len(decks) < 2:
        return None
    rows = [
        (
            titles.get(deck_id, deck_id),
            f"{amount.reviews:,}",
            duration(amount.ms),
            share(progress.retention.decks.get(deck_id, Retained())),
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


def _tags(progress: Progress) -> Part | None:
    tags = progress.activity.by_tag
    if not tags:
        return None
    rows = [(tag, f"{amount.reviews:,}", duration(amount.ms)) for tag, amount in islice(tags.items(), TAGS_SHOWN)]
    columns = (Column("tag", gives_way=True), Column("reviews", right=True), Column("time", right=True))
    most = f", the {TAGS_SHOWN} with most" if len(tags) > TAGS_SHOWN else ""
    return Part("Tags", f"{count(len(tags), 'tag')} answered{most}", tuple(table_lines(columns, rows)))


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
        (name, share(retained), count(retained.reviews, "review"))
        for name, retained in (("young", held.young), ("mature", held.mature))
    ]
    months = [
        (
            month_name(month.first_day),
            share(month.retained),
            count(month.retained.reviews, "review"),
            f"{month.band.low * 100:.1f}–{exact(month.band.high)}",
            beside(month.retained.share or 0, month.band),
        )
        for month in held.months[-MONTHS_SHOWN:]
    ]
    return Part(
        "Retention",
        f"{exact(held.total.share)} recalled, target {percent(held.target)}",
        (
            *table(["cards", "recalled (95 %)", ""], ages),
            "",
            *table(["month", "recalled (95 %)", "", "chance allows", ""], months),
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
