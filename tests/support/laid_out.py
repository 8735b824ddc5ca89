"""Decks laid out as people lay them out: every indentation, comments anywhere, notes in brackets, CRLF, a BOM."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st
from written_notes import decks

from quizapp.deckfile.scalars import flow_list, write_item, write_text
from quizapp.deckfile.written import TRUTH_KEYS, render_in_braces

Fields = dict[str, str | tuple[str, ...]]


@dataclass(frozen=True)
class LaidOut:
    """A deck's text with line feeds, and its notes with where each is written: from its dash, or in its braces.

    `comments` are those behind the value of a key, by note and key.
    """

    text: str
    notes: tuple[Fields, ...]
    spans: tuple[tuple[int, int], ...]
    comments: dict[tuple[int, str], str]
    line_end: str
    mark: bytes

    @property
    def data(self) -> bytes:
        return self.mark + self.text.replace("\n", self.line_end).encode()

    def own(self, index: int) -> str:
        return self.text[slice(*self.spans[index])]


@st.composite
def laid_out(draw: st.DrawFn, least: int = 0, most: int = 4) -> LaidOut:
    notes = tuple(draw(decks(least, most)))
    line_end, mark = draw(st.sampled_from(["\n", "\r\n"])), draw(st.sampled_from([b"", b"\xef\xbb\xbf"]))
    head = draw(st.sampled_from(["", "# first line: {[\n\n", "---\n"])) + "deck: laid-out  # kept - always\n"
    head += draw(st.sampled_from(["", 'title: "A: deck"\n', "tags: [a,\n  b]\n"]))
    draw_deck = _in_brackets if notes and draw(st.integers(0, 3)) == 0 else _with_dashes
    text, spans, comments = draw_deck(draw, head, notes)
    return LaidOut(text, notes, tuple(spans), comments, line_end, mark)


Drawn = tuple[str, list[tuple[int, int]], dict[tuple[int, str], str]]


def _in_brackets(draw: st.DrawFn, head: str, notes: tuple[Fields, ...]) -> Drawn:
    opening, between, closing = draw(
        st.sampled_from([("[", ", ", "]\n"), ("[\n  ", ",\n  ", "\n]"), ("[\n  ", ",  # why: x\n  ", ",\n]  # end\n")])
    )
    text, spans = f"{head}notes: {opening}", []
    for index, fields in enumerate(notes):
        text += between if index else ""
        note = render_in_braces(fields)
        if draw(st.booleans()):
            note = note.replace("{", "{ ", 1).removesuffix("}") + draw(st.sampled_from([" }", ",}", "\n  }"]))
        spans.append((len(text), len(text) + len(note)))
        text += note
    return text + closing, spans, {}


def _with_dashes(draw: st.DrawFn, head: str, notes: tuple[Fields, ...]) -> Drawn:
    indent = draw(st.sampled_from(["", "  ", "    "]))
    dash = draw(st.sampled_from(["- ", "-   "]))
    gap = draw(st.sampled_from(["", "\n", "\n\n"]))
    empty = "" if notes else draw(st.sampled_from(["", " []", " [ ]  # none"]))
    text, spans, comments = f"{head}notes:{empty}\n", [], {}
    deeper = indent + " " * len(dash)
    for index, fields in enumerate(notes):
        text += gap if index else ""
        text += draw(st.sampled_from(["", f"{indent}# about {index}: [\n", f"\n{indent}# heading {index}\n\n"]))
        start = len(text)
        lines = []
        if notes and draw(st.integers(0, 5)) == 0:
            text += f"{indent}{{}}".replace("{}", f"- {render_in_braces(fields)}")
        else:
            for name, value in fields.items():
                line, comment = _entry(draw, deeper, index, name, value)
                lines.append(line)
                if comment:
                    comments[index, name] = comment
            text += f"{indent}{dash}" + f"\n{deeper}".join(lines)
        spans.append((start, len(text)))
        text += "\n"
    tail = draw(st.sampled_from(["", "# the end\n", "\n# the end", f"{indent}# - id: old\n"]))
    text += tail
    if not tail and draw(st.booleans()):
        text = text.removesuffix("\n")
    return text, spans, comments


def _entry(draw: st.DrawFn, indent: str, index: int, name: str, value: str | tuple[str, ...]) -> tuple[str, str]:
    if isinstance(value, str):
        written = write_text(value, indent, quoted=name not in TRUTH_KEYS and draw(st.booleans()))
        if name not in TRUTH_KEYS and draw(st.integers(0, 9)) == 0:
            written = f"\n{indent}  {write_item(value)}"
    elif value and draw(st.booleans()):
        dash = draw(st.sampled_from(["- ", "  - ", "  -  "]))
        written = "".join(f"\n{indent}{dash}{write_item(item)}" for item in value)
    else:
        written = flow_list(value)
    comment = ""
    if "|\n" not in written and draw(st.integers(0, 4)) == 0:
        comment = f"# of {index} {name}: {{"
    space = "" if written.startswith("\n") else " "
    return f"{name}:{space}{written}" + (f"  {comment}" if comment else ""), comment
