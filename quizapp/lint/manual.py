"""What the manual says of everything that a check can find: its list, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from quizapp.deckfile.refusals import REFUSALS
from quizapp.lint.catalogue import all_rules
from quizapp.lint.engine import OWN_PROBLEMS
from quizapp.lint.page import page
from quizapp.lint.rule import Family
from quizapp.problem import Level

FAMILIES: Mapping[Family, str] = {
    Family.FORMAT: "What a file says, and whether it can be read as it is meant.",
    Family.IDENTITY: "What a note is known by, so that progress stays with it.",
    Family.KNOWLEDGE: "Whether a note can be answered, and is worth remembering.",
}

WARNINGS = frozenset({"missing-deck-id", "number-cut-by-comma", "swallowed-by-hash"})
"""What the reader complains of and takes all the same."""


class Entry(NamedTuple):
    """What can be found: `title` is a sentence, `text` its page as Markdown without a heading."""

    name: str
    family: Family
    level: Level
    title: str
    text: str


def names() -> list[str]:
    """Return the names of all that can be found, sorted."""
    return sorted({*all_rules(), *REFUSALS, *OWN_PROBLEMS})


def entry(name: str) -> Entry:
    """Return what the manual says of a rule, or of a problem that the reader or the check itself finds."""
    if name in all_rules():
        rule, written = all_rules()[name], page(name)
        return Entry(name, rule.family, rule.level, written.title, written.text)
    if name in OWN_PROBLEMS:
        level, about = OWN_PROBLEMS[name]
    else:
        level = Level.WARNING if name in WARNINGS else Level.ERROR
        about = REFUSALS.get(name, "Something keeps the file, or a part of it, from being read.")
    return Entry(name, Family.FORMAT, level, about, about)


def rule_page(name: str) -> str:
    """Return the page of a rule as Markdown, with its name as the heading."""
    said = entry(name)
    options = all_rules()[name].options if name in all_rules() else {}
    lines = [f"# {name}", "", f"Family {said.family}, level {said.level}.", "", said.text]
    if name in all_rules():
        lines += ["", _switching(name, options)]
    return "\n".join(lines) + "\n"


def rules_list() -> str:
    """Return everything that can be found, as a table for each family."""
    return "\n\n".join("\n".join(_family(family)) for family in Family)


def _family(family: Family) -> Iterator[str]:
    yield f"## {family.value.capitalize()}"
    yield ""
    yield FAMILIES[family]
    yield ""
    yield "| rule | level | about |"
    yield "| --- | --- | --- |"
    for said in map(entry, names()):
        if said.family is family:
            about = said.title.replace("|", r"\|")
            yield f"| `{said.name}` | {said.level} | {about} |"


def _switching(name: str, options: Mapping[str, int]) -> str:
    """Return how to configure a rule, in the words of a deck."""
    numbers = "".join(f", {option}: {number}" for option, number in options.items())
    level = f"{{level: hint{numbers}}}" if options else "off"
    return "\n".join(
        [
            "For a whole deck, at its top; for all decks of a folder see the page `checking`:",
            "",
            "```yaml",
            "checks:",
            f"  {name}: {level}",
            "```",
            "",
            "For one note, with a reason, on a line of its own above it:",
            "",
            "```yaml",
            f"# quizapp: ignore {name}: why it is right here",
            "```",
        ]
    )
