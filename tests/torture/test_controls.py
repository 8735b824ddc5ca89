"""Every control sequence through every screen and every command, and read back from a real terminal as bytes."""

from __future__ import annotations

import asyncio
import io
import os
import re
import sys
import time
from itertools import chain
from pathlib import Path

import pexpect
import pytest
from command_route import command_lines
from hostile_texts import CONTROLS, MARKUP, let_through
from hostile_worlds import hostile_world, open_gates
from ledger import record
from screen_route import through_all_screens
from screen_walk import every_screen
from worlds import World

from quizapp.cli.context import Cli
from quizapp.cli.lazy import SUMMARIES
from quizapp.cli.main import run

SUPPORT = Path(__file__).parents[1] / "support"
TOGETHER = 4
SIZES = [(80, 24), (120, 40)]
WORDS = re.compile(r"asked|told|two|ways|which|many|list|hint|explain|title|tag|orphan|gone|typed|publisher|author")
"""What stands right before a hostile text, so that each that is shown carries one."""

PATIENCE_S = 60
LEAVE = "\x11"


def groups() -> list[list[str]]:
    """Return all sequences, some at a time, each with some markup beside it."""
    names, marks = list(CONTROLS.values()), list(MARKUP.values())
    texts = [f"{text}{marks[number % len(marks)]}" for number, text in enumerate(names)]
    return [texts[at : at + TOGETHER] for at in range(0, len(texts), TOGETHER)]


def in_a_terminal(arguments: list[str], world: World, keys: str, *, until: str = "") -> bytes:
    """Return all that the program sent to a pty, with readers that let anything in."""
    child = pexpect.spawn(
        sys.executable,
        [str(SUPPORT / "unguarded.py"), "--db", str(world.settings.database), "--decks", str(world.decks), *arguments],
        env={**os.environ, "HOME": str(world.root), "TERM": "xterm-256color", "LANG": "C.UTF-8", "NO_COLOR": ""},
        dimensions=(32, 100),
        timeout=PATIENCE_S,
        cwd=str(world.root),
    )
    sent, end = io.BytesIO(), time.monotonic() + PATIENCE_S
    child.logfile_read = sent
    if until:
        child.expect(until)
    for key in keys:
        child.send(key)
        child.expect([pexpect.EOF, pexpect.TIMEOUT], timeout=0.4)  # as somebody types
    while child.expect([pexpect.EOF, pexpect.TIMEOUT], timeout=2) and time.monotonic() < end:
        child.send(LEAVE)
    child.close()
    return sent.getvalue()


def check_bytes(sent: bytes, what: object) -> int:
    """Hold what was sent to be text and our own sequences; return how many hostile texts are in it."""
    text = sent.decode("utf-8")
    assert let_through(text) == [], what
    return len(WORDS.findall(text))


def test_a_session_in_a_terminal_is_sent_no_more_than_the_program_s_own(tmp_path: Path) -> None:
    texts = groups()[0]
    with pytest.MonkeyPatch.context() as patch:
        open_gates(patch)
        world = hostile_world(tmp_path, texts)
    sent = in_a_terminal(["study"], world, " i", until="asked|two|Before|which|many|list|so")
    assert check_bytes(sent, texts) > 0
    assert b"\x1b[?1049l" in sent


@pytest.mark.slow
def test_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    open_gates(monkeypatch)
    tried, screens = 0, set()
    for number, texts in enumerate(groups()):
        for size in SIZES:
            world = hostile_world(tmp_path / f"{number} {size[0]}", texts)
            walk = asyncio.run(through_all_screens(world, texts, size))
            assert walk.bad == [], texts
            tried += len(WORDS.findall(walk.shown))
            screens |= walk.seen
        world = hostile_world(tmp_path / f"{number} lines", texts)
        monkeypatch.setenv("QUIZAPP_DECKS", str(world.decks))
        monkeypatch.setenv("QUIZAPP_DB", str(world.settings.database))
        lines = list(
            chain.from_iterable(args for name, args in command_lines(world, texts).items() if name in SUMMARIES)
        )
        for args in lines:
            monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(f"{text}\n3" for text in texts * 8)))
            run(args, Cli(clock=world.clock))
            printed = capsys.readouterr()
            tried += check_bytes((printed.out + printed.err).encode("utf-8", "replace"), args)
        world = hostile_world(tmp_path / f"{number} pty", texts)
        for args, keys in ((["study"], " 3 4\x1bq"), (["browse"], "\r\x1b\x1bq"), (["study", "--plain"], "\r3\rq\r")):
            tried += check_bytes(in_a_terminal(args, world, keys, until="asked|two|Before|which|many|list|so"), args)
        for args in (["cards"], ["check"], ["stats"], ["decks", "--json"], ["export", "log"], ["export", "cards"]):
            tried += check_bytes(in_a_terminal(args, world, ""), args)
    assert every_screen() <= screens
    record("controls", tried=tried, let_through=0, sequences=len(CONTROLS) + len(MARKUP), screens=len(screens))
