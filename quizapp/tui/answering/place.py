"""The place of a card where it is answered: which widget it is."""

from __future__ import annotations

from typing import NamedTuple

from quizapp.answering.marking import Said
from quizapp.answering.question import Question, Way
from quizapp.grading.verdict import Verdict
from quizapp.model import Rating
from quizapp.tui.answering.answerable import Answerable
from quizapp.tui.answering.arranging import Arranging
from quizapp.tui.answering.field import Field
from quizapp.tui.answering.naming import Naming
from quizapp.tui.answering.options import Options


class Answered(NamedTuple):
    """What was said, what came of it, the note that stands beside the verdict, and the rating that is proposed."""

    said: Said
    verdict: Verdict
    note: str = ""
    proposed: Rating = Rating.GOOD


def place_for(question: Question) -> Answerable:
    """Return the widget in which a question is answered."""
    if question.way in (Way.CHOICE, Way.STATEMENT):
        return Options(question)
    if question.way is Way.LIST:
        return Arranging(question) if question.options else Naming(question)
    return Field(question, "Type a number." if question.way is Way.NUMBER else "")
