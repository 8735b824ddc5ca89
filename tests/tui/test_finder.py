"""Of wishes that are made while one is fulfilled, only the last is."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from quizapp.search.table import Sort
from quizapp.tui.browser import Results, Wish
from quizapp.tui.finder import Finder

SLOW, MEANT, LAST = (Wish(sort=sort) for sort in (Sort.DUE, Sort.LAPSES, Sort.STABILITY))


def results(wish: Wish) -> Results:
    return Results(wish, found=None, cards=0, today=0, groups=(), place=None, lost=frozenset())  # type: ignore[arg-type]


async def test_the_last_wish_wins_and_what_came_too_late_is_not_shown() -> None:
    asked: list[Wish] = []
    shown: list[Wish] = []
    go_on = asyncio.Event()

    async def find(wish: Wish) -> Results | None:
        asked.append(wish)
        await go_on.wait()
        return results(wish)

    finder = Finder(find, lambda found: shown.append(found.wish))
    serving = asyncio.create_task(finder.serve())
    assert finder.idle
    finder.want(SLOW)
    await asyncio.sleep(0)
    finder.want(MEANT)
    finder.want(LAST)
    assert not finder.idle
    go_on.set()
    while not finder.idle:
        await asyncio.sleep(0)
    assert (asked, shown, finder.wish) == ([SLOW, LAST], [LAST], LAST)
    serving.cancel()
    with suppress(asyncio.CancelledError):
        await serving


async def test_a_wish_that_failed_leaves_what_is_shown_and_the_next_is_fulfilled() -> None:
    shown: list[Wish] = []

    async def find(wish: Wish) -> Results | None:
        return None if wish is SLOW else results(wish)

    finder = Finder(find, lambda found: shown.append(found.wish))
    serving = asyncio.create_task(finder.serve())
    for wish in (SLOW, LAST):
        finder.want(wish)
        while not finder.idle:
            await asyncio.sleep(0)
    assert shown == [LAST]
    serving.cancel()
    with suppress(asyncio.CancelledError):
        await serving
