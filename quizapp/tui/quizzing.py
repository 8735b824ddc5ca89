"""A quiz on screen: every call on it runs on the thread that owns it, and returns what it shows afterwards."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from quizapp.answering.marking import Said
from quizapp.grading.verdict import Verdict
from quizapp.model import Phase
from quizapp.quiz.history import QuizRecord
from quizapp.quiz.quiz import Quiz
from quizapp.quiz.score import QuizResult
from quizapp.quiz.settings import QuizSettings
from quizapp.study.scope import Progress
from quizapp.tui.backstage import Backstage
from quizapp.tui.sitting import Asked

if TYPE_CHECKING:
    from quizapp.collection import Collection
    from quizapp.collection.quiz_session import QuizSession


class Posed(NamedTuple):
    """A question is posed; with a verdict it is answered for good, and shows what was right."""

    asked: Asked
    quiz: Quiz
    verdict: Verdict | None


class HandedIn(NamedTuple):
    """What came of a quiz. `is_kept` tells that it is on record, so that no mark can be changed any more."""

    result: QuizResult
    titles: Mapping[str, str]
    is_kept: bool
    is_counted: bool


Shown = Posed | HandedIn


class Setup(NamedTuple):
    """What a quiz can be about, how many past ones there are, and the one under way as (answered, questions)."""

    decks: tuple[tuple[str, str], ...]
    tags: tuple[str, ...]
    past: int
    under_way: tuple[int, int] | None


def setup(collection: Collection) -> Setup:
    """Return what there is to set a quiz up with."""
    session = collection.quizzes.under_way()
    tags = sorted({tag for card in collection.cards.values() for tag in card.tags})
    return Setup(
        tuple((deck.deck_id, deck.title) for deck in collection.decks),
        tuple(tags),
        len(collection.quizzes.past()),
        (len(session.quiz.entries) - len(session.quiz.unanswered), len(session.quiz.entries)) if session else None,
    )


class Quizzing:
    """One quiz, whichever screen shows it. Without settings it goes on with the one under way."""

    def __init__(self, backstage: Backstage, settings: Callable[[Collection], QuizSettings] | None) -> None:
        self._backstage = backstage
        self._settings = settings
        self._session: QuizSession | None = None
        self._counted = False

    async def begin(self) -> Shown:
        """Begin the quiz; later, return what it shows.

        Raises:
            NothingToAsk: there is no card to ask.
        """

        def begin_and_look(collection: Collection) -> Shown:
            if self._session is None and self._settings is None:
                self._session = collection.quizzes.under_way()
            if self._session is None:
                settings = self._settings(collection) if self._settings else QuizSettings()
                self._session = collection.quizzes.begin(settings)
            return self._look(collection)

        return await self._backstage.ask(begin_and_look)

    async def answer(self, said: Said, spent_ms: int) -> Shown:
        """Answer the question; with feedback at the end, go on to the next one that is open."""

        def act(session: QuizSession) -> None:
            session.answer(said, spent_ms=spent_ms)
            if not session.quiz.shows_feedback and not session.quiz.is_over:
                _go_on(session)

        return await self._act(act)

    async def go_on(self) -> Shown:
        """Leave a question whose feedback was read."""
        return await self._act(_go_on)

    async def skip(self, spent_ms: int) -> Shown:
        return await self._act(lambda session: session.skip(spent_ms=spent_ms))

    async def go(self, steps: int, spent_ms: int) -> Shown:
        return await self._act(lambda session: session.go(session.quiz.at + steps, spent_ms=spent_ms))

    async def finish(self, spent_ms: int = 0) -> Shown:
        """End answering."""
        return await self._act(lambda session: session.finish(spent_ms=spent_ms))

    async def overrule(self, place: int, credit: float | None) -> Shown:
        return await self._act(lambda session: session.overrule(place, credit))

    async def hand_in(self) -> QuizRecord | None:
        """Put the quiz on record."""
        return await self._backstage.ask(lambda collection: self._opened.hand_in())

    async def count(self) -> int:
        """Have its answers count toward the schedule, and return how many there are."""

        def act(collection: Collection) -> int:
            counted = self._opened.count()
            self._counted = True
            return counted

        return await self._backstage.ask(act)

    async def uncount(self) -> int:
        """Take back that its answers count, and return how many there were."""

        def act(collection: Collection) -> int:
            self._counted = False
            return self._opened.uncount()

        return await self._backstage.ask(act)

    async def look(self) -> Shown:
        return await self._backstage.ask(self._look)

    async def _act(self, act: Callable[[QuizSession], object]) -> Shown:
        def act_and_look(collection: Collection) -> Shown:
            act(self._opened)
            return self._look(collection)

        return await self._backstage.ask(act_and_look)

    def _look(self, collection: Collection) -> Shown:
        session = self._opened
        if session.quiz.is_over:
            titles = {deck.deck_id: deck.title for deck in collection.decks}
            return HandedIn(session.result(), titles, session.record is not None, self._counted)
        question = session.quiz.question
        card = question.card._replace(hint="")  # a test gives none
        asked = Asked(
            card=card,
            deck=collection.deck(card.deck_id),
            phase=Phase.NEW,
            is_leech=False,
            previews={},
            recall=None,
            progress=Progress(len(session.quiz.entries) - len(session.quiz.unanswered), len(session.quiz.entries), 0),
            question=question,
            aside=_aside(session.quiz),
        )
        return Posed(asked, session.quiz, session.verdict() if session.quiz.shows_feedback else None)

    @property
    def _opened(self) -> QuizSession:
        if self._session is None:
            raise ValueError("the quiz has not begun")
        return self._session


def _go_on(session: QuizSession) -> None:
    """Go to the next question that is open; the quiz ends with the last one."""
    if session.quiz.unanswered:
        session.skip(spent_ms=0)
    else:
        session.finish()


def _aside(quiz: Quiz) -> str:
    said = quiz.entry.said
    if said is None or quiz.shows_feedback:
        return f"Question {quiz.at + 1}"
    return f"Question {quiz.at + 1} · you said {'; '.join(said) or 'you do not know'}"
