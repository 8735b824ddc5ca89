"""Where words go: text for people and data for programs to stdout, data also to files, all else to stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from quizapp.atomic import write_whole
from quizapp.errors import OutputFailed
from quizapp.text import clean, clean_line, safe_json


def is_terminal() -> bool:
    """Tell whether stdout is a terminal."""
    return sys.stdout.isatty()


def has_colour() -> bool:
    """Tell whether stdout is a terminal that may be sent colour and weight."""
    return is_terminal() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def strong(text: str) -> str:
    """Return the text in bold where the terminal takes it."""
    return f"\x1b[1m{text}\x1b[22m" if has_colour() else text


def coloured(text: str, colour: int) -> str:
    """Return the text in a colour, one of the terminal's own from 31 on, after cleaning it."""
    return f"\x1b[{colour}m{clean(text)}\x1b[39m"


def say_styled(lines: Iterable[str]) -> None:
    """Print lines of which some are coloured; whoever made them has cleaned all else in them."""
    for line in lines:
        print(line)


def say(text: str = "", *, bold: bool = False) -> None:
    """Print text for people, without anything in it that could act on their terminal."""
    print(strong(clean(text)) if bold else clean(text))


def note(sentence: str) -> None:
    """Tell something beside the output, on stderr."""
    print(f"quizapp: {clean_line(sentence)}", file=sys.stderr)


def write_json(chunks: Iterable[str], file: Path | None = None) -> None:
    """Write JSON as `write_data` does, with escapes for what could act on the terminal that it may end up on."""
    write_data(map(safe_json, chunks), file)


def write_data(chunks: Iterable[str | bytes], file: Path | None = None) -> None:
    """Write data for programs, text as UTF-8, to stdout or to a file, which then holds all of it or nothing of it.

    Raises:
        OutputFailed: the file cannot be written there.
    """
    if file is None or str(file) == "-":
        _write_stdout(chunks)
        return
    try:
        if file.is_dir():
            raise OutputFailed(file, "it is a folder")
        if file.exists() and not file.is_file():
            _write_through(chunks, file)
        else:
            # Its owner's alone, as progress is nobody else's business.
            write_whole(file, encoded(chunks), keep_mode=False)
    except OSError as error:
        raise OutputFailed(file, error.strerror or str(error)) from None


def encoded(chunks: Iterable[str | bytes]) -> Iterator[bytes]:
    """Yield what is written of data for programs: text as UTF-8, bytes as they are."""
    for chunk in chunks:
        yield chunk if isinstance(chunk, bytes) else chunk.encode("utf-8", "replace")


def _write_stdout(chunks: Iterable[str | bytes]) -> None:
    """Write data to stdout as it is; to a terminal without what could act on it, as nobody reads it back from there."""
    sys.stdout.flush()
    at_terminal = is_terminal()
    for chunk in chunks:
        shown = clean(chunk) if at_terminal and isinstance(chunk, str) else chunk
        sys.stdout.buffer.writelines(encoded([shown]))
    sys.stdout.buffer.flush()


def _write_through(chunks: Iterable[str | bytes], file: Path) -> None:
    """Write to a device or a named pipe, which a rename would replace."""
    with open(file, "wb") as sink:
        sink.writelines(encoded(chunks))
