"""The one thread that opens the collection and makes every call on it, so that no screen ever waits for a disk."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from quizapp.errors import QuizappError

if TYPE_CHECKING:
    from quizapp.collection import Collection

T = TypeVar("T")


class Left(Exception):
    """What was being read or written is not waited for any more; raised by whom it tells how far it is."""


class Backstage:
    """Runs calls on a collection one after another, in the order they were asked for; the first one opens it."""

    def __init__(
        self, open_collection: Callable[[], Collection], explain: Callable[[], QuizappError | None] = lambda: None
    ) -> None:
        """Keep how the collection is opened.

        Args:
            explain: gives what to tell of a failure that nobody foresaw, None where that is a mistake of ours.
        """
        self._open = open_collection
        self._explain = explain
        self._collection: Collection | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="collection")

    async def ask(self, call: Callable[[Collection], T]) -> T:
        """Return what the call returns, and raise what it raises."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._run, call)

    async def reopen(self, open_collection: Callable[[], Collection]) -> None:
        """Let another collection take the place of this one; it is opened by the next call."""
        await asyncio.get_running_loop().run_in_executor(self._thread, self._close)
        self._open = open_collection

    def close(self, close: Callable[[Collection], None] | None = None) -> None:
        """Finish the calls that were asked for, and close the collection, in a way of its own where there is one."""
        self._thread.submit(self._close, close).result()
        self._thread.shutdown()

    async def beside(self, work: Callable[[], T]) -> T:
        """Return what work returns that has a collection of its own, and takes long: no call waits for it."""
        return await asyncio.to_thread(self._told, work)

    def _run(self, call: Callable[[Collection], T]) -> T:
        return self._told(lambda: call(self._opened()))

    def _opened(self) -> Collection:
        if self._collection is None:
            self._collection = self._open()
        return self._collection

    def _told(self, work: Callable[[], T]) -> T:
        """Return what it returns; a failure that nobody foresaw is told as what is behind it."""
        try:
            return work()
        except (QuizappError, Left):
            raise
        except Exception as error:
            told = self._explain()
            if told is None:
                raise
            raise told from error

    def _close(self, close: Callable[[Collection], None] | None = None) -> None:
        if self._collection is not None:
            if close is None:
                self._collection.close()
            else:
                close(self._collection)
            self._collection = None
