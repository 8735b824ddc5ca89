"""What the plan screen asks of a collection: what can be planned, what a written plan would mean, that it holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from quizapp.humanize import count, short_date
from quizapp.scheduling.exams import Exam, Target
from quizapp.study import spreading
from quizapp.study.days import read_day
from quizapp.tui.plan_words import Bar, backlog_bars, backlog_sentences, exam_bars, exam_name, exam_sentences

if TYPE_CHECKING:
    from quizapp.collection import Collection

MOST_DAYS_SHOWN = 12


class Choice(NamedTuple):
    """What a plan can be about: the target of an exam, or the backlog where it is None. `exam` is the one it has."""

    target: Target | None
    name: str
    fact: str
    group: str
    exam: Exam | None = None


class Facts(NamedTuple):
    """What can be planned: what has an exam first, the next one at the top, then decks, tags, and the backlog."""

    choices: tuple[Choice, ...]
    exams: int


class Plan(NamedTuple):
    """A plan as it is shown."""

    sentences: list[str]
    bars: list[Bar]


def facts(collection: Collection) -> Facts:
    """Return what can be planned."""
    exams = collection.plans.exams()
    due = len(collection.plans.backlog())
    waiting = f"{count(due, 'card')} due by today" if due else "nothing has piled up"
    backlog = Choice(None, "Spread over some days", waiting, "Backlog, or a holiday to come")
    return Facts((*_exams(collection, exams), *_others(collection, exams), backlog), len(exams))


def standing_plan(exam: Exam, collection: Collection) -> Plan:
    """Return what an exam that was set means from today on."""
    plan = _exam_plan(exam.target, exam.last_pass.exam_on, exam.last_pass.per_day, collection)
    return plan._replace(sentences=plan.sentences[:-1])  # the last one tells what would move


def written_plan(target: Target | None, text: str, collection: Collection) -> Plan:
    """Return what a plan would mean that was written for a target, or for the backlog.

    Raises:
        UsageError: it cannot be read, or nothing can be planned so.
    """
    today = collection.today()
    if target is not None:
        return _exam_plan(target, read_day(text, today), None, collection)
    plan = collection.plans.spread_preview(**spreading.read_spread(text, today)._asdict())
    if not plan.due_on:
        return Plan(["Nothing has piled up: no card is due by then."], [])
    return Plan(backlog_sentences(plan, today), backlog_bars(plan, today, MOST_DAYS_SHOWN))


def settle(target: Target | None, text: str, collection: Collection) -> int:
    """Have a written plan hold, and return how many cards it moved; raises as `written_plan`."""
    today = collection.today()
    if target is not None:
        return len(collection.plans.set_exam(target, read_day(text, today)).due_on)
    return collection.plans.spread(collection.plans.spread_preview(**spreading.read_spread(text, today)._asdict()))


def _exams(collection: Collection, exams: tuple[Exam, ...]) -> Iterator[Choice]:
    titles, today = {deck.deck_id: deck.title for deck in collection.decks}, collection.today()
    for exam in exams:
        last = exam.last_pass
        fact = f"{short_date(last.exam_on, today)}, last pass from {short_date(last.first_on, today)}"
        yield Choice(exam.target, exam_name(exam.target, titles), fact, "Exams ahead", exam)


def _others(collection: Collection, exams: tuple[Exam, ...]) -> Iterator[Choice]:
    """Yield the decks in their order and the tags in that of the alphabet, but for those that have an exam."""
    examined = {exam.target for exam in exams}
    titles = {deck.deck_id: deck.title for deck in collection.decks}
    tags = sorted(
        {tag for card in collection.cards.values() for tag in card.tags}, key=lambda tag: (tag.casefold(), tag)
    )
    for target in [*map(Target, titles), *(Target(tag=tag) for tag in tags)]:
        if target not in examined:
            yield Choice(target, exam_name(target, titles), "no exam", "Decks" if target.deck_id else "Tags")


def _exam_plan(target: Target, exam_on: int, per_day: int | None, collection: Collection) -> Plan:
    plan, today = collection.plans.exam_preview(target, exam_on, per_day), collection.today()
    return Plan(exam_sentences(plan, today), exam_bars(plan, today, MOST_DAYS_SHOWN))
