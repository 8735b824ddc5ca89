"""How the stats screen looks, on a fixed day, after a made-up year. `pytest --snapshot-update` takes them anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar

import pytest
from fake_collection import DECKS, SUNDAY, FakeClock
from made_up_learner import learner
from stage import LARGE, SMALL, Stage
from textual.pilot import Pilot

from quizapp.config import Settings
from quizapp.stats.progress import Progress
from quizapp.stats.quiz_scores import QuizScore
from quizapp.stats.selection import Selection
from quizapp.tui.app import First, QuizApp
from quizapp.tui.screens.stats import StatsScreen

Compare = Callable[..., bool]
Look = Callable[..., bool]

LEARNER = learner(SUNDAY, days=370, decks={"rivers": 70, "seas": 54})


class YearOfFigures:
    """What the stats screen asks of a collection, with the figures of the learner."""

    cards: ClassVar = LEARNER.cards
    decks = DECKS
    settings = None

    @property
    def store(self) -> YearOfFigures:
        return self

    def today(self) -> int:
        return SUNDAY

    def log_end(self) -> int:
        return 0

    def study_days(self) -> list[int]:
        return list(LEARNER.progress().activity.days)

    def statistics(self, selection: Selection, tell: object) -> Progress:
        quizzes = tuple(QuizScore(SUNDAY - 40 * n, 6 + n % 3, 9, ("rivers",), 90_000) for n in range(9, 0, -1))
        return LEARNER.progress(selection)._replace(quizzes=quizzes)

    def close(self) -> None:
        pass


@pytest.fixture
def looks_right(snap_compare: Compare) -> Iterator[Look]:
    """Tell whether the screen looks as it did, after these keys."""
    apps: list[QuizApp] = []

    def look(size: tuple[int, int], *keys: str, theme: str = "dark") -> bool:
        app = QuizApp(
            Settings(database=Path("progress.db"), theme=theme),
            None,
            lambda settings: YearOfFigures(),  # type: ignore[arg-type, return-value]
            clock=FakeClock(),
            first=First("stats", lambda app: app.stats()),
        )
        apps.append(app)

        async def settle(pilot: Pilot[int]) -> None:
            stage = Stage(app, pilot, None)  # type: ignore[arg-type]
            await stage.until(lambda: isinstance(app.screen, StatsScreen) and app.screen._shown)
            await stage.press(*keys)

        return snap_compare(app, terminal_size=size, run_before=settle)

    yield look
    for app in apps:
        app.backstage.close()


def test_the_first_page(looks_right: Look) -> None:
    """A year of days with the cursor on a day three weeks back, reviews to come, retention over its band, stability."""
    assert looks_right(LARGE, "left", "left", "left", "up")


def test_the_second_page_in_the_light_theme(looks_right: Look) -> None:
    """Knowledge with the cursor in it, calibration, hours; recall, difficulty, answer buttons."""
    assert looks_right(LARGE, "pagedown", "left", "left", theme="light")


def test_the_first_page_of_a_small_terminal(looks_right: Look) -> None:
    """One column: as many weeks as fit, and the reviews to come, told at the cursor."""
    assert looks_right(SMALL, "tab", "right", "right")
