"""What a learner may call a deck: its id, the beginning of it that no other deck shares, or its file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from quizapp.errors import UnknownDeck, UsageError


def deck_ids(names: Iterable[str], files: Mapping[str, str]) -> tuple[str, ...]:
    """Return the ids of the decks that are named, each once, in the order of their names.

    Args:
        files: the file of each deck by its id, empty for a deck whose file is not known.
    Raises:
        UnknownDeck: no deck is called that.
        UsageError: the beginning of an id fits several decks.
    """
    return tuple(dict.fromkeys(_deck_id(name, files) for name in names))


def _deck_id(name: str, files: Mapping[str, str]) -> str:
    if name in files:
        return name
    by_file = [deck_id for deck_id, file in files.items() if file and _is_file(name, file)]
    if by_file:
        return by_file[0]
    fitting = [deck_id for deck_id in files if name and deck_id.startswith(name)]
    if len(fitting) > 1:
        raise UsageError(f"{name!r} may be {' or '.join(fitting)}. Write more of the one you mean.")
    if not fitting:
        raise UnknownDeck(name, list(files))
    return fitting[0]


def _is_file(name: str, file: str) -> bool:
    looks_like_file = os.sep in name or Path(name).suffix in (".yaml", ".yml")
    return looks_like_file and Path(name).expanduser().resolve() == Path(file).resolve()
