"""What the values of a log keep to: the rules of the database, told before anything is written. Pure."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

from quizapp.model import ActionKind, Kind
from quizapp.text import is_clean

Check = Callable[[object], bool]

LARGEST = 2**63 - 1
MOST_LISTED = 100
"""Learning steps, or weights, that settings may list; nobody has a tenth of them."""
EARLIEST_AT, LATEST_AT = -62_135_596_800_000, 253_402_300_799_999
"""The instants of the years 1 to 9999, in epoch milliseconds."""
EARLIEST_DAY, LATEST_DAY = -719_162, 2_932_896
_ID_DIGITS = frozenset("0123456789abcdefghijklmnopqrstuv")
_WITHOUT_A_CARD = {ActionKind.SETTINGS, ActionKind.UNDO, ActionKind.EXAM}


class Unfit(Exception):
    """Why a line of a log cannot be taken, in words."""


def fitting(form: Mapping[str, Check], value: dict[str, Any]) -> dict[str, Any]:
    """Return the values of a line, which has just those of a form.

    Raises:
        Unfit: a value is missing, is not known, or is none of those that it may be.
    """
    for name in form:
        if name not in value:
            raise Unfit(f"it has no {name}")
    for name, found in value.items():
        check = form.get(name)
        if check is None:
            raise Unfit(f"this quizapp knows no {name} there. Update quizapp")
        if not check(found):
            raise Unfit(f"its {name} cannot be {str(found)[:40]!r}")
    if form is ACTION:
        _fit_together(value)
    return value


def _fit_together(action: Mapping[str, Any]) -> None:
    kind, detail = action["kind"], action["detail"]
    if action["card_id"] is None and kind not in _WITHOUT_A_CARD:
        raise Unfit(f"it has no card, and {kind} needs one")
    if (kind == ActionKind.UNDO) != (action["target_id"] is not None):
        raise Unfit("an undo, and nothing else, has a target_id")
    if kind == ActionKind.CARRY and not _card_id(detail.get("from")):
        raise Unfit("it does not say which card progress comes from")
    if kind == ActionKind.SET_DUE and not _day(detail.get("due_on")):
        raise Unfit("it does not say which day the card is set to")
    try:
        _read_detail(kind, detail)
    except (TypeError, ValueError, KeyError, AttributeError):
        raise Unfit(f"its detail is none of {kind}") from None


def _read_detail(kind: str, detail: Mapping[str, Any]) -> None:
    if kind == ActionKind.SETTINGS:
        from quizapp.scheduling.settings import settings_from_detail  # late: most actions need neither

        settings_from_detail(detail)
        for name, check in SETTINGS.items():
            if name in detail and not check(detail[name]):
                raise Unfit(f"its {name} cannot be {str(detail[name])[:40]!r}")
    elif kind == ActionKind.EXAM:
        from quizapp.scheduling.exams import exams_ahead

        exams_ahead([detail], 0)


def _text(value: object) -> bool:
    return isinstance(value, str)


def _event_id(value: object) -> bool:
    """Tell whether this is an id that later ones can follow: its first 48 bits are milliseconds."""
    is_id = isinstance(value, str) and len(value) == 20 and _ID_DIGITS.issuperset(value)
    return is_id and int(str(value), 32) >> 52 <= LATEST_AT


def _card_id(value: object) -> bool:
    deck, _, note = value.partition("/") if isinstance(value, str) else ("", "", "")
    return bool(deck and note) and is_clean(str(value))


def _named(value: object) -> bool:
    return isinstance(value, str) and value != "" and is_clean(value)


def _whole(low: int, high: int = LARGEST) -> Check:
    return lambda value: isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def _real(low: float, high: float = math.inf, *, above: bool = False) -> Check:
    """Return a check of a finite number; `above` leaves the lower bound itself out."""

    def check(value: object) -> bool:
        return isinstance(value, float) and low <= value <= high and value < math.inf and not (above and value == low)

    return check


def _maybe(check: Check) -> Check:
    return lambda value: value is None or check(value)


_at = _whole(EARLIEST_AT, LATEST_AT)
_day = _whole(EARLIEST_DAY, LATEST_DAY)
_offset = _whole(-1439, 1439)
_kinds = frozenset(kind.value for kind in Kind)
_action_kinds = frozenset(kind.value for kind in ActionKind)

_ms = _whole(1, 366 * 86_400_000)


def _list(check: Check) -> Check:
    return lambda value: isinstance(value, list) and len(value) <= MOST_LISTED and all(map(check, value))


def _weight(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


SETTINGS: dict[str, Check] = {
    "desired_retention": _real(0, 1, above=True),
    "learning_steps_ms": _list(_ms),
    "relearning_steps_ms": _list(_ms),
    "maximum_interval_days": _whole(1, LATEST_DAY),
    "fuzz": lambda value: isinstance(value, bool),
    "parameters": _list(_weight),
}
"""What settings on record may be; a setting that is not known here is passed over when they are read."""

REVIEW: dict[str, Check] = {
    "review_id": _event_id,
    "card_id": _card_id,
    "device_id": _named,
    "reviewed_at": _at,
    "utc_offset_minutes": _offset,
    "study_day": _day,
    "rating": _whole(1, 4),
    "phase": _whole(0, 3),
    "elapsed_days": _maybe(_whole(0)),
    "duration_ms": _whole(0),
    "kind": lambda value: isinstance(value, str) and value in _kinds,
    "answer": _maybe(_text),
    "stability_days": _real(0, above=True),
    "difficulty": _real(1, 10),
    "retrievability_before": _maybe(_real(0, 1)),
    "interval_days": _whole(0),
}

ACTION: dict[str, Check] = {
    "action_id": _event_id,
    "kind": lambda value: isinstance(value, str) and value in _action_kinds,
    "card_id": _maybe(_card_id),
    "device_id": _named,
    "acted_at": _at,
    "utc_offset_minutes": _offset,
    "study_day": _day,
    "target_id": _maybe(_event_id),
    "detail": lambda value: isinstance(value, dict),
}

QUIZ: dict[str, Check] = {
    "quiz_id": _event_id,
    "device_id": _named,
    "taken_at": _at,
    "utc_offset_minutes": _offset,
    "study_day": _day,
    "duration_ms": _whole(0),
    "questions": _whole(1),
    "score": _real(0),
    "settings": lambda value: isinstance(value, dict),
    "answers": lambda value: isinstance(value, list),
}

CARD: dict[str, Check] = {"card_id": _card_id, "prompt": _text, "answer": _text}
