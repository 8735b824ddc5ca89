"""A log with some of everything, and what happens to files: pages lost, bits flipped, the end cut off."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from store_builders import Pen, review

from quizapp.answering.question import Way
from quizapp.doctor.salvage import NAMELESS, Salvaged, salvage
from quizapp.model import DAY_MS, Action, ActionKind, Event, Rating, Review
from quizapp.quiz.history import PastAnswer, QuizRecord
from quizapp.quiz.settings import QuizSettings
from quizapp.store.store import Store

PAGE = 4096


def write_log(store: Store, answers: int, *, seed: int = 1) -> None:
    """Write answers, short ones and some that take several pages, with acts and quizzes between them."""
    chance, pen = random.Random(seed), Pen(store)
    for number in range(answers):
        pen.day += chance.random() < 0.2
        if number % 20 == 0:
            pen.answer(f"rivers/{chance.randrange(40)}", chance.choice(list(Rating)))
            pen.act(chance.choice([ActionKind.SUSPEND, ActionKind.UNSUSPEND]), f"rivers/{chance.randrange(40)}")
            with store.writing() as tx:
                for further in range(number, min(number + 20, answers)):
                    tx.add(_answer(store, pen.day, chance, 9_000 if further % 40 == 0 else 12))
        if number % 60 == 0:
            at_ms = pen.day * DAY_MS
            with store.writing() as tx:
                record = QuizRecord(store.new_id(at_ms), at_ms, 60, pen.day, QuizSettings(), 1, 1.0, 9)
                tx.add_quiz(record, [PastAnswer("rivers/1", Way.TYPED, ("the Nile",), 1.0, 9)], store.device_id)
    store.rebuild()


def _answer(store: Store, day: int, chance: random.Random, longest: int) -> Review:
    event = review(store.new_id(day * DAY_MS), f"rivers/{chance.randrange(40)}", device_id=store.device_id, day=day)
    length = chance.choice([0, 0, 5, 60, 300, longest])
    text = (f"<{event.review_id}>" * (length // 22 + 1))[:length] or None
    return event._replace(answer=text, stability_days=float(chance.randrange(1, 9)))


def events_of(path: Path) -> dict[str, Event | QuizRecord]:
    """Return every event of a database by id."""
    with Store.open(path, read_only=True) as store:
        found: dict[str, Event | QuizRecord] = {event.event_id: event for event in store.events_since("")}
        return found | {record.quiz_id: record for record in store.quizzes()}


def nameless(event: Event | QuizRecord) -> Event | QuizRecord:
    """Return an event without the ids of card and device, which stand on other pages."""
    if isinstance(event, Review):
        return event._replace(card_id="", deck_id="", device_id="")
    return replace(event, card_id="", device_id="") if isinstance(event, Action) else event


def pages_with(data: bytes, needle: bytes) -> set[int]:
    """Return on which pages some bytes stand, counted from 0."""
    found, at = set(), data.find(needle)
    while at >= 0:
        found |= {at // PAGE, (at + len(needle) - 1) // PAGE}
        at = data.find(needle, at + 1)
    return found


Damage = Callable[[random.Random, bytearray], None]
"""Changes the bytes of a file."""


def _zeroed(chance: random.Random, data: bytearray) -> None:
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(len(data) // PAGE) * PAGE
        data[at : at + PAGE] = bytes(PAGE)


def _overwritten(chance: random.Random, data: bytearray) -> None:
    at, length = chance.randrange(len(data)), chance.randrange(1, 3 * PAGE)
    length = min(length, len(data) - at)
    data[at : at + length] = chance.randbytes(length)


def _flipped(chance: random.Random, data: bytearray) -> None:
    for _ in range(chance.choice([1, 1, 5, 50])):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _cut(chance: random.Random, data: bytearray) -> None:
    del data[chance.randrange(len(data)) :]


def _head_lost(chance: random.Random, data: bytearray) -> None:
    length = chance.choice([1, 16, 100, PAGE])
    data[:length] = bytes(length)


DAMAGES: dict[str, Damage] = {
    "pages of zeros": _zeroed,
    "other bytes": _overwritten,
    "bits flipped": _flipped,
    "cut off": _cut,
    "the first page lost": _head_lost,
}
EXACT = ("pages of zeros", "cut off", "the first page lost")
"""Damages that leave no byte which could be taken for another one."""


def damaged(kind: str, seed: int, original: Path, folder: Path) -> tuple[Path, set[int]]:
    """Return a damaged copy, and the pages on which a byte is another one."""
    before = original.read_bytes()
    data = bytearray(before)
    DAMAGES[kind](random.Random(f"{kind} {seed}"), data)
    path = folder / "progress.db"
    path.write_bytes(data)
    pages = {at // 4096 for at in range(0, len(before), 4096) if data[at : at + 4096] != before[at : at + 4096]}
    return path, pages


class Came(NamedTuple):
    """What came out of a damaged database, and how many events were lost of those that stood on whole pages."""

    found: Salvaged
    lost: int


def check_salvage(kind: str, seed: int, original: Path, folder: Path) -> Came:
    """Damage a database, salvage it, and hold what comes out against what was written."""
    path, pages = damaged(kind, seed, original, folder)
    before, content, wanted = path.read_bytes(), original.read_bytes(), events_of(original)
    whole = {key for key in wanted if not pages_with(content, key.encode()) & pages}
    found = salvage(path, folder / "new.db")
    assert path.read_bytes() == before
    out = events_of(folder / "new.db")
    kept = {key for key in whole if key in out and nameless(out[key]) == nameless(wanted[key])}
    for key in kept:
        lost_its_name = NAMELESS in str(out[key]) or "salvaged-" in str(out[key])
        assert out[key] == wanted[key] or lost_its_name or kind not in EXACT  # names stand on other pages
    strange = [key for key, event in out.items() if key not in wanted or nameless(event) != nameless(wanted[key])]
    if kind in EXACT:
        assert strange == []
        assert found.missing <= len(wanted) - len(out)
    assert len(strange) <= len(wanted) - len(whole)
    return Came(found, len(whole - kept))
