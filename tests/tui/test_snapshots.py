"""How the screens look, at both sizes, on a fixed day. `pytest --snapshot-update` takes them anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fake_collection import EPP, FEES, MEMO, QDII, SUNDAY, FakeCollection, FakeSession
from stage import LARGE, SMALL, Stage, is_ready
from textual.pilot import Pilot

from quizapp.config import Settings
from quizapp.model import Phase, Rating
from quizapp.study.scope import Failed, Scope
from quizapp.tui.app import QuizApp
from quizapp.tui.screens.summary import SummaryScreen

Compare = Callable[..., bool]
Look = Callable[..., bool]


@pytest.fixture
def looks_right(fake: FakeCollection, snap_compare: Compare) -> Iterator[Look]:
    """Tell whether the app looks as it did, after these keys."""
    apps: list[QuizApp] = []

    def look(scope: Scope | None, size: tuple[int, int], *keys: str, theme: str = "dark", until: object = None) -> bool:
        app = QuizApp(
            Settings(database=Path("progress.db"), theme=theme),
            scope,
            fake.open,  # type: ignore[arg-type]
            clock=fake.clock,
        )
        apps.append(app)

        async def settle(pilot: Pilot[int]) -> None:
            stage = Stage(app, pilot, fake)
            await stage.until(lambda: is_ready(app))
            await stage.press(*keys)
            if isinstance(until, type):
                await stage.until(lambda: isinstance(app.screen, until))

        return snap_compare(app, terminal_size=size, run_before=settle)

    yield look
    for app in apps:
        app.backstage.close()


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
def test_home(looks_right: Look, size: tuple[int, int]) -> None:
    """Today's number, the button, decks with the marked one first, streak, forecast: bars if wide, columns if not."""
    assert looks_right(None, size)


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
def test_question(looks_right: Look, size: tuple[int, int]) -> None:
    """The card at the top with its hint's key in the answer's place, one action below it."""
    assert looks_right(Scope(), size)


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
def test_answer(looks_right: Look, size: tuple[int, int]) -> None:
    """The same card with answer, explanation, source and recall; four ratings where the action stood, Good marked."""
    assert looks_right(Scope(), size, "space")


def test_answer_in_the_light_theme(looks_right: Look) -> None:
    """The same layout, the card lighter than the page."""
    assert looks_right(Scope(), LARGE, "space", theme="light")


def test_cloze(looks_right: Look, fake: FakeCollection) -> None:
    """The gap underlined in the sentence, and what fills it below the fold in the gap's colour."""
    fake.session = FakeSession(fake.clock, [FEES], {FEES.card_id: Phase.NEW}, fake.told, done_before=26)
    assert looks_right(Scope(), LARGE, "space")


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
def test_summary(looks_right: Look, fake: FakeCollection, size: tuple[int, int]) -> None:
    """Answers by rating beside recall, the cards worth another look, one button back."""
    given = [Rating.AGAIN] * 6 + [Rating.HARD] * 7 + [Rating.GOOD] * 29 + [Rating.EASY] * 4
    fake.session = FakeSession(
        fake.clock,
        [QDII],
        {},
        fake.told,
        done_before=-9,
        failed=(
            Failed(
                QDII._replace(prompt="Which were the first major foreign groups to open a fund?"), 2, SUNDAY + 1, None
            ),
            Failed(MEMO, 1, SUNDAY + 1, None),
            Failed(EPP, 1, SUNDAY + 1, None),
        ),
    )
    fake.study = lambda scope: fake.session  # type: ignore[method-assign, assignment, return-value]
    fake.session.answered = [(QDII, rating) for rating in given]
    assert looks_right(Scope(), size, "space", "wait:200", "3", until=SummaryScreen)
