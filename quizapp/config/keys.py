"""Keys by name, as the settings file writes them: `z`, `!`, `f5`, `ctrl+t`, `space`.

A character stands for itself, but for `space` and `comma`, as a comma stands between keys. Other names are those of
Textual, which names characters too (`exclamation_mark`); both spellings are read, and one is written.
"""

from __future__ import annotations

import unicodedata
from string import ascii_letters, digits, punctuation

MODIFIERS = ("ctrl", "alt", "shift", "super", "hyper", "meta")
NAMED = frozenset(
    (
        *("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete"),
        *("enter", "escape", "tab", "backspace", "space", "comma"),
        *(f"f{number}" for number in range(1, 25)),
    )
)
TWINS = {"h": "Backspace", "i": "Tab", "j": "Enter", "m": "Enter"}
"""Letters that with Ctrl are another key to a terminal."""

_FRIENDLY = {"/": "slash", "\\": "backslash", "@": "at", "-": "minus", "+": "plus", "_": "underscore"}


def _name(character: str) -> str:
    name = unicodedata.name(character).lower().replace("-", "_").replace(" ", "_")
    return _FRIENDLY.get(character, name)


_CHARACTERS = {_name(character): character for character in punctuation if character != ","}


class UnusableKey(ValueError):
    """A sentence on why no action can be on a key."""


def read_keys(text: str) -> tuple[str, ...]:
    """Return the keys that a text names, each once, in one spelling.

    Raises:
        UnusableKey: it names none, or one that no terminal sends, or sends as another.
    """
    return tuple(dict.fromkeys(read_key(key.strip()) for key in text.split(",")))


def read_key(text: str) -> str:
    """Return a key in the spelling that is written; raises as `read_keys` does."""
    if len(text) == 1 and text.isprintable() and not text.isspace():
        return text
    *modifiers, key = text.split("+")
    key = _CHARACTERS.get(key, key)
    if key not in NAMED and not (len(key) == 1 and key in ascii_letters + digits + punctuation):
        raise UnusableKey("Write a key such as z, !, f5, ctrl+t or space, or several with commas between them.")
    if not modifiers:
        return key
    if not set(modifiers) <= set(MODIFIERS) or len(set(modifiers)) < len(modifiers):
        raise UnusableKey(f"Write one of {', '.join(MODIFIERS)} before the + of a key.")
    if modifiers == ["shift"] and len(key) == 1:
        raise UnusableKey("Write the character that Shift gives, such as A or !.")
    if modifiers == ["ctrl"] and key.lower() in TWINS:
        raise UnusableKey(f"ctrl+{key.lower()} is {TWINS[key.lower()]} to a terminal. Write another key.")
    return "+".join((*sorted(modifiers, key=MODIFIERS.index), key))
