"""The log as text: one event a line, each with a checksum of its own, so that damage is found where it is. Pure.

A file begins with a line that says what it is and ends with one that counts those between, so that a file which was cut
short is known. Every line is a JSON object; `sum` is the checksum of all else in it, in one form of JSON (keys sorted,
no spaces), so that a program may lay the lines out anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from typing import Any, NamedTuple

from quizapp.export.log_values import ACTION, CARD, QUIZ, REVIEW, Check, Unfit, fitting
from quizapp.model import Action, ActionKind, Kind, Phase, Rating, Review

VERSION = 1

_BEFORE, _AFTER = b'{"sum":"', b'",'
_BODY = len(_BEFORE) + 16 + len(_AFTER)
"""Where the rest of a line begins, as it is written here: in the one form of JSON that the checksum is over."""

_canonical = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"), sort_keys=True).encode


class LoggedQuiz(NamedTuple):
    """A quiz that was handed in, as the log keeps it; see the table of quizzes for its columns."""

    quiz_id: str
    device_id: str
    taken_at: int
    utc_offset_minutes: int
    study_day: int
    duration_ms: int
    questions: int
    score: float
    settings: Mapping[str, Any]
    answers: list[Any]

    @property
    def event_id(self) -> str:
        return self.quiz_id


class CardText(NamedTuple):
    """What a card with progress asked when its deck was last read. No event, but it finds progress again."""

    card_id: str
    prompt: str
    answer: str


Record = Review | Action | LoggedQuiz | CardText
"""What a line holds."""


class Damage(NamedTuple):
    """A line that cannot be taken, counted from 1, and why."""

    line: int
    why: str


def log_text(records: Iterable[Record]) -> Iterator[str]:
    """Yield the text of a log, a line at a time."""
    yield _line({"type": "log", "version": VERSION})
    count = 0
    for record in records:
        yield _line(_plain(record))
        count += 1
    yield _line({"type": "end", "lines": count})


def read_log(lines: Iterable[bytes]) -> Iterator[tuple[int, Record] | Damage]:
    """Yield what each line of a log holds with its number, or why it cannot be taken; constant memory.

    The lines end as they do in a file. Logs may be put one after another.
    """
    number, first, complete = 0, 0, False
    for number, line in enumerate(lines, 1):
        try:
            value = _checked(line)
            kind = value.pop("type")
            if kind == "log" and (first == 0 or complete):
                _know_version(value)
                first, complete = number, False
            elif first == 0:
                first = number
                raise Unfit("a log begins with a line of the type log")
            elif kind == "end" and not complete:
                complete = True
                _count(value, number - first - 1)
            elif complete:
                raise Unfit("it stands after the end of the log")
            else:
                yield number, _record(kind, value)
        except Unfit as unfit:
            first = first or number
            yield Damage(number, str(unfit))
    if not complete:
        yield Damage(number + 1, "the line that ends a log is missing: the file may have been cut short")


def _line(value: Mapping[str, Any]) -> str:
    text = _canonical(value)
    return f'{{"sum":"{_digest(text.encode("utf-8"))}",{text[1:]}\n'


def _sum(value: Mapping[str, Any]) -> str:
    return _digest(_canonical(value).encode("utf-8"))


def _digest(text: bytes) -> str:
    return blake2b(text, digest_size=8).hexdigest()


def _checked(line: bytes) -> dict[str, Any]:
    """Return what a line holds when it is whole."""
    try:
        value = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError):
        raise Unfit("it is no line of JSON") from None
    if not isinstance(value, dict) or not isinstance(value.get("type"), str):
        raise Unfit("it is no line of a log")
    told = value.pop("sum", None)
    if line.startswith(_BEFORE) and told == _digest(b"{" + line[_BODY:].rstrip(b"\r\n")):
        return value  # the line is as it was written, so it need not be written anew to know
    try:
        found = _sum(value)
    except (ValueError, RecursionError):  # no JSON number, or half a character
        raise Unfit("it holds what no log does") from None
    if told != found:
        raise Unfit(f"its checksum is {found} and it says {told}: it was changed")
    return value


def _know_version(value: Mapping[str, Any]) -> None:
    if value.get("version") != VERSION:
        raise Unfit(f"it is of version {value.get('version')}, and this quizapp reads {VERSION}. Update quizapp")


def _count(value: Mapping[str, Any], found: int) -> None:
    if value.get("lines") != found:
        raise Unfit(f"it ends a log of {value.get('lines')} lines, and {found} are there: some are missing or too many")


def _plain(record: Record) -> dict[str, Any]:
    match record:
        case Review():
            values = record._asdict()
            del values["deck_id"]  # the card id names it
            return {"type": "review", **values}
        case Action():
            values = {name: getattr(record, name) for name in ACTION}
            return {"type": "action", **values, "detail": dict(record.detail)}
        case LoggedQuiz():
            return {"type": "quiz", **record._asdict()}
        case CardText():
            return {"type": "card", **record._asdict()}


_FORMS: dict[str, dict[str, Check]] = {"review": REVIEW, "action": ACTION, "quiz": QUIZ, "card": CARD}


def _record(kind: str, value: dict[str, Any]) -> Record:
    if kind not in _FORMS:
        raise Unfit(f"this quizapp knows no {kind!r} in a log. Update quizapp")
    values = fitting(_FORMS[kind], value)
    if kind == "review":
        return Review(
            **{
                **values,
                "deck_id": values["card_id"].partition("/")[0],
                "rating": Rating(values["rating"]),
                "phase": Phase(values["phase"]),
                "kind": Kind(values["kind"]),
            }
        )
    if kind == "action":
        return Action(**{**values, "kind": ActionKind(values["kind"])})
    return LoggedQuiz(**values) if kind == "quiz" else CardText(**values)
