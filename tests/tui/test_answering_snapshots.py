"""How answering looks, at both sizes. `pytest --snapshot-update` takes them anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fake_collection import DECKS, FakeCollection, question
from stage import LARGE, SMALL, Stage, is_ready
from textual.pilot import Pilot

from quizapp.answering.manner import Answering
from quizapp.config import Settings
from quizapp.model import Card, Choice, Kind, Listing, StudySettings
from quizapp.study.scope import Scope
from quizapp.tui.app import QuizApp

MARTENS = question(
    "europe",
    "martens",
    "Which EPP founding father called the test posed by Berlusconi a matter of “life and death”?",
    "Wilfried Martens",
    hint="A premier.",
    explain="The former Belgian premier told of Kohl’s fears in his autobiography.",
    where="“European Elections: Is the Party Over…?”, ¶ 3",
)
FIRST = question(
    "europe",
    "first",
    "Which were the first major foreign groups to set up joint ventures in China, in 2003?",
    "Allianz and Invesco",
    kind=Kind.CHOICE,
    body=Choice(("Allianz and Invesco",), ("BlackRock and HSBC", "Fidelity and JPMorgan", "Morgan Stanley"), ""),
    explain="The others followed.",
)
FOUNDERS = question(
    "europe",
    "founders",
    "Which countries founded it?",
    "Belgium\nFrance\nItaly",
    kind=Kind.LIST,
    body=Listing(("Belgium", "France", "Italy")),
)

Compare = Callable[..., bool]
Look = Callable[..., bool]


@pytest.fixture
def looks_right(snap_compare: Compare) -> Iterator[Look]:
    """Tell whether a card that is answered by typing looks as it did, after these keys, once some words are shown."""
    apps: list[QuizApp] = []

    def look(card: Card, size: tuple[int, int], *keys: str, until: str, theme: str = "dark") -> bool:
        fake = FakeCollection(decks=(replace(DECKS[1], cards=(card,)),), cards=(card,))
        study = StudySettings(answering=Answering.TYPED)
        settings = Settings(database=Path("progress.db"), theme=theme, study=study)
        app = QuizApp(settings, Scope(), fake.open, clock=fake.clock)  # type: ignore[arg-type]
        apps.append(app)

        async def settle(pilot: Pilot[int]) -> None:
            stage = Stage(app, pilot, fake)
            await stage.until(lambda: is_ready(app) and app.focused is not None)
            await stage.press(*keys)
            await stage.until_shown(until)

        return snap_compare(app, terminal_size=size, run_before=settle)

    yield look
    for app in apps:
        app.backstage.close()


def letters(text: str) -> list[str]:
    return ["space" if letter == " " else letter for letter in text]


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
def test_typed_question(looks_right: Look, size: tuple[int, int]) -> None:
    """A field in the answer's place, the hint's F key below it, actions on F keys in the footer."""
    assert looks_right(MARTENS, size, *letters("Wilfred Mart"), until="Check")


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
def test_typed_answer(looks_right: Look, size: tuple[int, int]) -> None:
    """A verdict in words, the two texts in the same columns with marks between them, the suggested rating marked."""
    assert looks_right(MARTENS, size, *letters("Wilfred Martins"), "enter", until="Hard suggested")


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
def test_choice_question(looks_right: Look, size: tuple[int, int]) -> None:
    """Options with letters, the marked one in the accent colour."""
    assert looks_right(FIRST, size, "down", "down", until="Check")


def test_choice_answer_in_the_light_theme(looks_right: Look) -> None:
    """Options keep their rows; signs and words say which was chosen and which is right."""
    assert looks_right(FIRST, LARGE, "a", until="The others followed.", theme="light")


def test_list_answer(looks_right: Look) -> None:
    """Each item with its sign, then what named none."""
    assert looks_right(FOUNDERS, SMALL, *letters("Belgum; Spain"), "enter", "enter", until="1 of 3 named")
