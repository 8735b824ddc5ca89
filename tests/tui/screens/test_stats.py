"""The stats screen: what it is of, its cursor, its tables, what leads on from it."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from browsing import SEAS, live
from looking import looking, stats
from stage import SMALL, Stage
from test_safety import MARKUP, check
from worlds import World

from quizapp.clock import Clock
from quizapp.collection import Collection
from quizapp.config import Settings
from quizapp.errors import OutputFailed
from quizapp.stats.progress import Progress
from quizapp.stats.selection import Selection
from quizapp.tui.charts import gallery
from quizapp.tui.charts.amounts import ReviewsByTag
from quizapp.tui.exports import Export, Tell, Writing
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.pick import PickScreen
from quizapp.tui.screens.stats import StatsScreen


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Return one world for all tests here: none of them answers a card."""
    world = World(tmp_path_factory.mktemp("looking"))
    live(world)
    world.write("seas.yaml", SEAS.replace("[salt]", "[deep, salt]"))
    note = "{id: a, question: What?, answer: That}"
    world.write("trap.yaml", f"deck: trap\ntitle: '{MARKUP}'\ntags: ['{MARKUP}']\nnotes:\n  - {note}\n")
    return world


async def test_home_leads_there_and_back(world: World) -> None:
    async with looking(world, home=True) as stage:
        await stage.until_shown("s stats")
        await stage.press("s")
        await stage.until_shown("21 reviews on 10 days")
        assert "all decks  ·  last 52 weeks" in stage.rows[1]
        for title in ("Activity", "Coming reviews", "Retention", "Stability"):
            assert title in stage.text
        await stage.press("escape")
        await stage.until(lambda: isinstance(stage.app.screen, HomeScreen))


async def test_tab_goes_from_plot_to_plot_and_tells_the_value_under_the_cursor(world: World) -> None:
    async with looking(world) as stage:
        await stage.press("tab")
        row = stage.row("▌ Coming reviews")
        assert "today" in stage.rows[row + 1]
        await stage.press("tab", "tab", "down", "end")
        row = stage.row("▌ Stability")
        assert "over a year" in stage.rows[row + 1]
        await stage.press("tab")
        assert "▌ Knowledge" in stage.text
        assert "Activity" not in stage.text, "the page turns with the cursor"
        await stage.press("shift+tab", "pagedown")
        assert "▌ Knowledge" in stage.text


async def test_every_plot_has_a_table(world: World) -> None:
    async with looking(world, SMALL) as stage:
        await stage.press("v")
        assert "Wed 18 Nov 2026         3    3 s" in stage.text
        await stage.press("shift+tab", "shift+tab")
        row = next(row for row in stage.rows if "Which sea lies lowest?" in row)
        assert row.split()[-1] == "leech"
        await stage.press("escape")
        assert "9 ×" in stage.text
        await stage.press("enter")
        await stage.until_shown("Which sea lies lowest?")
        await stage.until(lambda: not isinstance(stage.app.screen, StatsScreen))


async def test_figures_are_of_a_deck_a_tag_and_a_range(world: World) -> None:
    async with looking(world) as stage:
        await stage.press("d")
        await stage.until(lambda: isinstance(stage.app.screen, PickScreen))
        await stage.press("down", "enter")
        await stage.until_shown("Rivers  ·  last 52 weeks")
        await stage.until_shown("1 review on 1 day")
        await stage.press("d", "home", "enter", "t", "end", "enter")
        await stage.until_shown("tag salt")
        await stage.until_shown("20 reviews on 10 days")
        await stage.press("y")
        await stage.until_shown("tag salt  ·  2026")
        await stage.press("y")
        await stage.until_shown("all time")
        await stage.press("Y", "Y")
        await stage.until_shown("last 52 weeks")


async def take(stage: Stage) -> None:
    """Take progress away in the first way there is."""
    await stage.press("x")
    await stage.until_shown("CSV files: reviews and days")
    await stage.press("enter")


async def test_an_export_writes_what_is_shown_and_says_where(world: World, tmp_path: Path) -> None:
    told: list[Selection] = []

    def write(settings: Settings, clock: Clock, shown: Progress, path: Path, tell: Tell) -> Path:
        told.append(shown.selection)
        if len(told) > 1:
            raise OutputFailed(path, "the disk is full")
        return path

    export = Export("CSV files", "reviews and days", lambda day: tmp_path / "out", write)
    async with looking(world, exports=[export]) as stage:
        await take(stage)
        await stage.until_shown("Written: ")
        assert told[0].first_day is not None
        await take(stage)
        await stage.until_shown("was not written")  # why may stand on the next line, after a long path


async def test_an_export_tells_how_far_it_is_while_every_key_works_and_esc_stops_it(
    world: World, tmp_path: Path
) -> None:
    ended = threading.Event()

    def write(settings: Settings, clock: Clock, shown: Progress, path: Path, tell: Tell) -> Path:
        try:
            while True:
                tell("Exporting reviews", 250, 1_000)
                ended.wait(0.02)
        finally:
            ended.set()

    export = Export("CSV files", "reviews and days", lambda day: tmp_path / "out", write)
    async with looking(world, exports=[export]) as stage:
        await take(stage)
        await stage.until_shown("Exporting reviews: 25 %")
        assert "x export" not in stage.footer, "one at a time"
        await stage.press("y")
        await stage.until_shown("all decks  ·  2026")  # figures do not wait for it either
        await stage.until_shown("Esc stops it.")
        await stage.press("escape")
        await stage.until(ended.is_set)
        await stage.until_shown("Stopped. Nothing was written.")
        assert "x export" in stage.footer


@pytest.mark.parametrize(
    ("done", "total", "passed", "words"),
    [
        (0, 10, 0, "Exporting…"),
        (250, 1_000, 0.5, "Exporting: 25 %."),
        (250, 1_000, 2, "Exporting: 25 %, 6 s left."),
        (1_200, 1_000, 2, "Exporting: 100 %, 0 s left."),
        (1_200, 0, 2, "Exporting: 1,200 so far."),
    ],
)
def test_what_is_left_of_an_export_is_told_after_a_second(
    monkeypatch: pytest.MonkeyPatch, done: int, total: int, passed: float, words: str
) -> None:
    now = [100.0]
    monkeypatch.setattr("quizapp.tui.exports.steady_s", lambda: now[0])
    writing = Writing("CSV files")
    assert writing.words() == "Writing CSV files…"
    writing.tell("Exporting", done, total)
    now[0] += passed
    assert writing.words() == words


async def test_no_key_waits_for_a_long_log_and_leaving_ends_the_reading(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended, going = threading.Event(), threading.Event()

    def statistics(self: Collection, selection: object, tell: object) -> None:
        try:
            for done in range(100_000):
                tell(done, 1_000_000)  # type: ignore[operator]
                going.wait(0.001)
        finally:
            ended.set()

    async with looking(world, home=True) as stage:
        await stage.until_shown("s stats")
        monkeypatch.setattr(Collection, "statistics", statistics)
        await stage.press("s")
        await stage.until_shown("of 1,000,000 reviews")
        assert "Coming reviews" in stage.text
        assert "▌" not in stage.text
        await stage.press("pagedown", "d", "enter", "v", "left", "x", "escape")
        await stage.until(lambda: isinstance(stage.app.screen, HomeScreen))
        await stage.until(ended.is_set)


async def test_without_an_answer_every_plot_says_so(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.write("empty.yaml", "deck: empty\ntitle: Empty\nnotes:\n  - {question: a, answer: b}\n")
    async with looking(world) as stage:
        assert "no reviews" in stage.text
        assert "No card has come back for a review yet." in stage.text
        await stage.press("tab", "left", "v", "v", "pagedown", "pagedown", "up", "enter", "end")
        assert "No quiz in these days." in stage.text


async def test_the_cursor_goes_by_days_and_leads_to_the_reviews_of_a_day_and_their_cards(world: World) -> None:
    async with looking(world) as stage:
        assert "Today · no reviews" in stage.text
        await stage.press("up", "up", "up", "up")
        assert "Wed 18 Nov · 3 reviews, 3 s" in stage.text
        await stage.press("left", "enter")
        assert "Wed 11 Nov · no reviews" in stage.text
        await stage.until_shown("No reviews on that day.")
        row = stage.row("Mon ")
        last_wednesday = (stage.rows[row].index("Mon ") + 4 + 2 * 51, row + 2)
        await stage.pilot.click(offset=last_wednesday)
        assert "Wed 18 Nov · 3 reviews, 3 s" in stage.text
        await stage.pilot.click(offset=last_wednesday)
        await stage.until_shown("Wednesday 18 November")
        rated = [row.replace("▌", "").split()[1] for row in stage.rows if "Which" in row]
        assert rated == ["Again", "Good", "Easy"]
        await stage.press("end", "enter")
        await stage.until_shown("Answers, 1 in 1 s")
        assert "difficulty" in stage.text
        assert "typed nil" in stage.text
        await stage.press("escape")
        await stage.until_shown("Wednesday 18 November")
        await stage.press("escape")
        assert "Wed 18 Nov · 3 reviews" in stage.text


async def test_nothing_that_a_deck_says_is_read_as_markup(world: World) -> None:
    async with looking(world) as stage:
        for key, edge in (("d", "end"), ("t", "down")):
            await stage.press(key, edge)
            await stage.until_shown("▌ [@click=app.quit]x[0]")
            check(stage)
            await stage.press("enter")
        await stage.until_shown("tag [@click=app.quit]x[0]")
        assert stats(stage).is_attached


async def test_where_a_plot_has_nothing_to_compare_any_more_the_cursor_goes_on_to_another(world: World) -> None:
    async with looking(world) as stage:
        await stage.press(*["tab"] * gallery.KINDS.index(ReviewsByTag))
        assert "▌ Tags" in stage.text
        assert "Kinds of notes" not in stage.text, "all are questions"
        await stage.press("d")
        await stage.until(lambda: isinstance(stage.app.screen, PickScreen))
        await stage.press("down", "enter")
        await stage.until_shown("Rivers  ·  last 52 weeks")
        assert "Tags" not in stage.text
        assert "▌ Hardest cards" in stage.text
        await stage.press("d", "home", "enter")
        await stage.until_shown("all decks  ·  last 52 weeks")
        await stage.press("shift+tab")
        assert "▌ Tags" in stage.text
