"""A small collection that has been studied for some weeks, and the app on its browse screen."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

from stage import LARGE, Stage
from worlds import DECK, World

from quizapp.collection import Collection
from quizapp.config import Settings
from quizapp.model import Rating
from quizapp.study.scope import Scope
from quizapp.tui.app import First, QuizApp
from quizapp.tui.screens.browse import BrowseScreen

SEAS = """\
deck: seas
title: Seas
source: {title: An atlas}
tags: [salt]
notes:
  - {id: dead, question: Which sea lies lowest?, answer: The Dead Sea, where: Asia}
  - {id: largest, question: Which is the largest?, answer: Philippine, choices: [Coral, Arabian, none], last: none}
  - {id: depth, question: How deep is the Mediterranean?, number: "1,500", unit: m, within: 10 %}
  - {id: three, question: Name three of the Baltic., items: [Gotland, Öland, Bornholm], ordered: true}
  - {id: tides, statement: The Baltic has strong tides., holds: false, explain: Its mouth is too narrow.}
"""


def live(world: World) -> None:
    """Write two decks and study: the Nile is in review and was typed wrongly, the Dead Sea lapsed nine times."""
    world.write("rivers.yaml", DECK)
    world.write("seas.yaml", SEAS)
    world.clock.pass_days(-40)
    with world.open() as collection:
        for _ in range(9):
            answer(collection, "seas/dead", Rating.AGAIN)
            answer(collection, "seas/dead", Rating.EASY)
            world.clock.pass_days(4)
        answer(collection, "seas/dead", Rating.AGAIN)
        answer(collection, "seas/dead", Rating.GOOD)
        answer(collection, "rivers/nile", Rating.EASY, "nil")
        world.clock.pass_days(4)


def answer(collection: Collection, card_id: str, rating: Rating, typed: str | None = None) -> None:
    session = collection.study(Scope(card_ids=(card_id,), ahead_days=365, new_limit=9))
    session.poll()
    session.rate(rating, duration_ms=1000, answer=typed)


def browser_app(world: World, query: str | None, theme: str = "dark") -> QuizApp:
    def open_collection(settings: Settings) -> Collection:
        return Collection.open(settings, world.clock)

    first = None if query is None else First("browse", lambda app: app.browse(query))
    settings = replace(world.settings, theme=theme)
    return QuizApp(settings, None, open_collection, clock=world.clock, first=first)


@asynccontextmanager
async def browsing(world: World, query: str | None = "", size: tuple[int, int] = LARGE) -> AsyncIterator[Stage]:
    """Begin on the browse screen, with a query the table is what keys go to; None begins on home."""
    app = browser_app(world, query)
    try:
        async with app.run_test(size=size) as pilot:
            stage = Stage(app, pilot, None)  # type: ignore[arg-type]
            if query is not None:
                await stage.until(lambda: browse(stage)._results is not None)
            yield stage
    finally:
        app.backstage.close()


def browse(stage: Stage) -> BrowseScreen:
    assert isinstance(stage.app.screen, BrowseScreen)
    return stage.app.screen
