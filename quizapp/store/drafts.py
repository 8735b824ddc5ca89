"""Half-written notes on disk, a small file each, so that neither esc nor a crash loses a word of them."""

from __future__ import annotations

import json
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from quizapp.atomic import make_folders, write_whole
from quizapp.authoring.draft import Draft
from quizapp.model import Kind

_VERSION = 1


class DraftFolder:
    """Keeps the draft of each note under its deck's id and its own; "" stands for the note that is added next.

    Drafts are a convenience: a folder that cannot be written, or a file that cannot be read, is as if none had been
    kept.
    """

    def __init__(self, folder: Path | None) -> None:
        """Keep drafts in a folder, which need not exist; None keeps none."""
        self._folder = folder

    def read(self, deck_id: str, note_id: str) -> Draft | None:
        """Return the draft that was kept of a note, None where there is none."""
        path = self._path(deck_id, note_id)
        if path is None:
            return None
        try:
            said = json.loads(path.read_text(encoding="utf-8"))
            if said["version"] != _VERSION or (said["deck"], said["note"]) != (deck_id, note_id):
                return None
            texts = {str(key): str(text) for key, text in said["texts"].items()}
            before = {
                str(key): value if isinstance(value, str) else tuple(map(str, value))
                for key, value in said["before"].items()
            }
            return Draft(Kind(said["kind"]), texts, before)
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None

    def keep(self, deck_id: str, note_id: str, draft: Draft) -> bool:
        """Keep a draft in place of the one before; tell whether it is on disk."""
        path = self._path(deck_id, note_id)
        if path is None:
            return False
        said = {
            "version": _VERSION,
            "deck": deck_id,
            "note": note_id,
            "kind": draft.kind.value,
            "texts": {key: text for key, text in draft.texts.items() if key not in draft.lent},
            "before": draft.before,
        }
        try:
            make_folders(path.parent, 0o700)
            write_whole(path, [json.dumps(said, ensure_ascii=False).encode()])
        except (OSError, ValueError):
            return False
        return True

    def drop(self, deck_id: str, note_id: str) -> None:
        """Forget the draft of a note: it was saved, or says what the deck says."""
        path = self._path(deck_id, note_id)
        if path is not None:
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def _path(self, deck_id: str, note_id: str) -> Path | None:
        if self._folder is None:
            return None
        name = blake2b(f"{deck_id}\0{note_id}".encode(errors="surrogatepass"), digest_size=16).hexdigest()
        return self._folder / f"{name}.json"
