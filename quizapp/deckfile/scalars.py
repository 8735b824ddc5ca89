"""Texts and lists as YAML writes them: so that every reader, and not ours alone, reads back the same text.

Our reader takes every scalar for text. Other tools do not: to a YAML 1.1 library `No` is false, `1:30` is 90 and
`1.10` is a number without its zero. So what any of them would take for something else is quoted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.text import is_clean

LONGEST_FLOW = 160
"""Characters of a list on one line, with its brackets. A longer one has a line for each item."""

# The implicit types of YAML 1.1 (yaml.org/type, which PyYAML and Ruby follow) and of the core schema of YAML 1.2.2
# (§ 10.3), with what libraries in use take besides.
_NOT_TEXT = re.compile(
    r"""
      (?: ~ | null | true | false | yes | no | on | off | y | n | = | << )         # null, truth, value, merge
    | [-+]? 0 (?: b[01_]+ | o[0-7_]+ | x[0-9a-f_]+ )                               # other bases
    | [-+]? (?: \.[0-9_]+ | [0-9][0-9_]*(?:\.[0-9_]*)? ) (?: e[-+]?[0-9]+ )?       # integers and decimals
    | [-+]? [0-9][0-9_]* (?: :[0-5]?[0-9] )+ (?: \.[0-9_]* )?                      # base 60
    | [-+]? \.inf | \.nan
    | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2} (?: (?:t|[ \t]+) [0-9].* )?                   # days and instants
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SIGNS = frozenset("[]{}*&!|>@`%\"',-?:#")
"""What a plain text does not begin with: YAML's own signs, and those that are only text before some characters."""

_BREAKS_PLAIN = re.compile(r":(?=[ \t]|$)|[ \t]#|\t|\{\{|[\ufffe\uffff]")
"""What ends a plain text, and the braces of a cloze, which people are told to keep in quotes."""

_BREAKS_FLOW = re.compile(r"[][{},:?]")
_NEEDS_ESCAPE = re.compile(r"[\t\n\u0085\ufffe\uffff]")


def is_ambiguous(text: str) -> bool:
    """Tell whether some YAML library takes the plain text for a truth value, a number, a date or nothing."""
    return not text or _NOT_TEXT.fullmatch(text) is not None


def write_text(text: str, indent: str, *, quoted: bool = False) -> str:
    """Return a text as the value of a key in block style: plain where that is safe, in quotes, or as a block.

    A text that the reader refuses comes out escaped, so that the file holds nothing that acts on a terminal.

    Args:
        indent: the white space before the key; the lines of a block stand two deeper.
        quoted: put also what could be plain in quotes.
    """
    if _fits_block(text):
        deeper = f"{indent}  "
        return "|\n" + "\n".join(f"{deeper}{line}" if line else "" for line in text.split("\n"))
    return write_line(text, quoted=quoted)


def write_line(text: str, *, quoted: bool = False) -> str:
    """Return a text on one line, as an item behind a dash."""
    return in_quotes(text) if quoted or not _is_plain(text) else text


def write_item(text: str, *, quoted: bool = False) -> str:
    """Return a text on one line, as an item of a list in brackets or a value in braces."""
    return write_line(text, quoted=quoted or _BREAKS_FLOW.search(text) is not None)


def write_list(texts: Sequence[str], indent: str) -> str:
    """Return a list as the value of a key: in brackets while it is short, else with a dash before each item."""
    flow = flow_list(texts)
    return flow if len(flow) <= LONGEST_FLOW else "".join(f"\n{indent}  - {write_line(text)}" for text in texts)


def flow_list(texts: Sequence[str]) -> str:
    """Return a list in brackets, on one line."""
    return f"[{', '.join(map(write_item, texts))}]"


def in_quotes(text: str) -> str:
    """Return a text in double quotes; in single ones where double would need escapes and single would not."""
    if is_clean(text) and not _NEEDS_ESCAPE.search(text):
        if "\\" not in text and '"' not in text:
            return f'"{text}"'
        if "\\" in text or "'" not in text:
            return "'" + text.replace("'", "''") + "'"
    # JSON's escapes are YAML's, and an astral character that has to be escaped is no pair of surrogates in YAML.
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(character: str) -> str:
    if character in '"\\\n\t':
        from json import dumps  # late: hardly any text has to be escaped

        return dumps(character)[1:-1]
    if is_clean(character) and not _NEEDS_ESCAPE.match(character):
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _is_plain(text: str) -> bool:
    return (
        not is_ambiguous(text)
        and text[0] not in _SIGNS
        and text == text.strip()
        and "\n" not in text
        and not _BREAKS_PLAIN.search(text)
        and is_clean(text)
        and not text.startswith(("...", "---"))
    )


def _fits_block(text: str) -> bool:
    """Tell whether a text of several lines reads back from a block: with no white space at either end of it."""
    return "\n" in text and text == text.strip() and is_clean(text) and not _NEEDS_ESCAPE.search(text.replace("\n", ""))
