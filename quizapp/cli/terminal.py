"""Whether there is a terminal that a screen can be drawn on."""

from __future__ import annotations

import os
import sys

from quizapp.errors import NoTerminal


def why_no_screen() -> str | None:
    """Return a sentence on what is missing for the screens, None when nothing is."""
    for name, stream in (("input", sys.stdin), ("output", sys.stdout), ("error output", sys.stderr)):
        if not stream.isatty():
            return f"The screens need a terminal, and the {name} is none."
    if os.name == "posix" and os.environ.get("TERM", "") in ("", "dumb", "unknown"):
        return "The screens need a terminal that can place text, and TERM does not name one."
    return None


def require_screen() -> None:
    """Raise NoTerminal unless input, output and error output are a terminal that a screen can be drawn on.

    Without one on any of the three the screens would draw into a file, or wait for keys that never come.
    """
    why = why_no_screen()
    if why is not None:
        raise NoTerminal(why)
