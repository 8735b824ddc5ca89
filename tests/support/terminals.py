"""The program in a real terminal: a pty of which the screen can be read as a person would see it."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import termios
import time
from pathlib import Path

import pyte

COLUMNS, ROWS = 80, 24
PATIENCE_S = 30


class Terminal:
    """A program in a pty, its screen as a person would see it, and the terminal's settings before and after."""

    def __init__(self, arguments: list[str], home: Path) -> None:
        self._leader, follower = pty.openpty()
        termios.tcsetwinsize(follower, (ROWS, COLUMNS))
        self.before = termios.tcgetattr(follower)
        self._follower = follower
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self.raw = b""
        environment = {
            "HOME": str(home),
            "PATH": os.environ["PATH"],
            "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "quizapp", *arguments],
            stdin=follower,
            stdout=follower,
            stderr=follower,
            env=environment,
            start_new_session=True,
            cwd=home,
        )
        os.set_blocking(self._leader, False)

    def read(self) -> None:
        try:
            data = os.read(self._leader, 1 << 16)
        except (BlockingIOError, OSError):
            time.sleep(0.02)
            return
        self.raw += data
        self._stream.feed(data)

    @property
    def text(self) -> str:
        return "\n".join(self._screen.display)

    def until(self, words: str) -> None:
        end = time.monotonic() + PATIENCE_S
        while words not in self.text:
            assert time.monotonic() < end, f"{words!r} never showed:\n{self.text}"
            self.read()

    def press(self, keys: str) -> None:
        os.write(self._leader, keys.encode())

    def wait(self) -> int:
        end = time.monotonic() + PATIENCE_S
        while self.process.poll() is None:
            assert time.monotonic() < end, "the program did not end"
            self.read()
        for _ in range(5):
            self.read()
        return self.process.returncode

    def after(self) -> list[object]:
        return termios.tcgetattr(self._follower)

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.hang_up()

    def hang_up(self) -> None:
        os.close(self._leader)
        os.close(self._follower)
