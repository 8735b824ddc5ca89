"""Articles in Markdown, as running text: its signs are taken off, each item of a list is a paragraph."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from quizapp.authoring.article import Block, Part
from quizapp.authoring.article_html import without_tags
from quizapp.authoring.article_text import is_break, is_credit
from quizapp.authoring.markdown_spans import LOW_LINES, STARS, WAVES, replace_code, unmarked
from quizapp.text import clean_line

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*")
_UNDERLINE = re.compile(r" {0,3}(?:(=+)|-+)[ \t]*")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_QUOTE = re.compile(r" {0,3}> ?")
_REFERENCE = re.compile(r" {0,3}\[[^\]]+\]:\s*\S+.*")
_TABLE_RULE = re.compile(r"\s*+\|?+\s*+:?-++:?\s*+(?:\|\s*+:?-++:?\s*+)*+\|?\s*+")
_IMAGE = re.compile(r"!\[[^\[\]]*\](?:\((?:[^()]|\([^()]*\))*+\)|\[[^\[\]]*\])")
_LINK = re.compile(r"\[([^\[\]]+)\](?:\((?:[^()]|\([^()]*\))*+\)|\[[^\[\]]*\])")
_NOTE_MARK = re.compile(r"\[\^[^\[\]]+\]:?")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_TITLE = re.compile(r"title:[ \t]*(['\"]?)(.+?)\1[ \t]*", re.I)
_KEPT = "\ue000{}\ue001"
_NO_MARKS = dict.fromkeys((0xE000, 0xE001))
_IS_KEPT = re.compile("\ue000(\\d+)\ue001")


def read(text: str) -> tuple[str, Iterator[Block]]:
    """Return the title of the front matter, if there is one, and the blocks."""
    title, lines = _front_matter(text.split("\n"))
    return title, _blocks(lines)


def running(text: str) -> str:
    """Return a piece of Markdown as it reads, on one line."""
    kept: list[str] = []

    def keep(literal: str) -> str:
        kept.append(literal)
        return _KEPT.format(len(kept) - 1)

    text = replace_code(text.translate(_NO_MARKS), keep)
    text = _ESCAPED.sub(lambda escape: keep(escape[1]), text)
    text = _NOTE_MARK.sub("", _LINK.sub(r"\1", _IMAGE.sub("", text)))
    text = _AUTOLINK.sub(r"\1", text)
    if _TAG.search(text) or 0 <= text.find("<!--") < text.rfind("-->"):
        text = without_tags(text)
    for sign in (STARS, WAVES, STARS, WAVES, LOW_LINES, LOW_LINES):  # twice, as one may stand in the other
        text = unmarked(text, sign)
    text = html.unescape(text)
    return clean_line(_IS_KEPT.sub(lambda place: kept[int(place[1])], text))


def _front_matter(lines: list[str]) -> tuple[str, list[str]]:
    if lines and lines[0].rstrip() == "---":
        for end, line in enumerate(lines[1:200], 1):
            if line.rstrip() in ("---", "..."):
                titles = (_TITLE.fullmatch(line) for line in lines[1:end])
                return next((match[2] for match in titles if match), ""), lines[end + 1 :]
    return "", lines


def _blocks(lines: list[str]) -> Iterator[Block]:
    held: list[str] = []
    fence = ""

    def done() -> Iterator[Block]:
        text = running("\n".join(held))
        held.clear()
        if text and not is_break(text):
            yield Block(Part.BESIDE if is_credit(text) else Part.TEXT, text)

    for line in lines:
        if fence:
            if line.strip().startswith(fence) and not line.strip().strip(fence[0]):
                yield Block(Part.TEXT, "\n".join(held))
                held.clear()
                fence = ""
            else:
                held.append(line)
            continue
        line = _unquoted(line)
        if opening := _FENCE.match(line):
            yield from done()
            fence = opening[1]
        elif heading := _HEADING.fullmatch(line):
            yield from done()
            yield Block(Part.HEADING, running(heading[2] or ""), len(heading[1]))
        elif held and (under := _UNDERLINE.fullmatch(line)) and not held[-1].lstrip().startswith("|"):
            text = running("\n".join(held))
            held.clear()
            yield Block(Part.HEADING, text, 1 if under[1] else 2)
        elif not line.strip() or is_break(line) or _REFERENCE.fullmatch(line) or _TABLE_RULE.fullmatch(line):
            yield from done()
        elif item := _ITEM.match(line):
            yield from done()
            held.append(line[item.end() :])
        elif line.lstrip().startswith("|"):
            yield from done()
            held.append(" · ".join(cell.strip() for cell in line.strip().strip("|").split("|")))
        else:
            held.append(line)
    if fence:
        yield Block(Part.TEXT, "\n".join(held))
    else:
        yield from done()


def _unquoted(line: str) -> str:
    while quote := _QUOTE.match(line):
        line = line[quote.end() :]
    return line
