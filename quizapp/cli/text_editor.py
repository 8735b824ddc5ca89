"""The learner's text editor, opened at a line: as a list of words, never through a shell."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

from quizapp.errors import UsageError

PLUS = frozenset(
    (
        *("vi", "vim", "nvim", "vimx", "gvim", "view", "elvis", "nano", "pico", "emacs", "emacsclient", "mg", "jed"),
        *("joe", "kak", "micro", "ne", "gedit", "pluma", "xed", "mcedit"),
    )
)
"""Editors that take `+LINE FILE`."""

COLON = frozenset(("hx", "helix", "subl", "sublime_text", "zed"))
"""Editors that take `FILE:LINE`."""

GOTO = frozenset(("code", "code-insiders", "code-oss", "codium", "cursor", "windsurf"))
"""Editors that take `--goto FILE:LINE`."""

WAITING = GOTO | {"subl", "sublime_text", "zed"}
"""Those that return at once unless they are told to wait."""

FALLBACKS = ("nano", "vim", "vi", "notepad")


def editor_command(
    path: Path,
    line: int,
    environment: Mapping[str, str] = os.environ,
    which: Callable[[str], str | None] = shutil.which,
) -> list[str]:
    """Return the words that open a file at a line in $VISUAL, $EDITOR, or else an editor that is there.

    An editor that is not known is given the file alone.

    Raises:
        UsageError: there is none, or the variable cannot be split into words.
    """
    words = _words(environment, which)
    name, file = Path(words[0]).name.casefold().removesuffix(".exe"), str(path.absolute())
    wait = ["--wait"] if name in WAITING and not {"--wait", "-w"} & set(words) else []
    if name in PLUS:
        return [*words, f"+{line}", file]
    if name in COLON:
        return [*words, *wait, f"{file}:{line}"]
    if name in GOTO:
        return [*words, *wait, "--goto", f"{file}:{line}"]
    return [*words, file]


def open_in_editor(path: Path, line: int) -> int:
    """Open a file at a line in the learner's editor, wait until it is closed, and return its exit code.

    Raises:
        UsageError: there is no editor, or it cannot be started.
    """
    command = editor_command(path, line)
    try:
        return subprocess.run(command, check=False).returncode
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise UsageError(f"The editor {command[0]!r} could not be started: {why}. Set EDITOR to another.") from None


def _words(environment: Mapping[str, str], which: Callable[[str], str | None]) -> list[str]:
    for variable in ("VISUAL", "EDITOR"):
        value = environment.get(variable, "").strip()
        if value:
            try:
                words = shlex.split(value, posix=os.name == "posix")
            except ValueError:
                raise UsageError(f"{variable} is {value!r}, which has a quote that is not closed.") from None
            if words and words[0]:
                return words
    for name in FALLBACKS:
        if which(name):
            return [name]
    raise UsageError("There is no editor to open. Set EDITOR to the one you use, as in: export EDITOR=nano")
