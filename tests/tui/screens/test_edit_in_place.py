"""Editing the card at hand, from studying and browsing, in deck files and with their progress."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from stage import LARGE, SMALL, Stage
from worlds import DAY, World

from quizapp import paths
from quizapp.answering.manner import Answering
from quizapp.collection import Collection
from quizapp.config import Settings
from quizapp.model import Rating
from quizapp.study.scope import Scope
from quizapp.tui.app import First, QuizApp
from quizapp.tui.note_desk import DeckDesk
from quizapp.tui.screens.browse import BrowseScreen
from quizapp.tui.screens.edit import EditScreen
from quizapp.tui.screens.study import StudyScreen
from quizapp.tui.widgets.note_field import NoteField

RIVERS = """\
# My rivers
deck: rivers
title: Rivers
notes:
  - question: Which river flows through Cairo?   # asked often
    answer: 'The Nile'
  - id: lengths
    cloze: "The Rhine is {{1,233 km}} long and the Oder {{840 km}}."
"""


@pytest.fixture
def world(tmp_path: Path) -> World:
    world = World(tmp_path)
    world.write("rivers.yaml", RIVERS)
    return world


@asynccontextmanager
async def playing(
    world: World,
    scope: Scope | None = None,
    *,
    size: tuple[int, int] = LARGE,
    settings: Settings | None = None,
    **first: object,
) -> AsyncIterator[Stage]:
    def open_collection(settings: Settings) -> Collection:
        return Collection.open(settings, world.clock)

    app = QuizApp(settings or world.settings, scope, open_collection, clock=world.clock, **first)  # type: ignore[arg-type]
    try:
        async with app.run_test(size=size) as pilot:
            yield Stage(app, pilot, None)  # type: ignore[arg-type]
    finally:
        app.backstage.close()


async def open_form(stage: Stage, key: str = "e") -> EditScreen:
    await stage.press(key)
    await stage.until(lambda: isinstance(stage.app.screen, EditScreen) and stage.app.screen.has_class("-open"))
    assert isinstance(stage.app.screen, EditScreen)
    return stage.app.screen


def write(screen: EditScreen, key: str, text: str) -> None:
    field = screen.form._boxes[key].field
    assert isinstance(field, NoteField)
    field.write(text)


async def save(stage: Stage, onto: type) -> None:
    await stage.pilot.pause()
    await stage.press("ctrl+s")
    await stage.until(lambda: isinstance(stage.app.screen, onto))


def answered(world: World, card: str, rating: Rating = Rating.EASY) -> None:
    """Answer a card once; others of the session are left."""
    with world.open() as collection:
        session = collection.study(Scope(card_ids=frozenset({card})))
        assert session.current is not None
        session.rate(rating, duration_ms=1000)


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_study_goes_on_with_the_new_text_and_the_old_progress(world: World, size: tuple[int, int]) -> None:
    with world.open() as collection:
        nile = next(card for card in collection.cards.values() if card.answer == "The Nile").card_id
    answered(world, nile)
    world.clock.pass_ms(300 * DAY)
    async with playing(world, Scope(), size=size) as stage:
        await stage.until_shown("Which river flows through Cairo?")
        form = await open_form(stage)
        write(form, "question", "What is the river of Cairo and of Khartoum called?")
        await save(stage, StudyScreen)
        await stage.until_shown("What is the river of Cairo and of Khartoum called?")
        assert "saved" in stage.text
        assert "Review" in stage.text
        await stage.reveal_and_rate("3")
        await stage.until(lambda: "Khartoum" not in stage.text)
    text = (world.decks / "rivers.yaml").read_text(encoding="utf-8")
    assert "Khartoum" in text
    assert text.startswith("# My rivers\n")
    assert "    answer: 'The Nile'\n" in text
    with world.open() as collection:
        (card,) = (card for card in collection.cards.values() if card.answer == "The Nile")
        schedule = collection.states[card.card_id].schedule
        assert schedule is not None
        assert schedule.reps == 2


async def test_an_answer_that_was_shown_is_shown_again_with_its_new_text(world: World) -> None:
    async with playing(world, Scope()) as stage:
        await stage.until_shown("Cairo")
        await stage.press("space")
        form = await open_form(stage)
        write(form, "answer", "The White and the Blue Nile")
        await save(stage, StudyScreen)
        await stage.until_shown("The White and the Blue Nile")
        assert "Again" in stage.text


async def test_esc_changes_nothing_and_the_draft_is_there_when_one_comes_again(world: World) -> None:
    async with playing(world, Scope()) as stage:
        await stage.until_shown("Cairo")
        form = await open_form(stage)
        write(form, "answer", "Half a thought")
        await stage.press("escape")
        await stage.until(lambda: isinstance(stage.app.screen, StudyScreen))
        assert "Cairo" in stage.text
        await open_form(stage)
        await stage.until_shown("What you had not saved is here again")
        assert "Half a thought" in stage.text
    assert (world.decks / "rivers.yaml").read_text(encoding="utf-8") == RIVERS


async def test_a_renamed_gap_keeps_its_progress_and_is_asked_on(world: World) -> None:
    answered(world, "rivers/lengths#840-km")
    world.clock.pass_ms(300 * DAY)
    async with playing(world, Scope(card_ids=frozenset({"rivers/lengths#840-km"}))) as stage:
        await stage.until_shown("Oder")
        form = await open_form(stage)
        write(form, "cloze", "The Rhine is {{1,233 km}} long and the Oder {{866 km}}.")
        await save(stage, StudyScreen)
        await stage.until_shown("saved")
        assert "Review" in stage.text
        await stage.press("space")
        await stage.until_shown("866 km")
    with world.open() as collection:
        schedule = collection.states["rivers/lengths#866-km"].schedule
        assert schedule is not None
        assert schedule.reps == 1


async def test_a_gap_that_goes_leaves_its_progress_as_an_orphans_and_that_is_said(world: World) -> None:
    answered(world, "rivers/lengths#840-km")
    world.clock.pass_ms(DAY)
    answered(world, "rivers/lengths#1-233-km")
    world.clock.pass_ms(300 * DAY)
    async with playing(world, Scope(card_ids=frozenset({"rivers/lengths#840-km"}))) as stage:
        await stage.until_shown("Oder")
        form = await open_form(stage)
        write(form, "cloze", "The Rhine is 1,233 km long and the Oder {{840 km}}.")
        await save(stage, StudyScreen)
        await stage.until_shown("1 card is gone, the progress is kept as an orphan’s")
    with world.open() as collection:
        assert "rivers/lengths#1-233-km" in collection.states


async def test_a_typed_answer_takes_the_letter_and_f9_edits(world: World) -> None:
    async with playing(world, Scope()) as stage:
        await stage.until_shown("Cairo")
        await stage.press("t")
        study = stage.app.screen
        assert isinstance(study, StudyScreen)
        await stage.until(lambda: study._sitting.answering is Answering.TYPED and study.card.place is not None)
        await stage.press("e")
        assert isinstance(stage.app.screen, StudyScreen)
        assert "f9 edit" in stage.footer
        await open_form(stage, "f9")
        await stage.press("escape")
        await stage.until(lambda: isinstance(stage.app.screen, StudyScreen))


async def test_browse_edits_the_card_under_the_cursor_and_shows_it_as_it_is_now(world: World) -> None:
    async with playing(world, first=First("browse", lambda app: app.browse("cairo"))) as stage:
        await stage.until_shown("1 of 3 cards")
        stage.app.screen.set_focus(None)
        await stage.pilot.pause()
        form = await open_form(stage)
        write(form, "question", "Which river flows through old Cairo?")
        await save(stage, BrowseScreen)
        await stage.until_shown("Which river flows through old Cairo?")
        assert "Saved." in stage.text


async def test_a_deck_changed_underneath_is_refused_and_read_anew(world: World) -> None:
    path = world.decks / "rivers.yaml"
    async with playing(world, Scope()) as stage:
        await stage.until_shown("Cairo")
        form = await open_form(stage)
        write(form, "answer", "The Nile, of course")
        path.write_text(RIVERS + "  - question: New?\n    answer: Yes\n", encoding="utf-8")
        await stage.pilot.pause()
        await stage.press("ctrl+s")
        await stage.until_shown("✗ /")
        await stage.press("f7")
        await stage.until_shown("The note was read anew")
        await save(stage, StudyScreen)
    text = path.read_text(encoding="utf-8")
    assert "New?" in text
    assert "The Nile, of course" in text


async def test_a_shipped_deck_is_copied_first_and_that_is_said(
    world: World, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    monkeypatch.setattr(paths, "default_deck_folder", lambda: own)
    monkeypatch.setattr(paths, "shipped_decks", lambda: world.decks)
    settings = Settings(
        database=tmp_path / "progress.db",
        config_file=tmp_path / "config.toml",
        cache_folder=None,
        state_folder=tmp_path / "state",
    )
    async with playing(world, Scope(), settings=settings) as stage:
        await stage.until_shown("Cairo")
        form = await open_form(stage)
        write(form, "answer", "The river Nile")
        await save(stage, StudyScreen)
        await stage.until_shown("saved, in a copy of the deck")
        await stage.press("space")
        await stage.until_shown("The river Nile")
    assert "The river Nile" in (own / "rivers.yaml").read_text(encoding="utf-8")
    assert (world.decks / "rivers.yaml").read_text(encoding="utf-8") == RIVERS


async def test_notes_are_added_to_a_file_also_when_it_changed_meanwhile(world: World) -> None:
    from quizapp.store.deckdesk import open_deck

    path = world.decks / "rivers.yaml"
    desk = DeckDesk(open_deck(path, may_be_shipped=False), {"tags": ("water",)})
    async with playing(world, first=First("edit", lambda app: app.add_notes(desk))) as stage:
        await stage.until(lambda: stage.app.screen.has_class("-open"))
        for number, (question, answer) in enumerate((("Po?", "Turin"), ("Elbe?", "Dresden")), start=1):
            await stage.press(*question, "tab", *answer)
            await stage.press("ctrl+s")
            await stage.until_shown(f"{number} added")
            path.write_text(path.read_text(encoding="utf-8") + "# by another hand\n", encoding="utf-8")
        await stage.press("escape")
        await stage.pilot.pause()
    text = path.read_text(encoding="utf-8")
    assert text.count("# by another hand") == 2
    assert "  - id: po\n    question: Po?\n    answer: Turin\n    tags: [water]\n" in text
    assert "question: Elbe?" in text
