"""An article as its notes point into it: sections, and paragraphs numbered from 1 within their section.

What stands beside the running text is shown and not counted: captions, credits, and pull quotes, which print a
sentence of the text once more. Breaks such as `***` and the names of image files are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from typing import NamedTuple

from quizapp.errors import ArticleRefused
from quizapp.text import clean, clean_line

MAX_BYTES = 2 * 1024 * 1024
"""The size up to which an article is read: that of a long book."""


class Part(Enum):
    """What a block of an article is."""

    HEADING = auto()
    TEXT = auto()
    BESIDE = auto()
    """A caption, a credit or a pull quote: shown, but no paragraph that a note could cover."""


class Block(NamedTuple):
    """A heading or a paragraph as a reader of one format found it.

    `level` is that of a heading, 1 for a title, and 0 where it is a heading by its look alone.
    """

    part: Part
    text: str
    level: int = 0


class Paragraph(NamedTuple):
    """A paragraph. `number` counts from 1 within its section, 0 for what stands beside the text."""

    section: int
    number: int
    text: str


@dataclass(frozen=True)
class Article:
    """An article: `sections` are the titles of its sections, the first one that of the article itself."""

    title: str
    sections: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]

    @cached_property
    def counted(self) -> tuple[int, ...]:
        """Return the places of the paragraphs that have a number."""
        return tuple(place for place, paragraph in enumerate(self.paragraphs) if paragraph.number)

    @cached_property
    def by_number(self) -> dict[tuple[int, int], int]:
        """Return the place of each numbered paragraph by its section and number."""
        return {(p.section, p.number): place for place, p in enumerate(self.paragraphs) if p.number}

    def where(self, first: int, last: int | None = None) -> str:
        """Return what a note writes under `where` for the paragraphs from one place to another: `Title, ¶ 2–3`."""
        one, other = self.paragraphs[first], self.paragraphs[first if last is None else last]
        if one.section != other.section:
            return f"{self._named(one)}; {self._named(other)}"
        if one.number and other.number > one.number:
            return f"{self._named(one)}–{other.number}"
        return self._named(one if one.number else other)

    def _named(self, paragraph: Paragraph) -> str:
        number = f"¶ {paragraph.number}" if paragraph.number else ""
        return ", ".join(part for part in (self.sections[paragraph.section], number) if part)


EMPTY = Article("", ("",), ())
"""No article: what the studio shows where a deck is written without one."""


def read_article(data: bytes, name: str) -> Article:
    """Return the article that a file holds: plain text, Markdown, or HTML, told apart by name, then by content.

    Pure. `name` is the file's, without its folders.

    Raises:
        ArticleRefused: it is too large, no text in UTF-8, or without a paragraph.
    """
    if len(data) > MAX_BYTES:
        raise ArticleRefused(
            name, f"It holds {len(data) / 1024**2:.1f} MiB, and an article at most {MAX_BYTES // 1024**2}."
        )
    text = _decoded(data, name)
    title, blocks = _blocks(text, name)
    article = assemble(blocks, clean_line(title) or _stem(name))
    if not article.paragraphs:
        raise ArticleRefused(name, "There is no paragraph in it.")
    return article


def assemble(blocks: Iterable[Block], title: str) -> Article:
    """Return the article that blocks make; a first heading is its title, `title` stands where there is none.

    A paragraph that repeats words of a longer one is a pull quote; the name right below it belongs to it.
    """
    kept = [block._replace(text=block.text.strip()) for block in blocks if block.text.strip()]
    if kept and kept[0].part is Part.HEADING:
        title, kept = clean_line(kept[0].text), kept[1:]
    repeated = _pull_quotes([block.text if block.part is Part.TEXT else "" for block in kept])
    sections, number, quoting = [title], 0, False
    paragraphs: list[Paragraph] = []
    for place, block in enumerate(kept):
        heading = block.part is Part.HEADING
        attribution = quoting and is_short_name(block.text) and not (heading and block.level)
        if heading and not attribution:
            sections.append(clean_line(block.text))
            number, quoting = 0, False
            continue
        quoting = place in repeated
        beside = block.part is Part.BESIDE or quoting or attribution
        number += not beside
        paragraphs.append(Paragraph(len(sections) - 1, 0 if beside else number, block.text))
    return Article(title, tuple(sections), tuple(paragraphs))


def is_short_name(text: str) -> bool:
    """Tell whether a text may be a heading, a name or a credit rather than a paragraph: short, and no sentence."""
    return len(text) <= 90 and "\n" not in text and len(text.split()) <= 14 and text[-1:] not in '.!?:;,”"…'


def _decoded(data: bytes, name: str) -> str:
    mend = "Save it as UTF-8 text, Markdown or HTML."
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ArticleRefused(name, f"It is written in UTF-16. {mend}")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ArticleRefused(name, f"It is no text in UTF-8. {mend}") from None
    if "\x00" in text:
        raise ArticleRefused(name, f"It is no text. {mend}")
    return clean(text.replace("\r\n", "\n").replace("\r", "\n"))


def _blocks(text: str, name: str) -> tuple[str, Iterator[Block]]:
    """Return a title, where the format has one outside its text, and the blocks."""
    from quizapp.authoring import article_html, article_markdown, article_text

    ending = name.rpartition(".")[2].lower()
    if ending in ("html", "htm", "xhtml") or (ending not in ("md", "markdown") and article_html.looks_so(text)):
        return article_html.read(text)
    if ending in ("md", "markdown"):
        return article_markdown.read(text)
    return "", article_text.read(text)


def _stem(name: str) -> str:
    return clean_line(name.rpartition(".")[0] or name)


_WORD = re.compile(r"\w+")
_LEAD, _MOST = 6, 80


def _pull_quotes(texts: Sequence[str]) -> set[int]:
    """Return the places of the texts whose words stand, in a row, in a longer one.

    Texts are looked up by their first words and their length, so this is linear in the length of the article.
    """
    words = [tuple(_WORD.findall(text.casefold())) for text in texts]
    short: dict[tuple[str, ...], dict[int, dict[tuple[str, ...], list[int]]]] = {}
    for place, found in enumerate(words):
        if _LEAD <= len(found) <= _MOST:
            short.setdefault(found[:_LEAD], {}).setdefault(len(found), {}).setdefault(found, []).append(place)
    repeated: set[int] = set()
    for found in words:
        for start in range(len(found) - _LEAD + 1):
            for size, sought in short.get(found[start : start + _LEAD], {}).items():
                if size < len(found):
                    repeated.update(sought.get(found[start : start + size], ()))
    return repeated
