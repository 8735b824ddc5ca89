"""Mending what can be mended safely: in the file, or as a diff that shows what would be done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import unified_diff

from quizapp.cli.checking.checker import CheckedFile
from quizapp.lint.fixing import fix_bytes
from quizapp.problem import Problem
from quizapp.store.deckwriter import DeckFile, save

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True, slots=True)
class Mended:
    """A file as it is with all mended that can be mended safely, and the problems that are gone."""

    file: CheckedFile
    data: bytes
    problems: Sequence[Problem]


def mend(file: CheckedFile) -> Mended | None:
    """Return a file mended, None when there is nothing to mend. What is not mended keeps its bytes."""
    if not any(problem.fix for problem in file.problems):
        return None
    data, problems = fix_bytes(file.source.data, file.source.shown, file.configuration)
    return None if data == file.source.data else Mended(file, data, problems)


def save_mended(mended: Mended) -> None:
    """Put a mended file in the place of the one that was checked.

    Raises:
        DeckChanged: the file is another by now; it is left as it is.
        DeckNotWritten: it cannot be written.
    """
    path = mended.file.source.path
    if path is None:
        raise ValueError("the standard input is no file to mend")
    save(DeckFile(path, mended.file.source.data), mended.data)


def diff(mended: Iterable[Mended]) -> Iterator[str]:
    """Yield the lines, each with its line end, of a diff that `patch` takes."""
    for each in mended:
        name = each.file.source.shown
        for line in unified_diff(_lines(each.file.source.data), _lines(each.data), name, name):
            yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(data: bytes) -> list[str]:
    """Return the lines of a file with their own ends; only a line feed ends one, as in `diff`."""
    return _LINE.findall(data.decode(errors="surrogateescape"))
