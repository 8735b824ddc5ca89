"""A typed line as an answer: letters of options, a number, true or false, items, or plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.answering.marking import Said
from quizapp.answering.question import FALSE, TRUE, Question, Way
from quizapp.grading.listing import split_entries
from quizapp.grading.number import LONGEST_TYPED
from quizapp.grading.quantity import read_number
from quizapp.grading.statement import read_truth
from quizapp.model import Number
from quizapp.text import clean, fold

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def letters_of(question: Question) -> str:
    """Return the letters that choose, in the order of the options: t and f for a statement, none without options."""
    return "tf" if question.way is Way.STATEMENT else LETTERS[: len(question.options)]


def asks_for(question: Question) -> str:
    """Return a sentence that says how to answer; it also fits a line that could not be read."""
    last = LETTERS[min(len(question.options), len(LETTERS)) - 1]
    match question.way, question.card.body:
        case Way.CHOICE, _:
            letters = "the letters of all that are right" if question.is_multiple else "one letter"
            return f"Type {letters}, a to {last}."
        case Way.STATEMENT, _:
            return "Type true or false."
        case Way.NUMBER, Number(_, unit) if unit:
            return f"Type a number, in {unit}."
        case Way.NUMBER, _:
            return "Type a number."
        case Way.LIST, _ if question.options:
            return f"Type the letters in the right order, a to {last}, or the items between semicolons."
        case Way.LIST, _:
            return "Type the items between semicolons, in any order."
        case _:
            return "Type the answer."


def read_answer(question: Question, line: str) -> Said | None:
    """Return what a line answers, None when it is empty or no answer to such a question.

    The text of an option stands for that option, and so does its letter.
    """
    line = clean(line).strip()
    if not line:
        return None
    match question.way:
        case Way.CHOICE:
            chosen = _by_text(line, question.options) or _by_letters(line, question.options, _JOINED)
            return chosen if chosen and (question.is_multiple or len(chosen) == 1) else None
        case Way.STATEMENT:
            truth = read_truth(line)
            return None if truth is None else (TRUE if truth else FALSE,)
        case Way.NUMBER:
            return (line,) if len(line) <= LONGEST_TYPED and read_number(line) else None
        case Way.LIST:
            arranged = _by_letters(line, question.options, _SEPARATE)
            return arranged or tuple(split_entries(line, question.right)) or None
        case Way.TYPED:
            return (line,)


_JOINED = re.compile(r"[a-z](?:[\s,;]*[a-z])*")
_SEPARATE = re.compile(r"[a-z](?:[\s,;]+[a-z])*")
"""Where items may be typed too, letters that touch are a word."""


def _by_text(line: str, options: Sequence[str]) -> Said:
    return tuple(option for option in options if fold(option) == fold(line))


def _by_letters(line: str, options: Sequence[str], letters: re.Pattern[str]) -> Said:
    """Return the options whose letters the line lists, in its order; none when it lists anything else."""
    known = dict(zip(LETTERS, options, strict=False))
    named = list(dict.fromkeys(re.sub(r"[\s,;]", "", line.lower())))
    if not letters.fullmatch(line.lower()) or any(letter not in known for letter in named):
        return ()
    return tuple(known[letter] for letter in named)
