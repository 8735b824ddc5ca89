"""Everything that is shown of a learner's progress, for the decks, tags and days that were asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import compress
from operator import not_
from typing import NamedTuple

from quizapp.model import Card, CardState, SchedulingSettings
from quizapp.stats.activity import Activity, activity
from quizapp.stats.buttons import Buttons, buttons
from quizapp.stats.calibration import Calibration, calibration
from quizapp.stats.columns import Columns
from quizapp.stats.forecast import FORECAST_DAYS, Forecast, forecast
from quizapp.stats.hardest import Hard, hardest
from quizapp.stats.knowledge import Knowledge, cut, knowledge
from quizapp.stats.leeches import Leech, leeches
from quizapp.stats.memory import Memory, memory
from quizapp.stats.quiz_scores import QuizScore, TakenQuiz, quiz_scores
from quizapp.stats.retention import Retention, retention
from quizapp.stats.selection import EVERYTHING, Selection


class Progress(NamedTuple):
    """All figures of one selection, as of one study day.

    Suspended cards are in `memory`, `knowledge` and `leeches`, and not in `forecast`.
    """

    selection: Selection
    today: int
    activity: Activity
    retention: Retention
    calibration: Calibration
    buttons: Buttons
    memory: Memory
    forecast: Forecast
    hardest: tuple[Hard, ...]
    knowledge: Knowledge
    leeches: tuple[Leech, ...]
    quizzes: tuple[QuizScore, ...]


def chosen(columns: Columns, selection: Selection, cards: Mapping[str, Card]) -> Columns:
    """Return the answers that a selection is about.

    Args:
        cards: those of all decks, by id; they tell what has a tag.
    """
    within = columns.between(selection.first_day, selection.last_day)
    is_meant = _meant(selection, cards)
    return within if is_meant is None else within.of_cards(is_meant)


def progress(
    columns: Columns,
    cards: Mapping[str, Card],
    states: Mapping[str, CardState],
    selection: Selection = EVERYTHING,
    *,
    today: int,
    scheduling: SchedulingSettings,
    new_per_day: int,
    forecast_days: int = FORECAST_DAYS,
    leech_lapses: int = 8,
    quizzes: Iterable[TakenQuiz] = (),
    like: Progress | None = None,
) -> Progress:
    """Return the figures of a selection.

    Args:
        columns: all answers that hold.
        cards: those of all decks, by id; progress of cards that are gone counts in what the log says only.
        states: what the log says of each card, by id.
        new_per_day: new cards that a day begins.
        leech_lapses: lapses from which on a card is a leech.
        quizzes: all that were handed in, oldest first.
        like: figures of the same decks and tags as of the same day, of whichever days. How cards stand and what is to
            come depends on none, and is taken from them.
    """
    if like is not None and (like.selection[:2], like.today) != (selection[:2], today):
        raise ValueError("these figures are of other cards or another day")
    answers = chosen(columns, selection, cards)
    meant: Collection[str] = (
        cards if selection[:2] == ((), ()) else [key for key, card in cards.items() if selection.holds(card)]
    )
    told = list(filter(states.__contains__, meant))
    of_told = [states[card_id] for card_id in told]
    all_schedules = [state.schedule for state in of_told]
    known = list(compress(told, all_schedules))
    schedules = list(filter(None, all_schedules))
    suspended = [state.suspended for state in of_told]
    known_suspended = list(compress(suspended, all_schedules))
    if like is None:
        begun_or_set_aside = len(known) + sum(suspended) - sum(known_suspended)
        remembered = memory(schedules, today, scheduling.parameters)
        hard = hardest(known, schedules)
        leeching = leeches(known, schedules, known_suspended, leech_lapses)
        to_come = forecast(
            list(compress(schedules, map(not_, known_suspended))),
            today=today,
            settings=scheduling,
            new_cards=len(meant) - begun_or_set_aside,
            new_per_day=new_per_day,
            days=forecast_days,
        )
    else:
        remembered, hard, leeching, to_come = like.memory, like.hardest, like.leeches, like.forecast
    return Progress(
        selection=selection,
        today=today,
        activity=activity(answers, today, cards),
        retention=retention(answers, scheduling.desired_retention),
        calibration=calibration(answers),
        buttons=buttons(answers),
        memory=remembered,
        forecast=to_come,
        hardest=hard,
        knowledge=(like and cut(like.knowledge, selection.first_day, today))
        or knowledge(
            columns,
            known,
            remembered.known,
            today=today,
            first_day=selection.first_day,
            parameters=scheduling.parameters,
        ),
        leeches=leeching,
        quizzes=quiz_scores(_quizzes(quizzes, selection), _meant(selection, cards)),
    )


def _meant(selection: Selection, cards: Mapping[str, Card]) -> Callable[[str], bool] | None:
    """Return what tells of a card's id whether its answers are meant, None where all are."""
    if selection.tags:
        return lambda card_id: card_id in cards and selection.holds(cards[card_id])
    if selection.deck_ids:
        return lambda card_id: card_id.partition("/")[0] in selection.deck_ids
    return None


def _quizzes(quizzes: Iterable[TakenQuiz], selection: Selection) -> Iterator[TakenQuiz]:
    """Yield the quizzes of the days that are meant."""
    first, last = selection.first_day, selection.last_day
    for quiz in quizzes:
        if (first is None or first <= quiz.study_day) and (last is None or quiz.study_day <= last):
            yield quiz
