"""Strategies for deck files as hasty people write them: what they say is sound, and how they look is not."""

from __future__ import annotations

import json

from hypothesis import strategies as st

from quizapp.deckfile.scalars import is_ambiguous, write_item, write_text
from quizapp.deckfile.written import NoteFields
from tests.support.written_notes import decks

_SPACE = st.sampled_from(["", "", "", " ", "  ", "\t", " \t "])
_COMMENT = st.sampled_from(["", "", "", "", "  # said so", " # 3 of them", " #"])
_LINES = st.sampled_from(["", "", "", "\n", "# a comment\n", "    # another  \n", "\n  \n"])
_HEADS = (
    "deck: untidy\n",
    "deck: untidy \ntitle: No\ntags: [1.10, a]\n",
    'title: "T"\t\nsource:\n  date: 2018-10-31\ndeck: u\nchecks: {vague-question: off}\n',
)
_GAP = st.sampled_from([" ", " ", "  ", "\t"])


@st.composite
def untidy_decks(draw: st.DrawFn) -> str:
    """Return the text of a deck."""
    indent = draw(st.sampled_from(["", "  ", "    "]))
    head = draw(st.sampled_from(_HEADS))
    return f"{head}notes:\n" + "".join(_note(draw, fields, indent) for fields in draw(decks(1, 4)))


def _note(draw: st.DrawFn, fields: NoteFields, indent: str) -> str:
    above = draw(_LINES)
    if draw(st.integers(0, 9)) == 0:
        braces = ", ".join(f"{name}:{draw(_GAP)}{_in_braces(draw, value)}" for name, value in fields.items())
        return f"{above}{indent}- {{{braces}}}{draw(_SPACE)}\n"
    lines = [f"{name}:{_value(draw, value, indent + '  ')}\n" for name, value in fields.items()]
    between = [draw(_LINES) for _ in lines]
    rest = "".join(f"{gap}{indent}  {line}" for gap, line in zip(between[1:], lines[1:], strict=True))
    return f"{above}{indent}- {lines[0]}{rest}"


def _value(draw: st.DrawFn, value: str | tuple[str, ...], indent: str) -> str:
    if isinstance(value, str):
        text = _text(draw, value, indent)
        is_block = text.startswith("|")
        return f"{draw(_GAP)}{text}" + ("" if is_block else draw(_COMMENT) + draw(_SPACE))
    if not value or draw(st.booleans()):
        return f"{draw(_GAP)}[{', '.join(_item(draw, item) for item in value)}]{draw(_SPACE)}"
    return "".join(f"\n{indent}-{draw(_GAP)}{_item(draw, item)}{draw(_SPACE)}" for item in value)


def _in_braces(draw: st.DrawFn, value: str | tuple[str, ...]) -> str:
    return _item(draw, value) if isinstance(value, str) else f"[{', '.join(_item(draw, item) for item in value)}]"


def _text(draw: st.DrawFn, text: str, indent: str) -> str:
    style = draw(st.integers(0, 4))
    if style == 0:
        return json.dumps(text, ensure_ascii=False)
    if style == 1 and is_ambiguous(text):
        return text
    if style == 2 and " " in text.strip() and "\n" not in text and write_text(text, indent) == text:
        first, _, rest = text.partition(" ")
        return f"{first}{draw(_SPACE)}\n{indent}  {rest}" if first and rest and rest[0] not in " #" else text
    return write_text(text, indent)


def _item(draw: st.DrawFn, text: str) -> str:
    if draw(st.booleans()) and is_ambiguous(text):
        return text
    return write_item(text, quoted=draw(st.integers(0, 3)) == 0)
