"""What a grader says of an answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quizapp.grading.diff import Diff
from quizapp.model import Rating


class Outcome(StrEnum):
    """How an answer came out. `sign` is how it is told apart without colour."""

    RIGHT = "right"
    CLOSE = "close"
    """Right but for something that is forgiven: a slip of the keyboard, an accent, a unit left out."""
    PARTLY = "partly"
    """Some of several things asked for."""
    UNSURE = "unsure"
    """Too free for a program to judge; the learner does, and the grader only suggests."""
    WRONG = "wrong"
    EMPTY = "empty"

    @property
    def sign(self) -> str:
        return _SIGNS[self]


_SIGNS = {
    Outcome.RIGHT: "✓",
    Outcome.CLOSE: "≈",
    Outcome.PARTLY: "≈",
    Outcome.UNSURE: "?",
    Outcome.WRONG: "✗",
    Outcome.EMPTY: "✗",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """A verdict that the learner may overrule.

    `credit` is the mark in a quiz, from 0 to 1; what is forgiven costs nothing. `sentence` says it in words,
    as a headline without a full stop. `matched` is the wording that the answer was measured by, the nearest
    one when it is wrong, empty when nothing was compared. `diff` is there when setting the two texts side by
    side tells something.
    """

    outcome: Outcome
    credit: float
    sentence: str
    matched: str = ""
    diff: Diff | None = None

    @property
    def suggested(self) -> Rating:
        """Return the rating to propose: right is Good, forgiven is Hard, wrong or empty is Again.

        FSRS takes Hard for *remembered*, so a list or several choices need three quarters for it. A free
        answer that has half of the key words may well be right in other words, hence Hard, and Good from
        three quarters. How long the answer took plays no part.
        """
        if self.outcome is Outcome.PARTLY:
            return Rating.HARD if self.credit >= 0.75 else Rating.AGAIN
        if self.outcome is Outcome.UNSURE:
            return Rating.GOOD if self.credit >= 0.75 else Rating.HARD if self.credit >= 0.5 else Rating.AGAIN
        return _RATINGS[self.outcome]


_RATINGS = {
    Outcome.RIGHT: Rating.GOOD,
    Outcome.CLOSE: Rating.HARD,
    Outcome.WRONG: Rating.AGAIN,
    Outcome.EMPTY: Rating.AGAIN,
}


def right(matched: str, sentence: str = "Right") -> Verdict:
    """Return RIGHT, with full credit."""
    return Verdict(Outcome.RIGHT, 1.0, sentence, matched)


def close(sentence: str, matched: str, diff: Diff | None = None) -> Verdict:
    """Return CLOSE, with full credit: forgiven is forgiven."""
    return Verdict(Outcome.CLOSE, 1.0, sentence, matched, diff)


def wrong(sentence: str, matched: str = "", diff: Diff | None = None) -> Verdict:
    """Return WRONG, without credit."""
    return Verdict(Outcome.WRONG, 0.0, sentence, matched, diff)


def unsure(sentence: str, credit: float, matched: str) -> Verdict:
    """Return UNSURE, with the share of key words as credit."""
    return Verdict(Outcome.UNSURE, credit, sentence, matched)


def partly(sentence: str, credit: float, matched: str) -> Verdict:
    """Return PARTLY, with the credit earned."""
    return Verdict(Outcome.PARTLY, credit, sentence, matched)


def empty(sentence: str = "Nothing typed") -> Verdict:
    """Return EMPTY: there is nothing to grade."""
    return Verdict(Outcome.EMPTY, 0.0, sentence)
