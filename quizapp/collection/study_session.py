"""A study session on an opened collection: the pure session, with every answer made durable before it moves on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from quizapp.answering.manner import Answering
from quizapp.clock import Clock, day_ends_at
from quizapp.collection.journal import Journal, Taken
from quizapp.config import Settings
from quizapp.errors import NothingToUndo
from quizapp.model import NEW_CARD, ActionKind, Card, CardState, Choice, Deck, Phase, Rating, Review, Statement
from quizapp.scheduling.leech import is_leech
from quizapp.scheduling.planned import plan_previews
from quizapp.scheduling.recall import Recall, recall_of
from quizapp.scheduling.schedule import Preview
from quizapp.study.queue import Queue, learning_due_at
from quizapp.study.scope import Progress, SessionSummary, Undone
from quizapp.study.session import Session
from quizapp.study.summary import Answered, summarise

if TYPE_CHECKING:
    from quizapp.answering.examiner import Examiner
    from quizapp.answering.marking import Said
    from quizapp.answering.question import Question
    from quizapp.grading.verdict import Verdict


class StudySession:
    """What a screen talks to while a learner studies; begins with its first card. Call it from one thread.

    `finish` adds to a summary what only the collection knows (streak, tomorrow).
    """

    def __init__(
        self,
        queue: Queue,
        journal: Journal,
        cards: Mapping[str, Card],
        *,
        clock: Clock,
        settings: Settings,
        pace_ms: int,
        cram: bool,
        deck_of: Callable[[str], Deck],
        finish: Callable[[SessionSummary], SessionSummary],
    ) -> None:
        self._journal = journal
        self._cards = cards
        self._clock = clock
        self._settings = settings
        self._finish = finish
        self._deck_of = deck_of
        self.is_cram = cram
        due_at = {card.card_id: self._due_at(card) for card in queue.learning}
        self._session = Session(queue, learn_ahead_ms=settings.study.learn_ahead_ms, due_at=due_at, pace_ms=pace_ms)
        self._answers: list[Answered] = []
        self._crammed: list[Answered | None] = []  # what undo takes back in a cram; None stands for an act on record
        self._session.advance(self._now())

    @property
    def current(self) -> Card | None:
        """Return the card that is asked; None: nothing to ask right now, see `waiting_until`."""
        return self._session.current

    @property
    def phase(self) -> Phase:
        """Return the phase of the current card."""
        return self._state().phase

    @property
    def is_leech(self) -> bool:
        schedule = self._state().schedule
        return schedule is not None and is_leech(schedule.lapses, self._settings.study.leech_lapses)

    @property
    def progress(self) -> Progress:
        return self._session.progress()

    @property
    def waiting_until(self) -> int | None:
        """Return the instant from which a learning card may come, None when nothing is waited for."""
        return self._session.waiting_until

    def previews(self) -> dict[Rating, Preview]:
        """Return what each rating would do to the current card; empty in a cram, which schedules nothing."""
        card = self.current
        if card is None or self.is_cram:
            return {}
        moment = self._journal.now()
        return plan_previews(
            card.card_id,
            self._state().schedule,
            now=moment.at_ms,
            study_day=moment.study_day(self._settings.study.day_cutoff_hour),
            settings=self._settings.scheduling,
            around=self._journal.calendar.around(card, self._state()),
        )

    def recall(self) -> Recall | None:
        """Return what is predicted of the current card, None when it is new."""
        schedule = self._state().schedule
        if schedule is None:
            return None
        return recall_of(schedule, self._journal.today(), self._settings.scheduling.parameters)

    def question(self, answering: Answering) -> Question | None:
        """Return the current card as a question to be answered, None where it is flipped."""
        card = self._asked()
        if answering is Answering.FLIPPED and not isinstance(card.body, Choice | Statement):
            return None  # the graders, which take long to import, may not be needed at all
        schedule = self._state().schedule
        return self._examiner.pose(card, answering, schedule.reps if schedule else 0)

    def mark(self, question: Question, said: Said) -> Verdict:
        """Return the verdict on an answer; nothing is recorded until the card is rated."""
        return self._examiner.mark(question, said)

    @cached_property
    def _examiner(self) -> Examiner:
        from quizapp.answering.examiner import Examiner

        return Examiner(self._deck_of)

    def rate(self, rating: Rating, *, duration_ms: int, answer: str | None = None) -> None:
        """Rate the current card; when this returns the answer is on disk and the next card is current."""
        card = self._asked()
        if self.is_cram:
            answer_given = Answered("", card, self.phase, rating, duration_ms, None)
            self._answers.append(answer_given)
            self._crammed.append(answer_given)
            self._session.crammed(recalled=rating is not Rating.AGAIN)
        else:
            review = self._journal.review(card, rating, duration_ms=duration_ms, answer=answer)
            self._answers.append(
                Answered(review.review_id, card, review.phase, rating, duration_ms, review.retrievability_before)
            )
            schedule = self._state_of(card.card_id).schedule
            if schedule is None:
                self._session.put_away()
            else:
                self._session.answered(schedule, self._day_ends_at())
        self._session.advance(self._now())

    def undo(self) -> Undone | None:
        """Take back the newest answer or act and ask its card again; None when there is nothing to take back.

        It reaches beyond this session: what was answered yesterday can be taken back too. A cram has left nothing in
        the log, so there it takes back the crammed answers only.
        """
        if self.is_cram:
            return self._undo_crammed()
        return self._undo_recorded()

    def _undo_recorded(self) -> Undone | None:
        try:
            taken = self._journal.undo()
        except NothingToUndo:
            return None
        self._answers = [answer for answer in self._answers if answer.event_id != taken.event.event_id]
        what = taken.event.rating.label if isinstance(taken.event, Review) else taken.event.kind.value
        card = self._cards.get(taken.event.card_id or "")
        if card is None or not self._may_be_asked(taken):
            for card_id in taken.states:
                self._session.leave_out(card_id, self._now())
            return Undone(what, None, taken.event.card_id)
        self._restore(card, taken.states[card.card_id])
        return Undone(what, card, card.card_id)

    def _may_be_asked(self, taken: Taken) -> bool:
        """Tell whether the card of what was taken back stood before the learner then, and may do so again."""
        event = taken.event
        state = taken.states[event.card_id or ""]
        was_asked = isinstance(event, Review) or event.kind in (ActionKind.BURY, ActionKind.SUSPEND)
        return was_asked and not state.suspended and state.buried_on != self._journal.today()

    def renew(self, cards: Mapping[str, Card], continued: Mapping[str, str]) -> None:
        """Go on with cards as their decks have them now; nothing else of the session changes.

        Args:
            cards: the cards of all decks, by their ids.
            continued: the new ids of cards whose note was edited, by their old ones.
        """
        self._cards = cards
        self.__dict__.pop("_examiner", None)  # it keeps what it made of the decks
        self._session.renew(lambda card: cards.get(continued.get(card.card_id, card.card_id)), self._now())

    def bury(self) -> None:
        """Set the current card aside until tomorrow."""
        self._put_away(ActionKind.BURY)

    def suspend(self) -> None:
        """Take the current card out of study until it is unsuspended."""
        self._put_away(ActionKind.SUSPEND)

    def poll(self) -> bool:
        """Tell whether a card has become current; call it while waiting."""
        if self.current is None:
            self._session.advance(self._now())
        return self.current is not None

    def summary(self) -> SessionSummary:
        """Return how it went so far."""
        summary = summarise(self._answers, self._journal.states, target=self._settings.scheduling.desired_retention)
        return self._finish(replace(summary, next_due_at=self._session.next_due_at))

    def _put_away(self, kind: ActionKind) -> None:
        card = self._asked()
        self._journal.act(kind, (card,))
        if self.is_cram:
            self._crammed.append(None)
        self._session.put_away()
        self._session.advance(self._now())

    def _undo_crammed(self) -> Undone | None:
        if not self._crammed:
            return None
        answer = self._crammed.pop()
        if answer is None:
            return self._undo_recorded()
        self._answers.remove(answer)
        self._restore(answer.card, self._state_of(answer.card.card_id))
        return Undone(answer.rating.label, answer.card, answer.card.card_id)

    def _restore(self, card: Card, state: CardState) -> None:
        schedule = None if self.is_cram else state.schedule
        new = schedule is None and not self.is_cram
        self._session.restore(card, new=new, due_at=schedule.due_at if schedule else None)

    def _asked(self) -> Card:
        if self.current is None:
            raise ValueError("no card is being asked")
        return self.current

    def _state(self) -> CardState:
        return self._state_of(self.current.card_id) if self.current else NEW_CARD

    def _state_of(self, card_id: str) -> CardState:
        return self._journal.states.get(card_id, NEW_CARD)

    def _due_at(self, card: Card) -> int:
        schedule = self._state_of(card.card_id).schedule
        return learning_due_at(schedule, self._now()) if schedule else 0

    def _now(self) -> int:
        return self._journal.now().at_ms

    def _day_ends_at(self) -> int:
        return day_ends_at(self._clock, self._journal.today(), self._settings.study.day_cutoff_hour)
