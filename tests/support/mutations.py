"""Deck files with something wrong: valid ones, changed at random in their bytes, lines or structure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

import yaml
from deck_builders import as_yaml, broken, some_deck

SHIPPED = sorted((Path(__file__).parents[2] / "decks").glob("*.yaml"))
LONGEST_PASSAGE = 5

ODD_BYTES = (
    *(b"\x00", b"\x1b[2J", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"\xc2\x85"),
    *(
        b"\r",
        b"\r\n",
        b"\t",
        b"\n\n",
        b" ",
        b"#",
        b" #",
        b":",
        b": ",
        b"- ",
        b"'",
        b'"',
        b"\\",
        b"|",
        b">",
        b"&a ",
        b"*a",
    ),
    *(b"!!str ", b"[", b"]", b"{", b"}", b"{{", b"}}", b"{{1:", b"::", b",", b"?", b"%", b"@", b"`", b"~", b"<<: "),
)
ODD_LINES = (
    *(
        "",
        "-",
        "- - -",
        "  - x",
        "? a",
        ": b",
        "---",
        "...",
        "%YAML 1.1",
        "notes:",
        "\t- x",
        "{",
        "]",
        "|",
        ">-",
        "# x",
    ),
    *(
        "deck:",
        "deck:x",
        "tags: [",
        "  answer: 'x",
        "!!set",
        "&a",
        "*a",
        "  - {{a}}",
        "  - cloze: {{a}}",
        "    id: a b",
    ),
    *("checks: {a: b}", "source: x", "  # quizapp: ignore x", "  # quizapp: ignore yes-no: why", "notes: []", "}}"),
)


def mutated(random: Random) -> bytes:
    """Return a deck file that one to four changes may have made invalid."""
    level = random.choice((_bytes, _bytes, _lines, _lines, _structure))
    return level(random)


def _structure(random: Random) -> bytes:
    deck = some_deck(random) if random.random() < 0.5 else yaml.load(_passage(random), yaml.CBaseLoader)
    for _ in range(random.randint(1, 4)):
        broken(random, deck)
    return as_yaml(random, deck).encode()


def _bytes(random: Random) -> bytes:
    data = bytearray(_valid(random).encode())
    for _ in range(random.randint(1, 4)):
        start = random.randint(0, len(data))
        end = min(len(data), start + random.choice((0, 0, 1, 2, 40)))
        data[start:end] = random.choice(
            (b"", random.choice(ODD_BYTES), random.randbytes(2), bytes(data[end : end + 30]))
        )
    if random.random() < 0.05:
        del data[random.randint(0, len(data)) :]
    return bytes(data)


def _lines(random: Random) -> bytes:
    lines = _valid(random).split("\n")
    for _ in range(random.randint(1, 4)):
        random.choice(_CHANGES)(random, lines)
    return random.choice(("\n", "\n", "\n", "\r\n", "\r")).join(lines).encode()


def _drop(random: Random, lines: list[str]) -> None:
    start = random.randrange(len(lines) + 1)
    del lines[start : start + random.randint(1, 3)]


def _insert(random: Random, lines: list[str]) -> None:
    lines.insert(random.randint(0, len(lines)), random.choice((*ODD_LINES, *lines)))


def _move(random: Random, lines: list[str]) -> None:
    if lines:
        lines.insert(random.randrange(len(lines)), lines.pop(random.randrange(len(lines))))


def _indent(random: Random, lines: list[str]) -> None:
    if lines:
        at = random.randrange(len(lines))
        lines[at] = random.choice(
            (lines[at].lstrip(), f" {lines[at]}", f"  {lines[at]}", f"\t{lines[at]}", lines[at][1:])
        )


def _join(random: Random, lines: list[str]) -> None:
    if len(lines) > 1:
        at = random.randrange(len(lines) - 1)
        lines[at : at + 2] = [lines[at] + lines[at + 1].strip()]


_CHANGES: Sequence[Callable[[Random, list[str]], None]] = (_drop, _insert, _move, _indent, _join)


def _valid(random: Random) -> str:
    return as_yaml(random, some_deck(random)) if random.random() < 0.5 else _passage(random)


def _passage(random: Random) -> str:
    """Return the head of a shipped deck with a few of its notes, at times with all."""
    text = random.choice(SHIPPED).read_text(encoding="utf-8")
    if random.random() < 0.01:
        return text
    head, *notes = re.split(r"^(?=  - )", text, flags=re.MULTILINE)
    start = random.randrange(len(notes))
    return head + "".join(notes[start : start + random.randint(1, LONGEST_PASSAGE)])
