"""Cleaning text that a terminal is about to show.

A deck, a file name or an error message may carry control sequences: ESC starts one that sets the clipboard or the
title, BEL and BS disturb the screen, and bidi controls make a line read otherwise than it is stored. Cleaned text has
none of them. ZWJ and ZWNJ stay: emoji families and several scripts need them.
"""

from __future__ import annotations

import re
import unicodedata

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029"
_INVISIBLE = "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff"
UNSAFE = f"{_CONTROLS}{_INVISIBLE}{_BIDI}"
"""What is taken out, as a set of characters that regular expressions and GLOB read alike."""
_UNSAFE = re.compile(f"[{UNSAFE}]")
_SPACES = re.compile(r"\s+")
_ASCII_CONTROLS = bytes(number for number in (*range(0x20), 0x7F) if number not in b"\n\t")


def is_clean(text: str) -> bool:
    """Tell whether `clean` would leave the text as it is."""
    return _UNSAFE.search(text) is None


def clean(text: str) -> str:
    """Return the text without anything that could act on a terminal; line feeds and tabs stay."""
    if text.isascii() and len(text.encode().translate(None, _ASCII_CONTROLS)) == len(text):
        return text  # looked through as bytes: a table has a hundred million of them
    return _UNSAFE.sub("", text.replace("\r\n", "\n"))


def safe_json(text: str) -> str:
    """Return a text of JSON that holds the same values, with nothing in it that could act on a terminal.

    JSON itself escapes no more than the controls of ASCII.
    """
    if text.isascii() and "\x7f" not in text:
        return text
    return _UNSAFE.sub(_json_escape, text)


def _json_escape(unsafe: re.Match[str]) -> str:
    units = unsafe[0].encode("utf-16-be", "surrogatepass")
    return "".join([f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2)])


def clean_line(text: str) -> str:
    """Return cleaned text on one line: every run of white space becomes one space."""
    return _SPACES.sub(" ", clean(text)).strip()


def fold(text: str) -> str:
    """Return the text as identity compares it: NFC, case-folded, white space collapsed."""
    return unicodedata.normalize("NFC", _SPACES.sub(" ", text).strip()).casefold()


def shorten(text: str, width: int) -> str:
    """Return one line of at most `width` characters, ending in … where it was cut."""
    line = clean_line(text)
    return line if len(line) <= width else line[: max(width - 1, 0)].rstrip() + "…"
