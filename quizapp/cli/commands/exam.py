"""`quizapp exam`: give a deck or a tag the date of an exam, or call it off."""

from __future__ import annotations

from collections.abc import Sequence

import click

from quizapp.cli.agreeing import agreed
from quizapp.cli.context import Cli, place_options
from quizapp.cli.deck_files import complete_deck, files_of
from quizapp.cli.names import deck_ids
from quizapp.cli.output import say
from quizapp.collection import Collection
from quizapp.errors import UsageError
from quizapp.scheduling.exams import Exam, Target
from quizapp.study.days import read_day
from quizapp.tui.plan_words import exam_bars, exam_name, exam_sentences, lines_of, standing


@click.command("exam")
@click.argument("what", metavar="[DECK] [DATE]", nargs=-1, shell_complete=complete_deck)
@click.option("--tag", metavar="TAG", help="The exam is on the cards with this tag.")
@click.option("--per-day", type=click.IntRange(1, 9_999), metavar="N", help="Cards a day in the last pass.")
@click.option("--off", is_flag=True, help="Call the exam off.")
@click.option("--yes", is_flag=True, help="Set it without asking.")
@place_options
@click.pass_obj
def command(
    cli: Cli, what: tuple[str, ...], tag: str | None, per_day: int | None, off: bool, yes: bool
) -> None:
    """Give a deck or a tag the date of an exam.

    Its cards are then scheduled so that you recall as many as possible on that day. The plan is shown before
    it holds, and quizapp undo takes it back. Without arguments the exams ahead are listed.
    """
    with cli.collection(read_only=not what and not tag) as collection:
        if not what and tag is None:
            _list(collection)
            return
        target, date = _target(collection, what, tag, off)
        if off:
            _call_off(collection, target)
            return
        exam_on = read_day(date, collection.today())
        plan = collection.plans.exam_preview(target, exam_on, per_day)
        for line in [*exam_sentences(plan, collection.today()), "", *lines_of(exam_bars(plan, collection.today()))]:
            say(line)
        if agreed("Schedule for this exam?", yes):
            collection.plans.set_exam(target, exam_on, per_day)
            say(f"Exam set on {_name(collection, target)}. Take it back: quizapp undo")


def _target(collection: Collection, what: Sequence[str], tag: str | None, off: bool) -> tuple[Target, str]:
    """Return what is examined, and the words for the day."""
    wanted = (tag is None) + (not off)
    if len(what) != wanted:
        names = ["a deck"] * (tag is None) + ["a day"] * (not off)
        example = f"Name {' and '.join(names)}, as in quizapp exam china '24 Dec'."
        raise UsageError(example if names else "No deck fits here.")
    if tag is not None:
        return Target(tag=tag), what[0] if what else ""
    (deck_id,) = deck_ids(what[:1], files_of(collection.decks))
    return Target(deck_id), what[-1]


def _list(collection: Collection) -> None:
    exams = collection.plans.exams()
    titles = {deck.deck_id: deck.title for deck in collection.decks}
    for exam in exams:
        say(standing(exam, titles, collection.today()))
    if not exams:
        say("No exam is ahead. Set one: quizapp exam DECK DATE")


def _call_off(collection: Collection, target: Target) -> None:
    found: list[Exam] = [exam for exam in collection.plans.exams() if exam.target == target]
    if not found:
        raise UsageError("It has no exam ahead. See which there are: quizapp exam")
    collection.plans.call_off(found[0])
    say(f"Exam called off: {_name(collection, target)}. Take it back: quizapp undo")


def _name(collection: Collection, target: Target) -> str:
    return exam_name(target, {deck.deck_id: deck.title for deck in collection.decks})
