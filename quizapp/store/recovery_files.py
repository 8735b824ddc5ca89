"""The studio's files in the state folder: a recovery file for each deck, and which article a deck was written from."""

from __future__ import annotations

import json
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from quizapp.atomic import make_folders, write_whole
from quizapp.authoring.recovery import Recovery, decode, encode

_ARTICLES = "articles.json"


class RecoveryFiles:
    """Files that only their owner can read; what cannot be read or written is as if it were not there."""

    def __init__(self, folder: Path | None) -> None:
        """Keep files in a folder, which need not exist; None keeps none."""
        self._folder = folder

    def read(self, deck: Path) -> Recovery | None:
        """Return what was kept of a session on a deck file, None where nothing was."""
        path = self._path(deck)
        if path is None:
            return None
        try:
            recovery = decode(path.read_bytes())
        except OSError:
            return None
        return recovery if recovery is not None and recovery.deck == str(deck) else None

    def keep(self, deck: Path, recovery: Recovery) -> bool:
        """Keep a session in place of what was kept before; tell whether it is on disk."""
        path = self._path(deck)
        return path is not None and _write(path, encode(recovery))

    def drop(self, deck: Path) -> None:
        """Forget what was kept: it is saved."""
        path = self._path(deck)
        if path is not None:
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def article_of(self, deck: Path) -> Path | None:
        """Return the article that a deck was written from last, None where there was none or it is gone."""
        name = self._articles().get(str(deck))
        return Path(name) if name and Path(name).is_file() else None

    def remember_article(self, deck: Path, article: Path) -> None:
        articles = self._articles()
        if self._folder is not None and articles.get(str(deck)) != str(article):
            articles[str(deck)] = str(article)
            _write(self._folder / _ARTICLES, json.dumps(articles, ensure_ascii=False, indent=1).encode())

    def _articles(self) -> dict[str, str]:
        if self._folder is None:
            return {}
        try:
            said = json.loads((self._folder / _ARTICLES).read_text(encoding="utf-8"))
            return {str(deck): str(article) for deck, article in said.items()}
        except (OSError, ValueError, AttributeError):
            return {}

    def _path(self, deck: Path) -> Path | None:
        if self._folder is None:
            return None
        name = blake2b(str(deck).encode(errors="surrogatepass"), digest_size=16).hexdigest()
        return self._folder / f"{name}.json"


def _write(path: Path, data: bytes) -> bool:
    """Write a file whole, for its owner alone, or leave the one before; tell whether it was written."""
    try:
        make_folders(path.parent, 0o700)
        write_whole(path, [data])
    except OSError:
        return False
    return True
