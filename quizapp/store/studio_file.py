"""The studio's deck and article on disk."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple, Self

from quizapp import paths
from quizapp.authoring.article import MAX_BYTES, Article, read_article
from quizapp.authoring.recovery import Recovery
from quizapp.authoring.rewriting import edits_between
from quizapp.config import Settings
from quizapp.deckfile.editing import apply_bytes
from quizapp.deckfile.located import LocatedDeck, locate_deck
from quizapp.deckfile.scalars import write_text
from quizapp.deckfile.slug import short_slug
from quizapp.errors import ArticleRefused
from quizapp.store.deckpaths import open_regular
from quizapp.store.deckwriter import DeckFile, create, open_deck_file, save
from quizapp.store.recovery_files import RecoveryFiles


class OnDisk(NamedTuple):
    """A deck as it is in its file, or as a new one begins, its article, and what a session before did not save."""

    deck: LocatedDeck
    article: Article | None
    recovery: Recovery | None
    is_new: bool


class StudioFile:
    """One deck file, which may be new, and the article it is written from.

    A deck that comes along with the program is copied into the learner's folder when it is saved first.
    """

    def __init__(
        self, deck: Path, article: Path | None, state_folder: Path | None, *, copy_to: Path | None = None
    ) -> None:
        """Author the deck in a file; without an article, from the one it was written from last.

        Args:
            state_folder: where recovery files are kept; None keeps none.
            copy_to: where the deck is saved in place of its own file.
        """
        self._path, self._copy_to = deck, copy_to
        self._files = RecoveryFiles(state_folder)
        self._article = article or self._files.article_of(self.target)
        self._file: DeckFile | None = None
        self._text = ""

    @classmethod
    def of(cls, deck: Path, article: Path | None, settings: Settings) -> Self:
        """Return the file of a deck, which is copied to the learner's folder when it came along with the program."""
        path = Path(os.path.abspath(deck))
        came_along = not settings.deck_paths and path.is_relative_to(paths.shipped_decks())
        state_folder = settings.state_folder / "studio" if settings.state_folder else None
        copy_to = paths.default_deck_folder() / path.name if came_along else None
        return cls(path, Path(os.path.abspath(article)) if article else None, state_folder, copy_to=copy_to)

    @property
    def target(self) -> Path:
        """Return the file that saving writes."""
        return self._copy_to or self._path

    def check(self) -> None:
        """Raise what `open` would, without reading what the deck says."""
        if self._article is not None:
            _read_article(self._article)
        if self._path.exists():
            open_deck_file(self._path)

    def open(self) -> OnDisk:
        """Return what is on disk now.

        Raises:
            ArticleRefused: there is an article, and it cannot be read.
            DeckNotWritten: the deck's file is there, and cannot be read.
        """
        article = _read_article(self._article) if self._article is not None else None
        if self._copy_to is not None and self._copy_to.exists():
            self._path, self._copy_to = self._copy_to, None
        self._file = open_deck_file(self._path) if self._path.exists() else None
        deck = locate_deck(self._file.data if self._file else _head(self._path, article), str(self._path))
        self._text = deck.source.text
        if self._article is not None:
            self._files.remember_article(self.target, self._article)
        return OnDisk(deck, article, self._files.read(self.target), self._file is None)

    def save(self, text: str) -> bool:
        """Write the deck's file so that it reads as `text`; tell whether it was copied to another place first.

        Line ends, a byte order mark and all bytes of lines that stay are kept.

        Raises:
            DeckChanged, DeckExists: it is not what it was when it was opened; nothing was written.
            DeckNotWritten: it cannot be written.
        """
        if self._file is None:
            self._file = create(self._path, text.encode())
        else:
            data = apply_bytes(self._file.data, edits_between(self._text, text))
            if self._copy_to is not None:
                self._file = create(self._copy_to, data)
                self._text, self._path, self._copy_to = text, self._copy_to, None
                return True
            self._file = save(self._file, data)
        self._text = text
        return False

    def keep(self, recovery: Recovery) -> None:
        """Keep what is not saved."""
        article = str(self._article) if self._article is not None else ""
        self._files.keep(self.target, recovery.of(str(self.target), article))

    def drop(self) -> None:
        """Forget what was kept."""
        self._files.drop(self.target)


def _read_article(path: Path) -> Article:
    shown = paths.tilde(path)
    try:
        if path.is_dir():
            raise ArticleRefused(shown, "It is a folder. Name a file of text, Markdown or HTML.")
        if not path.is_file():  # to open a named pipe would wait for somebody to write into it
            raise ArticleRefused(shown, "It is not there. Name a file of text, Markdown or HTML.")
        with open_regular(path) as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise ArticleRefused(shown, f"It cannot be read ({error.strerror or type(error).__name__}).") from None
    return read_article(data, path.name)


def _head(path: Path, article: Article | None) -> str:
    """Return the head of a new deck: called as its file, about the article."""
    title = article.title if article is not None and article.title else path.stem.replace("-", " ").replace("_", " ")
    source = f"source:\n  title: {write_text(title, '  ')}\n" if article is not None else ""
    return f"deck: {write_text(short_slug(path.stem), '')}\ntitle: {write_text(title, '')}\n{source}notes: []\n"
