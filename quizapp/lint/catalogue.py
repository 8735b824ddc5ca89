"""The rules there are: every module of `quizapp.lint.rules`."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from quizapp.lint import rules

if TYPE_CHECKING:
    from quizapp.lint.rule import Rule


def rule_names() -> list[str]:
    """Return the names of all rules, sorted; imports none of them."""
    return sorted(module.name.replace("_", "-") for module in iter_modules(rules.__path__))


@cache
def all_rules() -> Mapping[str, Rule]:
    """Return every rule by its name."""
    return {name: _module(name).RULE for name in rule_names()}


def docstring(name: str) -> str:
    """Return the manual page of a rule as it is written."""
    return str(_module(name).__doc__)


def _module(name: str):  # type: ignore[no-untyped-def]  # a module is a bag of anything
    module = f"{rules.__name__}.{name.replace('-', '_')}"
    return sys.modules.get(module) or import_module(module)
