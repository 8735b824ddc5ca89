"""A session on screen: every call on it runs on the thread that owns it, and returns what it shows afterwards.

No screen ever looks into a session. While the next answer is being stored, what is on the screen must not change, and
what comes next is read in the same call that stored it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from quizapp.answering.manner import Answering
from quizapp.model import Card, Deck, Phase, Rating
from quizapp.study.scope import Progress, Scope, SessionSummary, Undone
from quizapp.tui.backstage import Backstage

if TYPE_CHECKING:
    from quizapp.answering.marking import Said
    from quizapp.answering.question import Question
    from quizapp.collection import Collection, Recall, StudySession
    from quizapp.grading.verdict import Verdict
    from quizapp.scheduling.schedule import Preview
    from quizapp.tui.answering.place import Answered


class Asked(NamedTuple):
    """A card is asked. `previews` is empty where nothing is scheduled, `recall` None for a new card.

    `question` says how it is answered, None where it is flipped. `aside` stands where else its phase does; then its
    memory is of no interest.
    """

    card: Card
    deck: Deck
    phase: Phase
    is_leech: bool
    previews: Mapping[Rating, Preview]
    recall: Recall | None
    progress: Progress
    question: Question | None = None
    aside: str | None = None


class Waiting(NamedTuple):
    """Only learning cards are left, and the next may come at `until` (epoch ms)."""

    until: int
    progress: Progress


class Over(NamedTuple):
    """Nothing is asked any more: no card is left, or the session was ended."""

    summary: SessionSummary
    progress: Progress


class Rated(NamedTuple):
    """A card that was rated, the word for that, and what had been answered, None where the card was flipped."""

    card_id: str
    rating: str
    answered: Answered | None


Turn = Asked | Waiting | Over
"""What a session shows at one moment."""


class Sitting:
    """One session from its first card to its summary, whichever screen shows it."""

    def __init__(self, backstage: Backstage, scope: Scope, answering: Answering = Answering.FLIPPED) -> None:
        self.scope = scope
        self.answering = answering
        self._backstage = backstage
        self._session: StudySession | None = None
        self._rated: list[Rated] = []

    async def begin(self) -> Turn:
        """Open the session; later, return what it shows."""

        def begin_and_look(collection: Collection) -> Turn:
            if self._session is None:
                self._session = collection.study(self.scope)
            return self._look(collection)

        return await self._backstage.ask(begin_and_look)

    async def answer_by(self, answering: Answering) -> Turn:
        """Have this card and those after it answered in another way, as far as their kinds allow."""
        self.answering = answering
        return await self._act(lambda session: None)

    async def mark(self, question: Question, said: Said) -> Verdict:
        """Return the verdict on an answer; nothing is recorded yet."""
        return await self._backstage.ask(lambda collection: self._opened.mark(question, said))

    async def rate(self, asked: Asked, rating: Rating, duration_ms: int, answered: Answered | None = None) -> Turn:
        """Rate the card that is asked, and keep what was typed or chosen; when this returns the answer is on disk."""
        answer = "; ".join(answered.said) if answered else None
        turn = await self._act(lambda session: session.rate(rating, duration_ms=duration_ms, answer=answer))
        self._rated.append(Rated(asked.card.card_id, rating.label, answered))
        return turn

    def answered_before(self, undone: Undone) -> Answered | None:
        """Return what was answered when the rating was given that was just taken back, None where nobody knows."""
        if self._rated and self._rated[-1][:2] == (undone.card_id, undone.what):
            return self._rated.pop().answered
        return None

    async def bury(self) -> Turn:
        return await self._act(lambda session: session.bury())

    async def suspend(self) -> Turn:
        return await self._act(lambda session: session.suspend())

    async def renew(self, continued: Mapping[str, str]) -> Turn:
        """Go on with the cards as their decks have them now; `continued` has new ids by old ones."""
        self._rated.clear()  # what was marked may be another question now

        def renew_and_look(collection: Collection) -> Turn:
            self._opened.renew(collection.cards, continued)
            return self._look(collection)

        return await self._backstage.ask(renew_and_look)

    async def undo(self) -> tuple[Undone | None, Turn]:
        """Take back the newest answer or act; None: there was nothing to take back."""

        def undo_and_look(collection: Collection) -> tuple[Undone | None, Turn]:
            undone = self._opened.undo()
            return undone, self._look(collection)

        return await self._backstage.ask(undo_and_look)

    async def poll(self) -> Turn:
        """Return what it shows, after looking whether a card that was waited for has come."""
        return await self._act(lambda session: session.poll())

    async def end(self) -> Over:
        """Return how it went so far."""
        return await self._backstage.ask(lambda collection: _over(self._opened))

    async def _act(self, act: Callable[[StudySession], object]) -> Turn:
        def act_and_look(collection: Collection) -> Turn:
            act(self._opened)
            return self._look(collection)

        return await self._backstage.ask(act_and_look)

    def _look(self, collection: Collection) -> Turn:
        return _look(self._opened, collection, self.answering)

    @property
    def _opened(self) -> StudySession:
        if self._session is None:
            raise ValueError("the session has not begun")
        return self._session


def _look(session: StudySession, collection: Collection, answering: Answering) -> Turn:
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
            question=session.question(answering),
        )
    if session.waiting_until is not None:
        return Waiting(session.waiting_until, session.progress)
    return _over(session)


def _over(session: StudySession) -> Over:
    return Over(session.summary(), session.progress)
