"""What can go wrong in the world, as exceptions that write their own sentence.

A deck's content is never an exception: it is a `Problem` (see `quizapp.problem`). A programmer's mistake is a
ValueError. Everything here is caught once, in `quizapp.cli.main`, printed as one line on stderr and turned into the
exit code beside its name:

    QuizappError
    ├── UsageError            2   the command line asks for what cannot be
    │   ├── NoTerminal        2   a screen was asked for where there is none
    │   └── DeckExists        2   a new deck was to take the place of a file
    ├── UnknownDeck          10
    ├── UnknownCard          11
    ├── DeckFolderMissing    12
    ├── NothingToUndo        13
    ├── ConfigInvalid        14
    ├── UnknownTopic         15
    ├── OutputFailed         16
    ├── NothingToAsk         17
    ├── DeckChanged          18
    ├── DeckNotWritten       19
    ├── DeckNotEdited        30
    ├── ArticleRefused       31
    ├── LogDamaged           32
    ├── LogUnreadable        33
    ├── BackupMissing        40
    ├── BackupRefused        41
    ├── NoteRefused           1
    └── StoreError           20   the database, for a reason not named below
        ├── NotADatabase     21
        ├── NewerDatabase    22
        ├── ReadOnlyStore    23
        ├── DiskFull         24
        ├── StoreBusy        25
        ├── StoreDamaged     26
        ├── SchemaChanged    27
        ├── BackupNotMade    28
        └── StoreInUse       29
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from quizapp.problem import Problem


class QuizappError(Exception):
    """A sentence about what is wrong and one about what to do next."""

    exit_code: ClassVar[int] = 1


class UsageError(QuizappError):
    exit_code = 2


class NoTerminal(UsageError):
    def __init__(self, why: str, instead: str = "Study in lines instead: quizapp study --plain") -> None:
        super().__init__(f"{why} {instead}")


class DeckExists(UsageError):
    """A new deck was to be written where a file is; it is as it was."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is there already, and was left as it is. Add notes to it: quizapp add '{path}'")


def _meant(name: str, known: Sequence[str]) -> str:
    from difflib import get_close_matches  # late: most runs do without

    close = get_close_matches(name, known, n=1, cutoff=0.5)
    return f" Did you mean {close[0]}?" if close else ""


class UnknownDeck(QuizappError):
    exit_code = 10

    def __init__(self, name: str, known: Sequence[str]) -> None:
        listed = _meant(name, known) or " See what there is: quizapp decks"
        super().__init__(f"There is no deck called {name!r}.{listed}")


class UnknownCard(QuizappError):
    exit_code = 11

    def __init__(self, card_id: str, known: Sequence[str] = ()) -> None:
        listed = _meant(card_id, known) or " See what there is: quizapp cards"
        super().__init__(f"There is no card {card_id!r}.{listed}")


class DeckFolderMissing(QuizappError):
    exit_code = 12

    def __init__(self, path: Path) -> None:
        super().__init__(f"The decks folder {path} is not there. Create it, or name another with --decks DIR.")


class NothingToUndo(QuizappError):
    exit_code = 13

    def __init__(self) -> None:
        super().__init__("There is nothing to undo: no answer and no action is on record.")


class ConfigInvalid(QuizappError):
    exit_code = 14

    def __init__(self, where: str, what: str, instead: str) -> None:
        super().__init__(f"{where}: {what} {instead}")


class UnknownTopic(QuizappError):
    exit_code = 15

    def __init__(self, topic: str, known: Sequence[str]) -> None:
        listed = _meant(topic, known) or " See what there is: quizapp help"
        super().__init__(f"The manual has no page {topic!r}.{listed}")


class OutputFailed(QuizappError):
    exit_code = 16

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path} was not written: {why}. Choose another place with -o FILE.")


class NothingToAsk(QuizappError):
    exit_code = 17

    def __init__(self) -> None:
        super().__init__("There is no card to ask there. See what there is: quizapp cards")


class DeckChanged(QuizappError):
    """A deck's file is not what it was when it was read; nothing was written."""

    exit_code = 18

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} has changed since it was read, so nothing was written over it. Read it again, and change it then."
        )


class DeckNotWritten(QuizappError):
    """A deck's file cannot be written; it is as it was."""

    exit_code = 19

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path} was not written: {why}. Make it and its folder writable, or copy it elsewhere.")


class DeckNotEdited(QuizappError):
    """A deck's file is written so that no edit of it was found that leaves all else as it is."""

    exit_code = 30

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} was left as it is, as it is laid out so that this change could touch other notes. "
            "Change it with an editor."
        )


class NoteRefused(QuizappError):
    """The reader would not take a note that was to be written; `problems` say why."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        first = self.problems[0]
        super().__init__(f"The note was not written. {first.message} {first.mend}".rstrip())


class ArticleRefused(QuizappError):
    exit_code = 31

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"The article {name} was not opened. {why}")


class LogDamaged(QuizappError):
    """A log that was to be imported holds lines that cannot be taken (`damages`); nothing of it was."""

    exit_code = 32

    def __init__(self, path: Path, damages: Sequence[tuple[int, str]]) -> None:
        self.damages = tuple(damages)
        line, why = self.damages[0]
        more = f", and {len(self.damages) - 1} more" if len(self.damages) > 1 else ""
        super().__init__(
            f"{path} is damaged in line {line} ({why}){more}. Nothing was imported. "
            "Take another copy, or leave such lines out with --skip-damaged."
        )


class LogUnreadable(QuizappError):
    exit_code = 33

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path} could not be read: {why}. Nothing was imported. Name the file that export log wrote.")


class BackupMissing(QuizappError):
    exit_code = 40

    def __init__(self, wanted: str, folder: Path) -> None:
        which = f"no backup {wanted!r}" if wanted else "no backup that is whole"
        super().__init__(f"There is {which} in {folder}. Name a file, or see what there is: quizapp backup --list")


class BackupRefused(QuizappError):
    """A backup was not restored; the database is what it was."""

    exit_code = 41

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            f"{path} was not restored: {why}. Nothing was changed. Choose another: quizapp backup --list"
        )


class StoreError(QuizappError):
    """The database refused; nothing that was acknowledged is lost."""

    exit_code = 20

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"The progress database {path} could not be used: {why}. Name another with --db FILE.")


class NotADatabase(StoreError):
    exit_code = 21

    def __init__(self, path: Path) -> None:
        QuizappError.__init__(
            self,
            f"{path} is not a quizapp database, and was left as it is. Name another with --db FILE. "
            "If it held your progress, put a backup in its place: quizapp restore; "
            "or take out what can still be read: quizapp doctor --salvage -o FILE",
        )


class NewerDatabase(StoreError):
    exit_code = 22

    def __init__(self, path: Path, found: int, known: int, readable_from: str = "") -> None:
        self.needed = f"version {readable_from} or newer reads it" if readable_from else "and this one cannot read it"
        to = f" to version {readable_from} or newer" if readable_from else ""
        QuizappError.__init__(
            self,
            f"{path} was written by a newer quizapp (schema {found}, this one reads up to {known}). "
            f"Update quizapp{to} to open it; nothing was changed.",
        )


class ReadOnlyStore(StoreError):
    exit_code = 23

    def __init__(self, path: Path) -> None:
        QuizappError.__init__(
            self,
            f"Progress cannot be written to {path}: the file or its folder is read-only. "
            "Make it writable, or name another with --db FILE.",
        )


class DiskFull(StoreError):
    exit_code = 24

    def __init__(self, path: Path) -> None:
        QuizappError.__init__(
            self,
            f"The disk that holds {path} is full; every answer up to the last one shown is kept. "
            "Free some space and start again.",
        )


class StoreBusy(StoreError):
    exit_code = 25

    def __init__(self, path: Path, waited_s: float) -> None:
        QuizappError.__init__(
            self,
            f"Another program has held {path} for {waited_s:.0f} s. Close it, then do this again; nothing was lost.",
        )


class StoreDamaged(StoreError):
    """The database is damaged; `why` says how, in words that may stand in a sentence."""

    exit_code = 26

    def __init__(self, path: Path, why: str) -> None:
        self.why = why
        QuizappError.__init__(
            self,
            f"The progress database {path} is damaged ({why}). Keep the file. quizapp doctor tells what can be "
            "saved, and quizapp restore puts a backup in its place.",
        )


class SchemaChanged(StoreError):
    """The database has other tables, views or triggers than quizapp makes; nothing in it was read or run."""

    exit_code = 27

    def __init__(self, path: Path, what: Sequence[str]) -> None:
        named = ", ".join(name[:40] for name in what[:3]) + (f" and {len(what) - 3} more" if len(what) > 3 else "")
        QuizappError.__init__(
            self,
            f"{path} is not as quizapp makes it ({named}), so nothing in it was used. "
            "Take only the answers out of it: quizapp doctor --salvage -o FILE",
        )


class BackupNotMade(StoreError):
    exit_code = 28

    def __init__(self, path: Path, place: Path, why: str) -> None:
        QuizappError.__init__(
            self,
            f"No backup of {path} was made in {place}: {why}. Older ones are all kept. "
            "See to the folder, or write one elsewhere: quizapp backup -o FILE",
        )


class StoreInUse(StoreError):
    exit_code = 29

    def __init__(self, path: Path) -> None:
        QuizappError.__init__(
            self, f"{path} is open in another program, so nothing was changed. Close it there, then do this again."
        )
