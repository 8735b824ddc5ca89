"""Typing and choosing in plain mode: a line is an answer where it can be one, and never an act by accident."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from command_line import Run
from worlds import World

from quizapp.answering.manner import Answering
from quizapp.cli.plain import POSED_HELP, PlainStudy, Step
from quizapp.collection import Collection
from quizapp.model import Rating, SchedulingSettings
from quizapp.study.scope import Scope
from quizapp.text import is_clean

KINDS = """\
deck: kinds
title: Kinds
notes:
  - id: martens
    question: Who called it a matter of life and death?
    answer: Wilfried Martens
    hint: A premier.
    explain: He told of it in a book.
  - id: first
    question: Which were the first foreign groups?
    answer: Allianz
    choices: [HSBC, Fidelity, none of these]
    last: none of these
  - id: primes
    question: Which are primes?
    answer: ["2", "5"]
    choices: ["4", "9"]
  - id: nile
    question: How long is the Nile?
    number: "6,650"
    unit: km
    within: 2 %
  - id: founders
    question: Who founded it?
    items: [Belgium, Italy]
  - id: phases
    question: In which order?
    items: [new, learning, review]
    ordered: true
  - id: flows
    statement: The Nile flows south.
    holds: false
    explain: North.
"""


@pytest.fixture
def collection(world: World) -> Iterator[Collection]:
    (world.decks / "rivers.yaml").unlink()
    world.write("kinds.yaml", KINDS)
    world.scheduling = SchedulingSettings(fuzz=False)
    with world.open() as collection:
        yield collection


class Desk:
    """A learner who answers one card, by its note id."""

    def __init__(self, collection: Collection, note_id: str, answering: Answering = Answering.TYPED) -> None:
        self.collection = collection
        self.session = collection.study(Scope(card_ids=(f"kinds/{note_id}",)))
        self.study = PlainStudy(self.session, collection, can_wait=False, answering=answering)
        self.asked = list(self.study.begin())

    def type(self, *lines: str) -> list[str]:
        shown: list[str] = []
        for line in lines:
            shown = list(self.study.tell(line + "\n"))
        return shown

    @property
    def reviews(self) -> list[tuple[Rating, str | None]]:
        return [(review.rating, review.answer) for review in self.collection.store.iter_reviews()]


def test_the_verdict_shows_what_differs_and_enter_takes_its_proposal(collection: Collection) -> None:
    desk = Desk(collection, "martens")
    assert desk.asked[-1] == "Type the answer."
    assert desk.type("Wilfred Martins") == [
        "≈ Nearly right: 2 letters differ.",
        "You wrote  Wilfr_ed Martins",
        "                +       ×",
        "Answer     Wilfried Martens",
        "+ left out, × other letter",
        "He told of it in a book.",
        "1 Again 1 min, 2 Hard 6 min, 3 Good 10 min, 4 Easy 8 days. Enter takes Hard.",
    ]
    desk.type("")
    assert desk.reviews == [(Rating.HARD, "Wilfred Martins")]


def test_a_digit_after_the_verdict_is_the_last_word(collection: Collection) -> None:
    desk = Desk(collection, "martens")
    desk.type("somebody", "4")
    assert desk.reviews == [(Rating.EASY, "somebody")]


def test_enter_alone_is_not_knowing(collection: Collection) -> None:
    desk = Desk(collection, "martens")
    assert desk.type("")[:2] == ["✗ Not answered.", "Answer: Wilfried Martens"]
    desk.type("")
    assert desk.reviews == [(Rating.AGAIN, "")]


@pytest.mark.parametrize("line", ["q", "u", "h", "b", "!", "?", "s", "1", "3", ":", ": q", " :q", ":quit"])
def test_what_can_be_an_answer_is_one(collection: Collection, line: str) -> None:
    desk = Desk(collection, "martens")
    assert any("Enter takes" in shown for shown in desk.type(line))
    assert desk.study.step is Step.ANSWER


def test_an_act_has_a_colon_before_it(collection: Collection) -> None:
    desk = Desk(collection, "martens")
    assert desk.type(":h") == ["A premier."]
    assert desk.type(":u") == ["There is nothing to undo."]
    assert desk.type(":?") == ["Type the answer.", POSED_HELP]
    assert desk.type(":Q") == []
    assert desk.study.step is Step.OVER
    assert desk.reviews == []


def test_options_have_letters_and_an_order_that_an_undo_gives_back(collection: Collection) -> None:
    desk = Desk(collection, "first", Answering.FLIPPED)
    options = desk.asked[-5:-1]
    assert [option[:3] for option in options] == ["a) ", "b) ", "c) ", "d) "]
    assert options[3] == "d) none of these"
    assert desk.asked[-1] == "Type one letter, a to d."
    letter = next(option[0] for option in options if "HSBC" in option)
    assert desk.type(letter)[:2] == ["✗ Not right.", "Answer: Allianz"]
    desk.type("", ":u")
    assert desk.reviews == []
    again = desk.collection.study(Scope(card_ids=("kinds/first",))).question(Answering.FLIPPED)
    assert again is not None
    assert [f"{letter}) {option}" for letter, option in zip("abcd", again.options, strict=True)] == options


def test_a_line_that_chooses_nothing_says_how_to_choose(collection: Collection) -> None:
    desk = Desk(collection, "first")
    assert desk.type("x") == ["Type one letter, a to d.", POSED_HELP]
    assert desk.type("ab") == ["Type one letter, a to d.", POSED_HELP]
    assert desk.study.step is Step.QUESTION


def test_several_right_options_are_named_with_the_verdict(collection: Collection) -> None:
    desk = Desk(collection, "primes")
    letters = {line[3:]: line[0] for line in desk.asked if line[1:3] == ") "}
    assert desk.asked[-1] == "Type the letters of all that are right, a to d."
    assert "Answer: 2; 5" in desk.type(letters["2"] + letters["4"])
    desk.type("")
    assert desk.reviews == [(Rating.AGAIN, "2; 4")]


def test_a_number_is_read_with_its_unit_and_a_word_is_no_answer(collection: Collection) -> None:
    desk = Desk(collection, "nile")
    assert desk.asked[-1] == "Type a number, in km."
    assert desk.type("very long") == ["Type a number, in km.", POSED_HELP]
    assert desk.type("6.7k")[0].startswith("✓ Right")
    desk.type("")
    assert desk.reviews == [(Rating.GOOD, "6.7k")]


def test_each_item_of_a_list_is_told(collection: Collection) -> None:
    desk = Desk(collection, "founders")
    assert desk.type("Italy; Spain")[:4] == [
        "≈ 1 of 2 named, 1 wrong, missing: Belgium.",
        "+ Belgium",
        "✓ Italy",
        "+ missing",
    ]


def test_items_are_put_in_order_by_letters_or_typed(collection: Collection) -> None:
    desk = Desk(collection, "phases")
    letters = {line[3:]: line[0] for line in desk.asked if line[1:3] == ") "}
    order = " ".join(letters[item] for item in ("new", "learning", "review"))
    assert desk.type(order)[0] == "✓ Right."
    assert Desk(collection, "phases").type("new; learning; review")[0] == "✓ Right."


def test_a_statement_is_true_or_false(collection: Collection) -> None:
    desk = Desk(collection, "flows", Answering.FLIPPED)
    assert desk.asked[-3:] == ["t) True", "f) False", "Type true or false."]
    assert desk.type("f")[:2] == ["✓ Right.", "North."]


def test_an_undone_answer_is_shown_and_waits_for_a_rating(collection: Collection) -> None:
    desk = Desk(collection, "martens")
    assert desk.type("x", "1", ":u")[-1].startswith("1 Again")
    assert "Type the answer." not in desk.type("?")
    desk.type("3")
    assert desk.reviews == [(Rating.GOOD, None)]


@pytest.mark.parametrize("note_id", ["martens", "first", "primes", "nile", "founders", "phases", "flows"])
@pytest.mark.parametrize("line", ["x" * 100_000, "\x1b]52;c;eA==\x07\x00", "a;" * 50_000, "9" * 5_000])
def test_no_line_is_too_odd(collection: Collection, note_id: str, line: str) -> None:
    desk = Desk(collection, note_id)
    assert all(is_clean(shown) for shown in desk.type(line))
    desk.type("", "3")
    assert desk.session.current is None or desk.study.step is not Step.OVER


def test_the_command_line_says_how_to_answer(run: Run, world: World) -> None:
    result = run("study", "--plain", "--answer", "type", stdin="the nile\n\n")
    assert "✓ Right." in result.lines
    assert "Enter takes Good." in result.out
    assert run("study", "--answer", "sing").code == 2


def test_the_settings_say_how_to_answer(run: Run, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    config = world.root / "answering.toml"
    config.write_text('[study]\nanswering = "typed"\n')
    monkeypatch.setenv("QUIZAPP_CONFIG", str(config))
    assert "Type the answer." in run("study", "--plain").out
    assert "Type the answer." not in run("study", "--plain", "--answer", "flip").out
