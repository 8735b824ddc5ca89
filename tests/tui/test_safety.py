"""Nothing a deck says acts on the terminal, or is read as markup, on any screen."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path

import pytest
from fake_collection import DECKS, NO_DECKS, NOTHING_DUE, OVERVIEW, QDII, FakeCollection
from rich.segment import Segment
from rich.style import Style
from stage import LARGE, SMALL, Stage, staged
from textual.color import Color

import quizapp.tui
from quizapp.errors import QuizappError
from quizapp.model import Source
from quizapp.problem import Problem
from quizapp.study.scope import Failed, Scope
from quizapp.tui.safety import NoControls
from quizapp.tui.screens.no_decks import NoDecksScreen
from quizapp.tui.screens.summary import SummaryScreen

CLIPBOARD, CLEAR, TITLE = "\x1b]52;c;aGk=\x07", "\x1b[2J", "\x1b]0;owned\x1b\\"
MARKUP = "[@click=app.quit]x[0][/][red]\\[b]"
TRAP = f"{CLIPBOARD}{MARKUP}{CLEAR}{TITLE}\x9b31m\x08\x7f\u202e"
SOURCE = Path(quizapp.tui.__file__).parent


def trapped(fake: FakeCollection) -> None:
    """Put the trap in every field that a screen may show."""
    card = QDII._replace(
        prompt=f"prompt {TRAP}",
        answer=f"answer {TRAP}",
        hint=f"hint {TRAP}",
        explain=f"explain {TRAP}",
        where=f"where {TRAP}",
        tags=(f"tag {TRAP}",),
        gaps=((2, 9),),
    )
    source = Source(*(f"{name} {TRAP}" for name in ("title", "publisher", "author", "date", "url")))
    deck = replace(DECKS[0], title=f"deck {TRAP}", path=f"{TRAP}.yaml", source=source, cards=(card,))
    decks = tuple(replace(summary, deck=replace(deck, deck_id=summary.deck.deck_id)) for summary in OVERVIEW.decks)
    fake.cards, fake.decks = (card, card), (deck,)
    fake.view = replace(OVERVIEW, decks=decks, new_left_deck=f"deck {TRAP}")
    fake.notices = (f"notice {TRAP}",)
    fake.problems = (Problem(f"{TRAP}.yaml", 1, 1, "rule", f"message {TRAP}", f"mend {TRAP}"),)


def check(stage: Stage) -> None:
    for strip in stage.strips:
        for segment in strip:
            assert segment.control is None
            assert not set(segment.text) & set("\x1b\x07\x08\x7f\x9b\u202e"), repr(segment.text)


@pytest.fixture
def fake() -> FakeCollection:
    fake = FakeCollection()
    trapped(fake)
    return fake


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_home_and_its_problems(fake: FakeCollection, size: tuple[int, int]) -> None:
    async with staged(fake, size=size) as stage:
        check(stage)
        assert f"deck ]52;c;aGk={MARKUP}"[:20] in stage.text
        await stage.press("p")
        await stage.until_shown("message")
        assert MARKUP in stage.text
        check(stage)


async def test_nothing_due_and_no_decks(fake: FakeCollection) -> None:
    fake.view = replace(fake.view, new=0, due=0, learning=0, next_due_at=NOTHING_DUE.next_due_at)
    async with staged(fake) as stage:
        assert "first from deck" in stage.text
        check(stage)
    fake.view = NO_DECKS
    async with staged(fake, ready=False) as stage:
        await stage.until(lambda: isinstance(stage.app.screen, NoDecksScreen))
        check(stage)


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_study_its_sheets_an_error_and_the_summary(fake: FakeCollection, size: tuple[int, int]) -> None:
    async with staged(fake, Scope(), size) as stage:
        assert fake.session is not None
        await stage.press("h")
        assert MARKUP in stage.text
        check(stage)
        await stage.press("space")
        assert "answer ]52" in stage.text
        check(stage)
        for key in ("s", "i"):
            await stage.press(key)
            await stage.until_shown("quizapp   Source" if key == "s" else "quizapp   Card")
            check(stage)
            await stage.press("escape")
        fake.session.broken = QuizappError(f"broken {TRAP}")
        await stage.press("3")
        await stage.until_shown("✗ broken")
        check(stage)
        fake.session.failed = (Failed(fake.cards[0], 1, None, None),)
        await stage.press("3", "escape")
        await stage.until(lambda: isinstance(stage.app.screen, SummaryScreen))
        assert "prompt" in stage.text
        check(stage)
        assert stage.app.is_running


async def test_a_toast_reaches_the_terminal_without_controls(fake: FakeCollection) -> None:
    async with staged(fake) as stage:
        stage.app.notify(TRAP, title=TRAP, markup=False)
        await stage.pilot.pause()
        check(stage)


def test_the_filter_takes_controls_out_and_leaves_the_rest() -> None:
    style = Style(bold=True)
    clean = Segment("clean 👨‍👩‍👧‍👦 text", style)
    move = Segment("", None, [(1,)])  # type: ignore[list-item]
    dirty = Segment(f"a{TITLE}b\nc", style)
    filtered = NoControls().apply([clean, move, dirty], Color(0, 0, 0))
    assert filtered[0] is clean
    assert filtered[1] is move
    assert filtered[2] == Segment("a]0;owned\\b c", style)


BARE_TEXT_IS_MARKUP = {"Static", "Label", "Button", "OptionList", "Option", "DataTable", "Tree", "Markdown", "Link"}


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: path.name)
def test_no_screen_uses_what_reads_text_as_markup(path: Path) -> None:
    """Widgets that parse bare strings are not used at all; what is shown goes through `quizapp.tui.lines`."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imported = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textual")
        for alias in node.names
    }
    assert imported.isdisjoint(BARE_TEXT_IS_MARKUP)
    called = {
        node.func.attr for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    assert called.isdisjoint({"notify", "from_markup", "from_text", "update_markup"})
    named = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert "Static" not in named
