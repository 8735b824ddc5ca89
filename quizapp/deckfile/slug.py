"""Short names made of texts: for ids that people can read, type and keep."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import count

from quizapp.text import fold

MAX_SLUG = 40

_NOT_WORD = re.compile(r"[\W_]+")


def slug(text: str) -> str:
    """Return the folded text with `-` for each run of what is neither letter nor digit; it may be empty."""
    return _NOT_WORD.sub("-", fold(text)).strip("-")


def digest(text: str, digits: int) -> str:
    """Return hexadecimal digits that stand for the folded text."""
    from hashlib import blake2s  # late: it brings OpenSSL, and a deck whose notes have ids needs none

    return blake2s(fold(text).encode(), digest_size=(digits + 1) // 2).hexdigest()[:digits]


def short_slug(text: str) -> str:
    """Return a slug of 1 to MAX_SLUG characters, with a hash of the text where it was longer or empty."""
    whole = slug(text)
    return whole if 0 < len(whole) <= MAX_SLUG else hashed_slug(text)


def hashed_slug(text: str) -> str:
    """Return the slug, cut where needed, with a hash of the text: different for texts with one slug."""
    mark = digest(text, 8)
    return f"{slug(text)[: MAX_SLUG - 9].strip('-')}-{mark}".lstrip("-")


def free_id(text: str, taken: Collection[str]) -> str:
    """Return an id for a note that asks a text: its first words, with a number behind where that id is taken.

    Unlike `short_slug` it is for people to read in the file, and is kept there. `taken` are folded ids.
    """
    whole = slug(text)
    short = whole if len(whole) <= MAX_SLUG else whole[: MAX_SLUG + 1].rpartition("-")[0] or whole[:MAX_SLUG]
    short = short or digest(text, 8)
    numbered = (f"{short}-{number}" for number in count(2))
    return short if short not in taken else next(name for name in numbered if name not in taken)
