"""A learner who is made up: studies most days, forgets as FSRS expects, was away for two weeks in summer."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from quizapp.clock import date_to_day, day_to_date
from quizapp.model import DAY_MS, HOUR_MS, Card, CardState, Kind, Phase, Rating, Schedule, SchedulingSettings
from quizapp.scheduling.recall import recall_of
from quizapp.scheduling.schedule import schedule_review
from quizapp.stats.answer_log import columns_of
from quizapp.stats.columns import Columns, Row
from quizapp.stats.progress import Progress, progress
from quizapp.stats.quiz_scores import Asked, TakenQuiz
from quizapp.stats.selection import EVERYTHING, Selection

SETTINGS = SchedulingSettings()
TAGS = ("finance", "names", "dates")
HOURS = (7, 7, 8, 8, 8, 12, 13, 18, 19, 20, 20, 21, 21, 22)


class Learner(NamedTuple):
    """What such a learner left behind, as of the study day `today`."""

    columns: Columns
    cards: dict[str, Card]
    states: dict[str, CardState]
    quizzes: tuple[TakenQuiz, ...]
    today: int

    def progress(self, selection: Selection = EVERYTHING, like: Progress | None = None) -> Progress:
        return progress(
            self.columns, self.cards, self.states, selection,
            today=self.today, scheduling=SETTINGS, new_per_day=5, quizzes=self.quizzes, like=like,
        )  # fmt: skip


def learner(today: int, *, days: int, decks: dict[str, int], new_per_day: int = 1, seed: int = 1) -> Learner:
    """Return who has studied for so many days up to today.

    Args:
        decks: how many cards each deck has, by its id.
    """
    chance = Random(seed)
    cards = [
        Card(
            f"{deck}/n{number}", f"n{number}", deck, Kind.QUESTION, number, f"What is number {number}?", "It",
            tags=TAGS[number % 3 :],
        )
        for deck, many in decks.items()
        for number in range(many)
    ]
    waiting = list(range(len(cards)))
    chance.shuffle(waiting)
    schedules: dict[int, Schedule] = {}
    rows: list[Row] = []
    quizzes: list[TakenQuiz] = []
    for day in range(today - days + 1, today + 1):
        date = day_to_date(day)
        if (date.month == 8 and date.day < 16) or chance.random() < (0.3 if date.weekday() > 4 else 0.12):
            continue
        asked = [card for card, held in schedules.items() if (held.due_on or day) <= day]
        begun = [waiting.pop() for _ in range(min(new_per_day * chance.randrange(3), len(waiting)))]
        at = day * DAY_MS + chance.choice(HOURS) * HOUR_MS
        if day % 23 == 0 and len(schedules) > 10:
            quizzes.append(_quiz(chance, day, [cards[card].card_id for card in chance.sample(list(schedules), 10)]))
        queue = [*asked, *begun]
        while queue:
            card = queue.pop(0)
            before = schedules.get(card)
            recall = None if before is None else recall_of(before, day, ()).retrievability
            rating = _rating(chance, recall)
            after = schedule_review(
                cards[card].card_id, before, rating, reviewed_at=at, study_day=day, settings=SETTINGS
            )
            ms = round(chance.lognormvariate(9, 0.5))
            rows.append(
                (
                    f"{len(rows):09}", card, at, 0, day, int(rating), int(before.phase if before else Phase.NEW),
                    None if before is None else day - before.last_review_on, ms, Kind.QUESTION.value, recall,
                    after.interval_days,
                )
            )  # fmt: skip
            at += ms
            schedules[card] = after
            if after.due_on is None:
                queue.append(card)
    return Learner(
        columns_of(rows, [card.card_id for card in cards]),
        {card.card_id: card for card in cards},
        {cards[card].card_id: CardState(held) for card, held in schedules.items()},
        tuple(quizzes),
        today,
    )


def _quiz(chance: Random, day: int, card_ids: list[str]) -> TakenQuiz:
    asked = tuple(Asked(card_id, chance.choice((0, 0.5, 1, 1, 1, 1)), 9_000) for card_id in card_ids)
    return TakenQuiz(day, 9_000 * len(asked), asked)


def _rating(chance: Random, recall: float | None) -> Rating:
    if recall is None:
        return chance.choices(list(Rating), (30, 15, 45, 10))[0]
    if chance.random() > recall - 0.01:
        return Rating.AGAIN
    return chance.choices((Rating.HARD, Rating.GOOD, Rating.EASY), (12, 78, 10))[0]


TODAY = date_to_day(day_to_date(0).replace(2026, 11, 22))
