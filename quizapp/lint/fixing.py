"""Mending what rules can mend by themselves, without changing what the deck means.

Rules do not know of each other. Where two would change the same characters, as when the keys of a note are put in order
and one of its values in quotes, the first has its way, and the other sees the result: what is found is mended in rounds
until nothing is left. Nothing is taken on trust: a mend after which the deck says anything else is taken back.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Generic, TypeVar

from quizapp.deckfile.editing import apply, apply_bytes
from quizapp.deckfile.located import LocatedDeck, locate_deck
from quizapp.lint.configuration import DEFAULT, Configuration
from quizapp.lint.engine import check_deck
from quizapp.lint.view import CollectionView
from quizapp.model import Note
from quizapp.problem import Edit, Problem

MAX_ROUNDS = 10
"""Two or three are needed: of what one rule writes, another may find the order or the quotes wrong."""

Content = TypeVar("Content", str, bytes)
_Apply = Callable[[Content, Iterable[Edit]], Content]


def fix_text(text: str, path: str, configuration: Configuration = DEFAULT) -> tuple[str, tuple[Problem, ...]]:
    """Return the text of a deck with all mended that can be, and the problems that were.

    Pure; raises nothing because of what the deck says. The text is as the reader sees it: with line feeds, and without
    a byte order mark. Problems tell the places at the time they were found, which later mends may have moved.
    """
    return _fix(text, path, configuration, apply)


def fix_bytes(data: bytes, path: str, configuration: Configuration = DEFAULT) -> tuple[bytes, tuple[Problem, ...]]:
    """Return the bytes of a deck file likewise; its byte order mark and its line ends stay."""
    return _fix(data, path, configuration, apply_bytes)


def _fix(
    content: Content, path: str, configuration: Configuration, put: _Apply[Content]
) -> tuple[Content, tuple[Problem, ...]]:
    mended: list[Problem] = []
    deck = locate_deck(content, path)
    for _ in range(MAX_ROUNDS):
        found = _compatible(problem for problem in check_deck(CollectionView().add(deck), configuration) if problem.fix)
        trial = _Trial(content, deck, put)
        sound = _sound(found, trial.holds)
        if not sound or not trial.holds(sound):
            break
        content, deck = trial.content, trial.deck
        mended += sound
    return content, tuple(mended)


class _Trial(Generic[Content]):
    """Tries mends of a deck. `content` and `deck` are those after the last try."""

    def __init__(self, content: Content, deck: LocatedDeck, put: _Apply[Content]) -> None:
        self._from: Content = content
        self._before = deck
        self._put: _Apply[Content] = put
        self.content: Content = content
        self.deck = deck

    def holds(self, problems: Sequence[Problem]) -> bool:
        """Tell whether the deck says the same with these problems mended."""
        self.content = self._put(self._from, [edit for problem in problems for edit in problem.fix])
        self.deck = locate_deck(self.content, self._before.parsed.path)
        return _says_the_same(self._before, self.deck)


def _compatible(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems whose edits touch none of those of one before."""
    taken: list[Edit] = []
    kept = []
    for problem in problems:
        if not any(_collides(edit, taken) for edit in problem.fix):
            kept.append(problem)
            for edit in problem.fix:
                insort(taken, edit)
    return kept


def _collides(edit: Edit, taken: Sequence[Edit]) -> bool:
    """Tell whether an edit touches one of those that are taken, which are sorted and do not touch each other."""
    at = bisect_left(taken, edit)
    neighbours = taken[max(at - 1, 0) : at + 1]
    return any(
        edit.start == other.start or (edit.start < other.end and other.start < edit.end) for other in neighbours
    )


def _sound(problems: Sequence[Problem], holds: Callable[[Sequence[Problem]], bool]) -> Sequence[Problem]:
    """Return the problems after whose mends the deck says the same, found by halving."""
    if not problems or holds(problems):
        return problems
    if len(problems) == 1:
        return ()
    half = len(problems) // 2
    return (*_sound(problems[:half], holds), *_sound(problems[half:], holds))


def _says_the_same(before: LocatedDeck, after: LocatedDeck) -> bool:
    """Tell whether the reader sees the same in both, but for ids of notes that had none."""
    one, two = before.parsed, after.parsed
    return (
        (one.deck_id, one.title, one.source, one.tags) == (two.deck_id, two.title, two.source, two.tags)
        and one.checks == two.checks
        and len(one.notes) == len(two.notes)
        and all(map(_is_same, one.notes, two.notes))
        and Counter(problem.rule for problem in one.problems) == Counter(problem.rule for problem in two.problems)
    )


def _is_same(before: Note, after: Note) -> bool:
    note_id = before.note_id if before.has_own_id else after.note_id
    return replace(before, line=0, note_id=note_id) == replace(after, line=0)
