"""`quizapp quiz`: a scored test, and the quizzes of the past."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import click

from quizapp.cli.context import Cli, place_options
from quizapp.cli.deck_files import complete_deck, files_of
from quizapp.cli.names import deck_ids
from quizapp.errors import UsageError

if TYPE_CHECKING:
    from quizapp.collection import Collection
    from quizapp.quiz.settings import QuizSettings

WAYS = {"type": "typed", "choose": "chosen", "mix": "mixed"}
MOST = 9_999


@click.command("quiz")
@click.argument("decks", metavar="[DECK]...", nargs=-1, shell_complete=complete_deck)
@click.option("--tag", "tags", metavar="TAG", multiple=True, help="Only cards with this tag; may be repeated.")
@click.option("--questions", type=click.IntRange(1, MOST), metavar="N", help="Ask N questions; 20 if left out.")
@click.option("--minutes", type=click.IntRange(1, 600), metavar="M", help="Give M minutes.")
@click.option("--seed", type=click.IntRange(0, 2**31), metavar="N", help="Ask the paper with this number.")
@click.option("--at-once", is_flag=True, help="Show what was right after each answer.")
@click.option("--answer", type=click.Choice(tuple(WAYS)), default="mix", help="How to answer what leaves it open.")
@click.option("--count", "counts", is_flag=True, help="Count the answers toward the schedule in the end.")
@click.option("--plain", is_flag=True, help="Take it in lines, for pipes and screen readers.")
@click.option("--again", is_flag=True, help="Ask the paper of the last quiz again.")
@click.option("--history", is_flag=True, help="List the quizzes of the past with their scores.")
@click.option("--show", type=click.IntRange(1), metavar="NO", help="Show a quiz of the past; see --history.")
@click.option("--markdown", is_flag=True, help="Print it as Markdown, the last one unless --show names another.")
@click.option("-o", "--output", type=click.Path(), metavar="FILE", help="Write the Markdown to this file.")
@place_options
@click.pass_context
def command(
    ctx: click.Context,
    decks: tuple[str, ...],
    tags: tuple[str, ...],
    questions: int | None,
    minutes: int | None,
    seed: int | None,
    at_once: bool,
    answer: str,
    counts: bool,
    plain: bool,
    again: bool,
    history: bool,
    show: int | None,
    markdown: bool,
    output: str | None,
) -> None:
    """Take a scored test.

    Questions come from the decks named, or from all. A quiz that was left goes on where it was when nothing
    is asked for. It leaves your schedule alone unless you ask for that.
    """
    cli: Cli = ctx.obj
    if history or show is not None or markdown:
        with cli.collection(read_only=True) as collection:
            _past(collection, history, show, markdown, output)
        return
    wanted = bool(decks or tags or questions or minutes or seed is not None or at_once or answer != "mix")
    make = partial(
        _settings,
        decks=decks,
        tags=tags,
        questions=questions,
        minutes=minutes,
        seed=seed,
        at_once=at_once,
        answer=answer,
    )
    if not plain and _has_screen():
        ctx.exit(_on_screens(cli, _last if again else make if wanted else None))
    with cli.collection() as collection:
        from quizapp.cli.quiz_lines import quiz_in_lines

        settings = None
        if again:
            settings = _last(collection)
        elif wanted or collection.quizzes.under_way() is None:
            settings = make(collection)
        quiz_in_lines(collection, settings, counts=counts)


def _has_screen() -> bool:
    from quizapp.cli.terminal import why_no_screen

    return why_no_screen() is None


def _on_screens(cli: Cli, make: Callable[[Collection], QuizSettings] | None) -> int:
    """Take a quiz of these settings on the screens; without settings, set one up or go on with one."""
    from quizapp.cli.screens import run_screens
    from quizapp.tui.app import First

    if make is None:
        return run_screens(cli, first=First("quiz_setup", lambda app: app.quiz_setup()))
    return run_screens(cli, first=First("quiz", lambda app: app.quiz(make)))


def _settings(
    collection: Collection,
    *,
    decks: tuple[str, ...],
    tags: tuple[str, ...],
    questions: int | None,
    minutes: int | None,
    seed: int | None,
    at_once: bool,
    answer: str,
) -> QuizSettings:
    from quizapp.answering.manner import Answering
    from quizapp.cli.tags import check_tags
    from quizapp.quiz.settings import DEFAULT_QUESTIONS, Feedback, QuizSettings, fresh_seed

    check_tags(tags, collection)
    return QuizSettings(
        questions=questions or (None if minutes else DEFAULT_QUESTIONS),
        minutes=minutes,
        deck_ids=deck_ids(decks, files_of(collection.decks)),
        tags=tags,
        seed=fresh_seed(collection.clock.now().at_ms) if seed is None else seed,
        feedback=Feedback.AT_ONCE if at_once else Feedback.AT_END,
        answering=Answering(WAYS[answer]),
    )


def _last(collection: Collection) -> QuizSettings:
    records = collection.quizzes.past()
    if not records:
        raise UsageError("No quiz was taken yet. Take one: quizapp quiz")
    return records[-1].settings


def _past(collection: Collection, history: bool, show: int | None, markdown: bool, output: str | None) -> None:
    from pathlib import Path

    from quizapp.cli.output import say, write_data
    from quizapp.cli.quiz_words import history_lines, summing_up
    from quizapp.humanize import long_date
    from quizapp.quiz.markdown import to_markdown
    from quizapp.quiz.past import past_result

    records = collection.quizzes.past()
    titles = {deck.deck_id: deck.title for deck in collection.decks}
    if history and not records:
        say("No quiz was taken yet. Take one: quizapp quiz")
        return
    if not records:
        raise UsageError("No quiz was taken yet. Take one: quizapp quiz")
    if history:
        for line in history_lines(records, titles, collection.today()):
            say(line)
        return
    if show is not None and show > len(records):
        raise UsageError(f"There are {len(records)} quizzes, so no number {show}. See them: quizapp quiz --history")
    record = records[(show or len(records)) - 1]
    result = past_result(record, collection.quizzes.past_answers(record), collection.cards)
    if markdown:
        text = to_markdown(result, titles=titles, taken=long_date(record.study_day))
        write_data([text], Path(output).expanduser() if output else None)
    else:
        say(f"Quiz of {long_date(record.study_day)}.")
        for line in summing_up(result, titles):
            say(line)
