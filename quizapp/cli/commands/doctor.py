"""`quizapp doctor`: look whether progress is sound, rebuild what is derived, save what a damaged file holds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizapp.cli.context import Cli, place_options
from quizapp.cli.output import coloured, has_colour, is_terminal, note, say, say_styled, write_json
from quizapp.errors import NotADatabase, UsageError
from quizapp.text import clean

if TYPE_CHECKING:
    from quizapp.config import Settings
    from quizapp.doctor.finding import Check, Finding

PROBLEMS_FOUND = 1
RED = 31
PASSING_WIDTH = 50
"""Cells of the line that says what is being looked at."""


@click.command("doctor")
@click.option("--repair", is_flag=True, help="Rebuild what follows from your answers; they are never touched.")
@click.option("--salvage", is_flag=True, help="Take all that can be read out of a damaged database, into a new one.")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="The new database of --salvage.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON for programs.")
@place_options
@click.pass_context
def command(ctx: click.Context, repair: bool, salvage: bool, output: Path | None, as_json: bool) -> None:
    """Look whether your progress is sound, and what can be done.

    Nothing is changed, and no answer ever is, unless you ask: --repair rebuilds what follows from them, after a copy
    was made, and --salvage writes another file. Ends with 1 when something wants to be done.
    """
    cli: Cli = ctx.obj
    if salvage != (output is not None) or (salvage and (repair or as_json)):
        raise UsageError("Name the new file: quizapp doctor --salvage -o FILE")
    settings = cli.settings()
    if output is not None:
        from quizapp.cli.salvaging import salvage_into

        salvage_into(settings, cli.clock, output.expanduser())
        return
    try:
        findings = _examined(cli, settings, quiet=as_json or repair)
        if repair:
            if _repaired(cli, settings, findings, quiet=as_json):
                findings = _examined(cli, settings, quiet=True)
            if not as_json:
                _show([finding for finding in findings if finding.mend])
    except NotADatabase:
        note("If that file was your progress, what it still holds can be taken out: quizapp doctor --salvage -o FILE")
        raise
    _conclude(ctx, findings, as_json)


def _examined(cli: Cli, settings: Settings, *, quiet: bool) -> list[Finding]:
    """Return all findings, each shown as soon as it is there."""
    from quizapp.doctor.examination import examine

    findings: list[Finding] = []
    for finding in examine(settings, cli.clock, _announce if is_terminal() else lambda check: None):
        if not quiet:
            _show([finding], findings[-1].mend if findings else "")
        findings.append(finding)
    return findings


def _announce(check: Check) -> None:
    """Say on the terminal what is being looked at, in a line that the finding will take the place of."""
    print(f"\r{f'… {check.looks_at}':<{PASSING_WIDTH}}\r", end="", flush=True)


def _show(findings: list[Finding], before: str = "") -> None:
    from quizapp.cli.doctor_lines import finding_lines
    from quizapp.doctor.finding import Level

    if is_terminal():
        print(f"\r{'':<{PASSING_WIDTH}}\r", end="")
    for finding in findings:
        is_bad = finding.level is Level.PROBLEM and has_colour()
        lines = finding_lines(finding, before)
        say_styled(coloured(line, RED) if is_bad else clean(line) for line in lines)
        before = finding.mend


def _repaired(cli: Cli, settings: Settings, findings: list[Finding], *, quiet: bool) -> bool:
    """Rebuild what can be, and tell whether there was anything."""
    from quizapp.doctor.repair import repair

    done = False
    for sentence in repair(settings, cli.clock, findings):
        done = True
        (note if quiet else say)(sentence)
    if not done and not quiet:
        say("What follows from your answers is right already, so nothing was rebuilt.")
    return done


def _conclude(ctx: click.Context, findings: list[Finding], as_json: bool) -> None:
    from quizapp.doctor.finding import Level

    if as_json:
        from quizapp.doctor.fields import FINDING_FIELDS
        from quizapp.export.fields import rows
        from quizapp.export.json_text import json_text

        write_json(json_text(rows(FINDING_FIELDS, findings)))
    else:
        from quizapp.cli.doctor_lines import verdict

        say()
        say(verdict(findings), bold=True)
    ctx.exit(PROBLEMS_FOUND if any(finding.level is Level.PROBLEM for finding in findings) else 0)
