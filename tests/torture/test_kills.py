"""The program is killed (kill -9) while somebody studies: every answer it acknowledged is there, and none twice."""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest
from jobs import database, deck_of
from ledger import record
from terminals import PATIENCE_S, Terminal
from verdict import examine, settings_of

from quizapp.clock import SystemClock
from quizapp.doctor.examination import examine as diagnose
from quizapp.doctor.finding import Level
from quizapp.model import Action, ActionKind, Event, Review
from quizapp.store.store import Store

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no ptys on Windows")


class Killed(Exception):
    """The moment has come."""


class Learner:
    """Studies in a terminal until a moment that was set, and knows what was acknowledged."""

    def __init__(self, root: Path, random: Random, *, plain: bool) -> None:
        places = ["--db", str(database(root)), "--decks", str(root / "decks")]
        how = ["--plain"] if plain else []
        self._plain = plain
        self._random = random
        self._terminal = Terminal([*places, "study", "--new", "9999", *how], root)
        self._kill_at = time.monotonic() + PATIENCE_S
        self._heard = 0
        self.acknowledged: list[str] = []

    def study(self) -> None:
        """Answer card after card, and die in the middle of it: mostly when an answer was just given."""
        random = self._random
        fate = random.random()
        if fate < 0.1:
            self._kill_in(random.uniform(0, 0.9))
        last = random.randint(1, 6)
        try:
            number = self._asked()
            if 0.1 <= fate < 0.2:
                self._kill_in(random.uniform(0, 0.3))
            while True:
                self._press("\n" if self._plain else " ")
                self._answer_of(number)
                rating = random.choices("1234", [1, 1, 2, 6])[0]
                if len(self.acknowledged) >= last and self._kill_at > time.monotonic() + 1:
                    self._kill_in(random.uniform(0, 0.05))
                self._press(rating + ("\n" if self._plain else ""))
                following = self._asked(other_than=number)
                self.acknowledged.append(f"{rating} n{number}")
                if random.random() < 0.2:
                    self._press("u\n" if self._plain else "u")
                    self._asked(again=number)
                    self.acknowledged.append(f"undo n{number}")
                    self._answer_of(number)
                    self._press("4" + ("\n" if self._plain else ""))
                    following = self._asked(other_than=number)
                    self.acknowledged.append(f"4 n{number}")
                number = following
        except Killed:
            pass
        finally:
            self._terminal.close()

    def _kill_in(self, seconds: float) -> None:
        self._kill_at = time.monotonic() + seconds

    def _press(self, keys: str) -> None:
        self._heard = len(self._terminal.raw)
        self._terminal.press(keys)

    def _asked(self, *, other_than: int | None = None, again: int | None = None) -> int:
        """Wait until a card is asked, and return its number."""
        while True:
            numbers = [int(found) for found in re.findall(r"What is river number (\d+)\?", self._shown)]
            ready = self._plain or "Show answer" in self._shown or again is not None
            for number in numbers:
                if ready and number != other_than and again in (None, number):
                    return number
            self._look()

    def _answer_of(self, number: int) -> None:
        while f"It is answer {number}" not in self._shown or "Easy" not in self._shown:
            self._look()

    @property
    def _shown(self) -> str:
        """Return the screen, or what has come since the last key where nothing is drawn over."""
        return self._terminal.raw[self._heard :].decode("utf-8", "replace") if self._plain else self._terminal.text

    def _look(self) -> None:
        if time.monotonic() > self._kill_at:
            self._terminal.process.kill()
            raise Killed
        assert self._terminal.process.poll() is None, self._terminal.text
        self._terminal.read()


class Kills(NamedTuple):
    """What came of killing the program many times."""

    tried: int
    acknowledged: int
    lost: int
    wrong: tuple[str, ...]


def kill_often(root: Path, random: Random, ways: list[bool]) -> Kills:
    """Study on one collection again and again, killed each time; `ways` says which times are in lines."""
    known: list[Event] = []
    acknowledged, lost, wrong = 0, 0, []
    for plain in ways:
        learner = Learner(root, random, plain=plain)
        learner.study()
        found = examine(root, SystemClock())
        if found.wrong:
            wrong.append(found.wrong)
        wrong += [
            finding.text for finding in diagnose(settings_of(root), SystemClock()) if finding.level is Level.PROBLEM
        ]
        with Store.open(settings_of(root).database, read_only=True) as store:
            events = [event for event in store.events_since("") if event.event_id in found.events]
        new = [_told(event) for event in events[len(known) :]]
        if events[: len(known)] != known:
            wrong.append("what was there before is not")
        acknowledged += len(learner.acknowledged)
        missing = [act for at, act in enumerate(learner.acknowledged) if new[at : at + 1] != [act]]
        lost += len(missing)
        if len(new) > len(learner.acknowledged) + 1:
            wrong.append(f"{new} where {learner.acknowledged} was acknowledged")
        known = events
    return Kills(len(ways), acknowledged, lost, tuple(wrong))


def _told(event: Event) -> str:
    name = (event.card_id or "").partition("/")[2]
    if isinstance(event, Review):
        return f"{int(event.rating)} {name}"
    assert isinstance(event, Action)
    assert event.kind is ActionKind.UNDO
    return f"undo {name}"


def test_a_kill_takes_no_acknowledged_answer(root: Path) -> None:
    kills = kill_often(root, Random(5), [False])
    assert (kills.lost, kills.wrong) == (0, ())


@pytest.mark.slow
def test_full(root: Path) -> None:
    (root / "decks" / "rivers.yaml").write_text(deck_of(1500), encoding="utf-8")
    kills = kill_often(root, Random(6), [True, False] * 50)
    print(*kills.wrong, sep="\n")
    record("kills", tried=kills.tried, lost=kills.lost, corrupt=len(kills.wrong), acts=kills.acknowledged)
