"""Plans that move due days: exams, a backlog, a day of the learner's own. Shown first, then on record as one act."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from quizapp.collection.calendar import Calendar
from quizapp.collection.journal import Journal
from quizapp.config import Settings
from quizapp.errors import UnknownDeck, UsageError
from quizapp.model import NEW_CARD, Card, CardState, Deck, Schedule
from quizapp.scheduling.exam_plan import ExamPlan, exam_plan
from quizapp.scheduling.exams import Exam, Target, exam_to_detail, exams_ahead, target_to_detail
from quizapp.scheduling.set_due import check_due_day
from quizapp.store.store import Store
from quizapp.study.backlog import MAX_DAYS, BacklogPlan, days_for, spread_backlog
from quizapp.study.scope import EVERYTHING, Scope


class Plans:
    """What can be planned in a collection. Nothing is recorded but by `set_exam`, `call_off`, `spread`, `set_due`."""

    def __init__(
        self, decks: Sequence[Deck], cards: Mapping[str, Card], store: Store, journal: Journal, settings: Settings
    ) -> None:
        self._decks = decks
        self._cards = cards
        self._store = store
        self._journal = journal
        self._settings = settings

    def look_ahead(self) -> None:
        """Bring what answers are planned around up to date; before a session."""
        easy_days = self._settings.study.easy_days
        self._journal.calendar = Calendar(self._cards, self._journal.states, self.exams(), easy_days)

    def exams(self, on: int | None = None) -> tuple[Exam, ...]:
        """Return the exams that are ahead today, or on another study day, the next one first."""
        today = self._journal.today() if on is None else on
        return exams_ahead((action.detail for action in self._store.exam_events()), today)

    def exam_preview(self, target: Target, exam_on: int, per_day: int | None = None) -> ExamPlan:
        """Return what an exam on that study day would mean; nothing is recorded.

        Args:
            per_day: cards a day in the last pass; None for a week, or a third of the time left.
        Raises:
            UnknownDeck: no deck has that id.
            UsageError: no card has that tag, or the day is not ahead.
        """
        self._check(target)
        states = self._journal.states
        begun: dict[str, Schedule] = {}
        new = 0
        for card in filter(target.holds, self._cards.values()):
            state = states.get(card.card_id, NEW_CARD)
            if state.suspended:
                continue
            if state.schedule is None:
                new += 1
            else:
                begun[card.card_id] = state.schedule
        return exam_plan(
            begun,
            new,
            today=self._journal.today(),
            exam_on=exam_on,
            settings=self._settings.scheduling,
            usual_new_per_day=self._usual_new_per_day(target),
            per_day=per_day,
            easy_days=self._settings.study.easy_days,
        )

    def set_exam(self, target: Target, exam_on: int, per_day: int | None = None) -> ExamPlan:
        """Set an exam, in place of one that the deck or tag had, and move the cards that it moves; raises as above."""
        plan = self.exam_preview(target, exam_on, per_day)
        exam = Exam(plan.last_pass, target.deck_id, target.tag, plan.new_per_day)
        self._journal.plan(plan.due_on, "exam", exam_to_detail(exam))
        self.look_ahead()
        return plan

    def call_off(self, exam: Exam) -> None:
        """Call an exam off; cards that were moved come on the day they were given."""
        self._journal.plan({}, "exam", target_to_detail(exam.target))
        self.look_ahead()

    def backlog(self, first_on: int | None = None, scope: Scope = EVERYTHING) -> dict[str, Schedule]:
        """Return the cards of the scope that are due before `first_on` or, without one, due by today."""
        until = self._journal.today() if first_on is None else first_on - 1
        return {
            card_id: schedule
            for card_id, schedule in self._waiting()
            if (schedule.due_on or 0) <= until and scope.holds(self._cards[card_id])
        }

    def spread_preview(
        self,
        *,
        days: int | None = None,
        per_day: int | None = None,
        first_on: int | None = None,
        scope: Scope = EVERYTHING,
    ) -> BacklogPlan:
        """Return what spreading the backlog over some days, or at so many cards a day, would mean.

        Args:
            first_on: the first study day that takes cards, after a holiday; None for today.
        Raises:
            UsageError: neither or both of days and cards are given, either is out of range, or the day has passed.
        """
        today = self._journal.today()
        if (days is None) == (per_day is None):
            raise UsageError("Say over how many days, or how many cards a day: one of the two.")
        if first_on is not None:
            check_due_day(first_on, today)
        backlog = self.backlog(first_on, scope)
        due = Counter(schedule.due_on or 0 for card_id, schedule in self._waiting() if card_id not in backlog)
        easy_days = self._settings.study.easy_days
        if per_day is not None:
            if per_day < 1:
                raise UsageError("At least one card a day is needed.")
            days = days_for(len(backlog), per_day, first_on=first_on or today, due=due, easy_days=easy_days)
        if days is None or not 1 <= days <= MAX_DAYS:
            raise UsageError(f"A backlog can be spread over 1 to {MAX_DAYS} days.")
        return spread_backlog(
            backlog,
            today=today,
            days=days,
            due=due,
            parameters=self._settings.scheduling.parameters,
            first_on=first_on,
            easy_days=easy_days,
        )

    def spread(self, plan: BacklogPlan) -> int:
        """Move the cards as a plan says, and return how many moved; one undo takes it back."""
        return self._journal.plan(plan.moves, "backlog")

    def set_due(self, card_ids: Iterable[str], due_on: int) -> int:
        """Set cards due on a study day, and return how many moved: those in phase Review.

        Raises:
            UsageError: the day has passed.
        """
        check_due_day(due_on, self._journal.today())
        return self._journal.plan(dict.fromkeys(card_ids, due_on), "learner")

    def _waiting(self) -> Iterable[tuple[str, Schedule]]:
        """Yield the cards in phase Review that are not suspended, with their schedules."""
        for card_id, state in self._journal.states.items():
            if _comes_back(state) and card_id in self._cards and state.schedule:
                yield card_id, state.schedule

    def _check(self, target: Target) -> None:
        known = [deck.deck_id for deck in self._decks]
        if target.deck_id and target.deck_id not in known:
            raise UnknownDeck(target.deck_id, known)
        if not target.deck_id and not any(target.tag in card.tags for card in self._cards.values()):
            raise UsageError(f"No card has the tag {target.tag!r}. See which there are: quizapp cards --json")

    def _usual_new_per_day(self, target: Target) -> int:
        """Return how many of the examined new cards a day begins at most as things stand."""
        study = self._settings.study
        if not target.deck_id:
            return study.new_per_day
        own = study.decks[target.deck_id].new_per_day if target.deck_id in study.decks else None
        return min(study.new_per_day, own) if own is not None else study.new_per_day


def _comes_back(state: CardState) -> bool:
    return not state.suspended and state.schedule is not None and state.schedule.due_on is not None
