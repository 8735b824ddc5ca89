"""What a note says under `where`, read as paragraphs of an article.

`Title, ¶ 4`, `Title, ¶ 2–3, 6`, `Title, ¶ 1; Another title, ¶ 3`, `Title, 5th paragraph`, and a long title cut short
with `…` are understood; `¶ 5` alone is in the section before it, or in the article's first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.authoring.article import Article
from quizapp.text import fold

_MARKED = re.compile(r"(?:¶¶?|\bparas?\.?|\bparagraphs?)\s*(?P<numbers>\d[\d\s,–—-]*)$", re.I)
_NTH = re.compile(r"(?<!\d)(?P<numbers>\d+)(?:st|nd|rd|th)\s+paragraph$", re.I)
_RANGE = re.compile(r"(?<!\d)(\d{1,6})(?!\d)(?:\s*[–—-]\s*(\d{1,6})(?!\d))?")
_QUOTES = "“”\"'‘’«» "
_SIGNS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


def places(where: str, article: Article) -> tuple[int, ...]:
    """Return the places in the article of the paragraphs that a `where` names, in their order, each once.

    Empty where it names none, or another article.
    """
    found: dict[int, None] = {}
    section: int | None = 0
    for piece in where.split(";"):
        piece = piece.strip()
        match = _MARKED.search(piece) or _NTH.search(piece)
        if match is None:
            section = _section(piece, article)
            continue
        title = piece[: match.start()].strip().strip(" ,:")
        section = _section(title, article) if title else section
        if section is not None:
            found.update(dict.fromkeys(_numbered(section, match["numbers"], article)))
    return tuple(sorted(found))


def _section(title: str, article: Article) -> int | None:
    """Return the section with this title, None when there is none; a title may end in `…`."""
    asked = _compared(title)
    titles = [_compared(section) for section in article.sections]
    if asked in titles:
        return titles.index(asked)
    stump, cut, _ = asked.partition("…")
    if cut and stump.strip():
        return next((place for place, known in enumerate(titles) if known.startswith(stump.strip())), None)
    return None


def _compared(title: str) -> str:
    return fold(title.strip(_QUOTES).translate(_SIGNS)).replace("...", "…")


def _numbered(section: int, numbers: str, article: Article) -> Iterator[int]:
    """Yield the places of the paragraphs of a section with these numbers, each once however often it is named."""
    done = 0
    for first, last in sorted((int(first), int(last or first)) for first, last in _RANGE.findall(numbers)):
        for number in range(max(first, done + 1), last + 1):
            place = article.by_number.get((section, number))
            if place is None:  # the numbers of a section have no gaps
                break
            done = number
            yield place
