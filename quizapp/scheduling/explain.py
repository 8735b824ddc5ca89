"""Why a card comes back when it does, in sentences: how it stands today, then every event that led there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizapp import humanize
from quizapp.clock import Moment, date_to_day
from quizapp.model import Action, ActionKind, CardState, Event, Phase, Review, Schedule, SchedulingSettings
from quizapp.scheduling.engine import outcome, retrievability
from quizapp.scheduling.fuzz import pick
from quizapp.scheduling.leech import is_leech, leech_advice
from quizapp.scheduling.replay import replay
from quizapp.scheduling.schedule import elapsed_days, schedule_review, spread
from quizapp.scheduling.settings import SettingsTimeline
from quizapp.text import clean_line

_ACTS = {
    ActionKind.BURY: "buried for the day",
    ActionKind.UNBURY: "no longer buried",
    ActionKind.SUSPEND: "suspended",
    ActionKind.UNSUSPEND: "no longer suspended",
    ActionKind.RESET: "reset; the card is new again",
}

_PURPOSES = {"exam": "for an exam", "backlog": "to spread a backlog"}
"""What the due day of a `set_due` was set for, by what its detail says."""


def explain(
    card_id: str, events: Sequence[Event], timeline: SettingsTimeline, *, today: int, leech_lapses: int = 8
) -> list[str]:
    """Return the sentences, one a line to print.

    Args:
        events: as `replay` takes them: those of the card that hold, in order.
        today: the study day to look from.
        leech_lapses: from how many lapses on a card is called a leech.
    """
    state = replay(card_id, events, timeline)
    lines = ["New: it comes among the new cards of a day, in the order of its deck."]
    if state.schedule:
        last = [event for event in events if isinstance(event, Review)][-1]
        lines = [_due(state.schedule, last, timeline, today), _recall(state.schedule, timeline, today)]
        if is_leech(state.schedule.lapses, leech_lapses):
            lines.append(leech_advice(state.schedule.lapses))
    return [*lines, *_set_aside(state, today), *_history(card_id, events, timeline, today)]


def _due(schedule: Schedule, last: Review, timeline: SettingsTimeline, today: int) -> str:
    if schedule.due_at is not None:
        local = Moment(schedule.due_at, last.utc_offset_minutes).local()
        date = humanize.short_date(date_to_day(local.date()), today)
        return f"Due {date} at {local:%H:%M}. {_step(schedule, timeline.at(last.review_id))}"
    due_on = schedule.due_on if schedule.due_on is not None else today
    when = humanize.day_name(due_on, today)
    if due_on < today:
        when = f"since {humanize.short_date(due_on, today)}"
    return f"Due {when}, {humanize.count(schedule.interval_days, 'day')} after the last answer."


def _recall(schedule: Schedule, timeline: SettingsTimeline, today: int) -> str:
    elapsed = elapsed_days(schedule.last_review_on, today)
    recall = humanize.percent(retrievability(schedule.memory, elapsed, timeline.latest.parameters))
    return f"Predicted recall today: {recall}, {humanize.count(elapsed, 'day')} after the last answer."


def _set_aside(state: CardState, today: int) -> Iterator[str]:
    if state.suspended:
        yield "Suspended: it does not come until it is unsuspended."
    if state.buried_on == today:
        yield "Buried: it does not come today."


def _history(card_id: str, events: Sequence[Event], timeline: SettingsTimeline, today: int) -> Iterator[str]:
    schedule: Schedule | None = None
    settings: SchedulingSettings | None = None
    for event in events:
        day = humanize.short_date(event.study_day, today)
        if isinstance(event, Action):
            schedule = None if event.kind is ActionKind.RESET else schedule
            yield f"{day}: {_act(event, today)}."
            continue
        held = timeline.at(event.review_id)
        if held != settings:
            yield f"{'From here on' if settings else 'Settings'}: {_settings(held)}."
            settings = held
        after = schedule_review(
            card_id,
            schedule,
            event.rating,
            reviewed_at=event.reviewed_at,
            study_day=event.study_day,
            settings=held,
            chosen_interval_days=event.interval_days,
        )
        pending = after.due_at is not None
        back = _step(after, held) if pending else _interval(card_id, schedule, after, event, held)
        yield f"{day}: {_answer(schedule, event, held)} {_memory(schedule, after)} {back}"
        schedule = after


def _act(action: Action, today: int) -> str:
    if action.kind is ActionKind.SET_DUE:
        why = _PURPOSES.get(str(action.detail.get("for")), "by hand")
        return f"set due {humanize.short_date(int(str(action.detail['due_on'])), today)}, {why}"
    if action.kind is ActionKind.CARRY:
        return f"progress carried over from {clean_line(str(action.detail.get('from', 'another card')))}"
    return _ACTS.get(action.kind, action.kind.value)


def _answer(before: Schedule | None, review: Review, settings: SchedulingSettings) -> str:
    """Return what was answered, in which phase, after how long, and what recall was expected."""
    if before is None:
        return f"{review.rating.label} on a new card."
    rated = f"{review.rating.label} in phase {before.phase.label}"
    if review.study_day < before.last_review_on:
        return f"{rated}, with the clock set back before the last answer, so no time counts."
    elapsed = elapsed_days(before.last_review_on, review.study_day)
    if elapsed == 0:
        return f"{rated}, on the day of the last answer."
    recall = humanize.percent(retrievability(before.memory, elapsed, settings.parameters))
    return f"{rated}, {humanize.count(elapsed, 'day')} after the last answer; predicted recall {recall}."


def _memory(before: Schedule | None, after: Schedule) -> str:
    stability = humanize.in_days(after.memory.stability_days)
    difficulty = humanize.decimal(after.memory.difficulty)
    if before is None:
        return f"Stability {stability}, difficulty {difficulty}."
    was = humanize.in_days(before.memory.stability_days), humanize.decimal(before.memory.difficulty)
    lapse = " A lapse." if after.lapses > before.lapses else ""
    return f"Stability {was[0]} → {stability}, difficulty {was[1]} → {difficulty}.{lapse}"


def _step(schedule: Schedule, settings: SchedulingSettings) -> str:
    learning = schedule.phase == Phase.LEARNING
    steps = settings.learning_steps_ms if learning else settings.relearning_steps_ms
    wait = humanize.delay((schedule.due_at or 0) - schedule.last_review_at)
    return f"{schedule.phase.label} step {(schedule.step or 0) + 1} of {len(steps)}: back after {wait}."


def _interval(
    card_id: str, before: Schedule | None, after: Schedule, review: Review, settings: SchedulingSettings
) -> str:
    """Return where an interval comes from: what FSRS asks for, what fuzz allows, and which day it became."""
    memory = before.memory if before else None
    elapsed = elapsed_days(before.last_review_on, review.study_day) if before else 0
    _, exact = outcome(memory, review.rating, elapsed, settings.desired_retention, settings.parameters)
    days = spread(card_id, exact, after.reps - 1, settings)
    taken = humanize.count(after.interval_days, "day")
    falls = f"Recall falls to {_retention(settings)} after {humanize.in_days(exact)}"
    if days.low == days.high:
        longest = ", the longest interval allowed" if exact > settings.maximum_interval_days else ""
        return f"{falls}: back after {taken}{longest}."
    why = f"the seed falls at {humanize.decimal(days.fraction * 100)} % of the range"
    if after.interval_days != pick(days.low, days.high, days.fraction):
        why = "the days were balanced"
    return f"{falls}; fuzz allows {days.low:,} to {days.high:,} days: back after {taken} ({why})."


def _settings(settings: SchedulingSettings) -> str:
    longest = humanize.count(settings.maximum_interval_days, "day")
    return ", ".join(
        (
            f"desired retention {_retention(settings)}",
            f"learning steps {_steps(settings.learning_steps_ms)}",
            f"relearning steps {_steps(settings.relearning_steps_ms)}",
            f"intervals up to {longest}",
            f"fuzz {'on' if settings.fuzz else 'off'}",
            f"{'own' if settings.parameters else 'default'} FSRS-6 parameters",
        )
    )


def _steps(steps_ms: Sequence[int]) -> str:
    return humanize.listed([humanize.delay(step_ms) for step_ms in steps_ms]) if steps_ms else "none"


def _retention(settings: SchedulingSettings) -> str:
    return f"{humanize.decimal(settings.desired_retention * 100)} %"
