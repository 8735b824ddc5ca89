"""A quiz on the screens: set up, taken, left and gone on with, looked at, and kept."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from stage import SIZES, SMALL, Stage
from worlds import World

from quizapp.collection import Collection
from quizapp.config import Settings
from quizapp.quiz.settings import QuizSettings
from quizapp.tui.app import First, QuizApp

DECK = """deck: kinds
title: Kinds
tags: [all]
notes:
  - {id: q, question: What is the capital of France?, answer: Paris, where: "Section, ¶ 2", explain: Since 987.}
  - {id: s, statement: It holds., holds: true}
"""


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.chdir(tmp_path)
    made = World(tmp_path / "world")
    made.write("kinds.yaml", DECK)
    return made


@asynccontextmanager
async def quizzing(world: World, size: tuple[int, int] = SMALL) -> AsyncIterator[Stage]:
    """Stand on the set-up of a quiz."""
    app = QuizApp(world.settings, None, lambda settings: Collection.open(settings, world.clock), clock=world.clock)
    try:
        async with app.run_test(size=size) as pilot:
            stage = Stage(app, pilot, None)  # type: ignore[arg-type]
            await stage.until_shown("Kinds")
            await stage.press("z")
            await stage.until_shown("Begin the quiz")
            yield stage
    finally:
        app.backstage.close()


async def answer(stage: Stage) -> None:
    """Answer the question that is shown: wrongly, and rightly where it is a statement."""
    await stage.until(lambda: stage.app.focused and stage.app.focused is stage.page.card.place)  # type: ignore[attr-defined]
    await stage.press(*("t" if "It holds." in stage.text else ("x", "enter")))


@pytest.mark.parametrize("size", SIZES)
async def test_a_quiz_from_set_up_to_its_score(world: World, size: tuple[int, int]) -> None:
    async with quizzing(world, size) as stage:
        assert "all decks" in stage.text
        await stage.press("enter")
        await stage.until_shown("Question 1")
        assert "1 of 2" in stage.text
        await answer(stage)
        await stage.until_shown("1 answered")
        await answer(stage)
        await stage.until_shown("1 of 2 marks")
        assert "✗ What is the capital of France?" in stage.text
        assert "✓ It holds." in stage.text
        await stage.press("space")
        await stage.until_shown("Section, ¶ 2")
        assert "Paris" in stage.text
        await stage.press("escape", "enter")
        await stage.until_shown("cards today")
    with world.open() as collection:
        assert [record.score for record in collection.quizzes.past()] == [1]


async def test_the_form_changes_by_arrows_and_takes_a_paper_by_its_number(world: World) -> None:
    async with quizzing(world) as stage:
        await stage.until(lambda: "past" in stage.footer or "change" in stage.footer)
        await stage.press("right")
        await stage.until_shown("‹ Kinds ›")
        await stage.press("right")
        await stage.until_shown("‹ tag all ›")
        await stage.press("down", "right")
        await stage.until_shown("‹ 50 questions ›")
        await stage.press("down", "down", "down", "4", "2", "3", "backspace")
        await stage.until_shown("number 42")
        await stage.press("enter")
        await stage.until_shown("Question 1")


async def test_with_feedback_at_once_the_right_answer_shows_before_the_next_question(world: World) -> None:
    async with quizzing(world) as stage:
        await stage.press("down", "down", "right")
        await stage.until_shown("shown after each answer")
        await stage.press("enter")
        await stage.until_shown("Question 1")
        await answer(stage)
        await stage.until_shown("Next question")
        assert "your choice" in stage.text or "Answer" in stage.text
        await stage.press("enter")
        await stage.until_shown("Question 2")
        await answer(stage)
        await stage.until_shown("See the result")
        await stage.press("enter")
        await stage.until_shown("1 of 2 marks")


async def test_a_quiz_is_left_and_gone_on_with(world: World) -> None:
    async with quizzing(world) as stage:
        await stage.press("enter")
        await stage.until_shown("Question 1")
        await answer(stage)
        await stage.until_shown("1 answered")
        await stage.press("escape")
        await stage.until_shown("The quiz is kept")
        await stage.press("z")
        await stage.until_shown("1 of 2 answered")
        await stage.press("g")
        await stage.until_shown("1 answered")


async def test_words_in_a_number_field_get_a_clear_line(world: World) -> None:
    world.write("kinds.yaml", "deck: k\ntitle: Kinds\nnotes:\n  - {question: How long?, number: '6650', unit: km}\n")
    async with quizzing(world) as stage:
        await stage.press("enter")
        await stage.until_shown("How long?")
        await answer(stage)
        await stage.until_shown("No number found")
        assert "How long?" in stage.text


async def test_skipping_comes_back_and_handing_in_asks_once_about_what_is_open(world: World) -> None:
    async with quizzing(world) as stage:
        await stage.press("enter")
        await stage.until_shown("Question 1")
        await stage.press("f3")
        await stage.until_shown("Question 2")
        await stage.press("f3")
        await stage.until_shown("Question 1")
        await stage.press("f8")
        await stage.until_shown("2 questions not answered yet")
        await stage.press("f8")
        await stage.until_shown("0 of 2 marks")


async def test_a_mark_is_overruled_until_the_quiz_is_kept_which_counts_once_and_until_taken_back(world: World) -> None:
    async with quizzing(world) as stage:
        await stage.press("enter")
        for number in (1, 2):
            await stage.until_shown(f"{number} of 2")
            await answer(stage)
        await stage.until_shown("1 of 2 marks")
        await stage.press("o")
        await stage.until_shown("2 of 2 marks")
        await stage.press("c")
        await stage.until_shown("2 answers counted")
        assert "overrule" not in stage.footer
        assert "count" not in stage.footer
        await stage.press("u")
        await stage.until_shown("Took back: 2 answers")
        assert "undo" not in stage.footer
        await stage.press("c")
        await stage.until_shown("2 answers counted")
        await stage.press("m")
        await stage.until_shown("Written:")
    page = next(Path.cwd().glob("quiz-*.md")).read_text(encoding="utf-8")
    assert page.startswith("# Quiz: 2 of 2")
    with world.open() as collection:
        assert len(list(collection.store.iter_reviews())) == 2


@pytest.mark.parametrize("size", SIZES)
async def test_a_long_list_of_questions_leaves_the_button_and_what_is_said_in_sight(
    world: World, size: tuple[int, int]
) -> None:
    notes = "".join(f"  - {{statement: Fact {number} holds., holds: true}}\n" for number in range(50))
    world.write("kinds.yaml", f"deck: k\ntitle: Kinds\nnotes:\n{notes}")
    async with quizzing(world, size) as stage:
        await stage.press("down", "right")
        await stage.until_shown("‹ 50 questions ›")
        await stage.press("enter")
        await stage.until_shown("Question 1")
        await stage.press("f8", "f8")
        await stage.until_shown("0 of 50 marks")
        assert "Back to the decks" in stage.text
        await stage.press("o")
        await stage.until_shown("You did not answer this one")
        await stage.press("m")
        await stage.until_shown("Written:")
        assert "Back to the decks" in stage.text
        await stage.press(*["down"] * 12)
        await stage.until(lambda: "▌ ✗" in stage.text)


async def test_the_button_stands_right_below_a_short_list(world: World) -> None:
    async with quizzing(world, SIZES[-1]) as stage:
        await stage.press("enter")
        await stage.until_shown("Question 1")
        await stage.press("f8", "f8")
        await stage.until_shown("0 of 2 marks")
        rows = stage.text.splitlines()
        last = max(number for number, row in enumerate(rows) if "not answered" in row)
        assert any("Back to the decks" in row for row in rows[last : last + 5])


async def test_time_runs_out_on_the_screen(world: World) -> None:
    async with quizzing(world) as stage:
        await stage.press("down", "right", "right")
        await stage.until_shown("‹ 5 minutes ›")
        await stage.press("enter")
        await stage.until_shown("05:00 left")
        screen = stage.app.screen
        screen._watch._counted = 5 * 60.0  # type: ignore[attr-defined]
        await screen._tick()  # type: ignore[attr-defined]
        await stage.until_shown("Nothing was answered")
        assert "The time was up." in stage.text


@pytest.mark.parametrize("size", SIZES)
async def test_past_quizzes_are_listed_shown_and_taken_again(world: World, size: tuple[int, int]) -> None:
    async with quizzing(world, size) as stage:
        await stage.press("enter")
        for number in (1, 2):
            await stage.until_shown(f"{number} of 2")
            await answer(stage)
        await stage.until_shown("1 of 2 marks")
        await stage.press("escape")
        await stage.until_shown("cards today")
        await stage.press("z")
        await stage.until_shown("1 past quiz")
        await stage.press("h")
        await stage.until_shown("1 of 2, 50 %")
        await stage.press("enter")
        await stage.until_shown("Paris")
        await stage.press("escape", "r")
        await stage.until_shown("Question 1")


@pytest.mark.parametrize("form", [False, True])
async def test_what_the_collection_has_to_say_is_told_where_a_quiz_begins(world: World, form: bool) -> None:
    def open_collection(settings: Settings) -> Collection:
        collection = Collection.open(settings, world.clock)
        collection.notices = ("Your progress is in a backup.",)
        return collection

    quiz = First("quiz", lambda app: app.quiz(lambda collection: QuizSettings(questions=2)))
    first = First("quiz_setup", lambda app: app.quiz_setup()) if form else quiz
    app = QuizApp(world.settings, None, open_collection, clock=world.clock, first=first)
    try:
        async with app.run_test(size=SMALL) as pilot:
            stage = Stage(app, pilot, None)  # type: ignore[arg-type]
            await stage.until_shown("Your progress is in a backup.")
            await stage.press("enter")
            if not form:
                await answer(stage)
            await stage.until(lambda: "Your progress is in a backup." not in stage.text)
    finally:
        app.backstage.close()
