"""Where words go: text for people and data for programs to stdout, data also to files, all else to stderr."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from quizapp.errors import OutputFailed
from quizapp.text import clean, clean_line


def has_colour() -> bool:
    """Tell whether stdout is a terminal that may be sent colour and weight."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def strong(text: str) -> str:
    """Return the text in bold where the terminal takes it."""
    return f"\x1b[1m{text}\x1b[22m" if has_colour() else text


def say(text: str = "", *, bold: bool = False) -> None:
    """Print text for people, without anything in it that could act on their terminal."""
    print(strong(clean(text)) if bold else clean(text))


def note(sentence: str) -> None:
    """Tell something beside the output, on stderr."""
    print(f"quizapp: {clean_line(sentence)}", file=sys.stderr)


def write_data(chunks: Iterable[str], file: Path | None = None) -> None:
    """Write data for programs, as UTF-8, to stdout or to a file, which then holds all of it or nothing of it.

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
            _write_whole(chunks, file.resolve())
    except OSError as error:
        raise OutputFailed(file, error.strerror or str(error)) from None


def _write_stdout(chunks: Iterable[str]) -> None:
    sys.stdout.flush()
    for chunk in chunks:
        sys.stdout.buffer.write(chunk.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def _write_through(chunks: Iterable[str], file: Path) -> None:
    """Write to a device or a named pipe, which a rename would replace."""
    with open(file, "w", encoding="utf-8", errors="replace", newline="") as sink:
        sink.writelines(chunks)


def _write_whole(chunks: Iterable[str], file: Path) -> None:
    """Write beside the file and rename: readable by its owner only, as progress is nobody else's business."""
    descriptor, name = tempfile.mkstemp(prefix=f".{file.name}."[:100], dir=file.parent)
    try:
        with open(descriptor, "w", encoding="utf-8", errors="replace", newline="") as sink:
            sink.writelines(chunks)
            sink.flush()
            os.fsync(sink.fileno())
        Path(name).replace(file)
    finally:
        Path(name).unlink(missing_ok=True)
    _sync_folder(file.parent)


def _sync_folder(folder: Path) -> None:
    """Make the rename itself last; a system that cannot open folders does without."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
