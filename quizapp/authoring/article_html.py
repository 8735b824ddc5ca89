"""Articles in HTML with their tags taken off: what a page says around its text, and what it runs, is dropped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

from quizapp.authoring.article import Block, Part
from quizapp.authoring.article_text import is_break, is_credit
from quizapp.text import clean, clean_line

_DROPPED = frozenset(
    (
        "script", "style", "noscript", "template", "nav", "aside", "footer", "button", "select", "textarea", "svg",
        "math", "iframe", "object", "canvas", "audio", "video", "picture", "dialog", "menu", "head",
    )
)
_VOID = frozenset(
    (
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    )
)
_BLOCKS = frozenset(
    (
        "address", "article", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figure",
        "header", "hgroup", "html", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
        "tfoot", "th", "thead", "tr", "ul", "hr",
    )
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BESIDE = frozenset({"figcaption", "caption"})
_LOOKS_SO = re.compile(r"\s*+(?:<!--.*?-->\s*+)*+<(?:!doctype\s+html|html|head|body|article|main)\b", re.I | re.S)


def looks_so(text: str) -> bool:
    """Tell whether a text is a page, whatever its file is called."""
    return _LOOKS_SO.match(text[:4096]) is not None


def read(text: str) -> tuple[str, Iterator[Block]]:
    """Return the page's title and its blocks: those of its article or main part alone, where it marks one."""
    page = _Page()
    page.feed(_without_open_ends(text))
    page.close()
    page.flush()
    inside = [block for within, block in page.blocks if within]
    blocks = inside if any(block.part is Part.TEXT for block in inside) else [block for _, block in page.blocks]
    return page.title, iter(_from_title(blocks))


def without_tags(text: str) -> str:
    """Return the text of a piece of HTML, entities decoded, on one line."""
    return " ".join(block.text for block in read(f"<p>{text}</p>")[1])


def _without_open_ends(text: str) -> str:
    """Return the page with what begins a tag or a comment and does not end as the text that browsers show it as.

    Python's parser looks for each end to the end of the page, so that many beginnings without one would take hours.
    """
    last = text.rfind(">") + 1
    text = text[:last] + text[last:].replace("<", "&lt;")
    last = text.rfind("-->") + 1
    return text[:last] + text[last:].replace("<!--", "&lt;!--")


def _from_title(blocks: list[Block]) -> list[Block]:
    """Return the blocks with the first `h1` moved to the front, if there is one: pages put bylines above it."""
    for place, block in enumerate(blocks):
        if block.part is Part.HEADING and block.level == 1:
            before = [b._replace(part=Part.BESIDE) if b.part is Part.TEXT else b for b in blocks[:place]]
            return [block, *(b for b in before if b.part is not Part.HEADING), *blocks[place + 1 :]]
    return blocks


class _Page(HTMLParser):
    """Collects blocks; each with whether it stands within the page's article."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.title = ""
        self.blocks: list[tuple[bool, Block]] = []
        self._text: list[str] = []
        self._open: list[str] = []
        self._count: Counter[str] = Counter()
        self._named: list[str] = []
        self._dropping = 0
        self._in_title = False
        self._within = 0

    def parse_html_declaration(self, i: int) -> int:
        """Read `<!…`; one that begins a marked section is read as browsers do, where Python's own way may raise."""
        if self.rawdata.startswith("<![", i):
            return self.parse_bogus_comment(i)
        return super().parse_html_declaration(i)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "title" and not self.title:
            self._in_title = True
        if tag == "br":
            self._text.append("\n")
        if tag in _BLOCKS or tag in _HEADINGS or tag in _BESIDE:
            if tag == "p" or tag in _HEADINGS:  # a paragraph that was left open ends where the next one begins
                self._close_open("p")
            if tag == "li":
                self._close_open("li")
            self.flush()
        if tag in _VOID:
            return
        self._open.append(tag)
        self._count[tag] += 1
        if tag in _HEADINGS or tag in _BESIDE:
            self._named.append(tag)
        self._dropping += tag in _DROPPED
        self._within += tag in ("article", "main")

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._in_title = False
        if self._count[tag]:
            self.flush() if tag in _BLOCKS or tag in _HEADINGS or tag in _BESIDE else None
            self._close_to(tag)

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data
        elif not self._dropping:
            self._text.append(data if self._count["pre"] else re.sub(r"\s+", " ", data))

    def flush(self) -> None:
        """End the block that is being read."""
        lines = "".join(self._text).split("\n")
        self._text = []
        pre = self._count["pre"] > 0
        text = clean("\n".join(line.rstrip() if pre else clean_line(line) for line in lines)).strip("\n")
        if not text.strip() or is_break(text):
            return
        self.blocks.append((self._within > 0, Block(*self._part(text))))

    def _part(self, text: str) -> tuple[Part, str, int]:
        innermost = self._named[-1] if self._named else ""
        if innermost in _HEADINGS:
            return Part.HEADING, clean_line(text), _HEADINGS[innermost]
        return (Part.BESIDE if innermost or is_credit(text) else Part.TEXT), text, 0

    def _close_open(self, tag: str) -> None:
        if self._open and self._open[-1] == tag:
            self.flush()
            self._close_to(tag)

    def _close_to(self, tag: str) -> None:
        while self._open:
            closed = self._open.pop()
            self._count[closed] -= 1
            if self._named and closed == self._named[-1]:
                self._named.pop()
            self._dropping -= closed in _DROPPED
            self._within -= closed in ("article", "main")
            if closed == tag:
                return
