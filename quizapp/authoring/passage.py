"""A passage of an article, and the notes that can be made of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.authoring.article import Article
from quizapp.authoring.sentences import Span, sentence_at
from quizapp.deckfile.cloze import ClozeError, Gap, parse_cloze, revealed
from quizapp.grading.number import grade_number
from quizapp.grading.quantity import read_number
from quizapp.grading.verdict import Outcome

Made = dict[str, str | tuple[str, ...]]
"""Fields that a passage fills in."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What is marked in an article: from a character of one paragraph, by its place, up to one of the same or a later.

    White space at its ends is no part of what it says.
    """

    article: Article
    first: int
    start: int
    last: int
    end: int

    @property
    def text(self) -> str:
        """Return the words of the passage, the paragraphs of a long one with a space between."""
        if self.first == self.last:
            return self.article.paragraphs[self.first].text[self.start : self.end].strip()
        inner = (self.article.paragraphs[place].text for place in range(self.first + 1, self.last))
        ends = (
            self.article.paragraphs[self.first].text[self.start :],
            self.article.paragraphs[self.last].text[: self.end],
        )
        return " ".join(part.strip() for part in (ends[0], *inner, ends[1])).strip()

    @property
    def where(self) -> str:
        return self.article.where(self.first, self.last)

    @property
    def sentence(self) -> tuple[str, Span]:
        """Return the sentence around the passage, and where in it the passage stands.

        A quotation mark whose other half is in another sentence gets one here. Of a passage over several paragraphs
        the whole text.
        """
        if self.first != self.last:
            return self.text, (0, len(self.text))
        paragraph = self.article.paragraphs[self.first].text
        start, end = _trimmed(paragraph, self.start, self.end)
        begin, stop = sentence_at(paragraph, start, end)
        before, after = _other_halves(paragraph[begin:stop])
        sentence = before + paragraph[begin:stop] + after
        return sentence, (len(before) + start - begin, len(before) + end - begin)


def cloze_of(passage: Passage, draft: str = "") -> Made:
    """Return a cloze of the sentence around a passage, with the passage hidden.

    Where `draft` is a cloze of the same sentence already, its other gaps stay.
    """
    sentence, span = passage.sentence
    gaps = [(gap, *at) for gap, at in _gaps(draft, sentence) if at[1] <= span[0] or span[1] <= at[0]]
    gaps.append((Gap(sentence[span[0] : span[1]]), *span))
    return {"cloze": with_gaps(sentence, sorted(gaps, key=lambda gap: gap[1])), "where": passage.where}


def question_of(passage: Passage) -> Made:
    """Return a question yet to be written whose answer is the passage."""
    return {"question": "", "answer": passage.text, "where": passage.where}


def number_of(passage: Passage) -> Made | None:
    """Return a question yet to be written that a number answers, with its unit; None where the passage is no figure."""
    figure = _figure(passage.text)
    if figure is None:
        return None
    number, unit = figure
    made: Made = {"question": "", "number": number, "where": passage.where}
    return made | {"unit": unit} if unit else made


def with_gaps(sentence: str, gaps: Sequence[tuple[Gap, int, int]]) -> str:
    """Return a cloze whose gaps hide the spans of a sentence, given in order; what looks like a gap in it is escaped.

    A brace right beside a gap gets a space between, as the format asks.
    """
    written, at = "", 0
    for gap, start, end in gaps:
        written = _apart(written + _escaped(sentence[at:start], before_sign=True), _gap(gap, sentence[start:end]))
        at = end
    return _apart(written, _escaped(sentence[at:])) if at else _escaped(sentence)


def _gap(gap: Gap, text: str) -> str:
    inside = text.strip()
    colons = bool(gap.hint) or "::" in inside or re.match("[1-9]:", inside) is not None
    written = _escaped(inside, colons=colons, before_sign=bool(gap.hint))
    if gap.number:
        written = f"{gap.number}: {written}"
    if gap.hint:
        written = f"{written}::{_escaped(gap.hint)}"
    room = " " if written[:1] in "{}" or written[-1:] in "{}\\:" else ""
    return f"{{{{{room}{written}{room}}}}}"


_SIGNS = re.compile(r"(?<!\\)(\\*)(\{\{+|\}\}+|:)")


def _escaped(text: str, *, colons: bool = False, before_sign: bool = False) -> str:
    """Return text as a cloze writes it, so that it reads back the same; `before_sign` where a sign follows it."""

    def escape(sign: re.Match[str]) -> str:
        slashes, what = sign.groups()
        mark = "" if what == ":" and not colons else "\\"
        return f"{slashes * 2}{mark}{what}"

    escaped = _SIGNS.sub(escape, text)
    slashes = len(escaped) - len(escaped.rstrip("\\"))
    return escaped + "\\" * slashes * before_sign


def _apart(one: str, other: str) -> str:
    touching = one[-1:] == other[:1] and one[-1:] in ("{", "}")
    return f"{one} {other}" if touching else one + other


def _gaps(draft: str, sentence: str) -> list[tuple[Gap, Span]]:
    """Return the gaps of a cloze with their places in its sentence; none where it is of another sentence."""
    if not draft:
        return []
    try:
        segments = parse_cloze(draft)
    except ClozeError:
        return []
    if revealed(segments) != sentence:
        return []
    found, at = [], 0
    for segment in segments:
        text = segment.text if isinstance(segment, Gap) else segment
        if isinstance(segment, Gap):
            found.append((segment, (at, at + len(text))))
        at += len(text)
    return found


_HEDGE = re.compile(r"(?:about|around|roughly|nearly|almost|some|approximately)\s+", re.I)
_CURRENCIES = {"$": "dollars", "€": "euros", "£": "pounds", "¥": "yen", "₹": "rupees"}
_FIGURE = re.compile(r"(?P<currency>[$€£¥₹])?\s?(?P<number>[-−+]?\d(?:[\d.,'’]*\d)?)(?:[\s-]?(?P<unit>[^\d\s].*))?")


def _figure(text: str) -> tuple[str, str] | None:
    """Return a figure's number and its unit as a number note writes them: `$103 billion` is `103` `billion dollars`.

    Where they cannot be told apart and still mean the same, all of it is the number.
    """
    text = _HEDGE.sub("", text.strip().rstrip(".,;:"))
    if read_number(text) is None:
        return None
    match = _FIGURE.fullmatch(text)
    if match is not None:
        unit = f"{match['unit'] or ''} {_CURRENCIES.get(match['currency'] or '', '')}".strip()
        if (
            read_number(match["number"]) is not None
            and grade_number(text, match["number"], unit=unit).outcome is Outcome.RIGHT
        ):
            return match["number"], unit
    return text, ""


_QUOTES = {"“": "”", "«": "»", "「": "」"}


def _other_halves(sentence: str) -> tuple[str, str]:
    """Return the quotation marks that a sentence lacks before and behind it."""
    before = after = ""
    for opening, closing in _QUOTES.items():
        depth = 0
        for sign in sentence:
            if sign == opening:
                depth += 1
            elif sign == closing and depth:
                depth -= 1
            elif sign == closing:
                before = opening + before
        after += closing * depth
    return before, after


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
