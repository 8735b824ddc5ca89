"""How the browse screen looks, at both sizes, on a fixed day. `pytest --snapshot-update` takes them anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browsing import browse, browser_app, live
from stage import LARGE, SMALL, Stage
from textual.pilot import Pilot
from worlds import World

from quizapp.tui.app import QuizApp

Compare = Callable[..., bool]
Look = Callable[..., bool]


@pytest.fixture
def looks_right(tmp_path: Path, snap_compare: Compare) -> Iterator[Look]:
    """Tell whether the app looks as it did after these steps, each of them keys and words that only they bring up.

    Keys that are pressed before would act on what was shown until then, and a picture that is taken before would
    lack the card beside the table, which comes when the cursor rests.
    """
    apps: list[QuizApp] = []
    world = World(tmp_path)
    live(world)

    def look(query: str, size: tuple[int, int], *steps: tuple[str, str], theme: str = "dark") -> bool:
        app = browser_app(world, query, theme)
        apps.append(app)

        async def settle(pilot: Pilot[int]) -> None:
            stage = Stage(app, pilot, None)  # type: ignore[arg-type]
            await stage.until(lambda: browse(stage)._results is not None)
            for keys, words in steps:
                await stage.press(*keys.split())
                await stage.until_shown(words)

        return snap_compare(app, terminal_size=size, run_before=settle)

    yield look
    for app in apps:
        app.backstage.close()


def test_table_and_card(looks_right: Look) -> None:
    """Two groups, two cards marked and suspended; beside them the leech under the cursor, its curve, its answers."""
    suspend = ("space space !", "Suspended 2 cards")
    assert looks_right("-zzz", LARGE, suspend, ("end up up up up", "A leech, with 9 lapses"))


def test_table_in_the_light_theme(looks_right: Look) -> None:
    """Ordered by stability, without groups; the card beside is one of the Nile."""
    assert looks_right("-zzz", LARGE, ("o o o", "by stability"), ("down", "94 % today"), theme="light")


def test_a_query_with_a_mistake(looks_right: Look) -> None:
    """On a narrow terminal, the wrong part underlined, and below the line what is wrong with it."""
    assert looks_right("river is:dew", SMALL, ("slash", "f1 manual"))


def test_the_sheet_of_a_card(looks_right: Look) -> None:
    """All that is known of the leech on a narrow terminal, from its top."""
    assert looks_right("is:leech", SMALL, ("enter", "stability"))
