"""Searches while a learner types on: one at a time, and of those that were asked for meanwhile only the last."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from quizapp.tui.browser import Results, Wish


class Finder:
    """Fulfils wishes. What a wish found is shown unless another was made meanwhile."""

    def __init__(self, find: Callable[[Wish], Awaitable[Results | None]], show: Callable[[Results], None]) -> None:
        self.wish: Wish | None = None
        self._find = find
        self._show = show
        self._asked = asyncio.Event()
        self._busy = False

    @property
    def idle(self) -> bool:
        """Tell whether the last wish has been fulfilled."""
        return not self._busy and not self._asked.is_set()

    def want(self, wish: Wish) -> None:
        self.wish = wish
        self._asked.set()

    async def serve(self) -> None:
        """Fulfil wishes as they come, without end."""
        while True:
            await self._asked.wait()
            self._asked.clear()
            self._busy = True
            results = await self._find(self.wish or Wish())
            self._busy = False
            if results is not None and not self._asked.is_set():
                self._show(results)
