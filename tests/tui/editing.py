"""A note on a desk that keeps what it was told, and the edit screen over it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from fake_collection import FakeClock, FakeCollection
from stage import LARGE, Stage
from textual.pilot import Pilot

from quizapp.collection.editor import Edited
from quizapp.config import Settings
from quizapp.deckfile.written import NoteFields
from quizapp.errors import QuizappError
from quizapp.lint.catalogue import all_rules
from quizapp.lint.configuration import Configuration
from quizapp.store.drafts import DraftFolder
from quizapp.tui.app import First, QuizApp
from quizapp.tui.checker import Against
from quizapp.tui.note_desk import NoteAtHand
from quizapp.tui.screens.edit import EditScreen

QUOTAS: NoteFields = {
    "id": "quotas",
    "question": "How large were all QDII quotas, $103 billion, at the end of October?",
    "answer": "$103 billion",
    "explain": "Chinese fund companies control most of them.",
    "where": "“Helping Chinese investors access foreign markets”, ¶ 5",
}

FEW = Configuration(dict.fromkeys(all_rules().keys() - {"answer-in-question", "could-be-number", "enumeration"}))
"""Three rules are on, so that what the form looks like does not change with every rule that comes."""


@dataclass
class FakeDesk:
    """Has one note, or with no fields a fresh one each time; `broken` is raised by the next save."""

    fields: NoteFields = field(default_factory=lambda: dict(QUOTAS))
    note_id: str = "quotas"
    saved: list[Mapping[str, object]] = field(default_factory=list)
    broken: QuizappError | None = None
    saves_to: Edited = field(default_factory=lambda: Edited(Path("china.yaml")))

    async def open(self) -> NoteAtHand:
        return NoteAtHand("china", "China’s savings pot", self.note_id, self.fields)

    async def save(self, fields: NoteFields) -> Edited:
        if self.broken is not None:
            error, self.broken = self.broken, None
            raise error
        self.saved.append(dict(fields))
        return self.saves_to

    def against(self) -> Against:
        from quizapp.deckfile.located import locate_deck
        from quizapp.lint.view import CollectionView

        return Against(CollectionView().add(locate_deck("deck: china\nnotes: []\n", "china.yaml")), FEW)


@dataclass
class EditStage(Stage):
    desk: FakeDesk
    left: list[Edited | None]

    @property
    def edit(self) -> EditScreen:
        assert isinstance(self.app.screen, EditScreen)
        return self.app.screen

    async def checked(self) -> None:
        """Wait until the checks of what stands there have run."""
        await self.until(lambda: self.edit._checker.idle)

    async def type(self, text: str) -> None:
        await self.press(*("space" if letter == " " else letter for letter in text))


def edit_app(
    desk: FakeDesk,
    left: list[Edited | None] | None = None,
    *,
    fresh: bool = False,
    theme: str = "dark",
    drafts: Path | None = None,
) -> QuizApp:
    """Return the app on the edit screen; `left` gets what it was left with."""
    ends: list[Edited | None] = [] if left is None else left
    first = First(
        "edit", lambda app: EditScreen(desk, lambda edited, _: ends.append(edited), DraftFolder(drafts), fresh=fresh)
    )
    settings = Settings(database=Path("progress.db"), theme=theme)
    return QuizApp(settings, None, FakeCollection().open, clock=FakeClock(), first=first)  # type: ignore[arg-type]


async def settled(
    app: QuizApp, pilot: Pilot[int], desk: FakeDesk, left: list[Edited | None] | None = None
) -> EditStage:
    """Return the stage once the note is there."""
    stage = EditStage(app, pilot, FakeCollection(), desk, [] if left is None else left)
    await stage.until(lambda: stage.edit.has_class("-open"))
    return stage


@asynccontextmanager
async def editing(
    desk: FakeDesk,
    size: tuple[int, int] = LARGE,
    *,
    fresh: bool = False,
    theme: str = "dark",
    drafts: Path | None = None,
) -> AsyncIterator[EditStage]:
    """Run the app on the edit screen, and wait until its note is there."""
    left: list[Edited | None] = []
    app = edit_app(desk, left, fresh=fresh, theme=theme, drafts=drafts)
    try:
        async with app.run_test(size=size) as pilot:
            yield await settled(app, pilot, desk, left)
    finally:
        app.backstage.close()
