"""A quiz as lines of text, for pipes and screen readers. A state machine: told a line, it returns lines to show."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import Enum, auto

from quizapp.answering.marking import Said
from quizapp.answering.reading import asks_for, read_answer
from quizapp.cli.plain_answers import judging
from quizapp.cli.quiz_words import asking, summing_up
from quizapp.collection.quiz_session import QuizSession
from quizapp.humanize import count
from quizapp.quiz.settings import Feedback
from quizapp.tui.stopwatch import Stopwatch

Lines = Iterator[str]

HELP = (
    "Write the answer and press Enter. Enter alone skips, :dunno when you do not know, :back goes back, "
    ":end hands in, :stop leaves it for later."
)


class End(Enum):
    """Why no more lines are wanted."""

    HANDED_IN = auto()
    LEFT = auto()


class PlainQuiz:
    """Show what `begin` yields, `tell` it line after line until `end` is set, then show what `close` yields.

    Args:
        titles: of the decks, by id.
        counts: have the answers count toward the schedule when the quiz is handed in.
    """

    def __init__(
        self, session: QuizSession, titles: Mapping[str, str], *, counts: bool, watch: Stopwatch | None = None
    ) -> None:
        self.end: End | None = None
        self._session = session
        self._titles = titles
        self._counts = counts
        self._watch = watch or Stopwatch()
        self._watch.run(True)

    def begin(self) -> Lines:
        quiz = self._session.quiz
        begun = len(quiz.entries) - len(quiz.unanswered)
        yield f"{count(len(quiz.entries), 'question')}{f', {begun} answered' if begun else ''}. {HELP}"
        if quiz.is_over:
            self.end = End.HANDED_IN
            return
        if quiz.entry.said is not None:
            self._session.skip(spent_ms=0)
        yield from self._ask()

    def tell(self, line: str) -> Lines:
        """Yield what a line from the learner leads to."""
        question = self._session.quiz.question
        act = self._commands().get(line.strip().lower())
        if act is not None:
            yield from act()
            return
        said = read_answer(question, line)
        if said is None:
            yield f"That is no answer to this question. {asks_for(question)} :help says more."
        else:
            yield from self._answer(said)

    def close(self) -> Lines:
        """Yield the result, or how to go on later."""
        if self.end is not End.HANDED_IN:
            yield "The quiz is kept. Go on with it: quizapp quiz --plain"
            return
        result = self._session.result()
        record = self._session.hand_in()
        yield from summing_up(result, self._titles)
        if record is not None and self._counts:
            yield ""
            yield f"{count(self._session.count(), 'answer')} counted toward the schedule."

    def _commands(self) -> dict[str, Callable[[], Lines]]:
        return {
            "": self._skip,
            ":skip": self._skip,
            ":dunno": lambda: self._answer(()),
            ":back": self._back,
            ":end": self._hand_in,
            ":stop": self._leave,
            ":help": self._help,
        }

    def _ask(self) -> Lines:
        question = self._session.quiz.question
        yield from asking(self._session.quiz, self._titles.get(question.card.deck_id, question.card.deck_id))
        self._watch.restart()

    def _answer(self, said: Said) -> Lines:
        session = self._session
        session.answer(said, spent_ms=self._watch.ms)
        if session.quiz.entry.said is not None and session.quiz.paper.settings.feedback is Feedback.AT_ONCE:
            yield from judging(session.quiz.question, said, session.verdict())
            if session.quiz.question.card.explain:
                yield session.quiz.question.card.explain
        yield from self._go_on()

    def _go_on(self) -> Lines:
        quiz = self._session.quiz
        if quiz.is_over:
            yield "The time is up."
            self.end = End.HANDED_IN
        elif not quiz.unanswered:
            self._session.finish()
            self.end = End.HANDED_IN
        else:
            self._session.skip(spent_ms=0)
            yield from self._ask()

    def _skip(self) -> Lines:
        at = self._session.quiz.at
        self._session.skip(spent_ms=self._watch.ms)
        if self._session.quiz.is_over:
            yield from self._go_on()
            return
        if self._session.quiz.at == at:
            yield "This is the last one that is left; :dunno or :end ends the quiz."
        yield from self._ask()

    def _back(self) -> Lines:
        self._session.go(self._session.quiz.at - 1, spent_ms=self._watch.ms)
        quiz = self._session.quiz
        if quiz.is_over:
            yield from self._go_on()
        elif quiz.shows_feedback:
            yield f"Question {quiz.at + 1} is answered for good, since you have seen the right answer."
            yield from self._go_on()
        else:
            yield from self._ask()

    def _hand_in(self) -> Lines:
        self._session.finish(spent_ms=self._watch.ms)
        self.end = End.HANDED_IN
        left = len(self._session.quiz.unanswered)
        if left:
            yield f"Handed in with {count(left, 'question')} unanswered."

    def _leave(self) -> Lines:
        self.end = End.LEFT
        yield from ()

    def _help(self) -> Lines:
        yield asks_for(self._session.quiz.question)
        yield HELP
