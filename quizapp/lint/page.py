"""The manual page of a rule, taken from its docstring.

The first line says what is wrong. Then paragraphs say why it matters. Two fenced blocks of YAML follow the words
`Fails:` and `Passes:`; each holds notes, or a whole deck that begins with `deck:`. A block after `Before:` holds the
notes as they were when they were studied, for rules on progress. Last, `Options:` and `Source:` where there are any.
Tests run every block.
"""

from __future__ import annotations

import re
from inspect import cleandoc
from typing import NamedTuple

from quizapp.lint.catalogue import all_rules, docstring

_BLOCK = re.compile(r"^(?P<which>Before|Fails|Passes):\s*```yaml\n(?P<yaml>.*?)^```$", re.MULTILINE | re.DOTALL)


class Page(NamedTuple):
    """What a rule's docstring says. `text` is all of it as Markdown; `before` is empty but for rules on progress."""

    name: str
    title: str
    text: str
    fails: tuple[str, ...]
    passes: tuple[str, ...]
    before: str = ""


def page(name: str) -> Page:
    """Return the manual page of a rule."""
    text = cleandoc(docstring(name))
    blocks = [(block["which"], block["yaml"]) for block in _BLOCK.finditer(text)]
    return Page(
        name,
        text.partition("\n")[0],
        text,
        fails=tuple(yaml for which, yaml in blocks if which == "Fails"),
        passes=tuple(yaml for which, yaml in blocks if which == "Passes"),
        before="".join(yaml for which, yaml in blocks if which == "Before"),
    )


def pages() -> list[Page]:
    """Return the pages of all rules by name."""
    return [page(name) for name in sorted(all_rules())]


def as_deck(snippet: str) -> str:
    """Return a snippet of a page as the text of a deck."""
    return snippet if snippet.startswith(("deck:", "#")) else f"deck: example\nnotes:\n{snippet}"
