"""`quizapp due`: what is due, in one line, for a prompt or a bar.

A prompt asks this all the time, so nothing is imported that the line can do without: counts that were kept are taken as
they are, and the collection is opened only when they are not right any more.
"""

from __future__ import annotations

import click

from quizapp.cli.context import Cli, place_options
from quizapp.store.duefile import DueDay, read

NOTHING_DUE = 1


@click.command("due")
@click.option("--json", "as_json", is_flag=True, help="Write JSON for programs.")
@click.option("--quiet", is_flag=True, help="Write nothing; end with 0 when there is something to study, else with 1.")
@place_options
@click.pass_context
def command(ctx: click.Context, as_json: bool, quiet: bool) -> None:
    """Print what is due, in one line.

    For a shell prompt, a tmux bar or cron: it takes about as long as an empty program.
    """
    cli: Cli = ctx.obj
    day, counts = read(cli.places(), cli.clock) or _worked_out(cli)
    if quiet:
        ctx.exit(0 if counts.due or counts.new else NOTHING_DUE)
    if as_json:
        from quizapp.cli.output import write_json
        from quizapp.export.fields import DUE_FIELDS, DueItem, rows
        from quizapp.export.json_text import jsonl_text

        write_json(jsonl_text(rows(DUE_FIELDS, [DueItem(day, *counts)])))
    else:
        print(_line(counts))


def _worked_out(cli: Cli) -> tuple[int, DueDay]:
    with cli.collection(read_only=True) as collection:
        found = collection.due_today()
        collection.keep_due()
        return found


def _line(counts: DueDay) -> str:
    parts = [f"{number:,} {what}" for number, what in ((counts.due, "due"), (counts.new, "new")) if number]
    return f"{', '.join(parts)} · about {counts.minutes} min" if parts else "nothing due"
