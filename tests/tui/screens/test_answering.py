"""Answering on the study screen: typing, choosing and arranging, the verdict, and keys that never eat a letter."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from fake_collection import DECKS, FakeCollection, question
from stage import SIZES, SMALL, Stage, is_ready
from textual import events

from quizapp.answering.manner import Answering
from quizapp.model import Card, Choice, Kind, Listing, Number, Rating, Statement
from quizapp.study.scope import Scope, Undone
from quizapp.tui.answering.field import LONGEST
from quizapp.tui.app import QuizApp
from quizapp.tui.screens.study import StudyScreen

MARTENS = question(
    "china", "martens", "Who called it a matter of life and death?", "Wilfried Martens", hint="A premier."
)
FIRST = question(
    "china",
    "first",
    "Which were the first foreign groups?",
    "Allianz and Invesco",
    kind=Kind.CHOICE,
    body=Choice(
        ("Allianz and Invesco",), ("BlackRock and HSBC", "Fidelity and JPMorgan", "None of these"), "None of these"
    ),
    explain="The others followed later.",
)
PRIMES = question("china", "primes", "Which are primes?", "2; 5", kind=Kind.CHOICE, body=Choice(("2", "5"), ("4", "9")))
NILE = question(
    "china", "nile", "How long is the Nile?", "6,650 km", kind=Kind.NUMBER, body=Number("6,650", "km", "2 %")
)
FOUNDERS = question(
    "china", "founders", "Who founded it?", "Belgium\nItaly", kind=Kind.LIST, body=Listing(("Belgium", "Italy"))
)
PHASES = question(
    "china",
    "phases",
    "In which order?",
    "1. new\n2. learning\n3. review",
    kind=Kind.LIST,
    body=Listing(("new", "learning", "review"), ordered=True),
)
FLOWS = question(
    "china", "flows", "The Nile flows south.", "False", kind=Kind.STATEMENT, body=Statement(False), explain="North."
)


@asynccontextmanager
async def asked(
    *cards: Card, size: tuple[int, int] = SMALL, answering: Answering = Answering.TYPED
) -> AsyncIterator[Stage]:
    """Study these cards of one deck."""
    from pathlib import Path

    from quizapp.config import Settings
    from quizapp.model import StudySettings

    fake = FakeCollection(decks=(replace(DECKS[0], cards=cards),), cards=cards)
    settings = Settings(
        database=Path("progress.db"), deck_paths=(Path("decks"),), study=StudySettings(answering=answering)
    )
    app = QuizApp(settings, Scope(), fake.open, clock=fake.clock)  # type: ignore[arg-type]
    try:
        async with app.run_test(size=size) as pilot:
            stage = Stage(app, pilot, fake)
            await stage.until(lambda: is_ready(app))
            fake.session.decks = {deck.deck_id: deck for deck in fake.decks}  # type: ignore[union-attr]
            yield stage
    finally:
        app.backstage.close()


async def write(stage: Stage, text: str) -> None:
    await stage.until(lambda: stage.app.focused is not None)
    await stage.press(*("space" if letter == " " else letter for letter in text))


def screen(stage: Stage) -> StudyScreen:
    assert isinstance(stage.page, StudyScreen)
    return stage.page


def told(stage: Stage, what: str) -> list[object]:
    return [value for name, value in stage.fake.told if name == what]


@pytest.mark.parametrize("size", SIZES)
async def test_a_typed_answer_is_marked_letter_by_letter_and_kept(size: tuple[int, int]) -> None:
    async with asked(MARTENS, FLOWS, size=size) as stage:
        assert "I don’t know" in stage.text
        await write(stage, "Wilfred Martins")
        await stage.until_shown("Check")
        await stage.press("enter")
        await stage.until_shown("Nearly right: 2 letters differ")
        assert "Hard suggested" in stage.text
        row = stage.row("You wrote")
        typed, marks, right = (stage.rows[row + below] for below in range(3))
        start = typed.index("Wilfr_ed Martins")
        assert right[start : start + 16] == "Wilfried Martens"
        assert marks[start : start + 16].rstrip() == "     +       ×"
        assert screen(stage).ratings.marked is Rating.HARD
        await stage.press("enter")
        await stage.until_shown("The Nile flows south.")
        assert told(stage, "rate") == [Rating.HARD]
        assert stage.fake.session is not None
        assert stage.fake.session.answers == ["Wilfred Martins"]


async def test_no_key_eats_a_letter_and_acts_move_to_the_f_keys() -> None:
    letters = "ubhstcoiq!?1234"
    async with asked(MARTENS, FLOWS) as stage:
        await write(stage, letters)
        await stage.until_shown(letters)
        assert stage.fake.told[1:] == []
        assert "f4 undo" in stage.footer
        assert "f1 manual" in stage.footer
        await stage.press("f2")
        await stage.until_shown("A premier.")
        await stage.press("f5")
        await stage.until_shown("The Nile flows south.")
        assert told(stage, "bury") == [MARTENS.card_id]


async def test_what_is_typed_after_enter_is_no_part_of_the_answer() -> None:
    async with asked(MARTENS, FLOWS) as stage:
        await write(stage, "Wilfried Martens")
        for key in ("enter", "x", "1"):
            stage.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await stage.until_shown("Good suggested")
        assert told(stage, "rate") == []


async def test_a_free_answer_is_left_to_the_learner() -> None:
    answer = "Local funds apply for a quota to invest client money abroad"
    async with asked(question("china", "free", "What is QDII?", answer)) as stage:
        await write(stage, "a quota for money that goes abroad")
        await stage.press("enter")
        await stage.until_shown("?  ")
        assert "key words" in stage.text
        assert "Local funds apply" in stage.text


async def test_one_key_overrules_the_verdict_either_way() -> None:
    async with asked(MARTENS, FLOWS) as stage:
        await write(stage, "somebody")
        await stage.press("enter")
        await stage.until_shown("Again suggested")
        await stage.press("o")
        await stage.until_shown("you say: right")
        assert screen(stage).ratings.marked is Rating.GOOD
        await stage.press("o")
        await stage.until_shown("you say: not right")
        assert screen(stage).ratings.marked is Rating.AGAIN
        await stage.press("4")
        await stage.until(lambda: told(stage, "rate") == [Rating.EASY])


async def test_nothing_above_the_answer_moves_when_it_is_checked() -> None:
    async with asked(MARTENS) as stage:
        fold = stage.row("──────────")
        before = stage.rows[2 : stage.row("Who called it") + 3]
        await write(stage, "x")
        await stage.press("enter")
        await stage.until_shown("suggested")
        assert stage.rows[2 : stage.row("Who called it") + 3] == before
        assert fold == stage.row("──────────")


async def test_flipping_instead_and_typing_again_hold_for_the_cards_that_follow() -> None:
    async with asked(MARTENS, question("china", "next", "And then?", "Nothing")) as stage:
        await write(stage, "Wil")
        await stage.press("f3")
        await stage.until_shown("Show answer")
        await stage.reveal_and_rate("3")
        await stage.until_shown("And then?")
        assert "Show answer" in stage.text
        await stage.press("t")
        await stage.until_shown("I don’t know")


@pytest.mark.parametrize("size", SIZES)
async def test_a_letter_chooses_and_the_reveal_says_which_was_right(size: tuple[int, int]) -> None:
    async with asked(FIRST, MARTENS, size=size, answering=Answering.FLIPPED) as stage:
        await stage.until_shown("Allianz")
        assert (
            "None of these" in stage.rows[max(stage.row("BlackRock"), stage.row("Allianz"), stage.row("Fidelity")) + 1]
        )
        wrong = stage.rows[stage.row("BlackRock and HSBC")].split()[0]
        await write(stage, wrong)
        await stage.until_shown("your choice")
        assert "✗" in stage.rows[stage.row("BlackRock and HSBC")]
        assert "✓" in stage.rows[stage.row("Allianz and Invesco")]
        assert "The others followed later." in stage.text
        assert screen(stage).ratings.marked is Rating.AGAIN
        await stage.press("space")
        await stage.until_shown("Who called it")
        assert stage.fake.session is not None
        assert stage.fake.session.answers == ["BlackRock and HSBC"]


async def test_arrows_mark_an_option_and_enter_gives_it() -> None:
    async with asked(FLOWS) as stage:
        await stage.until(lambda: stage.app.focused is not None)
        await stage.press("down")
        await stage.until_shown("Check")
        assert "▌  t   True" in stage.text
        await stage.press("down", "enter")
        await stage.until_shown("your choice · right")
        assert screen(stage).ratings.marked is Rating.GOOD


async def test_a_click_on_an_option_chooses_it() -> None:
    async with asked(FLOWS) as stage:
        await stage.until_shown("I don’t know")
        await stage.click("False")
        await stage.until_shown("your choice · right")


async def test_several_right_options_are_taken_in_and_out() -> None:
    async with asked(PRIMES) as stage:
        await stage.until_shown("□")
        letters = {option: stage.rows[stage.row(f" {option}")].split()[1] for option in ("2", "4", "5")}
        await write(stage, letters["4"] + letters["2"] + letters["4"] + letters["5"])
        assert stage.text.count("■") == 2
        await stage.press("enter")
        await stage.until_shown("your choice · right")
        assert screen(stage).ratings.marked is Rating.GOOD


async def test_an_enter_without_a_choice_is_not_knowing() -> None:
    async with asked(FLOWS) as stage:
        await stage.until_shown("I don’t know")
        await stage.press("enter")
        await stage.until_shown("North.")
        assert "your choice" not in stage.text
        assert screen(stage).ratings.marked is Rating.AGAIN


async def test_words_in_a_number_field_are_no_answer_yet() -> None:
    async with asked(NILE) as stage:
        await stage.until_shown("Type a number.")
        await write(stage, "very long")
        await stage.press("enter")
        await stage.until_shown("No number found")
        assert "very long" in stage.text
        await stage.press(*["backspace"] * 9)
        assert "No number found" not in stage.text
        await write(stage, "6,7k km")
        await stage.press("enter")
        await stage.until_shown("✓  Right")


async def test_the_unit_stands_beside_the_field_and_stays_there() -> None:
    async with asked(NILE) as stage:
        await write(stage, "6,6")
        assert stage.rows[stage.row("6,6")].rstrip().endswith("km")


@pytest.mark.parametrize("size", SIZES)
async def test_items_are_named_one_by_one_and_an_empty_line_gives_them(size: tuple[int, int]) -> None:
    async with asked(FOUNDERS, MARTENS, size=size) as stage:
        await write(stage, "Belgum")
        await stage.until_shown("Add the item")
        field = stage.row("Belgum")
        await stage.press("enter")
        await stage.until_shown("1 item so far")
        await write(stage, "Spain")
        assert stage.row("Spain") == field
        await stage.press("enter")
        await stage.until_shown("Belgum · Spain")
        assert "Check" in stage.text
        await stage.press("enter")
        await stage.until_shown("1 of 2 named, 1 wrong")
        assert "you wrote Belgum" in stage.rows[stage.row("✓  Belgium")]
        assert "✗  Spain" in stage.text
        await stage.press("1")
        await stage.until_shown("Who called it")
        assert stage.fake.session is not None
        assert stage.fake.session.answers == ["Belgum; Spain"]


async def test_several_items_may_be_typed_at_once_and_one_taken_back() -> None:
    async with asked(FOUNDERS) as stage:
        await write(stage, "Belgium; Spain")
        await stage.press("enter")
        await stage.until_shown("2 items so far")
        await stage.press("backspace")
        await stage.until_shown("1 item so far")
        assert screen(stage).card.said == ("Belgium", "Spain")
        await stage.press(*["backspace"] * 5)
        await write(stage, "Italy")
        await stage.press("enter", "enter")
        await stage.until_shown("✓  Right")


async def test_items_that_are_pasted_on_lines_are_several() -> None:
    async with asked(FOUNDERS) as stage:
        await stage.until(lambda: stage.app.focused is not None)
        assert stage.app.focused is not None
        stage.app.focused.post_message(events.Paste("Belgium\nItaly\n"))
        await stage.until_shown("Belgium; Italy")
        await stage.press("enter", "enter")
        await stage.until_shown("✓  Right")


async def test_items_are_put_in_order_by_taking_them_along() -> None:
    async with asked(PHASES) as stage:
        await stage.until(lambda: stage.app.focused is not None)
        place = screen(stage).card.place
        assert place is not None
        assert place.said != ("new", "learning", "review")
        for wanted in range(3):
            item = ("new", "learning", "review")[wanted]
            at = place.said.index(item)
            await stage.press(*["up"] * 3, *["down"] * at, "space", *["up"] * (at - wanted), "space")
        assert place.said == ("new", "learning", "review")
        await stage.press("enter")
        await stage.until_shown("Right")


async def test_what_is_too_long_to_be_an_answer_is_cut_and_said_so() -> None:
    async with asked(MARTENS) as stage:
        await stage.until(lambda: stage.app.focused is not None)
        assert stage.app.focused is not None
        stage.app.focused.post_message(events.Paste("x\x1b[31m\u202ey\n" * 20_000))
        await stage.until_shown("was cut")
        said = screen(stage).card.said
        assert len(said[0]) <= LONGEST
        assert "\x1b" not in said[0]
        await stage.press("enter")
        await stage.until_shown("Again suggested")
        assert "Wilfried Martens" in stage.text, "what was written must not push the right answer out of sight"
        assert " …" in stage.text


async def test_typed_text_and_focus_outlive_a_terminal_that_is_too_small() -> None:
    async with asked(MARTENS) as stage:
        await write(stage, "Wilf")
        await stage.pilot.resize_terminal(50, 10)
        await stage.pilot.pause()
        await stage.pilot.resize_terminal(80, 24)
        await stage.until_shown("Wilf")
        await write(stage, "ried")
        await stage.until_shown("Wilfried")


async def test_an_undone_answer_shows_its_card_with_the_answer() -> None:
    async with asked(MARTENS, FLOWS) as stage:
        await write(stage, "x")
        await stage.press("enter")
        await stage.until_shown("suggested")
        await stage.press("1")
        await stage.until_shown("The Nile flows south.")
        await stage.press("f4")
        await stage.until_shown("Wilfried Martens")
        assert "1  Again" in stage.text


async def test_an_undone_answer_is_there_as_it_was_marked_and_is_kept_when_it_is_rated_again() -> None:
    async with asked(MARTENS, FLOWS) as stage:
        await write(stage, "Helmut Kohl")
        await stage.press("enter")
        await stage.until_shown("Again suggested")
        await stage.press("3")
        await stage.until_shown("The Nile flows south.")
        await stage.press("f4")
        await stage.until_shown("Again suggested")
        assert "Helmut Kohl" in stage.text
        await stage.press("enter")
        await stage.until_shown("The Nile flows south.")
        assert stage.fake.session is not None
        assert (stage.fake.session.answered[-1][1], stage.fake.session.answers[-1]) == (Rating.AGAIN, "Helmut Kohl")


async def test_only_the_rating_that_was_taken_back_brings_its_answer_back() -> None:
    async with asked(MARTENS, FLOWS) as stage:
        await write(stage, "x")
        await stage.press("enter")
        await stage.until_shown("Again suggested")
        await stage.press("1")
        await stage.until_shown("The Nile flows south.")
        sitting = screen(stage)._sitting
        for what in ("bury", "Good"):
            assert sitting.answered_before(Undone(what, MARTENS, MARTENS.card_id)) is None
        assert sitting.answered_before(Undone("Again", MARTENS, MARTENS.card_id)) is not None
        assert sitting.answered_before(Undone("Again", MARTENS, MARTENS.card_id)) is None


async def test_a_deck_with_too_few_answers_says_so_when_asked_to_choose() -> None:
    async with asked(MARTENS, answering=Answering.FLIPPED) as stage:
        await stage.press("c")
        await stage.until_shown("too few answers")
        assert "Show answer" in stage.text


async def test_answers_to_choose_from_come_from_the_deck() -> None:
    others = [
        question("china", f"n{n}", f"Who was {name}?", name)
        for n, name in enumerate(["Helmut Kohl", "Leo Tindemans", "Giulio Andreotti", "Ruud Lubbers"])
    ]
    async with asked(MARTENS, *others, answering=Answering.FLIPPED) as stage:
        await stage.press("c")
        await stage.until_shown("I don’t know")
        assert "Wilfried Martens" in stage.text
        assert sum(other.answer in stage.text for other in others) == 3
