"""What the command line says of a quiz: its questions, its result, quizzes of the past."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from quizapp.answering.question import Question
from quizapp.cli.plain_answers import posing
from quizapp.cli.table import Column, table_lines
from quizapp.humanize import count, duration, percent, short_date
from quizapp.quiz.history import QuizRecord
from quizapp.quiz.markdown import marks
from quizapp.quiz.quiz import Quiz
from quizapp.quiz.score import Marked, QuizResult
from quizapp.text import clean_line


def asking(quiz: Quiz, title: str) -> Iterator[str]:
    """Yield the current question with its number, the time that is left, and how to answer it."""
    left = "" if quiz.left_ms is None else f", {duration(max(quiz.left_ms, 0))} left"
    answered = " Answered before; another answer takes its place." if quiz.entry.said is not None else ""
    yield ""
    yield f"Question {quiz.at + 1} of {len(quiz.entries)}{left}. {title}.{answered}"
    yield quiz.question.card.prompt
    yield from posing(quiz.question)


def summing_up(result: QuizResult, titles: Mapping[str, str]) -> Iterator[str]:
    """Yield the score, that of each deck, and what was not right with the right answer and its place."""
    if not result.questions:
        yield "No question was answered, so there is no score."
        return
    share = percent(result.share or 0.0)
    yield ""
    yield (
        f"{marks(result.score)} of {count(result.questions, 'question')}, {share}; "
        f"{result.answered} answered in {duration(result.spent_ms)}. Seed {result.settings.seed}."
    )
    if len(result.by_deck) > 1:
        for deck in result.by_deck:
            yield f"{titles.get(deck.deck_id, deck.deck_id)}: {marks(deck.score)} of {deck.questions}"
    for marked in result.missed:
        yield from missed(marked)


def missed(marked: Marked) -> Iterator[str]:
    card = marked.question.card
    yield ""
    yield f"{marked.number}. {clean_line(card.prompt)}"
    yield f"You answered: {marked.answer or 'nothing'}"
    yield f"Right: {right_answer(marked.question)}"
    if marked.credit:
        yield f"Marks: {marks(marked.credit)} of 1"
    if card.explain:
        yield card.explain
    if card.where:
        yield card.where


def right_answer(question: Question) -> str:
    return clean_line(question.right_answer)


def history_lines(records: Sequence[QuizRecord], titles: Mapping[str, str], today: int) -> list[str]:
    """Return past quizzes as a table, the latest first, numbered from the first one ever taken."""
    columns = [
        Column("No", right=True),
        Column("Day"),
        Column("Score", right=True),
        Column("", right=True),
        Column("Time", right=True),
        Column("About", gives_way=True),
        Column("Seed", right=True),
    ]
    rows = [
        (
            str(number),
            short_date(record.study_day, today),
            f"{marks(record.score)} of {record.questions}",
            percent(record.share),
            duration(record.ms),
            about(record, titles),
            str(record.settings.seed),
        )
        for number, record in enumerate(records, start=1)
    ]
    return table_lines(columns, rows[::-1])


def about(record: QuizRecord, titles: Mapping[str, str]) -> str:
    """Return what a quiz was about: decks by title, tags, or everything."""
    settings = record.settings
    parts = [titles.get(deck_id, deck_id) for deck_id in settings.deck_ids] + [f"tag {tag}" for tag in settings.tags]
    return ", ".join(parts) or "all decks"
