"""A quiz under way: a value that each act turns into the next. It is told how long the learner took.

Time is what was spent on questions and not what passed on a clock, so a quiz that a crash or a closed lid
interrupted goes on with the time that was left. An answer counts when it is given before the time is up,
its last moment included. Nothing that was answered is ever lost: going elsewhere, skipping and running out
of time leave all answers alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from quizapp.answering.marking import Said
from quizapp.answering.question import Question, Way
from quizapp.quiz.paper import Paper
from quizapp.quiz.settings import Feedback
from quizapp.text import clean


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of one question. `said` is None until it is answered.

    `overruled` is the credit, 0 to 1, that the learner gave an answer instead of the grader's; None for the
    grader's.
    """

    said: Said | None = None
    spent_ms: int = 0
    overruled: float | None = None


@dataclass(frozen=True, slots=True)
class Quiz:
    """A paper, an entry for each of its questions, and the place the learner is `at`, all counted from 0.

    `reached` counts the questions up to the furthest one that was looked at.
    """

    paper: Paper
    entries: tuple[Entry, ...]
    at: int = 0
    reached: int = 1
    is_over: bool = False

    @property
    def question(self) -> Question:
        return self.paper.questions[self.at]

    @property
    def entry(self) -> Entry:
        return self.entries[self.at]

    @property
    def spent_ms(self) -> int:
        return sum(entry.spent_ms for entry in self.entries)

    @property
    def left_ms(self) -> int | None:
        """Return the time that is left as of the last act, None without limit."""
        limit = self.paper.settings.limit_ms
        return None if limit is None else limit - self.spent_ms

    @property
    def unanswered(self) -> tuple[int, ...]:
        """Return the places of the questions still to be answered."""
        return tuple(place for place, entry in enumerate(self.entries) if entry.said is None)

    @property
    def shows_feedback(self) -> bool:
        """Tell whether the current question is answered for good and shows its verdict.

        Time stands still then.
        """
        return self.entry.said is not None and self.paper.settings.feedback is Feedback.AT_ONCE

    @property
    def counted(self) -> tuple[int, ...]:
        """Return the places of the questions that count: all, or those reached where only time ends it.

        Of these the furthest counts only when it is answered: the time ran out on it.
        """
        if self.paper.settings.questions is not None:
            return tuple(range(len(self.entries)))
        return tuple(
            place
            for place, entry in enumerate(self.entries[: self.reached])
            if entry.said is not None or place < self.reached - 1
        )

    def answer(self, said: Said, *, spent_ms: int) -> Quiz:
        """Return the quiz with the current question answered, still at it; empty for *I don't know*.

        The text is kept clean (`quizapp.text.clean`). An answer that comes when the time was up already is
        not taken.

        Args:
            spent_ms: time since the question came up or was acted on last, here as in all acts.
        Raises:
            ValueError: the quiz is over, the feedback was seen, or what was chosen is not among the options.
        """
        if self.shows_feedback:
            raise ValueError("this question is answered, and the right answer was seen")
        said = tuple(clean(text) for text in said)
        if self.question.way in (Way.CHOICE, Way.STATEMENT) and not set(said) <= set(self.question.options):
            raise ValueError("what was chosen is not among the options")
        left = self.left_ms
        after = self._spend(spent_ms)
        if left is not None and spent_ms > left:
            return after
        return after._enter(self.at, replace(after.entry, said=said, overruled=None))

    def go(self, place: int, *, spent_ms: int) -> Quiz:
        """Return the quiz at another question; a place beyond either end is the question at that end."""
        after = self._spend(spent_ms)
        if after.is_over:
            return after
        place = min(max(place, 0), len(self.entries) - 1)
        return replace(after, at=place, reached=max(self.reached, place + 1))

    def skip(self, *, spent_ms: int) -> Quiz:
        """Return the quiz at the next question without an answer; after the last it comes back to the first.

        It stays where it is when no other is left.
        """
        others = [place for place in self.unanswered if place != self.at]
        later = [place for place in others if place > self.at]
        return self.go((later or others or [self.at])[0], spent_ms=spent_ms)

    def finish(self, *, spent_ms: int = 0) -> Quiz:
        """Return the quiz handed in: nothing can be answered any more."""
        return replace(self._spend(spent_ms), is_over=True)

    def overrule(self, place: int, credit: float | None) -> Quiz:
        """Return the quiz with the learner's own credit for an answer; None for the grader's.

        Raises:
            ValueError: the question has no answer, its verdict has not been shown yet, or the credit is not
                in 0 to 1.
        """
        shown = self.is_over or self.paper.settings.feedback is Feedback.AT_ONCE
        if not shown or not self.entries[place].said:
            raise ValueError("only an answer whose verdict was shown can be overruled")
        if credit is not None and not 0 <= credit <= 1:
            raise ValueError(f"a credit is from 0 to 1, not {credit}")
        return self._enter(place, replace(self.entries[place], overruled=credit))

    def _spend(self, spent_ms: int) -> Quiz:
        """Return the quiz with time spent on the current question; over when that was all there was."""
        if self.is_over:
            raise ValueError("the quiz is over")
        if self.shows_feedback:
            return self
        left = self.left_ms
        spent = max(spent_ms, 0) if left is None else min(max(spent_ms, 0), left)
        after = self._enter(self.at, replace(self.entry, spent_ms=self.entry.spent_ms + spent))
        return replace(after, is_over=after.left_ms == 0)

    def _enter(self, place: int, entry: Entry) -> Quiz:
        return replace(self, entries=(*self.entries[:place], entry, *self.entries[place + 1 :]))


def begin(paper: Paper) -> Quiz:
    """Return the quiz on a paper, at its first question.

    Raises:
        ValueError: the paper has no questions.
    """
    if not paper.questions:
        raise ValueError("a quiz needs a paper with questions")
    return Quiz(paper, (Entry(),) * len(paper.questions))
