"""`quizapp spread`: spread what has piled up over some days."""

from __future__ import annotations

import click

from quizapp.cli.agreeing import agreed
from quizapp.cli.context import Cli, place_options
from quizapp.cli.deck_files import complete_deck, files_of
from quizapp.cli.names import deck_ids
from quizapp.cli.output import say
from quizapp.cli.tags import check_tags
from quizapp.humanize import count
from quizapp.study.days import read_day
from quizapp.study.scope import Scope
from quizapp.tui.plan_words import backlog_bars, backlog_sentences, lines_of


@click.command("spread")
@click.argument("decks", metavar="[DECK]...", nargs=-1, shell_complete=complete_deck)
@click.option("--days", type=int, metavar="N", help="Over so many days.")
@click.option("--per-day", type=int, metavar="N", help="At so many cards a day.")
@click.option("--from", "start", metavar="DATE", help="From this day on, as after a holiday; today if left out.")
@click.option("--tag", "tags", metavar="TAG", multiple=True, help="Only cards with this tag; may be repeated.")
@click.option("--yes", is_flag=True, help="Do it without asking.")
@place_options
@click.pass_obj
def command(
    cli: Cli,
    decks: tuple[str, ...],
    days: int | None,
    per_day: int | None,
    start: str | None,
    tags: tuple[str, ...],
    yes: bool,
) -> None:
    """Spread what has piled up over some days.

    Those most at risk come first. With --from, what is due before that day is moved to it and the days after
    it: a holiday. The plan is shown before it holds, and quizapp undo takes it back.
    """
    with cli.collection() as collection:
        check_tags(tags, collection)
        scope = Scope(deck_ids=deck_ids(decks, files_of(collection.decks)), tags=tags)
        today = collection.today()
        first_on = read_day(start, today) if start else None
        plan = collection.plans.spread_preview(days=days, per_day=per_day, first_on=first_on, scope=scope)
        if not plan.due_on:
            say("Nothing has piled up: no card is due.")
            return
        for line in [*backlog_sentences(plan, today), "", *lines_of(backlog_bars(plan, today))]:
            say(line)
        if plan.moves and agreed("Spread them so?", yes):
            say(f"{count(collection.plans.spread(plan), 'card')} moved. Take it back: quizapp undo")
