"""Plans that are shown before they hold: asked on a terminal, and elsewhere only with `--yes`."""

from __future__ import annotations

import sys

import click

from quizapp.cli.output import note


def agreed(question: str, yes: bool) -> bool:
    """Tell whether what was just shown shall hold; says that nothing was changed when it shall not."""
    if yes:
        return True
    if sys.stdin.isatty() and sys.stdout.isatty():
        if click.confirm(question):
            return True
        note("Nothing was changed.")
        return False
    note("Nothing was changed. Add --yes to do it.")
    return False
