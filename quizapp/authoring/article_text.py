"""Articles in plain text: paragraphs between blank lines, headings told by their look."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizapp.authoring.article import Block, Part, is_short_name
from quizapp.text import clean_line

_BREAK = re.compile(r"[*\-–—=_~•·#⁂§\s]+")
_IMAGE = re.compile(
    r"(?:getty ?images|screen ?shot|shutterstock|istock|image|img|dsc|photo|ap|afp|rtr?s?)[\s_-]?[\d_-][\w .,-]*"
    r"|[\w .-]+\.(?:jpe?g|png|gif|webp|svg|avif|heic)",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"(?:source|credits?|photo(?:graph)?s?|images?|illustration|chart|graphic)(?:\s+by|:|\s)", re.I)
_CAPTIONS = 2
_LONG_LINE = 120


def read(text: str) -> Iterator[Block]:
    """Yield the blocks of a plain text."""
    yield from sort_out([clean_line(block) for block in split(text)])


def split(text: str) -> list[str]:
    """Return the paragraphs of a text: between blank lines, or one a line where there are none and lines are long."""
    blocks = [block for block in re.split(r"\n(?:[ \t\u00a0]*\n)+", text.strip()) if block.strip()]
    if len(blocks) <= 1:
        lines = [line for line in text.split("\n") if line.strip()]
        if len(lines) > 1 and max(map(len, lines)) > _LONG_LINE:
            return lines
    return blocks


def is_break(text: str) -> bool:
    """Tell whether a paragraph is a line of signs such as `***` that only parts two others."""
    return _BREAK.fullmatch(text) is not None


def is_image(text: str) -> bool:
    """Tell whether a paragraph is the name of an image file, which a copied web page leaves in its text."""
    return len(text) <= 90 and _IMAGE.fullmatch(text) is not None


def is_credit(text: str) -> bool:
    """Tell whether a paragraph says where a picture or a chart comes from."""
    return _CREDIT.match(text) is not None and is_short_name(text)


def sort_out(texts: Sequence[str]) -> Iterator[Block]:
    """Yield blocks for the paragraphs of a text: titles, headings, captions and credits are told by their look.

    A caption stands between an image and its credit. A heading is short, no sentence, and has a paragraph below it;
    only a first one may be a question.
    """
    kept = [text for text in texts if text and not is_break(text)]
    image = -_CAPTIONS - 2
    for place, text in enumerate(kept):
        following = kept[place + 1 :]
        if is_image(text):
            image = place
        elif is_credit(text) or _is_caption(place - image, following):
            yield Block(Part.BESIDE, text)
        elif following and (is_short_name(text) or (place == 0 and is_short_name(text.rstrip("?!:")))):
            yield Block(Part.HEADING, text)
        else:
            yield Block(Part.TEXT, text)


def _is_caption(below_image: int, following: Sequence[str]) -> bool:
    """Tell whether a paragraph so many places below an image has its credit within the places of captions."""
    return below_image <= _CAPTIONS and any(map(is_credit, following[: _CAPTIONS + 1 - below_image]))
