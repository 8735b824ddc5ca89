"""Every figure: its name in JSON, title, unit, definition, source, and how to read it off a progress.

The manual's page `stats`, the table of fields on its page `export` and `quizapp stats --json` are made from this one
table. Names are stable: figures are only ever added. What cannot be measured is null.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizapp.clock import day_to_date

if TYPE_CHECKING:
    from quizapp.stats.activity import Amount
    from quizapp.stats.progress import Progress
    from quizapp.stats.retention import Retained

LOG = "the log"
CARDS = "the schedules of the cards of the decks"

BENCHMARK = "srs-benchmark of open-spaced-repetition"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. `part` is the heading it stands under, `values` what JSON has of it."""

    part: str
    name: str
    title: str
    unit: str
    values: str
    definition: str
    source: str
    read: Callable[[Progress], object]


FIGURES: tuple[Figure, ...] = (
    Figure(
        "Activity", "reviews", "Reviews", "count", "count",
        "answers that hold; one that was taken back is left out", LOG,
        lambda p: p.activity.total.reviews,
    ),
    Figure(
        "Activity", "minutes", "Minutes", "minutes", "minutes",
        "time from each question to its rating", LOG,
        lambda p: _minutes(p.activity.total.ms),
    ),
    Figure(
        "Activity", "days", "Reviews by day",
        "answers, minutes", "list of {day, reviews, minutes}",
        "the same for each study day with an answer, as it was on record then", LOG,
        lambda p: [{"day": _date(day), **_amount(amount)} for day, amount in p.activity.days.items()],
    ),
    Figure(
        "Activity", "hours", "Reviews by hour",
        "answers", "24 counts, from midnight",
        "answers by the hour of the wall clock there and then", LOG,
        lambda p: list(p.activity.hours),
    ),
    Figure(
        "Activity", "hour_minutes", "Minutes by hour",
        "minutes", "24 numbers of minutes, from midnight",
        "the time that these answers took", LOG,
        lambda p: list(map(_minutes, p.activity.hours_ms)),
    ),
    Figure(
        "Activity", "decks", "Reviews by deck",
        "answers, minutes", "list of {deck_id, reviews, minutes}",
        "the same for each deck with an answer, also of decks that are gone", LOG,
        lambda p: [{"deck_id": deck_id, **_amount(amount)} for deck_id, amount in p.activity.decks.items()],
    ),
    Figure(
        "Activity", "tags", "Reviews by tag",
        "answers, minutes", "list of {tag, reviews, minutes}",
        "the same for each tag that an answered card has now; a card with two tags counts for both",
        f"{LOG} and the decks",
        lambda p: [{"tag": tag, **_amount(amount)} for tag, amount in p.activity.by_tag.items()],
    ),
    Figure(
        "Activity", "kinds", "Reviews by kind",
        "answers", "count by kind of note",
        "answers by the kind of the note then", LOG,
        lambda p: {kind.value: count for kind, count in p.activity.kinds.items()},
    ),
    Figure(
        "Activity", "kind_minutes", "Minutes by kind",
        "minutes", "minutes by kind of note",
        "the time that these answers took", LOG,
        lambda p: {kind.value: _minutes(ms) for kind, ms in p.activity.kinds_ms.items()},
    ),
    Figure(
        "Activity", "streak_days", "Streak", "days", "days",
        "study days in a row with an answer, up to today or yesterday", LOG,
        lambda p: p.activity.streak_days,
    ),
    Figure(
        "Activity", "longest_streak_days", "Longest streak", "days", "days",
        "the longest such row within the days chosen", LOG,
        lambda p: p.activity.longest_streak_days,
    ),
    Figure(
        "Activity", "buttons", "Answer buttons",
        "answers", "{again, hard, good, easy} by phase",
        "answers by the phase of the card before, and the rating", LOG,
        lambda p: {
            phase.label.lower(): dict(zip(("again", "hard", "good", "easy"), counts, strict=True))
            for phase, counts in p.buttons.items()
        },
    ),
    Figure(
        "Retention", "target", "Desired retention", "0 to 1", "0 to 1",
        "what was asked for, as the settings have it now", "the settings",
        lambda p: p.retention.target,
    ),
    Figure(
        "Retention", "retention", "True retention",
        "share of 1", "{reviews, recalled, share, low, high}",
        "share of reviews in phase Review that were not Again; low and high hold the true share at 95 %, after Wilson",
        LOG,
        lambda p: _retained(p.retention.total),
    ),
    Figure(
        "Retention", "retention_young", "Of young cards",
        "share of 1", "{reviews, recalled, share, low, high}",
        "the same for cards that had an interval under 21 days", LOG,
        lambda p: _retained(p.retention.young),
    ),
    Figure(
        "Retention", "retention_mature", "Of mature cards",
        "share of 1", "{reviews, recalled, share, low, high}",
        "the same for cards that had an interval of 21 days or more", LOG,
        lambda p: _retained(p.retention.mature),
    ),
    Figure(
        "Retention", "retention_decks", "True retention by deck",
        "share of 1", "list of {deck_id, reviews, recalled, share, low, high}",
        "the same for each deck", LOG,
        lambda p: [{"deck_id": deck_id, **_retained(held)} for deck_id, held in p.retention.decks.items()],
    ),
    Figure(
        "Retention", "retention_months", "True retention by month",
        "share of 1", "list of {month, reviews, recalled, share, low, high, chance_low, chance_high}",
        "the same for each month; chance alone keeps 95 of 100 such months within chance_low and chance_high",
        LOG,
        lambda p: [
            {
                "month": _date(month.first_day)[:7],
                **_retained(month.retained),
                "chance_low": _rounded(month.band.low),
                "chance_high": _rounded(month.band.high),
            }
            for month in p.retention.months
        ],
    ),
    Figure(
        "Calibration", "predicted_reviews", "Predicted reviews", "count", "count",
        "first answers on a card in a day for which recall was predicted; only they count here", LOG,
        lambda p: p.calibration.reviews,
    ),
    Figure(
        "Calibration", "calibration", "Predicted and measured recall",
        "share of 1", "list of {from, reviews, predicted, measured}",
        "answers in 20 equal parts of predicted recall, with the mean predicted and the share recalled", LOG,
        lambda p: [
            {
                "from": part.low,
                "reviews": part.reviews,
                "predicted": _rounded(part.predicted),
                "measured": _rounded(part.measured),
            }
            for part in p.calibration.bins
        ],
    ),
    Figure(
        "Calibration", "rmse_bins", "RMSE(bins)", "0 to 1, lower is better", "0 to 1, lower is better",
        "root mean square of measured less predicted recall over answers alike in elapsed days, number and lapses",
        f"{LOG}; {BENCHMARK}",
        lambda p: _rounded(p.calibration.rmse_bins),
    ),
    Figure(
        "Calibration", "log_loss", "Log loss", "0 and up, lower is better", "0 and up, lower is better",
        "mean of -ln of the probability that was given to what happened", f"{LOG}; {BENCHMARK}",
        lambda p: _rounded(p.calibration.log_loss),
    ),
    Figure(
        "Calibration", "auc", "AUC", "0 to 1, higher is better", "0 to 1, higher is better",
        "how often, of a recalled and a forgotten answer, the recalled one was predicted higher; 0.5 is chance",
        f"{LOG}; {BENCHMARK}",
        lambda p: _rounded(p.calibration.auc),
    ),
    Figure(
        "Memory", "seen_cards", "Cards seen", "count", "count",
        "cards that were answered, suspended ones among them; the figures below are of these", CARDS,
        lambda p: p.memory.cards,
    ),
    Figure(
        "Memory", "known_cards", "Cards known", "cards", "cards",
        "sum of their retrievability: how many would be recalled now", CARDS,
        lambda p: _rounded(p.memory.known),
    ),
    Figure(
        "Memory", "knowledge", "Knowledge over time",
        "cards", "list of {day, known}",
        "the same at the end of past days, as the last answer on each card up to then left it: by day up to 90 days, "
        "else by one or more weeks; of very many cards some stand for all, within 1 % of them", LOG,
        lambda p: [
            {"day": _date(day), "known": _rounded(known)}
            for day, known in zip(p.knowledge.days, p.knowledge.known, strict=True)
        ],
    ),
    Figure(
        "Memory", "stability", "Stability",
        "cards", "counts: under 1, 3, 7, 14, 28, 90, 180, 365 days, and from there",
        "cards by the days until predicted recall falls to 90 %", CARDS,
        lambda p: list(p.memory.stability),
    ),
    Figure(
        "Memory", "median_stability_days", "Median stability", "days", "days",
        "half of the cards have more", CARDS,
        lambda p: _rounded(p.memory.median_stability_days),
    ),
    Figure(
        "Memory", "difficulty", "Difficulty",
        "cards", "10 counts, from 1 to 10",
        "cards by FSRS difficulty, without its decimals", CARDS,
        lambda p: list(p.memory.difficulty),
    ),
    Figure(
        "Memory", "mean_difficulty", "Mean difficulty", "1 to 10", "1 to 10",
        "the mean of it", CARDS,
        lambda p: _rounded(p.memory.mean_difficulty),
    ),
    Figure(
        "Memory", "retrievability", "Retrievability",
        "cards", "10 counts, by tenths of 1",
        "cards by the recall predicted today", CARDS,
        lambda p: list(p.memory.retrievability),
    ),
    Figure(
        "Memory", "mean_retrievability", "Mean retrievability", "0 to 1", "0 to 1",
        "the mean of it", CARDS,
        lambda p: _rounded(p.memory.mean_retrievability),
    ),
    Figure(
        "Memory", "hardest", "Hardest cards",
        "lapses", "list of {card_id, lapses, difficulty, reviews}",
        "the ten cards rated Again in phase Review most often; of equals the one of higher difficulty first", CARDS,
        lambda p: [{**card._asdict(), "difficulty": _rounded(card.difficulty)} for card in p.hardest],
    ),
    Figure(
        "Memory", "leeches", "Leeches",
        "lapses", "list of {card_id, lapses, suspended}",
        "all cards that lapsed as often as `study.leech_lapses` says, or more often", CARDS,
        lambda p: [leech._asdict() for leech in p.leeches],
    ),
    Figure(
        "Coming", "forecast", "Coming reviews",
        "reviews a day", "list of {day, scheduled, expected}",
        "for each of 30 study days from today: reviews that stand on a schedule, and all with those they and new cards "
        "create while every answer is Good; what lapses add is left out, and above 1,000 cards a sample stands for all",
        CARDS,
        lambda p: [
            {"day": _date(coming.day), "scheduled": coming.scheduled, "expected": round(coming.expected, 1)}
            for coming in p.forecast.days
        ],
    ),
    Figure(
        "Coming", "new_cards", "New cards", "count", "count",
        "cards that were never answered and are not suspended", CARDS,
        lambda p: p.forecast.new_cards,
    ),
    Figure(
        "Coming", "new_days", "Days for the new cards", "days or null", "days or null",
        "days that it takes to begin them all at `study.new_per_day`; null where that is 0", CARDS,
        lambda p: p.forecast.new_days,
    ),
    Figure(
        "Quizzes", "quizzes", "Quiz scores",
        "marks, share of 1", "list of {day, right, questions, share, deck_ids, minutes}",
        "for each quiz that was handed in, oldest first: marks for its questions, at most one each; of a deck or a tag "
        "only its own questions count", LOG,
        lambda p: [
            {
                "day": _date(quiz.study_day),
                "right": _rounded(quiz.right),
                "questions": quiz.questions,
                "share": _rounded(quiz.share),
                "deck_ids": list(quiz.deck_ids),
                "minutes": _minutes(quiz.duration_ms),
            }
            for quiz in p.quizzes
        ],
    ),
)  # fmt: skip


def figures_page() -> str:
    """Return every figure in Markdown, a table for each part."""
    return "\n\n".join("\n".join(_part(part)) for part in dict.fromkeys(figure.part for figure in FIGURES))


def fields_table() -> str:
    """Return the fields of `quizapp stats --json` as a table in Markdown."""
    rows = [f"| `{figure.name}` | {figure.values} | {figure.definition} |" for figure in FIGURES]
    return "\n".join(["| field | values | meaning |", "| --- | --- | --- |", *rows])


def values(progress: Progress) -> dict[str, object]:
    """Return every figure by its name, made of what JSON knows."""
    return {figure.name: figure.read(progress) for figure in FIGURES}


def _part(part: str) -> Iterator[str]:
    yield f"## {part}"
    yield ""
    yield "| figure | what it is |"
    yield "| --- | --- |"
    for figure in FIGURES:
        if figure.part == part:
            yield f"| {figure.title} | {figure.definition}. Unit: {figure.unit}. From {figure.source}. |"


def _amount(amount: Amount) -> dict[str, object]:
    return {"reviews": amount.reviews, "minutes": _minutes(amount.ms)}


def _retained(held: Retained) -> dict[str, object]:
    return {
        "reviews": held.reviews,
        "recalled": held.recalled,
        "share": _rounded(held.share),
        "low": _rounded(held.interval.low),
        "high": _rounded(held.interval.high),
    }


def _minutes(ms: int) -> float:
    return round(ms / 60_000, 2)


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 4)


def _date(day: int) -> str:
    return day_to_date(day).isoformat()
