"""What a crash must not take: the studio's unsaved notes as the text of a recovery file.

A file that was damaged, or that another version wrote, is read as far as it makes sense and never raises.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from quizapp.authoring.draft import Draft
from quizapp.authoring.session import Entry, Session
from quizapp.deckfile.written import NoteFields
from quizapp.model import Kind

VERSION = 1


@dataclass(frozen=True, slots=True)
class Recovery:
    """What is kept of a session: the file's text that it began with, the list of notes, and the drafts.

    A note comes with its place in that text, None for a new one; a draft with the place in `notes` of the note that it
    changes, None for a new one. `saved_at` are epoch milliseconds.
    """

    deck: str
    text: str
    notes: tuple[tuple[int | None, NoteFields], ...]
    drafts: tuple[tuple[int | None, Draft], ...] = ()
    article: str = ""
    saved_at: int = 0

    def of(self, deck: str, article: str) -> Recovery:
        """Return the same as that of a deck file and the article it is written from."""
        return replace(self, deck=deck, article=article)


def recovery_of(session: Session, drafts: Mapping[int, Draft], saved_at: int) -> Recovery:
    """Return what is to be kept of a session, and of the drafts of its notes by their keys."""
    origins = {entry.key: place for place, entry in enumerate(session.saved)}
    places = {entry.key: place for place, entry in enumerate(session.notes)}
    notes = tuple((origins.get(entry.key), entry.fields) for entry in session.notes)
    kept = tuple((places.get(key), draft) for key, draft in drafts.items())
    return Recovery("", session.text, notes, kept, saved_at=saved_at)


def recovered(text: str, recovery: Recovery) -> tuple[Session, list[tuple[int | None, Draft]]]:
    """Return the session that goes on from what was kept, on the deck file as it is now, and the drafts by their keys.

    The key of a draft is that of the note it changes, None for a new note. Undo leads back to the file. What the file
    says differently since then is taken over, as `Session.now_on` tells.
    """
    session = Session.of(recovery.text)
    known = [entry.key for entry in session.saved]
    keys: list[int] = []
    next_key = session.next_key
    for origin, _ in recovery.notes:
        if origin is not None and origin < len(known) and known[origin] not in keys:
            keys.append(known[origin])
        else:
            keys.append(next_key)
            next_key += 1
    entries = tuple(Entry(key, fields) for key, (_, fields) in zip(keys, recovery.notes, strict=True))
    session = session.replaced(entries, "what was recovered", next_key).now_on(text)
    there = {entry.key for entry in session.notes}
    drafts = [
        (keys[of] if of is not None and of < len(keys) and keys[of] in there else None, draft)
        for of, draft in recovery.drafts
    ]
    return session, drafts


def encode(recovery: Recovery) -> bytes:
    """Return the text of a recovery file."""
    value = {
        "quizapp_recovery": VERSION,
        "deck": recovery.deck,
        "text": recovery.text,
        "article": recovery.article,
        "saved_at": recovery.saved_at,
        "drafts": [
            {"of": of, "kind": draft.kind.value, "texts": dict(draft.texts), "before": dict(draft.before)}
            for of, draft in recovery.drafts
        ],
        "notes": [{"from": origin, "fields": fields} for origin, fields in recovery.notes],
    }
    return json.dumps(value, ensure_ascii=False, indent=1).encode(errors="surrogatepass")


def decode(data: bytes) -> Recovery | None:
    """Return what a recovery file keeps, None when nothing can be made of it."""
    try:
        value = json.loads(data.decode(errors="surrogatepass"))
        if value["quizapp_recovery"] != VERSION:
            return None
        notes = tuple((_place(note["from"]), _fields(note["fields"])) for note in value["notes"])
        drafts = tuple((_place(said["of"]), _draft(said)) for said in value["drafts"])
        strings = (str(value["deck"]), str(value["text"]))
        return Recovery(*strings, notes, drafts, str(value["article"]), int(value["saved_at"]))
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        return None


def _draft(said: Mapping[str, Any]) -> Draft:
    texts = {str(key): str(text) for key, text in said["texts"].items()}
    return Draft(Kind(said["kind"]), texts, _fields(said["before"]))


def _place(value: Any) -> int | None:
    return None if value is None else max(int(value), 0)


def _fields(value: Mapping[str, Any]) -> dict[str, str | tuple[str, ...]]:
    return {
        str(name): tuple(str(item) for item in said) if isinstance(said, list) else str(said)
        for name, said in dict(value).items()
    }
