"""A quiz on an opened collection: each act is on disk before the next question shows."""

from __future__ import annotations

from collections.abc import Mapping

from quizapp.answering.marking import Answers, Said, answers_of, mark, read_ahead
from quizapp.collection.journal import Journal
from quizapp.errors import NothingToAsk
from quizapp.grading.verdict import Verdict
from quizapp.model import Card, Deck
from quizapp.quiz.history import PastAnswer, QuizRecord, past_answers, record_of
from quizapp.quiz.paper import build_paper
from quizapp.quiz.quiz import Quiz, begin
from quizapp.quiz.reviews import reviews_of
from quizapp.quiz.save import restore, save
from quizapp.quiz.score import QuizResult, result_of
from quizapp.quiz.settings import QuizSettings
from quizapp.store.store import Store


class QuizSession:
    """One quiz from its first question to its result. `quiz` is where it stands; call it from one thread.

    Every act takes the time (ms) since the question came up or was acted on last, and raises as `Quiz` does.
    """

    def __init__(self, quiz: Quiz, desk: QuizDesk) -> None:
        self.quiz = quiz
        self.record: QuizRecord | None = None
        self._desk = desk
        self._answers = desk.answers(quiz)
        self._counted = 0
        self._read_ahead()

    def answer(self, said: Said, *, spent_ms: int) -> None:
        """Answer the current question; an empty answer is *I don’t know*."""
        self._keep(self.quiz.answer(said, spent_ms=spent_ms))

    def skip(self, *, spent_ms: int) -> None:
        self._keep(self.quiz.skip(spent_ms=spent_ms))

    def go(self, place: int, *, spent_ms: int) -> None:
        """Go to the question at a place, counted from 0."""
        self._keep(self.quiz.go(place, spent_ms=spent_ms))

    def verdict(self) -> Verdict:
        """Return the verdict on the current question’s answer."""
        return mark(self.quiz.question, self.quiz.entry.said, self._answers)

    def result(self) -> QuizResult:
        """Return the marks as they stand."""
        return result_of(self.quiz, self._answers)

    def overrule(self, place: int, credit: float | None) -> None:
        """Give an answer another mark, or the grader’s again for None; not any more once it is handed in."""
        self._keep(self.quiz.overrule(place, credit))

    def finish(self, *, spent_ms: int = 0) -> None:
        """End answering; what came of it can be looked at and overruled, and is handed in after that."""
        if not self.quiz.is_over:
            self._keep(self.quiz.finish(spent_ms=spent_ms))

    def hand_in(self) -> QuizRecord | None:
        """Put the quiz on record, once; None when no question counts, so that nothing is to be kept."""
        if self.record is None:
            self.finish()
            self.record = self._desk.hand_in(self.result())
        return self.record

    def count(self) -> int:
        """Have each answer count as a review, once, and return how many there are."""
        if self._counted:
            return 0
        self.hand_in()
        self._counted = self._desk.count(self.result())
        return self._counted

    def uncount(self) -> int:
        """Take back that the answers count, and return how many did; nothing else may be recorded in between."""
        taken, self._counted = self._counted, 0
        self._desk.uncount(taken)
        return taken

    def _keep(self, quiz: Quiz) -> None:
        self._desk.keep(quiz)
        self.quiz = quiz
        self._read_ahead()

    def _read_ahead(self) -> None:
        """Read what the question that shows now accepts: its marking is waited for, its showing is not."""
        if not self.quiz.is_over and self.quiz.entry.said is None:
            read_ahead(self.quiz.question)


class QuizDesk:
    """Begins quizzes, goes on with the one that was interrupted, and keeps those that were handed in."""

    def __init__(
        self,
        decks: tuple[Deck, ...],
        cards: Mapping[str, Card],
        store: Store,
        journal: Journal,
    ) -> None:
        self._decks = decks
        self._cards = cards
        self._store = store
        self._journal = journal

    def begin(self, settings: QuizSettings) -> QuizSession:
        """Begin a quiz in place of one that was under way.

        Raises:
            NothingToAsk: the scope holds no card that can be asked.
        """
        states = self._journal.states
        suspended = frozenset(card_id for card_id, state in states.items() if state.suspended)
        paper = build_paper(self._decks, settings, left_out=suspended)
        if not paper.questions:
            raise NothingToAsk
        session = QuizSession(begin(paper), self)
        self.keep(session.quiz)
        return session

    def under_way(self) -> QuizSession | None:
        """Return the quiz that was begun and not handed in, None when there is none that can be read."""
        kept = self._store.quiz_under_way()
        if kept is None:
            return None
        try:
            return QuizSession(restore(kept.state), self)
        except ValueError:
            return None

    def drop(self) -> None:
        """Forget the quiz under way."""
        with self._store.writing() as tx:
            tx.drop_quiz()

    def past(self) -> list[QuizRecord]:
        """Return all quizzes that were handed in, oldest first."""
        return self._store.quizzes()

    def past_answers(self, record: QuizRecord) -> tuple[PastAnswer, ...]:
        """Return what was answered in a past quiz."""
        return self._store.quiz_answers(record.quiz_id)

    def answers(self, quiz: Quiz) -> Answers:
        asked = {question.card.deck_id for question in quiz.paper.questions}
        return answers_of(deck for deck in self._decks if deck.deck_id in asked)

    def keep(self, quiz: Quiz) -> None:
        """Keep a quiz under way on disk."""
        with self._store.writing() as tx:
            tx.keep_quiz(save(quiz), self._journal.now().at_ms)

    def hand_in(self, result: QuizResult) -> QuizRecord | None:
        """Put a result on record, and forget the quiz under way."""
        if not result.questions:
            self.drop()
            return None
        moment = self._journal.now()
        with self._store.writing() as tx:
            record = record_of(
                result, quiz_id=self._store.new_id(moment.at_ms), moment=moment, study_day=self._journal.today()
            )
            tx.add_quiz(record, past_answers(result), self._store.device_id)
        return record

    def count(self, result: QuizResult) -> int:
        """Record a review for each answer whose card is still there."""
        reviews = [review for review in reviews_of(result) if review.card_id in self._cards]
        for review in reviews:
            self._journal.review(
                self._cards[review.card_id], review.rating, duration_ms=review.duration_ms, answer=review.answer
            )
        return len(reviews)

    def uncount(self, reviews: int) -> None:
        """Take back the newest reviews, so many of them."""
        for _ in range(reviews):
            self._journal.undo()
