"""How the app ends when it does not end itself: by a signal, or with the terminal it stands in.

Textual's writer blocks for ever once the terminal is gone, and its reader spins there. Every answer is on disk before
the next card shows, so a process that cannot leave in good order is simply ended.
"""

from __future__ import annotations

import asyncio
import os
import select
import signal
import threading
from collections.abc import Callable
from contextlib import suppress

SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")
"""Signals that end the app as `quit` does; by default they would leave the terminal raw."""

HANGUP = 128 + 1
"""The exit code when the terminal is gone, as a shell tells it of SIGHUP."""

LOOK_S = 2.0
"""How often to look whether the terminal is still there: not every one that goes sends SIGHUP."""

GRACE_S = 10.0
"""How long leaving in good order may take after a signal."""


def end_on_signals(leave: Callable[[int], None]) -> None:
    """Have `leave` called with 128 + n when signal n comes, and end the process where that does not end it."""
    loop = asyncio.get_running_loop()
    for name in SIGNALS:
        number = getattr(signal, name, None)
        with suppress(NotImplementedError, RuntimeError):
            if number is not None:
                loop.add_signal_handler(number, end, leave, 128 + number)


def end(leave: Callable[[int], None], code: int) -> None:
    """Leave with an exit code, within GRACE_S whatever blocks."""
    last_resort = threading.Timer(GRACE_S, os._exit, (code,))
    last_resort.daemon = True
    last_resort.start()
    leave(code)


def is_hung_up() -> bool:
    """Tell whether the terminal that stdin leads to is gone; never on a system that cannot tell."""
    try:
        waiting = select.poll()
        waiting.register(0, 0)  # stdin; a hang-up is told unasked
        return any(event & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _, event in waiting.poll(0))
    except (AttributeError, OSError):
        return False
