"""The columns of a log, kept so that figures need not read a long log again.

One file for each database: a line that says how far the log was read, and the columns as they lie in memory. It has
numbers and the place of the database, no text of a card. It is disposable: one that is missing, damaged, of another
form, or of a log that went on otherwise costs a second reading and nothing else. It is put in place in one step, and
files of databases that are gone are then taken away.
"""

from __future__ import annotations

import json
import os
import sys
from array import array
from contextlib import suppress
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO
from zlib import crc32

from sqlalchemy import Connection

from quizapp.atomic import make_folders, write_whole
from quizapp.stats.answer_log import AnswerLog
from quizapp.stats.columns import TYPE_CODES, Columns
from quizapp.stats.memories import Act, Inherited, Weights
from quizapp.stats.tally import Kept, Tallies
from quizapp.store.answers import Mark, ReadLog, Tell, read_log

FORMAT = f"4 {sys.byteorder}"
"""Raise the number when columns are made or kept otherwise: another version of quizapp alone costs no reading."""

WORTH_KEEPING = 1_000
"""Answers that must have come since before the file is written anew: to read on from a few less costs nothing."""

MOST_FILES = 8
"""Kept at most, those that were written last: a million answers on 100,000 cards take forty megabytes."""

_LONGEST_HEAD = 100_000


class ColumnCache:
    """Reads the log of one database by way of its file in a folder; without a folder always from the database."""

    def __init__(self, folder: Path | None, database: Path) -> None:
        self._database = os.fspath(database.absolute())
        name = blake2b(os.fsencode(self._database), digest_size=16).hexdigest()
        self._file = folder / "columns" / name if folder else None

    def read(self, connection: Connection, tell: Tell | None = None) -> Columns:
        """Return the answers that hold; `tell` as in `read_log`."""
        known = self._kept()
        answers = len(known.log.answers) if known else 0
        read = read_log(connection, known, tell)
        is_anew = known is None or read.log is not known.log
        if is_anew or len(read.log.answers) - answers >= WORTH_KEEPING:
            self._keep(read)
        return read.log.columns()

    def is_right(self, connection: Connection) -> bool:
        """Tell whether what is kept leads to the columns of the log; so does a file that nobody would trust."""
        kept = self._kept()
        if kept is None:
            return True
        columns, afresh = read_log(connection, kept).log, read_log(connection).log
        return _bytes(columns) == _bytes(afresh)

    def drop(self) -> None:
        """Forget what is kept."""
        if self._file is not None:
            self._file.unlink(missing_ok=True)

    def _kept(self) -> ReadLog | None:
        """Return what is in the file, None when it is not to be trusted."""
        if self._file is None:
            return None
        try:
            with open(self._file, "rb") as file:
                head = json.loads(file.readline(_LONGEST_HEAD))
                log = _log(file, head) if head["format"] == FORMAT else None
            return ReadLog(log, Mark(*head["mark"])) if log else None
        except (OSError, EOFError, ValueError, ArithmeticError, LookupError, TypeError, RecursionError):
            return None

    def _keep(self, read: ReadLog) -> None:
        if self._file is None or not len(read.log.answers):
            return
        content = _bytes(read.log)
        head = {
            "format": FORMAT,
            "database": self._database,
            "answers": len(read.log.answers),
            "cards": len(read.log.turns),
            "every": read.log.tallies.every,
            "tallies": [[len(numbers) for numbers in tally] for tally in read.log.tallies.kept],
            "mark": read.mark,
            "crc": crc32(content),
        }
        with suppress(OSError):
            make_folders(self._file.parent, 0o700)
            write_whole(self._file, (json.dumps(head).encode() + b"\n", content), keep_mode=False)
            _prune(self._file)


def _prune(kept: Path) -> None:
    """Take away the files beside one that was just written which nobody will read again, and the oldest of too many."""
    aged = sorted(((path.stat().st_mtime_ns, path) for path in kept.parent.iterdir() if path != kept), reverse=True)
    for number, (_, path) in enumerate(aged, start=2):
        if number > MOST_FILES or not _is_of_use(path):
            path.unlink(missing_ok=True)


def _is_of_use(path: Path) -> bool:
    """Tell whether a file can be read and its database is there; one that is just being written is of use."""
    if path.name.startswith("."):
        return True
    try:
        with open(path, "rb") as file:
            head = json.loads(file.readline(_LONGEST_HEAD))
        return head["format"] == FORMAT and os.path.exists(head["database"])
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return False


def _bytes(log: AnswerLog) -> bytes:
    arrays = chain(_arrays(log), *log.tallies.kept)
    return b"".join(numbers.tobytes() for numbers in arrays) + _rest(log)


def _arrays(log: AnswerLog) -> list[array[Any]]:
    """Return what there is of each answer, then of each card, but for the tallies."""
    answers, memories = log.answers, log.memories
    by_card = [answers.card_decks, answers.card_lots, log.turns, log.lapses, log.intervals]
    return [*answers.arrays(), *by_card, memories.stability, memories.difficulty, memories.last_on]


def _rest(log: AnswerLog) -> bytes:
    """Return what there is little of."""
    memories = log.memories
    return json.dumps([log.in_order, memories.acts, memories.inherited, memories.weights]).encode()


def _log(file: BinaryIO, head: dict[str, Any]) -> AnswerLog:
    """Return the log that the rest of a file holds.

    Raises:
        EOFError: it is too short.
        ValueError: it was changed, or its end is no JSON.
        LookupError: the head does not say how many of each there are.
        TypeError: it is something else.
    """
    log = AnswerLog()
    kept: list[Kept] = [tuple(array("Q") for _ in lengths) for lengths in head["tallies"]]
    arrays = _arrays(log)
    cards = len(arrays) - len(TYPE_CODES)
    lengths = [head["answers"]] * len(TYPE_CODES) + [head["cards"]] * cards
    lengths.extend(chain(*head["tallies"]))
    if any(not 0 <= length <= os.fstat(file.fileno()).st_size for length in lengths):
        raise ValueError("too many to be here")
    crc = 0
    for numbers, length in zip(chain(arrays, *kept), lengths, strict=True):
        numbers.fromfile(file, length)
        crc = crc32(numbers, crc)
    rest = file.read()
    if head["crc"] != crc32(rest, crc):
        raise ValueError("changed")
    log.tallies = Tallies(head["every"], kept)
    memories = log.memories
    log.in_order, acts, inherited, weights = json.loads(rest)
    memories.acts = [Act(*act) for act in acts]
    memories.inherited = [Inherited(*event) for event in inherited]
    memories.weights = [Weights(place, tuple(parameters)) for place, parameters in weights]
    return log
