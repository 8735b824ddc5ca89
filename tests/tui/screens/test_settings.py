"""Settings on screen: shown, changed in place, taken at once, and written into the file."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import pytest
from fake_collection import NOTHING_DUE, FakeCollection
from stage import LARGE, SIZES, SMALL, Stage, is_ready, staged
from worlds import DECK, World

from quizapp import config
from quizapp.collection import Collection
from quizapp.config import Settings
from quizapp.config.table import DESIRED_RETENTION, SETTINGS
from quizapp.config.writing import write_setting
from quizapp.errors import ConfigInvalid
from quizapp.study.scope import Scope
from quizapp.tui.actions import SCREENS
from quizapp.tui.app import QuizApp
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.settings import GROUPS, SettingsScreen

Kept = list[tuple[tuple[str, ...], object]]
KEYS = GROUPS.index("Keys")


@pytest.fixture
def kept() -> Kept:
    """What was written into the file: where, and what."""
    return []


@asynccontextmanager
async def at_settings(
    fake: FakeCollection, kept: Kept, size: tuple[int, int] = SMALL, group: str = "Study"
) -> AsyncIterator[Stage]:
    async with staged(fake, size=size, keep=lambda path, value: kept.append((tuple(path), value))) as stage:
        await stage.press("comma")
        await stage.until(lambda: isinstance(stage.app.screen, SettingsScreen))
        await stage.until_shown("new_per_day  in [study]")
        for _ in range(GROUPS.index(group)):
            await stage.press("right")
        yield stage


@pytest.mark.parametrize("size", SIZES)
async def test_every_group_shows_its_settings_with_values(
    fake: FakeCollection, kept: Kept, size: tuple[int, int]
) -> None:
    async with at_settings(fake, kept, size) as stage:
        seen = ""
        for group in GROUPS:
            await stage.until(
                lambda group=group: "b u" in stage.style_of(group) or "underline" in stage.style_of(group)
            )
            seen += stage.text
            await stage.press("right")
        for setting in SETTINGS:
            assert setting.means in seen
        assert "China’s savings pot" in seen
        assert "Show the keys of this screen" in seen
        assert "new_per_day  in [study]" in stage.text, "the groups go round"


@pytest.mark.parametrize("size", SIZES)
async def test_a_number_is_written_in_place_and_taken(fake: FakeCollection, kept: Kept, size: tuple[int, int]) -> None:
    async with at_settings(fake, kept, size) as stage:
        await stage.press("enter", *"35")
        assert kept == []
        await stage.press("enter")
        await stage.until_shown("new_per_day is now 35.")
        assert kept == [(("study", "new_per_day"), 35)]
        assert stage.app.settings.study.new_per_day == 35
        assert fake.told[-1] == ("settings", stage.app.settings)
        assert "35   default 20" in stage.rows[stage.row("New cards a day")]
        await stage.press("d")
        await stage.until_shown("new_per_day is now 20.")
        assert kept[-1] == (("study", "new_per_day"), None)
        assert "This is its default." in stage.text


async def test_a_mistake_is_told_in_place_and_esc_keeps_what_was_written(fake: FakeCollection, kept: Kept) -> None:
    async with at_settings(fake, kept) as stage:
        await stage.press("enter", *"many")
        await stage.until_shown("✗ Write a whole number from 0 to 9999.")
        assert "f1 manual" in stage.footer, "letters go into the line"
        await stage.press("enter")
        assert kept == []
        await stage.press("escape")
        await stage.until_shown("new_per_day  in [study]")
        await stage.press("enter")
        await stage.until_shown("many")
        await stage.press("escape", "escape")
        await stage.until(lambda: isinstance(stage.app.screen, HomeScreen))


async def test_what_is_no_text_or_far_too_long_is_only_refused(fake: FakeCollection, kept: Kept) -> None:
    async with at_settings(fake, kept) as stage:
        await stage.press("enter")
        screen = stage.app.screen
        assert isinstance(screen, SettingsScreen)
        for text in ("9" * 100_000, "\x1b]52;c;x\x07", "١٢٣٤٥٦", "", "[@click=app.quit]"):
            screen.entry.value = text
            await stage.press("enter")
            await stage.until_shown("✗ Write a whole number")
        assert kept == []


@pytest.mark.parametrize("key", ["enter", "space"])
async def test_one_of_a_few_values_is_taken_by_going_round(fake: FakeCollection, kept: Kept, key: str) -> None:
    async with at_settings(fake, kept, group="Easy days") as stage:
        await stage.press(key, key, key)
        await stage.until(lambda: len(kept) == 3)
        assert [value for _, value in kept] == ["less", "off", "all"]
        await stage.press("down", key)
        await stage.until_shown("tuesday is now less.")
        assert stage.app.settings.study.easy_days == (1, 0.5, 1, 1, 1, 1, 1)


async def test_the_theme_changes_under_ones_eyes(fake: FakeCollection, kept: Kept) -> None:
    async with at_settings(fake, kept, group="Screen") as stage:
        await stage.press("enter")
        await stage.until(lambda: "#f2f0ea" in stage.style_of("quizapp"))
        await stage.press("ctrl+t")
        await stage.until(lambda: kept == [(("screen", "theme"), "light"), (("screen", "theme"), "dark")])


async def test_a_deck_has_limits_of_its_own(fake: FakeCollection, kept: Kept) -> None:
    async with at_settings(fake, kept, LARGE, group="Decks") as stage:
        await stage.until_shown("Europe’s center-right")
        await stage.press("down", "down", "down", "enter", *"7", "enter")
        await stage.until_shown("reviews_per_day is now 7.")
        assert kept == [(("study", "decks", "europe", "reviews_per_day"), 7)]


async def test_the_mouse_marks_changes_and_turns_groups(fake: FakeCollection, kept: Kept) -> None:
    async with at_settings(fake, kept) as stage:
        await stage.click("Easy days")
        await stage.until_shown("Cards on a Friday")
        await stage.click("Cards on a Friday")
        await stage.until_shown("friday  in [study.easy_days]")
        assert kept == []
        await stage.click("Cards on a Friday")
        await stage.until_shown("friday is now less.")
        await stage.click("back to all")
        await stage.until_shown("friday is now all.")


async def test_a_file_that_cannot_be_written_changes_nothing_and_says_why(fake: FakeCollection) -> None:
    def refuse(path: object, value: object) -> None:
        raise ConfigInvalid("config.toml", "it was not changed (read-only).", "Make it writable.")

    async with staged(fake, keep=refuse) as stage:
        await stage.press("comma")
        await stage.until_shown("new_per_day  in [study]")
        await stage.press("enter", *"5", "enter")
        await stage.until_shown("✗ config.toml: it was not changed (read-only). Make it writable.")
        assert stage.app.settings.study.new_per_day == 20
        assert fake.told[-1] == ("settings", stage.app.settings)


# Keys


async def mark(stage: Stage, means: str) -> None:
    """Mark an action in the list of keys."""
    screen = stage.app.screen
    assert isinstance(screen, SettingsScreen)
    for _ in range(300):
        if screen.list.marked is not None and screen.list.marked.means == means:
            return
        screen.action_down()
    raise AssertionError(means)


@pytest.mark.parametrize("size", SIZES)
async def test_a_new_key_is_pressed_and_holds_everywhere(
    fake: FakeCollection, kept: Kept, size: tuple[int, int]
) -> None:
    fake.view = NOTHING_DUE
    async with at_settings(fake, kept, size, group="Keys") as stage:
        await mark(stage, "Go through any cards; leaves their schedule alone")
        await stage.press("enter")
        await stage.until_shown("Press the new key for")
        assert stage.footer.split() == ["esc", "back"]
        await stage.press("w")
        await stage.until_shown("home.cram is now w.")
        assert kept == [(("keys", "home.cram"), "w")]
        await stage.press("escape")
        await stage.until_shown("w  Cram")
        await stage.press("c")
        assert ("study", Scope(cram=True)) not in fake.told
        await stage.press("w")
        await stage.until(lambda: ("study", Scope(cram=True)) in fake.told)


async def test_a_key_that_is_taken_or_no_key_is_named_and_asked_for_again(fake: FakeCollection, kept: Kept) -> None:
    async with at_settings(fake, kept, group="Keys") as stage:
        await mark(stage, "Set this card aside until tomorrow")
        await stage.press("enter", "h")
        await stage.until_shown("h is “Show the hint” (Studying).")
        await stage.press("f1")
        await stage.until_shown("f1 is “Open the manual” (Everywhere).")
        await stage.press("ctrl+j")
        await stage.until_shown("ctrl+j is Enter to a terminal.")
        await stage.press("escape")
        await stage.until_shown("study.bury  in [keys]")
        assert kept == []
        assert isinstance(stage.app.screen, SettingsScreen)


async def test_a_letter_takes_the_letters_place_and_d_gives_the_keys_back(fake: FakeCollection, kept: Kept) -> None:
    async with at_settings(fake, kept, LARGE, group="Keys") as stage:
        await mark(stage, "Set this card aside until tomorrow")
        await stage.press("enter", "z")
        await stage.until_shown("study.bury is now z  f5.")
        await stage.press("enter", "f11")
        await stage.until_shown("study.bury is now z  f11.")
        await stage.press("enter", "comma")
        await stage.until_shown("study.bury is now ,  f11.")
        assert kept[-1] == (("keys", "study.bury"), "comma,f11")
        await stage.press("d")
        await stage.until_shown("study.bury is now b  f5.")
        assert kept[-1] == (("keys", "study.bury"), None)
        assert stage.app.settings.keys == {}


async def test_two_actions_change_keys_by_way_of_a_third(fake: FakeCollection, kept: Kept) -> None:
    async with at_settings(fake, kept, LARGE, group="Keys") as stage:
        for means, key in (("bury", "z"), ("undo", "b"), ("bury", "u")):
            tells = next(action.tells for action in SCREENS["Studying"] if action.id == f"study.{means}")
            stage.page.groups.show(KEYS)  # type: ignore[attr-defined]
            stage.page.action_group(KEYS)  # type: ignore[attr-defined]
            await mark(stage, tells)
            await stage.press("enter", key)
            await stage.until_shown(f"study.{means} is now {key}  ")
        await stage.press("escape")
        await stage.until(lambda: is_ready(stage.app))
        await stage.press("enter")
        await stage.until_shown("QDII")
        await stage.press("u")
        await stage.until(lambda: ("bury", "china/qdii") in fake.told)
        await stage.press("b")
        await stage.until(lambda: ("undo", None) in fake.told)


async def test_keys_of_the_file_stand_beside_what_they_act_on(fake: FakeCollection) -> None:
    keys = {
        "study.hint": "x,f2",
        "study.take": "g,enter",
        "study.good": "k",
        "study.source": "v",
        "study.details": "j",
        "keys": "f12",
    }
    settings = Settings(database=Path("progress.db"), deck_paths=(Path("decks"),), keys=keys)
    app = QuizApp(settings, Scope(), fake.open, clock=fake.clock)  # type: ignore[arg-type]
    try:
        async with app.run_test(size=LARGE) as pilot:
            stage = Stage(app, pilot, fake)
            await stage.until(lambda: is_ready(app))
            assert "x  hint" in stage.text
            assert stage.rows[stage.row("Show answer") + 1].strip().endswith("g")
            assert "f12 keys" in stage.footer
            await stage.press("space", "h")
            assert "It begins with Q." not in stage.text
            await stage.press("x", "g")
            await stage.until_shown("k  Good")
            assert "v  source" in stage.text
            assert "j  recall" in stage.text
            await stage.press("3")
            assert ("rate", 3) not in fake.told
            await stage.press("f12")
            await stage.until_shown("Rate Good: recalled")
            assert "k" in stage.rows[stage.row("Rate Good: recalled")].split()
            await stage.press("escape", "k")
            await stage.until(lambda: ("rate", 3) in fake.told)
    finally:
        app.backstage.close()


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"study.hnt": "z"}, "study.hnt is no action. Did you mean study.hint?"),
        ({"x" * 9: "z"}, "See which there are: quizapp config keys"),
        ({"study.hint": "b"}, "b is the key of both study.hint and study.bury."),
        ({"study.hint": "z", "study.bury": "z"}, "z is the key of both"),
        ({"keys": "b"}, "b is the key of both keys and "),
    ],
)
def test_keys_that_cannot_be_end_the_program_before_it_begins(
    fake: FakeCollection, keys: dict[str, str], said: str
) -> None:
    settings = Settings(database=Path("progress.db"), config_file=Path("config.toml"), keys=keys)
    with pytest.raises(ConfigInvalid, match=f"config.toml: keys: .*{said}".replace("?", r"\?")):
        QuizApp(settings, None, fake.open, clock=fake.clock)  # type: ignore[arg-type]


# On a real collection, with a file


@asynccontextmanager
async def playing(world: World, size: tuple[int, int] = SMALL) -> AsyncIterator[Stage]:
    def open_collection(settings: Settings) -> Collection:
        return Collection.open(settings, world.clock)

    settings = world.settings
    keep = partial(write_setting, settings.config_file)
    app = QuizApp(settings, None, open_collection, clock=world.clock, keep=keep)
    try:
        async with app.run_test(size=size) as pilot:
            stage = Stage(app, pilot, None)  # type: ignore[arg-type]
            await stage.until(lambda: is_ready(app))
            await stage.press("comma")
            await stage.until_shown("new_per_day  in [study]")
            yield stage
    finally:
        app.backstage.close()


@pytest.fixture
def world(tmp_path: Path) -> World:
    world = World(tmp_path)
    world.write("rivers.yaml", DECK)
    return world


def loaded(world: World) -> Settings:
    return config.load(environ={"QUIZAPP_CONFIG": str(world.settings.config_file)})


async def test_a_new_limit_holds_as_soon_as_one_is_home_again(world: World) -> None:
    async with playing(world) as stage:
        await stage.press("enter", *"1", "enter")
        await stage.until_shown("new_per_day is now 1.")
        await stage.press("escape")
        await stage.until_shown("1 new")
    assert loaded(world).study.new_per_day == 1


@pytest.mark.parametrize("size", SIZES)
async def test_desired_retention_tells_what_it_means_before_it_is_taken(world: World, size: tuple[int, int]) -> None:
    async with playing(world, size) as stage:
        await stage.press("right", "right", "right", "enter", *"97", "enter")
        await stage.until_shown("97 % instead of 90 % means about")
        await stage.until_shown("enter takes it, esc leaves it.")
        assert not world.settings.config_file.exists()
        await stage.press("escape")
        await stage.until(lambda: "takes it" not in stage.text)
        await stage.press("enter")
        await stage.until_shown("enter takes it")
        await stage.press("enter")
        await stage.until_shown("desired_retention is now 97 %.")
        await stage.until_shown("d  back to 90 %")
        await stage.press("d")
        await stage.until_shown("90 % instead of 97 % means about")
        await stage.press("enter")
        await stage.until_shown("desired_retention is now 90 %.")
        assert world.settings.config_file.read_text() == "[scheduling]\n"
    with world.open() as collection:
        events = collection.store.settings_events()
        assert [event.detail["desired_retention"] for event in events] == [0.97, 0.9]


async def test_weights_that_the_scheduler_refuses_are_not_written(world: World) -> None:
    async with playing(world, LARGE) as stage:
        await stage.press("left", "left", "left", "left")
        for _ in range(5):
            await stage.press("down")
        await stage.press("enter")
        stage.page.entry.value = "1000 " * 21  # type: ignore[attr-defined]
        await stage.press("enter")
        await stage.until_shown("is not between")
        assert not world.settings.config_file.exists()
        assert DESIRED_RETENTION.is_default(stage.app.settings)
