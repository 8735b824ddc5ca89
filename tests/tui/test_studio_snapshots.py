"""How the studio looks, at both sizes. `pytest --snapshot-update` takes them anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from authoring import StudioStage, studio_app, written
from stage import LARGE, SMALL
from textual.pilot import Pilot

from quizapp.lint.catalogue import rule_names
from quizapp.lint.configuration import Configuration
from quizapp.tui.app import QuizApp
from quizapp.tui.screens.studio_panes import Pane

FEW = Configuration({name: None for name in rule_names() if name not in ("answer-in-question", "answer-too-long")})
"""Few rules, so that a new one changes no picture."""

Compare = Callable[..., bool]
Look = Callable[..., bool]


@pytest.fixture
def looks_right(tmp_path: Path, snap_compare: Compare) -> Iterator[Look]:
    """Tell whether the studio looks as it did after a question was written about the quotas."""
    apps: list[QuizApp] = []

    def look(size: tuple[int, int], question: str, *keys: str, theme: str = "dark") -> bool:
        app, fake = studio_app(written(tmp_path, configuration=FEW), theme)
        apps.append(app)

        async def settle(pilot: Pilot[int]) -> None:
            stage = StudioStage(app, pilot, fake, tmp_path)
            await stage.until(lambda: stage.studio.bench is not None)
            await stage.settled()
            await stage.mark("$103 billion")
            if question:
                await stage.press("q")
                await stage.until(lambda: stage.studio.pane is Pane.NOTE)
                await stage.type(question)
            await stage.press(*keys)
            await stage.settled()

        return snap_compare(app, terminal_size=size, run_before=settle)

    yield look
    for app in apps:
        app.backstage.close()


def test_article_and_note_side_by_side(looks_right: Look) -> None:
    """The answer marked in the article, the question with its answer in it, and what the checks say of that."""
    assert looks_right(LARGE, "How large were the quotas, $103 billion?")


def test_the_article_alone_in_the_light_theme(looks_right: Look) -> None:
    """On a narrow terminal, with tabs, and the passage marked."""
    assert looks_right(SMALL, "", theme="light")
