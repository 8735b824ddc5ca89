"""One long sitting, and one beside a very large collection: nothing grows that should not, and every answer is kept."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from pathlib import Path
from random import Random
from statistics import median

import pytest
from jobs import database
from ledger import record
from textual.pilot import Pilot
from verdict import examine, settings_of
from worlds import TestClock

from quizapp.collection import Collection
from quizapp.study.scope import Scope
from quizapp.tui.app import QuizApp
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.study import StudyScreen

needs_proc = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is read from /proc")

EVERYTHING = Scope(new_limit=99_999)
MIB = 1024 * 1024
PATIENCE_S = 120


class Sitting:
    """Somebody at the study screen who never tires."""

    def __init__(self, app: QuizApp, pilot: Pilot[int], clock: TestClock) -> None:
        self.app = app
        self.pilot = pilot
        self.clock = clock
        self.answers = 0
        self._random = Random(11)

    async def answer(self) -> None:
        """Answer the next card; where a session is over, let a year pass and begin the next."""
        if not isinstance(self.app.screen, StudyScreen):
            await self.begin_again()
        study = self.app.screen
        assert isinstance(study, StudyScreen)
        asked = study._asked
        self.app.simulate_key("space")
        await self.until(lambda: study._answer_seen)
        self.clock.pass_ms(6_000)
        self.app.simulate_key(self._random.choices("1234", [3, 1, 5, 1])[0])
        await self.until(lambda: self.app.screen is not study or study._asked is not asked)
        self.answers += 1

    async def begin_again(self, days: int = 365) -> None:
        """Go home, where decks that changed are read, and begin again so many days later."""
        self.clock.pass_days(days)
        self.app.go_home()
        await self.until(lambda: isinstance(self.app.screen, HomeScreen) and self.app.screen._overview is not None)
        self.app.go_study(EVERYTHING)
        await self.until(lambda: isinstance(self.app.screen, StudyScreen) and self.app.screen._asked is not None)

    async def until(self, done: Callable[[], object]) -> None:
        end = time.monotonic() + PATIENCE_S
        while not done():
            assert time.monotonic() < end, self.app.screen
            await asyncio.sleep(0.001)


@asynccontextmanager
async def sitting(root: Path) -> AsyncIterator[Sitting]:
    clock = TestClock()
    settings = settings_of(root)
    app = QuizApp(settings, EVERYTHING, lambda settings: Collection.open(settings, clock), clock=clock)
    try:
        async with app.run_test(size=(80, 24)) as pilot:
            at = Sitting(app, pilot, clock)
            await at.until(lambda: isinstance(app.screen, StudyScreen) and app.screen._asked is not None)
            yield at
    finally:
        app.backstage.close()


def resident_mib() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / MIB


@needs_proc
@pytest.mark.slow
async def test_full(root: Path) -> None:
    figures: list[float] = []
    async with sitting(root) as at:
        while at.answers < 20_000:
            await at.answer()
            if at.answers % 500 == 0:
                figures.append(resident_mib())
                print(at.answers, round(figures[-1], 1), flush=True)
    found = examine(root, at.clock)
    warm, last = figures[len(figures) // 5], figures[-1]
    assert last < warm * 1.1
    record(
        "soak",
        tried=at.answers,
        lost=at.answers - len(found.events),
        corrupt=int(bool(found.wrong)),
        MiB_after_a_fifth=warm,
        MiB_at_the_end=last,
    )


@needs_proc
@pytest.mark.slow
async def test_load(root: Path) -> None:
    from bench_start import make_collection

    for file in (root / "decks").iterdir():
        file.unlink()
    (root / "decks").rmdir()
    make_collection(root, 100_000, 10)
    database(root).parent.mkdir(parents=True)
    (root / "progress.db").rename(database(root))
    random, took = Random(12), []
    sizes = [(80, 24), (200, 60), (60, 20), (120, 40), (20, 5), (100, 30)]
    done = {"resizes": 0, "themes": 0, "deck_edits": 0}
    async with sitting(root) as at:
        first = resident_mib()
        while at.answers < 500:
            started = time.perf_counter()
            await at.answer()
            took.append(time.perf_counter() - started)
            if at.answers % 10 == 0:
                await at.pilot.resize_terminal(*random.choice(sizes))
                await at.pilot.resize_terminal(100, 30)
                done["resizes"] += 2
            if at.answers % 25 == 0:
                at.app.simulate_key("ctrl+t")
                done["themes"] += 1
            if at.answers % 50 == 0:
                edit(random.choice(sorted((root / "decks").iterdir())), at.answers)
                done["deck_edits"] += 1
                await at.begin_again(days=0)
        last = resident_mib()
    with closing(sqlite3.connect(database(root))) as connection:
        (reviews,) = connection.execute("SELECT count(*) FROM review").fetchone()
        (said,) = connection.execute("PRAGMA quick_check").fetchone()
    print(median(took), first, last)
    record(
        "load",
        tried=at.answers,
        lost=1_000_000 + at.answers - reviews,
        corrupt=int(said != "ok"),
        **done,
        MiB_at_first=first,
        MiB_at_the_end=last,
        ms_an_answer=1000 * median(took),
    )


def edit(deck: Path, number: int) -> None:
    """Change a deck as another program would: a question is reworded, the last note goes, and one comes."""
    text = deck.read_text(encoding="utf-8").replace("What is meant by", "What, then, is meant by", 1)
    kept = text.rpartition("  - id: ")[0]
    note = f"  - id: fresh-{number}\n    question: What is fresh in {number}?\n    answer: This is.\n"
    deck.write_text(kept + note, encoding="utf-8")
