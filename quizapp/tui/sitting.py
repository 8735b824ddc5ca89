"""A session on screen: every call on it runs on the thread that owns it, and returns what it shows afterwards.

No screen ever looks into a session. While the next answer is being stored, what is on the screen must not change, and
what comes next is read in the same call that stored it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from quizapp.model import Card, Deck, Phase, Rating
from quizapp.study.scope import Progress, Scope, SessionSummary, Undone
from quizapp.tui.backstage import Backstage

if TYPE_CHECKING:
    from quizapp.collection import Collection, Recall, StudySession
    from quizapp.scheduling.schedule import Preview


class Asked(NamedTuple):
    """A card is asked. `previews` is empty where nothing is scheduled, `recall` None for a new card."""

    card: Card
    deck: Deck
    phase: Phase
    is_leech: bool
    previews: Mapping[Rating, Preview]
    recall: Recall | None
    progress: Progress


class Waiting(NamedTuple):
    """Only learning cards are left, and the next may come at `until` (epoch ms)."""

    until: int
    progress: Progress


class Over(NamedTuple):
    """Nothing is asked any more: no card is left, or the session was ended."""

    summary: SessionSummary
    progress: Progress


Turn = Asked | Waiting | Over
"""What a session shows at one moment."""


class Sitting:
    """One session from its first card to its summary, whichever screen shows it."""

    def __init__(self, backstage: Backstage, scope: Scope) -> None:
        self.scope = scope
        self._backstage = backstage
        self._session: StudySession | None = None

    async def begin(self) -> Turn:
        """Open the session; later, return what it shows."""

        def begin_and_look(collection: Collection) -> Turn:
            if self._session is None:
                self._session = collection.study(self.scope)
            return _look(self._session, collection)

        return await self._backstage.ask(begin_and_look)

    async def rate(self, rating: Rating, duration_ms: int) -> Turn:
        """Rate the card that is asked; when this returns the answer is on disk."""
        return await self._act(lambda session: session.rate(rating, duration_ms=duration_ms))

    async def bury(self) -> Turn:
        return await self._act(lambda session: session.bury())

    async def suspend(self) -> Turn:
        return await self._act(lambda session: session.suspend())

    async def undo(self) -> tuple[Undone | None, Turn]:
        """Take back the newest answer or act; None: there was nothing to take back."""

        def undo_and_look(collection: Collection) -> tuple[Undone | None, Turn]:
            undone = self._opened.undo()
            return undone, _look(self._opened, collection)

        return await self._backstage.ask(undo_and_look)

    async def poll(self) -> Turn:
        """Return what it shows, after looking whether a card that was waited for has come."""
        return await self._act(lambda session: session.poll())

    async def end(self) -> Over:
        """Return how it went so far."""
        return await self._backstage.ask(lambda collection: _over(self._opened))

    async def explain(self, card: Card) -> list[str]:
        """Return in sentences why a card comes back when it does."""
        return await self._backstage.ask(lambda collection: collection.explain(card.card_id))

    async def _act(self, act: Callable[[StudySession], object]) -> Turn:
        def act_and_look(collection: Collection) -> Turn:
            act(self._opened)
            return _look(self._opened, collection)

        return await self._backstage.ask(act_and_look)

    @property
    def _opened(self) -> StudySession:
        if self._session is None:
            raise ValueError("the session has not begun")
        return self._session


def _look(session: StudySession, collection: Collection) -> Turn:
    card = session.current
    if card is not None:
        return Asked(
            card=card,
            deck=collection.deck(card.deck_id),
            phase=session.phase,
            is_leech=session.is_leech,
            previews=session.previews(),
            recall=session.recall(),
            progress=session.progress,
        )
    if session.waiting_until is not None:
        return Waiting(session.waiting_until, session.progress)
    return _over(session)


def _over(session: StudySession) -> Over:
    return Over(session.summary(), session.progress)
