"""A quiz in lines on the streams of the process."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from quizapp.cli.output import note, say
from quizapp.cli.quiz_plain import PlainQuiz
from quizapp.collection import Collection
from quizapp.humanize import count
from quizapp.quiz.settings import QuizSettings


def quiz_in_lines(collection: Collection, settings: QuizSettings | None, *, counts: bool) -> None:
    """Take a quiz, or go on with the one under way when there are no settings, until it is handed in or left."""
    under_way = collection.quizzes.under_way()
    if settings is not None:
        session = collection.quizzes.begin(settings)
        if under_way is not None:
            answered = len(under_way.quiz.entries) - len(under_way.quiz.unanswered)
            note(f"The quiz that was under way, with {count(answered, 'answer')}, is given up for this one.")
    elif under_way is not None:
        session = under_way
    else:
        raise ValueError("no quiz is under way, and none is asked for")
    plain = PlainQuiz(session, {deck.deck_id: deck.title for deck in collection.decks}, counts=counts)
    _show(plain.begin())
    while plain.end is None:
        line = sys.stdin.readline()
        if not line:
            break
        _show(plain.tell(line))
    _show(plain.close())


def _show(lines: Iterable[str]) -> None:
    for line in lines:
        say(line)
    sys.stdout.flush()
