"""From the bytes of a deck file to text that YAML and a terminal can take."""

from __future__ import annotations

import re
import unicodedata

from quizapp.deckfile.report import Report
from quizapp.text import is_clean

REPLACEMENT = "\ufffd"
"""Stands where a character was refused, so that lines and columns stay what they are in the file."""

_UTF8_BOM = b"\xef\xbb\xbf"
_OTHER_BOMS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_NOT_CHARACTERS = re.compile("[\ufffe\uffff]")  # libyaml refuses a whole text for one of these
_SAVE_AS_UTF8 = "Save the file as UTF-8; most editors have it in their Save as dialog."


def decode(data: bytes, report: Report) -> str | None:
    """Return the text of UTF-8 bytes, with or without a byte order mark; None when they are something else.

    Single bytes that are not UTF-8 become lone surrogates, for `refuse_unsafe` to find and place.
    """
    if data.startswith(_OTHER_BOMS) or 0 in data[:2]:
        report.error_at(0, 0, "not-utf-8", "The file is not in UTF-8 but in another encoding.", _SAVE_AS_UTF8)
        return None
    data = data.removeprefix(_UTF8_BOM)
    try:
        return data.decode()
    except UnicodeDecodeError:
        if 0 in data:
            report.error_at(0, 0, "not-text", "The file is not text.", "A deck is a text file; see the manual.")
            return None
        return data.decode(errors="surrogateescape")


def refuse_unsafe(text: str, report: Report) -> str:
    """Return the text with line feeds for its line breaks, and nothing in it that could act on a terminal.

    Each line with a character that had to go is reported once; bytes that are not UTF-8 once for the file,
    since one act mends them all.
    """
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    printable = text.replace("\n", "").isprintable()  # then it is clean, and known so in a third of the time
    if printable or (is_clean(text) and not _NOT_CHARACTERS.search(text)):
        return text
    lines = text.split("\n")
    not_utf8 = []
    for number, line in enumerate(lines, 1):
        unsafe = [column for column, character in enumerate(line, 1) if _is_unsafe(character)]
        if not unsafe:
            continue
        if any("\udc80" <= line[column - 1] <= "\udcff" for column in unsafe):
            not_utf8.append((number, unsafe[0]))
        else:
            _report_character(line[unsafe[0] - 1], number, unsafe[0], report)
        lines[number - 1] = "".join(REPLACEMENT if _is_unsafe(character) else character for character in line)
    if not_utf8:
        more = f", nor are those of {len(not_utf8) - 1} more lines" if len(not_utf8) > 1 else ""
        message = f"Some bytes here are not UTF-8{more}."
        report.error_at(*not_utf8[0], "not-utf-8", message, _SAVE_AS_UTF8)
    return "\n".join(lines)


def _is_unsafe(character: str) -> bool:
    return not is_clean(character) or _NOT_CHARACTERS.match(character) is not None


def _report_character(character: str, line: int, column: int, report: Report) -> None:
    name = unicodedata.name(character, "control character").lower()
    message = f"There is an invisible character here, U+{ord(character):04X} ({name})."
    mend = "Delete it, or type the words around it anew."
    report.error_at(line, column, "control-character", message, mend)
