"""Moving through an article word by word, and marking a passage of it.

Pure and immutable: a move returns the caret after it. There is always a word under the caret, so that there is always
something to make a note of.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from quizapp.authoring.article import Article
from quizapp.authoring.passage import Passage
from quizapp.authoring.sentences import Span, sentence_at, sentences, words


class Spot(NamedTuple):
    """A word, or what was grown from one: characters of a paragraph, by its place in the article."""

    place: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Caret:
    """Where one is in an article that has a paragraph, and from where on it is marked."""

    article: Article
    head: Spot
    anchor: Spot

    @classmethod
    def at(cls, article: Article, place: int) -> Caret:
        """Return the caret on the first word of a paragraph."""
        spot = _first(article, place)
        return cls(article, spot, spot)

    @property
    def passage(self) -> Passage:
        """Return what is marked."""
        first, last = sorted((self.anchor, self.head))
        end = max(self.anchor.end, self.head.end) if first.place == last.place else last.end
        return Passage(self.article, first.place, first.start, last.place, end)

    def go(self, head: Spot, *, marking: bool = False) -> Caret:
        """Return the caret at another spot; `marking` keeps from where on it marks."""
        return replace(self, head=head, anchor=self.anchor if marking else head)

    def by_words(self, count: int, *, marking: bool = False) -> Caret:
        """Return the caret some words on, or back; it does not leave the article."""
        head = self.head
        for _ in range(abs(count)):
            head = self._next_word(head) if count > 0 else self._word_before(head)
        return self.go(head, marking=marking)

    def by_sentence(self, step: int, *, marking: bool = False) -> Caret:
        """Return the caret on the first word of the next sentence, or of this one or the one before.

        While marking the last word of a sentence is where one goes on to.
        """
        place, text = self.head.place, self._text(self.head.place)
        spans = sentences(text) or [(0, len(text))]
        if step > 0 and marking:
            ends = [end for _, end in spans if end > self.head.end + 1]
            if ends:
                return self.go(self._word_at(place, ends[0] - 1), marking=True)
            return self.by_words(1, marking=True)
        begins = [self._word_at(place, start).start for start, _ in spans]
        if step > 0:
            at = bisect_right(begins, self.head.start)
            if at < len(begins):
                return self.go(self._word_at(place, begins[at]), marking=marking)
            return self.go(_first(self.article, place + 1), marking=marking) if place < self._last else self
        at = bisect_left(begins, self.head.start) - 1
        if at >= 0:
            return self.go(self._word_at(place, begins[at]), marking=marking)
        return self.go(_last_sentence(self.article, place - 1), marking=marking) if place else self

    def by_paragraph(self, step: int, *, marking: bool = False) -> Caret:
        """Return the caret on the first word of the next paragraph or of the one before; marking, on its last word."""
        place = max(0, min(self.head.place + step, self._last))
        if marking and step > 0:
            place = self.head.place if self.head.end < self._word_at(self.head.place, 10**9).end else place
            return self.go(self._word_at(place, 10**9), marking=True)
        if step < 0 and self.head.start > _first(self.article, self.head.place).start:
            place = self.head.place
        return self.go(_first(self.article, place), marking=marking)

    def to(self, place: int) -> Caret:
        return self.go(_first(self.article, max(0, min(place, self._last))))

    def word_at(self, place: int, offset: int) -> Spot:
        """Return the word at a character of a paragraph, or the one nearest to it."""
        return self._word_at(place, offset)

    def grown(self) -> Caret:
        """Return the caret with more marked: the word, then its sentence, then its paragraph, then the word again."""
        passage = self.passage
        if passage.first != passage.last:
            return self.go(self.head)
        text = self._text(passage.first)
        start, end = sentence_at(text, passage.start, passage.end)
        if (start, end) == (passage.start, passage.end):
            start, end = 0, len(text)
        if (start, end) == (passage.start, passage.end):
            return self.go(self._word_at(passage.first, start))
        return replace(
            self, anchor=Spot(passage.first, start, start), head=Spot(passage.first, max(end - 1, start), end)
        )

    @property
    def _last(self) -> int:
        return len(self.article.paragraphs) - 1

    def _text(self, place: int) -> str:
        return self.article.paragraphs[place].text

    def _next_word(self, spot: Spot) -> Spot:
        spans = spans_of(self._text(spot.place))
        at = bisect_right([start for start, _ in spans], spot.start)
        if at < len(spans):
            return Spot(spot.place, *spans[at])
        return _first(self.article, spot.place + 1) if spot.place < self._last else spot

    def _word_before(self, spot: Spot) -> Spot:
        spans = spans_of(self._text(spot.place))
        at = bisect_left([start for start, _ in spans], spot.start) - 1
        if at >= 0:
            return Spot(spot.place, *spans[at])
        return self._word_at(spot.place - 1, 10**9) if spot.place else spot

    def _word_at(self, place: int, offset: int) -> Spot:
        spans = spans_of(self._text(place))
        at = max(bisect_right([start for start, _ in spans], offset) - 1, 0)
        return Spot(place, *spans[at])


@lru_cache(maxsize=256)
def spans_of(text: str) -> tuple[Span, ...]:
    """Return the words of a paragraph; all of it where it has none."""
    return tuple(words(text)) or ((0, len(text)),)


def _first(article: Article, place: int) -> Spot:
    return Spot(place, *spans_of(article.paragraphs[place].text)[0])


def _last_sentence(article: Article, place: int) -> Spot:
    text = article.paragraphs[place].text
    begin = (sentences(text) or [(0, 0)])[-1][0]
    spans = spans_of(text)
    return Spot(place, *next((span for span in spans if span[1] > begin), spans[-1]))
