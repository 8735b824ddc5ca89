"""Which paragraphs of an article have notes, so that what has none yet stands out.

What a note says under `where` counts. A note that names no paragraph of the article covers those in which its answer
stands word for word, if that answer is distinctive: several words, a figure or a name, and in one paragraph alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from quizapp.authoring.article import Article
from quizapp.authoring.where import places
from quizapp.deckfile.cloze import ClozeError, Gap, parse_cloze
from quizapp.text import fold

Written = Mapping[str, str | tuple[str, ...]]

_WORD = re.compile(r"\w+")
_LEAST_WORDS, _LEAST_LETTERS = 2, 4


@dataclass(frozen=True)
class Covered:
    """How notes cover an article: for each of its paragraphs, by their place, how many notes do."""

    counts: tuple[int, ...]
    covered: int
    of: int

    @property
    def share(self) -> float:
        """Return the covered part of the numbered paragraphs, 0 to 1."""
        return self.covered / self.of if self.of else 0.0


class Coverage:
    """Tells which paragraphs of one article a note covers; what it has told once it looks up again."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._known: dict[tuple[tuple[str, str | tuple[str, ...]], ...], tuple[int, ...]] = {}

    def of_note(self, fields: Written) -> tuple[int, ...]:
        """Return the places of the paragraphs that a note covers, in their order."""
        key = tuple((name, fields[name]) for name in _TOLD_BY if name in fields)
        if key not in self._known:
            self._known[key] = self._find(fields)
        return self._known[key]

    def of_notes(self, notes: Iterable[Written]) -> Covered:
        """Return how notes cover the article."""
        counts = Counter(place for fields in notes for place in self.of_note(fields))
        paragraphs = self.article.paragraphs
        covered = sum(1 for place in counts if paragraphs[place].number)
        return Covered(tuple(counts[place] for place in range(len(paragraphs))), covered, len(self.article.counted))

    def standing(self, fields: Written) -> tuple[tuple[int, int, int], ...]:
        """Return where a note's answers stand in the paragraphs that it covers: a place, and characters of its text."""
        found = []
        for place in self.of_note(fields):
            text = self.article.paragraphs[place].text.casefold()
            for answer in _answers(fields):
                start = text.find(answer.strip().casefold())
                if answer.strip() and start >= 0:
                    found.append((place, start, start + len(answer.strip())))
        return tuple(found)

    def _find(self, fields: Written) -> tuple[int, ...]:
        where = fields.get("where", "")
        named = places(where, self.article) if isinstance(where, str) else ()
        if named:
            return named
        return tuple(sorted({place for answer in _answers(fields) for place in self._standing(answer)}))

    def _standing(self, answer: str) -> tuple[int, ...]:
        """Return the paragraphs in which a distinctive answer stands, if it is one alone."""
        words = _words(answer)
        if not _is_distinctive(answer, words):
            return ()
        sought = f" {' '.join(words)} "
        rarest = min((self._holders.get(word, ()) for word in words), key=len)
        found = tuple(place for place in rarest if sought in self._texts[place])
        return found if len(found) == 1 else ()

    @cached_property
    def _texts(self) -> tuple[str, ...]:
        return tuple(f" {' '.join(_words(p.text))} " if p.number else "" for p in self.article.paragraphs)

    @cached_property
    def _holders(self) -> dict[str, list[int]]:
        holders: dict[str, list[int]] = {}
        for place, text in enumerate(self._texts):
            for word in set(text.split()):
                holders.setdefault(word, []).append(place)
        return holders


_TOLD_BY = ("where", "answer", "cloze", "number", "unit", "items", "statement", "question")


def _answers(fields: Written) -> list[str]:
    """Return what a note asks for, as it may stand in a text."""
    found = [value for name in ("answer", "items") for value in _texts(fields.get(name, ()))]
    for sentence in _texts(fields.get("cloze", ())):
        try:
            found += [segment.text for segment in parse_cloze(sentence) if isinstance(segment, Gap)]
        except ClozeError:
            continue
    for number in _texts(fields.get("number", ())):
        unit = next(iter(_texts(fields.get("unit", ()))), "")
        found += [f"{number} {unit}".strip()] if unit else []
    return found


def _texts(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value


def _is_distinctive(answer: str, words: list[str]) -> bool:
    if not words:
        return False
    if len(words) >= _LEAST_WORDS:
        return sum(map(len, words)) > _LEAST_LETTERS
    letters = answer.strip()
    return len(letters) > _LEAST_LETTERS and (not letters[0].islower() or any(sign.isdigit() for sign in letters))


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))
