"""The log: that nothing in it is twice, impossible, from the future, or about what is not there."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from quizapp.clock import day_to_date
from quizapp.doctor.finding import RESTORE, Finding, noted, problem
from quizapp.doctor.patient import Patient
from quizapp.export.log_values import ACTION, EARLIEST_AT, LATEST_AT, QUIZ, Check, Unfit, fitting
from quizapp.humanize import count
from quizapp.model import DAY_MS, HOUR_MS, MINUTE_MS
from quizapp.quiz.history import answers_from_json
from quizapp.quiz.settings import settings_from_json

_EVENTS = (("review", "review_id", "reviewed_at"), ("action", "action_id", "acted_at"), ("quiz", "quiz_id", "taken_at"))
"""Each table of the log, and its columns of the id and of the instant."""

LATEST_CUTOFF_MS = 23 * HOUR_MS
IN_TIME_MS = HOUR_MS
"""How far ahead of its instant an id may be, and of the clock an event: two devices never agree to the second."""

_LOGGED_ACTIONS = (
    "SELECT action_id, kind, card_id, device_id, acted_at, utc_offset_minutes, study_day, target_id, detail "
    "FROM action LEFT JOIN card USING (card_key) JOIN device USING (device_key)"
)
_LOGGED_QUIZZES = (
    "SELECT quiz_id, device_id, taken_at, utc_offset_minutes, study_day, duration_ms, questions, score, settings, "
    "answers FROM quiz JOIN device USING (device_key)"
)


def instants(patient: Patient) -> Iterator[Finding]:
    """Look whether instants are some that can be, and every study day is one of its instant, under any day cutoff."""
    wrong_at = wrong_day = 0
    for table, _, at in _EVENTS:
        into_day = f"{at} + utc_offset_minutes * {MINUTE_MS} - study_day * {DAY_MS}"
        row = next(
            patient.rows(
                f"SELECT count(*) FILTER (WHERE {at} NOT BETWEEN {EARLIEST_AT} AND {LATEST_AT}), count(*) FILTER "
                f"(WHERE {into_day} NOT BETWEEN 0 AND {DAY_MS + LATEST_CUTOFF_MS}) FROM {table}"
            )
        )
        wrong_at, wrong_day = wrong_at + row[0], wrong_day + row[1]
    if wrong_at:
        yield problem(f"{_events(wrong_at)} at an instant that no clock shows.", wrong_at, RESTORE)
    if wrong_day:
        yield problem(f"{_events(wrong_day)} on a study day that its instant is not in.", wrong_day, RESTORE)


def future(patient: Patient) -> Iterator[Finding]:
    """Look whether an event is from the future, as the clock of this computer has it."""
    latest = patient.clock.now().at_ms + IN_TIME_MS
    number = sum(
        next(patient.rows(f"SELECT count(*) FROM {table} WHERE {at} > :latest", {"latest": latest}))[0]
        for table, _, at in _EVENTS
    )
    if number:
        yield problem(
            f"{_events(number)} from the future, as the clock of this computer has it.",
            number,
            "Check its date. If it is right, another clock was ahead; such answers stay, and count from their day.",
        )


def ids(patient: Patient) -> Iterator[Finding]:
    """Look whether every id sorts where its instant stands; ids that are ahead tell of a clock that was set back."""
    wrong = ahead = 0
    first = last = 0
    for table, key, at in _EVENTS:
        for event_id, instant in patient.rows(f"SELECT {key}, {at} FROM {table}"):
            try:
                lead = (int(event_id, 32) >> 52) - instant
            except (ValueError, TypeError):
                wrong += 1
                continue
            if lead < 0 or len(event_id) != 20:
                wrong += 1
            elif lead > IN_TIME_MS:
                first = min(first or instant, instant)
                last = max(last, instant)
                ahead += 1
    if wrong:
        yield problem(f"{_events(wrong)} under an id that does not sort with its instant.", wrong, RESTORE)
    if ahead:
        yield noted(f"{_events(ahead)} given while the clock was set back{_days(first, last)}; all are kept.", ahead)


def twice(patient: Patient) -> Iterator[Finding]:
    """Look whether an answer is there twice, under two ids but otherwise the same, or one id in two tables."""
    (number,) = next(
        patient.rows(
            "SELECT coalesce(sum(times - 1), 0) FROM "
            "(SELECT count(*) AS times FROM review GROUP BY reviewed_at, card_key, rating HAVING times > 1)"
        )
    )
    (shared,) = next(
        patient.rows(
            "SELECT (SELECT count(*) FROM action JOIN review ON review_id = action_id) + (SELECT count(*) FROM quiz "
            "JOIN review ON review_id = quiz_id) + (SELECT count(*) FROM action JOIN quiz ON quiz_id = action_id)"
        )
    )
    if number:
        mend = "They count twice. If they came by an import, put the backup from before it in place: quizapp restore"
        yield problem(
            f"{count(number, 'answer')} on record twice, at the same instant with the same rating.", number, mend
        )
    if shared:
        yield problem(f"{count(shared, 'id')} shared by two events.", shared, RESTORE)


def details(patient: Patient) -> Iterator[Finding]:
    """Look whether acts and quizzes hold what acts and quizzes of their kind do."""
    for statement, form, what, takes in (
        (_LOGGED_ACTIONS, ACTION, "act", _action),
        (_LOGGED_QUIZZES, QUIZ, "quiz"[:4], _quiz),
    ):
        number = sum(not _is_fit(row, form, takes) for row in patient.rows(statement))
        if number:
            named = count(number, what) if what == "act" else f"{number} quiz{'' if number == 1 else 'zes'}"
            yield problem(f"{named} with a detail that no quizapp writes.", number, RESTORE)


def undos(patient: Patient) -> Iterator[Finding]:
    """Look whether what was taken back is there, and older than its undo."""
    row = next(
        patient.rows(
            "SELECT count(*) FILTER (WHERE target_id >= action_id), count(*) FILTER (WHERE target_id < action_id "
            "AND NOT EXISTS (SELECT 1 FROM review WHERE review_id = undo.target_id) "
            "AND NOT EXISTS (SELECT 1 FROM action AS other WHERE other.action_id = undo.target_id)) "
            "FROM action AS undo WHERE target_id IS NOT NULL"
        )
    )
    if row[0]:
        yield problem(f"{count(row[0], 'undo')} older than what it takes back.", row[0], RESTORE)
    if row[1]:
        mend = "They change nothing. If another device or an older file has it: quizapp import log FILE"
        yield noted(f"{count(row[1], 'undo')} of something that is not on record.", row[1], mend)


def _is_fit(row: tuple[Any, ...], form: Mapping[str, Check], takes: Callable[[dict[str, Any]], None]) -> bool:
    try:
        value = dict(zip(form, row, strict=True))
        takes(value)
        fitting(form, value)
    except (Unfit, ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return False
    return True


def _action(value: dict[str, Any]) -> None:
    value["detail"] = json.loads(value["detail"])


def _quiz(value: dict[str, Any]) -> None:
    value["settings"], value["answers"] = json.loads(value["settings"]), json.loads(value["answers"])
    settings_from_json(value["settings"])
    answers_from_json(value["answers"])


def _events(number: int) -> str:
    return f"{count(number, 'event')} {'is' if number == 1 else 'are'}"


def _days(first: int, last: int) -> str:
    try:
        days = [day_to_date(at // DAY_MS).isoformat() for at in (first, last)]
    except (ValueError, OverflowError):
        return ""
    return f" ({days[0]})" if days[0] == days[1] else f" (between {days[0]} and {days[1]})"
