"""What a plan means, in sentences and bars, on screens and on the command line alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quizapp.humanize import count, day_name, percent, short_date
from quizapp.model import Event, Review
from quizapp.scheduling.exam_plan import ExamPlan
from quizapp.scheduling.exams import Exam, Target
from quizapp.study.backlog import BacklogPlan

_MOST_ROWS = 14
_BAR = 30


class Bar(NamedTuple):
    """One row of a plan: a day or several, the cards of it, and how long the bar is of all the cells it may take."""

    days: str
    cards: int
    length: int
    note: str = ""


def exam_sentences(plan: ExamPlan, today: int) -> list[str]:
    """Return what an exam would mean: the recall to expect, the last pass, the new cards, what moves now."""
    last = plan.last_pass
    exam_on = short_date(last.exam_on, today)
    found = [
        f"On {exam_on} you are likely to recall {percent(plan.recall_with)} of these cards; "
        f"without the plan {percent(plan.recall_without)}.",
        f"The last pass, in which each card comes once more, begins {day_name(last.first_on, today)}: "
        f"{count(last.per_day, 'card')} a day.",
    ]
    if plan.new_per_day and any(day.new for day in plan.days):
        found.append(f"Until then {count(plan.new_per_day, 'new card')} a day.")
    if plan.unseen:
        found.append(f"There is no time left to begin {count(plan.unseen, 'new card')}.")
    found.append(
        f"{count(len(plan.due_on), 'card')} would get another day now." if plan.due_on else "No card moves yet."
    )
    return found


def exam_bars(plan: ExamPlan, today: int, rows: int = _MOST_ROWS) -> list[Bar]:
    """Return the cards of each day until the exam, days that share a row as their mean."""
    found = [(day.day, day.cards, f"{day.new} new" if day.new else "") for day in plan.days]
    return _bars(found, today, rows)


def backlog_sentences(plan: BacklogPlan, today: int) -> list[str]:
    """Return what spreading a backlog would mean."""
    first, last = plan.days[0].day, plan.days[-1].day
    busiest = max(day.after for day in plan.days)
    over = f"over {count(len(plan.days), 'day')}, from {_named(first, today)} to {_named(last, today)}"
    return [
        f"{count(len(plan.due_on), 'card')} {over}: {count(busiest, 'card')} a day at most, "
        f"where {_named(first, today)} would hold {plan.days[0].before:,}.",
        "Those that lose most by waiting come first.",
    ]


def backlog_bars(plan: BacklogPlan, today: int, rows: int = _MOST_ROWS) -> list[Bar]:
    """Return the cards of each day once the backlog is spread."""
    return _bars([(day.day, day.after, "") for day in plan.days], today, rows)


def exam_name(target: Target, titles: dict[str, str]) -> str:
    """Return what an exam is on: a deck by its title, or a tag."""
    return titles.get(target.deck_id, target.deck_id) if target.deck_id else f"tag {target.tag}"


def standing(exam: Exam, titles: dict[str, str], today: int) -> str:
    """Return an exam in one line: what it is on, its day, how far away, its last pass."""
    last = exam.last_pass
    ahead = count(last.exam_on - today, "day")
    begun = "the last pass is on" if last.first_on <= today else f"last pass from {short_date(last.first_on, today)}"
    return f"{exam_name(exam.target, titles)}: {short_date(last.exam_on, today)}, in {ahead}; {begun}"


def took_back(event: Event, cards: int) -> str:
    """Return what an undo took back."""
    what = event.rating.label if isinstance(event, Review) else event.kind.value.replace("_", " ")
    return f"Took back: {what}" + (f" on {count(cards, 'card')}." if cards else ".")


def _bars(days: Sequence[tuple[int, int, str]], today: int, rows: int) -> list[Bar]:
    size = -(-len(days) // max(rows, 1)) if days else 1
    groups = [days[at : at + size] for at in range(0, len(days), size)]
    means = [round(sum(cards for _, cards, _ in group) / len(group)) for group in groups]
    most = max(means, default=0) or 1
    return [
        Bar(_span(group, today), mean, round(mean / most * _BAR), group[0][2] if len(group) == 1 else "")
        for group, mean in zip(groups, means, strict=True)
    ]


def _span(group: Sequence[tuple[int, int, str]], today: int) -> str:
    first, last = group[0][0], group[-1][0]
    if first == last:
        return short_date(first, today)
    return f"{short_date(first, today)} – {short_date(last, today)}"


def _named(day: int, today: int) -> str:
    return day_name(day, today).removeprefix("on ")


def lines_of(bars: Iterable[Bar]) -> list[str]:
    """Return bars as lines of text."""
    shown = list(bars)
    widest = max((len(bar.days) for bar in shown), default=0)
    most = max((len(f"{bar.cards:,}") for bar in shown), default=0)
    return [
        f"{bar.days:<{widest}}  {bar.cards:>{most},}  {'━' * bar.length}{'  ' * bool(bar.note)}{bar.note}".rstrip()
        for bar in shown
    ]
