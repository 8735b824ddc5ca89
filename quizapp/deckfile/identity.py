"""Which vanished card a new card is: what keeps progress when a question is reworded or an id is added."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from quizapp.deckfile.likeness import alike, words
from quizapp.model import Card
from quizapp.text import fold

LEAST_LIKENESS = 0.8
"""From here on two cards may be one. Of 2,410 cards in four decks found elsewhere no two of one deck are this
alike, while 99 of 100 sentences with a typing error or another word still are (one-word prompts: 6 of 10)."""

CLEAR_LEAD = 0.1
"""By how much the likest card must be ahead of the next, or the learner is asked."""

MAX_CANDIDATES = 8
_RAREST_WORDS = 6
_TOO_COMMON = 64  # cards with one word; more of them tell nothing, and would make the search quadratic


class KnownCard(NamedTuple):
    """A card as it was when it was last seen."""

    card_id: str
    prompt: str
    answer: str


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """A vanished card that could be any of some new ones, the likest first."""

    old_id: str
    new_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Carries:
    """Whose progress goes where: `pairs` are (vanished, new) card ids; `ambiguous` are for the learner."""

    pairs: tuple[tuple[str, str], ...] = ()
    ambiguous: tuple[Ambiguity, ...] = ()


def carry_over(old: Sequence[KnownCard], new: Sequence[Card]) -> Carries:
    """Return which of a deck's new cards continue which of its vanished ones.

    Pure, and linear in the number of cards. `old` are cards with progress that are gone from the deck, `new`
    cards without progress that have come; a card that is in both is neither. A prompt continues a prompt, a
    reverse card a reverse card, a gap a gap. In this order, each new card at most once:

    1. prompt and answer are the same: the id was added, removed or renamed;
    2. the prompt is the same, and the note too, or one of the notes has no id of its own: the answer was
       mended;
    3. both are alike, and the note is the same or both notes have no id: prompt or answer was reworded. An id
       is its author's word that a note is another one, so likeness never leads from one id to another.
    """
    if not old or not new:
        return Carries()
    gone = [_Side.of(*card) for card in old]
    come = [_Side.of(card.card_id, card.prompt, card.answer) for card in new]
    pairs = _only_pairs(gone, come, lambda side: (side.face, side.prompt, side.answer), lambda a, b: True)
    gone, come = _left(gone, come, pairs)
    pairs += _only_pairs(gone, come, lambda side: (side.face, side.prompt), _may_have_new_answer)
    gone, come = _left(gone, come, pairs)
    alike, ambiguous = _settle(_likenesses(gone, come))
    return Carries(tuple(pairs + alike), tuple(ambiguous))


class _Side(NamedTuple):
    """A card as matching sees it, its texts folded."""

    card_id: str
    note: str
    face: str
    prompt: str
    answer: str

    @classmethod
    def of(cls, card_id: str, prompt: str, answer: str) -> _Side:
        note, mark, name = card_id.partition("#")
        face = name if name == "reverse" else "gap" if mark else ""
        return cls(card_id, note, face, fold(prompt), fold(answer))

    @property
    def has_own_id(self) -> bool:
        return "/~" not in self.note

    def words(self) -> set[str]:
        return words(self.prompt) | words(self.answer)


_Pairs = list[tuple[str, str]]


def _left(gone: list[_Side], come: list[_Side], pairs: _Pairs) -> tuple[list[_Side], list[_Side]]:
    done = {card_id for pair in pairs for card_id in pair}
    gone = [side for side in gone if side.card_id not in done]
    return gone, [side for side in come if side.card_id not in done]


def _only_pairs(
    gone: Iterable[_Side],
    come: Iterable[_Side],
    key: Callable[[_Side], Hashable],
    fits: Callable[[_Side, _Side], bool],
) -> _Pairs:
    """Return the pairs under keys that one vanished and one new card have."""
    groups: defaultdict[Hashable, tuple[list[_Side], list[_Side]]] = defaultdict(lambda: ([], []))
    for side in gone:
        groups[key(side)][0].append(side)
    for side in come:
        groups[key(side)][1].append(side)
    return [
        (before[0].card_id, after[0].card_id)
        for before, after in groups.values()
        if len(before) == len(after) == 1 and fits(before[0], after[0])
    ]


def _may_have_new_answer(before: _Side, after: _Side) -> bool:
    return before.note == after.note or not before.has_own_id or not after.has_own_id


def _likenesses(gone: list[_Side], come: list[_Side]) -> Iterator[tuple[float, str, str]]:
    """Yield (likeness, vanished, new) of the cards that may be one."""
    siblings = defaultdict(list)
    for side in come:
        siblings[side.note].append(side)
    without_id = _Index([side for side in come if not side.has_own_id])
    for side in gone:
        candidates = siblings.get(side.note) or ([] if side.has_own_id else without_id.near(side))
        for candidate in candidates:
            if candidate.face != side.face:
                continue
            likeness = alike(side.answer, candidate.answer)  # first: it is short, and most often decides
            if likeness >= LEAST_LIKENESS:
                likeness = min(likeness, alike(side.prompt, candidate.prompt))
            if likeness >= LEAST_LIKENESS:
                yield likeness, side.card_id, candidate.card_id


def _settle(likenesses: Iterable[tuple[float, str, str]]) -> tuple[_Pairs, list[Ambiguity]]:
    """Return the pairs that are clearly ahead on both sides, and what is left to ask."""
    by_old: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    by_new: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    for likeness, old_id, new_id in likenesses:
        by_old[old_id].append((likeness, new_id))
        by_new[new_id].append((likeness, old_id))
    pairs = []
    for old_id, found in by_old.items():
        new_id = _clear_winner(found)
        if new_id and _clear_winner(by_new[new_id]) == old_id:
            pairs.append((old_id, new_id))
    done = {card_id for pair in pairs for card_id in pair}
    ambiguous = []
    for old_id, found in by_old.items():
        left = tuple(new_id for _, new_id in sorted(found, reverse=True) if new_id not in done)
        if old_id not in done and left:
            ambiguous.append(Ambiguity(old_id, left[:MAX_CANDIDATES]))
    return pairs, ambiguous


def _clear_winner(found: list[tuple[float, str]]) -> str:
    best, *rest = sorted(found, reverse=True)
    return best[1] if not rest or best[0] - rest[0][0] >= CLEAR_LEAD else ""


class _Index:
    """Finds the cards that share rare words with another, without comparing all with all."""

    def __init__(self, sides: Sequence[_Side]) -> None:
        self._by_word: defaultdict[str, list[_Side]] = defaultdict(list)
        for side in sides:
            for word in side.words():
                self._by_word[word].append(side)

    def near(self, side: _Side) -> list[_Side]:
        """Return up to MAX_CANDIDATES cards, those with the most rare words in common first."""
        counts = {word: len(self._by_word[word]) for word in side.words() if word in self._by_word}
        rare = sorted((count, word) for word, count in counts.items() if count <= _TOO_COMMON)[:_RAREST_WORDS]
        shared = Counter(candidate for _, word in rare for candidate in self._by_word[word])
        return [candidate for candidate, _ in shared.most_common(MAX_CANDIDATES)]
