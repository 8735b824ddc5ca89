"""The manual: Markdown pages that `quizapp help` prints and F1 shows, each a file with its title on top."""

from __future__ import annotations

import re
from pathlib import Path

from quizapp.errors import UnknownTopic

FOLDER = Path(__file__).parent
FIRST = "index"

PAGES_HERE = "<!-- pages -->"
"""Where the first page lists the others; made from the files, so that it lists what there is."""

RULES_HERE = "<!-- rules -->"
"""Where a page lists the rules of `quizapp check`; made from the rules, and only when that page is read."""

FIGURES_HERE = "<!-- figures -->"
"""Where a page lists the figures of `quizapp stats`; made from their definitions."""

FIGURE_FIELDS_HERE = "<!-- fields of stats -->"
"""Where a page lists what `quizapp stats --json` writes; made from the same definitions."""

_MARK = re.compile(r"^<!-- .* -->\n", re.MULTILINE)
"""A line for whoever writes the page, which is not shown."""


def topics() -> tuple[str, ...]:
    """Return the names of the pages, the first page first, the others by name."""
    names = {page.stem for page in FOLDER.glob("*.md")}
    return (FIRST, *sorted(names - {FIRST}))


def read(topic: str) -> str:
    """Return the Markdown of a page.

    Raises:
        UnknownTopic: the manual has no such page.
    """
    if topic not in topics():
        raise UnknownTopic(topic, topics())
    text = _text(topic)
    if topic == FIRST:
        return text.replace(PAGES_HERE, _pages())
    for place, made in ((RULES_HERE, _rules), (FIGURES_HERE, _figures), (FIGURE_FIELDS_HERE, _figure_fields)):
        if place in text:
            text = text.replace(place, made())
    return _MARK.sub("", text)


def title(topic: str) -> str:
    """Return a page's title: its first heading."""
    return _text(topic).partition("\n")[0].lstrip("# ").strip()


def _pages() -> str:
    lines = [f"| `{topic}` | {title(topic)} |" for topic in topics() if topic != FIRST]
    return "\n".join(["| page | about |", "| --- | --- |", *lines])


def _rules() -> str:
    from quizapp.lint.manual import rules_list  # late: it brings every rule

    return rules_list()


def _figures() -> str:
    from quizapp.stats.definitions import figures_page

    return figures_page()


def _figure_fields() -> str:
    from quizapp.stats.definitions import fields_table

    return fields_table()


def _text(topic: str) -> str:
    return (FOLDER / f"{topic}.md").read_text(encoding="utf-8")
