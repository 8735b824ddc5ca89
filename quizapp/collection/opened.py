"""Opening a collection, and what can be asked of it as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext, suppress
from types import TracebackType
from typing import TYPE_CHECKING

from quizapp.clock import Clock, file_time_ns
from quizapp.collection.agenda import Agenda
from quizapp.collection.browse import card_row, search_index, search_table
from quizapp.collection.carry import carry_in_memory, carry_known, carry_progress
from quizapp.collection.journal import Journal, Taken
from quizapp.collection.loading import check, load
from quizapp.collection.plans import Plans
from quizapp.collection.safekeeping import Safekeeping
from quizapp.collection.study_session import StudySession
from quizapp.config import Settings
from quizapp.errors import NothingToUndo, StoreError, UnknownCard, UnknownDeck
from quizapp.model import HOUR_MS, ActionKind, Card, CardState, Deck, Event, Schedule
from quizapp.problem import Problem
from quizapp.scheduling.undone import live_events
from quizapp.search.index import SearchIndex
from quizapp.search.table import BrowseRow, Table
from quizapp.store import duefile
from quizapp.store.backup_files import folder_of
from quizapp.store.deckfolder import DeckSet
from quizapp.store.store import Store
from quizapp.study.overview import Overview
from quizapp.study.scope import EVERYTHING, Scope

if TYPE_CHECKING:
    from quizapp.collection.quiz_session import QuizDesk
    from quizapp.stats.progress import Progress
    from quizapp.stats.selection import Selection
    from quizapp.store.answers import Tell


class Collection:
    """Decks, progress and clock together. Open it with `Collection.open`; use it from one thread at a time.

    `problems` are those of the deck files. `notices` are sentences to show once: of opening, and later ones of what
    went wrong and stops nobody.
    """

    def __init__(self, decks: DeckSet, store: Store, clock: Clock, settings: Settings) -> None:
        self.settings = settings
        self.clock = clock
        self.notices: tuple[str, ...] = ()
        self._safekeeping: Safekeeping | None = None
        self.store = store
        self._journal = Journal(store, clock, settings)
        self._made_from: tuple[duefile.Place, int] | None = None
        self._may_write = False
        self._take(decks)

    @classmethod
    def open(
        cls, settings: Settings, clock: Clock, *, read_only: bool = False, one_moment: bool = False
    ) -> Collection:
        """Return the collection that the settings name; progress of reworded notes has been carried over.

        Args:
            one_moment: see `Store.open`.
        Raises:
            DeckFolderMissing: a deck folder that was named is not there.
            StoreError: the database cannot be used; the subclass says why.
        """
        check(settings)
        made_from = _sources(settings)
        decks = load(settings, read_only=read_only)
        folder = folder_of(settings.database, settings.backup_folder)
        store = Store.open(settings.database, read_only=read_only, one_moment=one_moment, backups=folder)
        try:
            collection = cls(decks, store, clock, settings)
            collection._made_from, collection._may_write = made_from, not read_only
            if read_only:
                carry_in_memory(collection.decks, collection.cards, store, collection._journal)
            else:
                collection._safekeeping = Safekeeping(store, settings, clock, collection._tell)
                collection._journal.keep_settings()
                collection._carry()
                collection._remember(decks)
            collection.notices += collection._clock_notice()
        except BaseException:
            store.close()
            raise
        return collection

    def close(self, meanwhile: AbstractContextManager[object] = nullcontext()) -> None:  # noqa: B008 - it has no state
        """Let go of the database, after a backup if it is time, and keep what is due for whoever asks without it.

        Args:
            meanwhile: is entered for as long as the backup takes.
        """
        try:
            if self._may_write:
                self.keep_due()
            if self._safekeeping is not None:
                with meanwhile:
                    self._safekeeping.finish()
        finally:
            self.store.close()

    def __enter__(self) -> Collection:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def states(self) -> Mapping[str, CardState]:
        """Return what the log says of each card, also of cards that no deck has any more."""
        return self._journal.states

    def today(self) -> int:
        """Return the study day it is now."""
        return self._journal.today()

    def due_today(self) -> tuple[int, duefile.DueDay]:
        """Return the study day it is, and what it holds."""
        self._journal.refresh()
        return self.today(), self.agenda.due_today()

    def keep_due(self) -> None:
        """Keep what the days ahead hold; nothing is done where that is kept already, or cannot be."""
        if self._made_from is None or duefile.read(self.settings, self.clock):
            return
        with suppress(StoreError):
            position, newest_id = self.store.log_end()  # first: what is written meanwhile makes the counts too new
            self._journal.refresh()
            days = self.agenda.due_days()
            made_from, read_ns = self._made_from
            device = self.store.device_id if self.settings.database.exists() else ""
            log = [device, *position, newest_id]
            duefile.keep(self.settings, self.clock, made_from=made_from, read_ns=read_ns, log=log, days=days)

    def change_settings(self, settings: Settings) -> None:
        """Go by other settings from the next session on; scheduling settings that differ are on record.

        Raises:
            ConfigInvalid: the scheduler cannot work with them; nothing has changed.
        """
        check(settings)
        self.settings = settings
        self._made_from = None  # the file of settings may be written before this or after
        self._journal.change_settings(settings)
        if self._safekeeping is not None:
            self._safekeeping.change_settings(settings)
        self._look_ahead()

    def reload(self, continued: Mapping[str, str] | None = None) -> bool:
        """Read the deck files that changed; tell whether there were any.

        Args:
            continued: the ids of cards by those that they are known to continue, as an editor knows them.
        """
        made_from = _sources(self.settings)
        decks = load(self.settings)
        if self._made_from is not None:
            self._made_from = made_from
        if decks.decks == self.decks and decks.problems == self.problems:
            return False
        self._take(decks)
        self.carry_known(continued or {})
        self._carry()
        self._remember(decks)
        return True

    def study(self, scope: Scope = EVERYTHING) -> StudySession:
        """Begin a session on what the scope holds today.

        Raises:
            UnknownDeck: the scope names a deck that is not there.
        """
        known = [deck.deck_id for deck in self.decks]
        for deck_id in scope.deck_ids:
            if deck_id not in known:
                raise UnknownDeck(deck_id, known)
        self._journal.refresh()
        self.plans.look_ahead()
        return StudySession(
            self.agenda.queue(scope),
            self._journal,
            self.cards,
            clock=self.clock,
            settings=self.settings,
            pace_ms=self.agenda.pace_ms(),
            cram=scope.cram,
            deck_of=self.deck,
            finish=self.agenda.finish,
        )

    def overview(self) -> Overview:
        """Return what today holds, over all decks."""
        self._journal.refresh()
        return self.agenda.overview()

    def deck(self, deck_id: str) -> Deck:
        """Return a deck by its id.

        Raises:
            UnknownDeck: no deck has that id.
        """
        for deck in self.decks:
            if deck.deck_id == deck_id:
                return deck
        raise UnknownDeck(deck_id, [deck.deck_id for deck in self.decks])

    def card(self, card_id: str) -> Card:
        """Return a card by its id.

        Raises:
            UnknownCard: no deck has that card.
        """
        try:
            return self.cards[card_id]
        except KeyError:
            raise UnknownCard(card_id, list(self.cards)) from None

    def recall(self, schedule: Schedule) -> float:
        """Return the recall predicted now, 0 to 1."""
        return self.agenda.recall()(schedule, self.today())

    @property
    def quizzes(self) -> QuizDesk:
        """Return where quizzes are begun, gone on with and kept."""
        from quizapp.collection.quiz_session import (
            QuizDesk,  # late: most sessions mark nothing, and the graders are slow
        )

        return QuizDesk(self.decks, self.cards, self.store, self._journal)

    def statistics(self, selection: Selection | None = None, tell: Tell | None = None) -> Progress:
        """Return the figures of a selection as of today, of everything unless told.

        Args:
            tell: is told how far the log is, where it has to be read; what it raises ends the reading.
        Raises:
            UnknownDeck: neither a deck nor the log knows a deck of the selection.
        """
        return self.statistics_of_days(selection, lambda figures: None, tell)[0]

    def statistics_of_days(
        self,
        selection: Selection | None,
        narrower: Callable[[Progress], Selection | None],
        tell: Tell | None = None,
    ) -> tuple[Progress, ...]:
        """Return the same, and after them the figures of fewer days, which `narrower` chooses from the first.

        Raises:
            UnknownDeck: neither a deck nor the log knows a deck of the selection.
        """
        from quizapp.collection.statistics import statistics  # late: most sessions ask for no figures

        self._journal.refresh()
        return statistics(self, selection, narrower, tell)

    def search_index(self) -> SearchIndex:
        """Return an index over every card and orphan. Keep it while browsing, until `reload` says decks changed."""
        return search_index(self.decks, self.cards, self.store, self._journal)

    def search_table(self, index: SearchIndex) -> Table:
        """Return what searches look through, as the log stands now. Make another after every act."""
        self._journal.refresh()
        return search_table(index, self.store, self._journal, self.clock, self.settings)

    def card_row(self, card_id: str) -> BrowseRow:
        """Return a card beside what the log says of it, also one that no deck has any more."""
        self._journal.refresh()
        return card_row(card_id, self.cards, self.store, self._journal, self.clock, self.settings)

    def act_on(self, kind: ActionKind, card_ids: Iterable[str]) -> None:
        """Record a bury, unbury, suspend, unsuspend or reset of cards; one undo takes all of it back.

        Raises:
            UnknownCard: no deck has one of them; then nothing is recorded.
        """
        self._journal.act(kind, [self.card(card_id) for card_id in dict.fromkeys(card_ids)])

    def card_events(self, card_id: str) -> list[Event]:
        """Return the events that a card's state follows from, by id, without those taken back."""
        return list(live_events(self.store.card_events(card_id)))

    def carry(self, old_id: str, card_id: str) -> None:
        """Give a card the progress of one that is gone from its deck.

        Raises:
            UnknownCard: no deck has the card, or the log knows nothing of the old one.
        """
        if not self._journal.has_progress(old_id):
            raise UnknownCard(old_id, [known for known in self.states if known not in self.cards])
        self._journal.carry(old_id, self.card(card_id))

    def has_progress(self, card_id: str) -> bool:
        """Tell whether the log holds something of a card that must not be lost, also of one that is gone."""
        return self._journal.has_progress(card_id)

    def carry_known(self, continued: Mapping[str, str]) -> None:
        """Give cards the progress of those that they are known to continue, by the ids of the ones that are gone."""
        carry_known(continued, self.cards, self._journal)

    def undo_carry(self, card_id: str) -> None:
        """Take back that a card was given the progress of another.

        Raises:
            UnknownCard: no deck has the card.
            NothingToUndo: its progress is its own.
        """
        if not self._journal.undo_carry(self.card(card_id)):
            raise NothingToUndo

    def undo(self) -> Taken:
        """Take back the newest answer or act.

        Raises:
            NothingToUndo: nothing is left that could be taken back.
        """
        return self._journal.undo()

    def explain(self, card_id: str) -> list[str]:
        """Return in sentences why a card comes back when it does."""
        return self._journal.explain(self.card(card_id))

    def _take(self, decks: DeckSet) -> None:
        self.decks: tuple[Deck, ...] = decks.decks
        self.problems: tuple[Problem, ...] = decks.problems
        self.cards: dict[str, Card] = {card.card_id: card for deck in decks.decks for card in deck.cards}
        self._look_ahead()

    def _look_ahead(self) -> None:
        """Make anew what works out the days ahead, from decks and settings as they are now."""
        self.plans = Plans(self.decks, self.cards, self.store, self._journal, self.settings)
        self.agenda = Agenda(
            self.decks, self.cards, self.store, self._journal, self.plans, self.clock, self.settings
        )

    def _tell(self, notice: str) -> None:
        if notice not in self.notices:
            self.notices += (notice,)

    def _carry(self) -> None:
        self.notices += carry_progress(self.decks, self.cards, self.store, self._journal)

    def _remember(self, decks: DeckSet) -> None:
        """Keep what the cards of decks that changed ask now, to recognise them when they change again."""
        changed = [deck for deck in decks.decks if deck.path in decks.read_paths]
        self._journal.remember(card for deck in changed for card in deck.cards)

    def _clock_notice(self) -> tuple[str, ...]:
        newest = self.store.newest_event_at()
        now = self._journal.now().at_ms
        if newest is None or newest - now < HOUR_MS:
            return ()
        hours = (newest - now) // HOUR_MS
        return (
            f"The clock is {hours} h behind the last answer on record: check the date of this computer. "
            "Answers are kept as they come.",
        )


def _sources(settings: Settings) -> tuple[duefile.Place, int]:
    """Return what decks and settings are before they are read, and when that was (epoch, ns)."""
    now_ns = file_time_ns()
    return duefile.sources(settings), now_ns
