"""The studio on a deck and an article on disk."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from fake_collection import FakeClock, FakeCollection
from stage import LARGE, Stage

from quizapp.config import Settings
from quizapp.lint.configuration import Configuration
from quizapp.store.studio_file import StudioFile
from quizapp.tui.app import First, QuizApp
from quizapp.tui.screens.studio import StudioScreen
from quizapp.tui.screens.studio_panes import Pane
from quizapp.tui.studio_desk import FileDesk
from quizapp.tui.workbench import Workbench

ARTICLE = """\
A Pot of Savings

When markets slump, papers lift the mood. So it was in August, when one paper wrote of bargain hunting.

UBS forecasts that annual fees will reach $42 billion by 2025. Dr. Li of UBS doubts it.

Bob Prince of Bridgewater says that China has only newly opened up.

Getting abroad

The main channel is the Qualified Domestic Institutional Investor scheme. Its quotas came to $103 billion.
"""

DECK = """\
# the reader's own comment
deck: pot
title: A pot of savings
source: {title: 'A Pot of Savings', date: "2018"}
notes:
  # on mood
  - id: mood
    question:   What do papers lift in a slump?   # odd spacing stays
    answer: 'The mood'
    where: A Pot of Savings, ¶ 1
  - id: prince
    cloze: "{{Bob Prince}} says that China has only newly opened up."
    where: A Pot of Savings, ¶ 3
"""


@dataclass
class StudioStage(Stage):
    folder: Path

    @property
    def studio(self) -> StudioScreen:
        screen = next(screen for screen in reversed(self.app.screen_stack) if isinstance(screen, StudioScreen))
        assert isinstance(screen, StudioScreen)
        return screen

    @property
    def bench(self) -> Workbench:
        assert self.studio.bench is not None
        return self.studio.bench

    @property
    def deck(self) -> Path:
        return self.folder / "pot.yaml"

    @property
    def kept(self) -> list[Path]:
        return [path for path in (self.folder / "state").glob("*.json") if path.name != "articles.json"]

    @property
    def marked(self) -> str:
        assert self.studio.article.caret is not None
        return self.studio.article.caret.passage.text

    async def mark(self, words: str) -> None:
        """Mark words of the article with keys."""
        article = self.studio.article.article
        place = next(place for place, p in enumerate(article.paragraphs) if words in p.text)
        self.studio.go_to(Pane.ARTICLE)
        start = article.paragraphs[place].text.index(words)
        caret = self.studio.article.caret
        assert caret is not None
        self.studio.article.go(caret.go(caret.word_at(place, start)))
        while len(self.marked) < len(words):
            await self.press("shift+right")
        assert self.marked == words

    async def type(self, text: str) -> None:
        await self.press(*("space" if letter == " " else letter for letter in text))

    async def settled(self) -> None:
        """Wait until checks and recovery have caught up."""
        studio = self.studio
        await self.until(
            lambda: studio._checker.idle and studio._kept and studio._acts.idle and studio._deck_checked
        )


def written(
    folder: Path,
    deck: str | bytes | None = DECK,
    article: str | None = ARTICLE,
    configuration: Configuration | None = None,
) -> FileDesk:
    """Return the desk of a deck and an article in a folder, written there unless they are already."""
    folder.mkdir(parents=True, exist_ok=True)
    path, text = folder / "pot.yaml", folder / "pot.txt"
    if deck is not None and not path.exists():
        path.write_bytes(deck if isinstance(deck, bytes) else deck.encode())
    if article is not None and not text.exists():
        text.write_text(article, encoding="utf-8")
    return FileDesk(StudioFile(path, text if article is not None else None, folder / "state"), configuration)


def studio_app(desk: FileDesk, theme: str = "dark") -> tuple[QuizApp, FakeCollection]:
    """Return an app that begins in the studio."""
    fake = FakeCollection()
    settings = Settings(database=Path("progress.db"), theme=theme)
    first = First("studio", lambda app: app.studio(desk))
    return QuizApp(settings, None, fake.open, clock=FakeClock(), first=first), fake  # type: ignore[arg-type]


@asynccontextmanager
async def authoring(
    folder: Path,
    size: tuple[int, int] = LARGE,
    *,
    deck: str | bytes | None = DECK,
    article: str | None = ARTICLE,
    theme: str = "dark",
) -> AsyncIterator[StudioStage]:
    """Run the app on the studio, and wait until the deck is there."""
    app, fake = studio_app(written(folder, deck, article), theme)
    try:
        async with app.run_test(size=size) as pilot:
            stage = StudioStage(app, pilot, fake, folder)
            await stage.until(lambda: stage.studio.bench is not None)
            await stage.settled()
            yield stage
    finally:
        app.backstage.close()
