"""How strictly decks are checked: a level or `off` for each rule, and the numbers it goes by.

A folder says it in the table `[checks]` of `.quizapp.toml`, a deck under `checks:`; both are written alike, and the
deck has the last word. Pure: `quizapp.store.checks_file` reads the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from quizapp.lint.catalogue import all_rules
from quizapp.lint.rule import Options
from quizapp.problem import Level

OFF = "off"
LEVEL = "level"
_LEVELS = (OFF, *(level.value for level in Level))


class Misfit(NamedTuple):
    """What is wrong in a configuration: under which rule, and which of its options, "" for its level or its name."""

    rule: str
    option: str
    message: str
    mend: str


@dataclass(frozen=True, slots=True)
class Configuration:
    """What differs from the rules' own levels and numbers. `levels` has None for a rule that is off."""

    levels: Mapping[str, Level | None] = field(default_factory=dict)
    options: Mapping[str, Options] = field(default_factory=dict)

    def level(self, name: str) -> Level | None:
        """Return the level of a rule, None when it is off."""
        return self.levels[name] if name in self.levels else all_rules()[name].level

    def options_of(self, name: str) -> Options:
        own = all_rules()[name].options
        return {**own, **self.options[name]} if name in self.options else own

    def overruled_by(self, other: Configuration) -> Configuration:
        """Return this configuration with all that the other one says."""
        options = {
            name: {**self.options.get(name, {}), **other.options.get(name, {})}
            for name in self.options.keys() | other.options.keys()
        }
        return Configuration({**self.levels, **other.levels}, options)


DEFAULT = Configuration()


def configured(said: Mapping[str, object]) -> tuple[Configuration, tuple[Misfit, ...]]:
    """Return what a `checks` table says, and what of it means nothing; that part is left out.

    Args:
        said: under each rule's name its level, or a mapping with `level` and the rule's options.
    """
    levels: dict[str, Level | None] = {}
    options: dict[str, Options] = {}
    misfits: list[Misfit] = []
    for name, value in said.items():
        if name not in all_rules():
            misfits.append(_unknown_rule(name))
            continue
        entries = value if isinstance(value, Mapping) else {LEVEL: value}
        numbers = {}
        for option, written in entries.items():
            if option == LEVEL and str(written) in _LEVELS:
                levels[name] = None if str(written) == OFF else Level(str(written))
            elif option in all_rules()[name].options and (number := _number(written)) is not None:
                numbers[option] = number
            else:
                misfits.extend(_misfit(name, str(option), written))
        if numbers:
            options[name] = numbers
    return Configuration(levels, options), tuple(misfits)


def _number(written: object) -> int | None:
    text = str(written)
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


def _unknown_rule(name: str) -> Misfit:
    from difflib import get_close_matches  # late: most runs do without

    close = get_close_matches(name, all_rules(), n=1, cutoff=0.5)
    mend = f"Did you mean {close[0]}?" if close else "See what there is: quizapp help rules"
    return Misfit(name, "", f"There is no rule “{name[:60]}”.", mend)


def _misfit(name: str, option: str, written: object) -> Iterator[Misfit]:
    known = all_rules()[name].options
    if option == LEVEL:
        levels = ", ".join(_LEVELS)
        yield Misfit(name, "", f"{name} cannot be “{str(written)[:40]}”.", f"Write one of {levels}.")
    elif option in known:
        mend = f"Write {option}: {known[option]}, or leave it out."
        yield Misfit(name, option, f"{option} must be a whole number.", mend)
    else:
        also = ", ".join((LEVEL, *known))
        yield Misfit(name, option, f"{name} has no option “{option[:40]}”.", f"It may have {also}.")
