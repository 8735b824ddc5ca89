"""How strict the checks are with one deck, as its head says. Which checks there are is for the linter to know."""

from __future__ import annotations

from dataclasses import replace

from quizapp.deckfile.fields import Fields
from quizapp.deckfile.keys import CHECK, CHECKS, LEVEL


def read_checks(fields: Fields) -> dict[str, dict[str, str]]:
    """Return the options of each check that is named, as texts; a level alone is the option `level`."""
    group = fields.group(CHECKS)
    return {name: _options(group, name) for name in group.names()} if group else {}


def _options(group: Fields, name: str) -> dict[str, str]:
    check = replace(CHECK, name=name)
    if not group.is_group(name):
        return {LEVEL.name: group.text(replace(LEVEL, name=name))}
    options = group.group(check)
    return {option: options.text(replace(LEVEL, name=option)) for option in options.names()} if options else {}
