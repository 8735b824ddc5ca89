"""What the studio asks of the world: the deck file and the article as they are now, and to save what became of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from quizapp import paths
from quizapp.store.checks_file import ChecksFiles

if TYPE_CHECKING:
    from quizapp.authoring.article import Article
    from quizapp.authoring.recovery import Recovery
    from quizapp.deckfile.located import LocatedDeck
    from quizapp.lint.configuration import Configuration
    from quizapp.store.studio_file import StudioFile


class Opened(NamedTuple):
    """A deck that is opened, as it is in its file or, if it is new, as the file will begin.

    `file` is its path as a person writes it. `recovery` is what a session before did not save.
    """

    deck: LocatedDeck
    file: str
    article: Article | None
    recovery: Recovery | None
    configuration: Configuration
    is_new: bool = False


class StudioDesk(Protocol):
    """One deck file and the article it is written from. Every call may wait for a disk."""

    def open(self) -> Opened:
        """Return the deck and the article as they are now.

        Raises:
            QuizappError: one of them cannot be read.
        """

    def save(self, text: str) -> str:
        """Write the deck file so that it reads as `text`; return where it was copied to first, "" where it was not.

        Raises:
            DeckChanged: the file has changed since it was opened; nothing was written.
            QuizappError: it cannot be written.
        """

    def keep(self, recovery: Recovery) -> None:
        """Keep what is not saved."""

    def drop(self) -> None:
        """Forget what was kept."""


class FileDesk:
    """A deck and an article on disk."""

    def __init__(self, file: StudioFile, configuration: Configuration | None = None) -> None:
        """Check by the configuration, or without one as the deck's folder says."""
        self._file, self._configuration = file, configuration

    def open(self) -> Opened:
        disk = self._file.open()
        shown = paths.tilde(self._file.target)
        configuration = self._configuration or ChecksFiles().of(self._file.target.parent)
        return Opened(disk.deck, shown, disk.article, disk.recovery, configuration, disk.is_new)

    def save(self, text: str) -> str:
        return paths.tilde(self._file.target) if self._file.save(text) else ""

    def keep(self, recovery: Recovery) -> None:
        self._file.keep(recovery)

    def drop(self) -> None:
        self._file.drop()
