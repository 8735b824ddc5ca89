"""The result of a quiz: marks a question, the score, and what is worth another look."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import fsum

from quizapp.answering.marking import Answers, Said, mark
from quizapp.answering.question import Question
from quizapp.grading.verdict import Verdict
from quizapp.quiz.quiz import Quiz
from quizapp.quiz.settings import QuizSettings


@dataclass(frozen=True, slots=True)
class Marked:
    """One question that counts. `number` is its place on the paper, from 1; `said` None: passed over.

    `credit` is the mark, 0 to 1: the verdict's, or the learner's own where they overruled it.
    """

    number: int
    question: Question
    said: Said | None
    verdict: Verdict
    credit: float
    spent_ms: int

    @property
    def answer(self) -> str:
        """Return what was answered as one text, empty without."""
        return "; ".join(self.said or ())


@dataclass(frozen=True, slots=True)
class DeckScore:
    deck_id: str
    score: float
    questions: int


@dataclass(frozen=True, slots=True)
class QuizResult:
    """What a quiz came to. `marked` are the questions that count, in the order of the paper."""

    settings: QuizSettings
    marked: tuple[Marked, ...]
    spent_ms: int

    @property
    def score(self) -> float:
        """Return the marks, from 0 to `questions`."""
        return _total(self.marked)

    @property
    def questions(self) -> int:
        """Return how many questions count, each for one mark."""
        return len(self.marked)

    @property
    def share(self) -> float | None:
        """Return the share of the marks that was reached, 0 to 1; None when no question counts."""
        return self.score / self.questions if self.marked else None

    @property
    def answered(self) -> int:
        return sum(bool(marked.said) for marked in self.marked)

    @property
    def by_deck(self) -> tuple[DeckScore, ...]:
        """Return the score of each deck, by its id."""
        decks = sorted({marked.question.card.deck_id for marked in self.marked})
        groups = [(deck, [m for m in self.marked if m.question.card.deck_id == deck]) for deck in decks]
        return tuple(DeckScore(deck, _total(group), len(group)) for deck, group in groups)

    @property
    def missed(self) -> tuple[Marked, ...]:
        """Return the questions without full credit, the worst first."""
        return tuple(sorted((m for m in self.marked if m.credit < 1), key=lambda m: m.credit))


def result_of(quiz: Quiz, answers: Answers) -> QuizResult:
    """Return the marks of a quiz as it stands, over or not.

    Args:
        answers: those of the decks, see `quizapp.answering.marking.answers_of`.
    """
    return QuizResult(
        settings=quiz.paper.settings,
        marked=tuple(_marked(quiz, place, answers) for place in quiz.counted),
        spent_ms=quiz.spent_ms,
    )


def _marked(quiz: Quiz, place: int, answers: Answers) -> Marked:
    question, entry = quiz.paper.questions[place], quiz.entries[place]
    verdict = mark(question, entry.said, answers)
    credit = verdict.credit if entry.overruled is None else entry.overruled
    return Marked(place + 1, question, entry.said, verdict, credit, entry.spent_ms)


def _total(marked: Iterable[Marked]) -> float:
    return fsum(one.credit for one in marked)
