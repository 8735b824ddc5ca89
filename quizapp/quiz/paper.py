"""The paper: which questions a quiz asks, in which order.

The same settings and the same decks give the same paper, whatever other decks there are and in whatever
order they come. What is asked follows from the seed and from the notes in scope, their order in the file
and their tags: a note more or less may change it, a text that is mended does not. The options of a question
follow from the answers of its deck.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from quizapp.answering.options import pool_of
from quizapp.answering.question import Question, pose
from quizapp.grading.shuffle import draw, shuffle
from quizapp.model import Card, Deck
from quizapp.quiz.sampling import shares, spread
from quizapp.quiz.settings import QuizSettings


@dataclass(frozen=True, slots=True)
class Paper:
    """What a quiz asks, in order; no questions when nothing is in scope."""

    settings: QuizSettings
    questions: tuple[Question, ...]

    @property
    def seed(self) -> int:
        return self.settings.seed


def build_paper(decks: Iterable[Deck], settings: QuizSettings, *, left_out: Collection[str] = frozenset()) -> Paper:
    """Return the paper that the settings ask for, shorter where the decks do not hold so many notes.

    A note is asked once at most, by any one of its cards. Every deck gets questions in proportion to its
    notes in scope, and within a deck every set of tags. Each note is as likely to come as any other.

    Args:
        left_out: ids of cards that are not to be asked, such as those suspended.
    """
    scope = _Scope(frozenset(settings.tags), left_out)
    in_scope = [deck for deck in decks if not settings.deck_ids or deck.deck_id in settings.deck_ids]
    in_scope.sort(key=attrgetter("deck_id"))
    groups = [group for deck in in_scope for group in _groups(deck, scope)]
    sizes = [len(group.starts) for group in groups]
    wanted = shares(sizes, settings.most_questions, f"{settings.seed}/shares")
    drawn = [
        card
        for group, number in zip(groups, wanted, strict=True)
        for card in _drawn_cards(group, number, scope, settings.seed)
    ]
    asked = {card.deck_id for card in drawn}
    pools = {deck.deck_id: pool_of(deck, settings.seed) for deck in in_scope if deck.deck_id in asked}
    questions = (
        pose(card, pools[card.deck_id], settings.answering, settings.seed)
        for card in shuffle(drawn, f"{settings.seed}/order")
    )
    return Paper(settings, tuple(questions))


@dataclass(frozen=True, slots=True)
class _Scope:
    tags: frozenset[str]
    left_out: Collection[str]

    def holds(self, card: Card) -> bool:
        return card.card_id not in self.left_out and not (self.tags and self.tags.isdisjoint(card.tags))


@dataclass(frozen=True, slots=True)
class _Group:
    """The notes of a deck that have the same tags: where the first card of each stands that may be asked."""

    deck: Deck
    tags: tuple[str, ...]
    starts: list[int]


def _groups(deck: Deck, scope: _Scope) -> list[_Group]:
    """Return a deck's notes in scope by their tags: the one loop over every card there is."""
    groups: dict[tuple[str, ...], list[int]] = {}
    holds = scope.holds if scope.tags or scope.left_out else None
    note_id = None
    for place, card in enumerate(deck.cards):
        if card.note_id != note_id and (holds is None or holds(card)):
            note_id = card.note_id
            groups.setdefault(card.tags, []).append(place)
    return [_Group(deck, tags, starts) for tags, starts in sorted(groups.items())]


def _drawn_cards(group: _Group, number: int, scope: _Scope, seed: int) -> Iterator[Card]:
    """Yield one card of each of so many notes."""
    for index in spread(len(group.starts), number, f"{seed}/{group.deck.deck_id}/{'/'.join(group.tags)}"):
        siblings = list(_siblings(group.deck.cards, group.starts[index], scope))
        yield siblings[draw(len(siblings), f"{seed}/{siblings[0].note_key}")]


def _siblings(cards: Sequence[Card], start: int, scope: _Scope) -> Iterator[Card]:
    """Yield the cards of one note that may be asked; a note's cards stand together."""
    note_id = cards[start].note_id
    for place in range(start, len(cards)):
        if cards[place].note_id != note_id:
            return
        if scope.holds(cards[place]):
            yield cards[place]
