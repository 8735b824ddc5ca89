"""Plain mode: a study session as lines of text, for pipes and screen readers.

A small state machine apart from input and output: it is told a line and returns the lines to show. They hold
nothing but text, and no line that was shown ever changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum, auto

from quizapp.answering.manner import Answering
from quizapp.answering.marking import Said, proposed
from quizapp.answering.question import Question
from quizapp.answering.reading import asks_for, read_answer
from quizapp.cli.plain_answers import judging, posing, proposing
from quizapp.cli.plain_words import (
    asking,
    finding_nothing,
    pausing,
    rating_line,
    source_line,
    summing_up,
)
from quizapp.collection import Collection, StudySession
from quizapp.model import Rating
from quizapp.tui.stopwatch import Stopwatch

Lines = Iterator[str]


class Step(Enum):
    """What a line that comes in is about."""

    QUESTION = auto()
    ANSWER = auto()
    WAITING = auto()
    OVER = auto()


POSED_HELP = (
    "Type the answer, or Enter alone when you do not know it; "
    ":h hint, :s source, :u undo, :b bury, :! suspend, :q stop."
)
HELP = {
    Step.QUESTION: "Enter shows the answer, h a hint, s the source, u undoes, b buries, ! suspends, q stops.",
    Step.ANSWER: "1 to 4 rate how well you knew it, s source, u undoes, b buries, ! suspends, q stops.",
    Step.WAITING: "Enter looks whether a card has come, u undoes, q stops.",
}


class PlainStudy:
    """One session. Show what `begin` yields, `tell` it line after line until `step` is OVER, then `end` it.

    `can_wait` says whether somebody is there to wait; if not, the session is over when only cards are left
    whose time is still to come.
    """

    def __init__(
        self,
        session: StudySession,
        collection: Collection,
        *,
        can_wait: bool,
        answering: Answering = Answering.FLIPPED,
        watch: Stopwatch | None = None,
    ) -> None:
        self.step = Step.OVER
        self._answering = answering
        self._question: Question | None = None
        self._marked: tuple[str, Rating] | None = None
        self._session = session
        self._collection = collection
        self._can_wait = can_wait
        self._numbers: dict[str, int] = {}
        self._watch = watch or Stopwatch()
        self._watch.run(True)

    @property
    def wait_ms(self) -> int | None:
        """Return how long to wait for a line before calling `look`; None: as long as it takes."""
        until = self._session.waiting_until
        if self.step is not Step.WAITING or until is None:
            return None
        return max(until - self._collection.clock.now().at_ms, 0)

    def begin(self) -> Lines:
        if self._session.current is None and self._session.waiting_until is None:
            yield from finding_nothing(self._collection)
            return
        yield HELP[Step.QUESTION] if self._answering is Answering.FLIPPED else POSED_HELP
        yield from self._next()

    def tell(self, line: str) -> Lines:
        """Yield what a line from the learner leads to.

        Where a card is answered, a line is an answer if it can be one, and an act has a colon before it. A blank
        before the colon makes it an answer again.
        """
        command = line.strip().lower()
        if self.step is Step.QUESTION and self._question is not None:
            is_act = line.startswith(":") and command[1:] and command[1:] in self._keys()
            said = None if is_act else read_answer(self._question, line)
            if said is not None or not command:
                yield from self._check(self._question, said or ())
                return
        act = self._keys().get(command.removeprefix(":"))
        if act is None:
            yield from self._help()
        else:
            yield from act()

    def look(self) -> Lines:
        """Yield the next card when the wait for it is over."""
        if self._session.poll():
            yield from self._next()

    def end(self) -> Lines:
        yield from summing_up(self._session.summary(), self._collection)

    def _keys(self) -> dict[str, Callable[[], Lines]]:
        always = {"q": self._stop, "u": self._undo, "?": self._help}
        if self.step is Step.WAITING:
            return always | {"": self._look_again}
        on_card = always | {"h": self._hint, "s": self._source, "b": self._bury, "!": self._suspend}
        if self.step is Step.QUESTION:
            return on_card | {"": self._answer}
        if self._marked is not None:
            rating_proposed = self._marked[1]
            on_card[""] = lambda: self._rate(rating_proposed)
        return on_card | {str(int(rating)): lambda rating=rating: self._rate(rating) for rating in Rating}

    def _next(self, *, posed: bool = True) -> Lines:
        """Ask the current card, or say what there is instead. `posed` tells how to answer it."""
        card = self._session.current
        if card is not None:
            self.step, self._marked = Step.QUESTION, None
            self._question = self._session.question(self._answering)
            number = self._numbers.setdefault(card.card_id, len(self._numbers) + 1)
            yield from asking(self._session, self._collection, number)
            if self._question is not None and posed:
                yield from posing(self._question)
            self._watch.restart()
        elif self._session.waiting_until is not None:
            self.step = Step.WAITING if self._can_wait else Step.OVER
            yield from pausing(self._session.waiting_until, self._collection)
            if self._can_wait:
                yield HELP[Step.WAITING]
        else:
            self.step = Step.OVER

    def _answer(self) -> Lines:
        self.step = Step.ANSWER
        card = self._session.current
        assert card is not None
        yield card.answer
        if card.explain:
            yield card.explain
        yield rating_line(self._session.previews())

    def _check(self, question: Question, said: Said) -> Lines:
        verdict = self._session.mark(question, said)
        self.step, self._marked = Step.ANSWER, ("; ".join(said), proposed(question, verdict))
        yield from judging(question, said, verdict)
        if question.card.explain:
            yield question.card.explain
        yield proposing(self._marked[1], self._session.previews())

    def _rate(self, rating: Rating) -> Lines:
        answer = self._marked[0] if self._marked else None
        self._session.rate(rating, duration_ms=self._watch.ms, answer=answer)
        yield from self._next()

    def _hint(self) -> Lines:
        card = self._session.current
        yield card.hint if card and card.hint else "This card has no hint."

    def _source(self) -> Lines:
        card = self._session.current
        assert card is not None
        yield source_line(card, self._collection.deck(card.deck_id))

    def _undo(self) -> Lines:
        undone = self._session.undo()
        if undone is None:
            yield "There is nothing to undo."
            return
        yield f"Took back: {undone.what}."
        yield from self._next(posed=undone.card is None)
        if undone.card is not None:
            yield from self._answer()

    def _bury(self) -> Lines:
        self._session.bury()
        yield "Buried until tomorrow."
        yield from self._next()

    def _suspend(self) -> Lines:
        self._session.suspend()
        yield "Suspended; quizapp unsuspend brings it back."
        yield from self._next()

    def _look_again(self) -> Lines:
        self._session.poll()
        yield from self._next()

    def _help(self) -> Lines:
        if self.step is Step.QUESTION and self._question is not None:
            yield asks_for(self._question)
            yield POSED_HELP
        else:
            yield HELP[self.step]

    def _stop(self) -> Lines:
        self.step = Step.OVER
        yield from ()
