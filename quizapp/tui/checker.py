"""Checks a draft while its author types on: when the keys rest, on a thread of its own, and only the newest draft."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Final, NamedTuple

from quizapp.store.collector import collector_paused

if TYPE_CHECKING:
    from quizapp.authoring.draft import Draft
    from quizapp.lint.configuration import Configuration
    from quizapp.lint.draft import DraftProblem
    from quizapp.lint.view import DeckView, NoteView

AFTER_S: Final = 0.2
GIVES_WAY_S: Final = 0.0005


class Against(NamedTuple):
    """What a draft is checked against: its deck among the others, and the note that it is to replace."""

    deck: DeckView
    configuration: Configuration
    stands_for: NoteView | None = None


class Found(NamedTuple):
    """What a check found in a draft, and how many checks found nothing."""

    draft: Draft
    problems: Sequence[DraftProblem]
    passed: int


class Checker:
    """Hands what it finds to `show`, unless the draft has changed meanwhile.

    What a draft is checked against is made by `against`, on the same thread, for the first check and after `renew`.
    """

    def __init__(self, against: Callable[[], Against], show: Callable[[Found], None]) -> None:
        self._make = against
        self._show = show
        self._against: Against | None = None
        self._draft: Draft | None = None
        self._asked = asyncio.Event()
        self._at = 0.0
        self._busy = False
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="checks")

    @property
    def idle(self) -> bool:
        """Tell whether the last draft has been checked."""
        return not self._busy and not self._asked.is_set()

    def want(self, draft: Draft) -> None:
        """Have a draft checked when no other comes within 200 ms."""
        self._draft, self._at = draft, asyncio.get_running_loop().time() + AFTER_S
        self._asked.set()

    def renew(self) -> None:
        """Have the next draft checked against what the deck files say now."""
        self._against = None

    async def serve(self) -> None:
        """Check drafts as they come, without end."""
        loop = asyncio.get_running_loop()
        try:
            while True:
                await self._asked.wait()
                self._busy = True
                while (rest := self._at - loop.time()) > 0:
                    await asyncio.sleep(rest)
                self._asked.clear()
                draft = self._draft
                found = await loop.run_in_executor(self._thread, self.check, draft) if draft else None
                self._busy = False
                if found is not None and not self._asked.is_set():
                    self._show(found)
        finally:
            self._thread.shutdown(wait=False, cancel_futures=True)

    def check(self, draft: Draft) -> Found:
        """Return at once what is found in a draft."""
        # While the deck is read, a collection would walk over all that has been made, and hold every key up.
        with giving_way(), nullcontext() if self._against else collector_paused():
            from quizapp.deckfile.naming import with_id
            from quizapp.lint.draft import check_draft  # late: the rules are imported here, not before a frame
            from quizapp.lint.engine import ActiveRules

            self._against = against = self._against or self._make()
            # A fresh note gets its id when it is saved.
            fields = draft.fields if against.stands_for else with_id(draft.fields, ())
            problems = () if draft.is_blank else check_draft(fields, *against)
            active = ActiveRules(against.configuration).all
            rules = {each.name for each in active if _is_for(each.rule, draft)}
        return Found(draft, problems, len(rules - {problem.rule for problem in problems}))


@contextmanager
def giving_way() -> Iterator[None]:
    """Have threads give way sooner than Python's 5 ms: a key passes through several, and waits for its turn in each."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(GIVES_WAY_S)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


def _is_for(rule: object, draft: Draft) -> bool:
    kinds = getattr(rule, "kinds", None)
    return getattr(rule, "check", None) is not None and (kinds is None or draft.kind in kinds)
