"""HTML and SVG out of elements. Text is escaped when it is put into one: no text of a deck can become markup."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from quizapp.text import clean

VOID = frozenset({"br", "col", "input", "meta"})
"""Elements of HTML that have no end."""

SHAPES = frozenset({"circle", "line", "path", "rect"})
"""Elements of SVG that may end where they begin; they need no end tag when they are empty."""


class Markup(str):
    """Text that is HTML already. Any other text is escaped."""

    __slots__ = ()


Child = str | None
"""Markup, or text to be escaped; None is left out."""


def element(name: str, /, *children: Child, **attributes: str | float | None) -> Markup:
    """Return an element. An attribute that is None is left out; `class_` is `class`, `aria_label` is `aria-label`."""
    start = f"<{name}{''.join(_attribute(key, value) for key, value in attributes.items() if value is not None)}"
    if name in VOID:
        return Markup(f"{start}>")
    inner = joined(children)
    if not inner and name in SHAPES:
        return Markup(f"{start}/>")
    return Markup(f"{start}>{inner}</{name}>")


def joined(children: Iterable[Child]) -> Markup:
    """Return pieces one after the other, each that is not markup escaped."""
    return Markup("".join(text(child) for child in children if child is not None))


def text(words: str) -> Markup:
    """Return words as HTML: without control characters, and nothing in them a tag, an entity or the end of a value."""
    return words if isinstance(words, Markup) else Markup(escape(clean(words)))


def number(value: float) -> str:
    """Return a number as attributes take it, with two decimals at most: `12`, `3.25`."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def across(share: float) -> str:
    """Return a place or a width as a part of the whole: `33.33%`."""
    return f"{number(float(share) * 100)}%"


def _attribute(key: str, value: str | float) -> str:
    shown = text(value) if isinstance(value, str) else number(value)
    return f' {key.rstrip("_").replace("_", "-")}="{shown}"'
