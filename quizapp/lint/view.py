"""What rules look at: a note with its cards, its deck, and all decks that are checked together.

Everything derived is made when it is first asked for and then kept, so that forty rules share one pass over the words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any, NamedTuple, TypeVar, cast

from quizapp.deckfile.cards import expand
from quizapp.deckfile.cloze import Gap, Segment, parse_cloze, revealed
from quizapp.deckfile.identity import KnownCard
from quizapp.deckfile.located import LocatedDeck, LocatedNote
from quizapp.lint.wording import YEAR, words
from quizapp.model import Card, Choice, Kind, Listing, Note
from quizapp.problem import Level
from quizapp.text import fold

T = TypeVar("T")


class Written(NamedTuple):
    """A text of a note: under which key it stands, and which of a list's texts it is."""

    key: str
    item: int
    text: str


class _Memo:
    """Keeps what builders made of an object, each once."""

    def __init__(self) -> None:
        self._made: dict[Callable[..., Any], Any] = {}

    def memo(self: Any, build: Callable[[Any], T]) -> T:
        """Return what `build` makes of this object; later calls with the same function return the same value.

        An index over a whole deck is asked for in this way by the check of every note.
        """
        if build not in self._made:
            self._made[build] = build(self)
        return cast(T, self._made[build])


class NoteView(_Memo):
    """A note as rules see it. `at` has its places in the file.

    `stands_for` is the note of the deck that a draft is to replace; otherwise the view itself.
    """

    def __init__(self, deck: DeckView, at: LocatedNote, stands_for: NoteView | None = None) -> None:
        super().__init__()
        self.deck = deck
        self.at = at
        self.note: Note = at.note
        self.stands_for: NoteView = stands_for or self

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        return expand(self.deck.deck_id, (self.note,))

    @cached_property
    def folded_question(self) -> str:
        """Return the question as identity compares it; of a cloze the sentence with its braces."""
        return fold(self.note.question)

    @property
    def asked_under(self) -> str:
        """Return the key under which the note says what it asks: `question`, `cloze` or `statement`."""
        kind = self.note.kind
        return kind.value if kind is Kind.CLOZE or kind is Kind.STATEMENT else Kind.QUESTION.value

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        """Return the texts and gaps of a cloze; the note must be one."""
        return parse_cloze(self.note.question)

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """Return the gaps of a cloze in the order of its sentence; none of a note of another kind."""
        if self.note.kind is not Kind.CLOZE:
            return ()
        return tuple(segment for segment in self.segments if isinstance(segment, Gap))

    def gap_span(self, gap: Gap) -> tuple[int, int | None]:
        """Return where in the sentence, as it is written, the hidden text of a gap stands: start and end.

        The end is None, for the whole sentence, where it cannot be told.
        """
        for opening in ("{{", f"{{{{{gap.number}:"):
            start = self.note.question.find(opening + gap.text)
            if start >= 0:
                return start + len(opening), start + len(opening) + len(gap.text)
        return 0, None

    @cached_property
    def sentence(self) -> str:
        """Return what the note asks, of a cloze its sentence with nothing hidden and without hints."""
        return revealed(self.segments) if self.note.kind is Kind.CLOZE else self.note.question

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Return the words of `sentence`, case-folded."""
        return words(self.sentence)

    @cached_property
    def word_set(self) -> frozenset[str]:
        return frozenset(self.words)

    @cached_property
    def names_year(self) -> bool:
        """Tell whether what is asked names a year or a decade in figures."""
        return YEAR.search(self.sentence) is not None

    @cached_property
    def answers(self) -> tuple[Written, ...]:
        """Return what is to be recalled, as it is written: the answer, the right options, or the items of a list.

        A cloze has its gaps, a number is for its own rules, and a statement has none.
        """
        match self.note.body:
            case Choice(right):
                return tuple(Written("answer", item, text) for item, text in enumerate(right))
            case Listing(items):
                return tuple(Written("items", item, text) for item, text in enumerate(items))
            case None if self.note.kind is Kind.QUESTION:
                return (Written("answer", 0, self.note.answer),)
        return ()

    @cached_property
    def texts(self) -> tuple[Written, ...]:
        """Return all that a learner reads of this note, as it is written."""
        note = self.note
        texts = [Written(self.asked_under, 0, note.question), *self.answers]
        if isinstance(note.body, Choice):
            texts += (Written("choices", item, text) for item, text in enumerate(note.body.wrong))
        texts += (Written("accept", item, text) for item, text in enumerate(note.accept))
        if note.hint:
            texts.append(Written("hint", 0, note.hint))
        if note.explain:
            texts.append(Written("explain", 0, note.explain))
        return tuple(texts)

    @cached_property
    def all_text(self) -> str:
        """Return all texts of the note, one on each line: what a rule looks at before it looks closer."""
        return "\n".join([text for _, _, text in self.texts])

    def others(self, views: Iterable[NoteView]) -> Iterable[NoteView]:
        """Return the views but for this one and the one it stands for."""
        return (view for view in views if view is not self and view is not self.stands_for)


class DeckView(_Memo):
    """A deck as rules see it; `known` are its cards with progress, None where no database was asked."""

    def __init__(
        self, located: LocatedDeck, collection: CollectionView, known: Sequence[KnownCard] | None = None
    ) -> None:
        super().__init__()
        self.located = located
        self.collection = collection
        self.known = known
        self.deck_id = located.parsed.deck_id
        self.path = located.parsed.path
        self.notes: tuple[NoteView, ...] = tuple(NoteView(self, at) for at in located.notes)

    @cached_property
    def has_errors(self) -> bool:
        """Tell whether part of the file could not be read, and is not among the notes."""
        return any(problem.level is Level.ERROR for problem in self.located.parsed.problems)

    @property
    def text(self) -> str:
        return self.located.source.text


class CollectionView(_Memo):
    """All decks that are checked together."""

    def __init__(self) -> None:
        super().__init__()
        self.decks: list[DeckView] = []

    def add(self, located: LocatedDeck, known: Sequence[KnownCard] | None = None) -> DeckView:
        deck = DeckView(located, self, known)
        self.decks.append(deck)
        return deck

    @property
    def notes(self) -> Iterable[NoteView]:
        return (note for deck in self.decks for note in deck.notes)
