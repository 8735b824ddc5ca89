"""`quizapp check`: say what is wrong with decks, and mend what can be mended safely."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import click

from quizapp.cli.checking.as_text import mended_sentence
from quizapp.cli.checking.checker import Checker, Outcome
from quizapp.cli.checking.targets import Targets
from quizapp.cli.checking.telling import FORMATS, How, show_diff, tell
from quizapp.cli.context import Cli, place_options
from quizapp.cli.output import has_colour, note, say
from quizapp.errors import QuizappError, UsageError

CLEAR = "\x1b[H\x1b[2J\x1b[3J"


def _complete_rule(ctx: click.Context, param: click.Parameter, start: str) -> list[str]:
    from quizapp.lint.catalogue import rule_names

    return [name for name in rule_names() if name.startswith(start)]


@click.command("check")
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@click.option("--fix", is_flag=True, help="Mend in the files what can be mended safely.")
@click.option("--diff", is_flag=True, help="Show what --fix would do, and change nothing.")
@click.option("--strict", is_flag=True, help="Let warnings and hints count as failure too.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="Text unless named.")
@click.option(
    "--rule",
    "rules",
    metavar="RULE",
    multiple=True,
    shell_complete=_complete_rule,
    help="Only what this rule finds; may be given several times.",
)
@click.option("--progress", is_flag=True, help="Look up, too, whose progress an edit would leave behind.")
@click.option("--watch", is_flag=True, help="Check again at each save, until Ctrl-C.")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to this file.")
@place_options
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[str, ...],
    fix: bool,
    diff: bool,
    strict: bool,
    form: str,
    rules: tuple[str, ...],
    progress: bool,
    watch: bool,
    output: Path | None,
) -> None:
    """Check decks, and say how to mend them.

    PATH is a file, a folder, the id of a deck, or - for the standard input. Without one your own decks are checked, or
    the shipped ones as long as you have none. Exit code 1 says that something is wrong. More: quizapp help checking
    """
    cli: Cli = ctx.obj
    _refuse_contradictions(fix=fix, diff=diff, form=form, watch=watch, output=output, reads_stdin="-" in paths)
    _refuse_unknown(rules)
    targets = Targets(cli, paths)
    if fix:
        targets.require_own()
    checker = Checker(rules, cli.settings().database if progress else None)
    how = How(form, output)
    if watch:
        _watch(targets, checker)
        return
    sources, unread = targets.read()
    targets.require_decks(sources, unread)
    outcome = checker.check(sources, unread)
    if diff:
        show_diff(outcome, how)
    elif fix:
        outcome = _fix(outcome, targets, checker)
    if not diff:
        tell(outcome, how)
    ctx.exit(1 if outcome.fails(strict=strict) else 0)


def _refuse_contradictions(
    *, fix: bool, diff: bool, form: str, watch: bool, output: Path | None, reads_stdin: bool
) -> None:
    if fix and diff:
        raise UsageError("--fix changes files and --diff changes none. Take one of them.")
    if fix and reads_stdin:
        raise UsageError("What comes from the standard input is no file to mend. See what --diff would change in it.")
    if diff and form != "text":
        raise UsageError(f"A diff is text. Leave out --format {form}, or --diff.")
    if watch and (fix or diff or form != "text" or output is not None or reads_stdin):
        raise UsageError("--watch only shows what it finds, in files. Leave out --fix, --diff, --format, -o and -.")


def _refuse_unknown(rules: Sequence[str]) -> None:
    if not rules:
        return
    from quizapp.lint.manual import names

    known = names()
    for rule in rules:
        if rule not in known:
            from difflib import get_close_matches

            close = get_close_matches(rule, known, n=1, cutoff=0.5)
            instead = f"Did you mean {close[0]}?" if close else "See what there is: quizapp help rules"
            raise UsageError(f"There is no rule {rule!r}. {instead}")


def _fix(outcome: Outcome, targets: Targets, checker: Checker) -> Outcome:
    """Mend the files, tell what was mended, and return what is left."""
    from quizapp.cli.checking.mending import mend, save_mended

    mended = [done for file in outcome.files if (done := mend(file)) is not None]
    for done in mended:
        save_mended(done)
        note(mended_sentence(done.file.source.shown, done.problems))
    return checker.check(*targets.read()) if mended else outcome


def _watch(targets: Targets, checker: Checker) -> None:
    from quizapp.cli.checking.watching import watch

    watch(targets.roots, partial(_check_again, targets, checker))


def _check_again(targets: Targets, checker: Checker) -> None:
    """Show what is wrong now; what keeps it from being known is shown, and mended like anything else."""
    if has_colour():
        print(CLEAR, end="")
    try:
        sources, unread = targets.read()
        targets.require_decks(sources, unread)
        tell(checker.check(sources, unread), How())
    except QuizappError as error:
        say(str(error))
    say("Waiting for a save; Ctrl-C ends.")
    sys.stdout.flush()
