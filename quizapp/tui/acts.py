"""Acts that are done one after another, in the order in which they were asked for."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from quizapp.errors import QuizappError

Act = Callable[[], Awaitable[None]]


class Acts:
    """A queue of acts. A key that is pressed while the act before it is still under way is neither lost nor early."""

    def __init__(self) -> None:
        self._queue: asyncio.Queue[Act] = asyncio.Queue()
        self._busy = False

    @property
    def idle(self) -> bool:
        """Tell whether all acts that were asked for are done."""
        return not self._busy and self._queue.empty()

    def add(self, act: Act) -> None:
        self._queue.put_nowait(act)

    async def serve(self, failed: Callable[[QuizappError], None]) -> None:
        """Do the acts as they come, without end; an error of one is told to `failed`, and the next one is done."""
        while True:
            act = await self._queue.get()
            self._busy = True
            try:
                await act()
            except QuizappError as error:
                failed(error)
            finally:
                self._busy = False
