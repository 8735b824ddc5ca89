"""A learner who does everything in any order, over days, crashes and edits: what is on record is never lost."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from worlds import DAY, HOUR, MINUTE, World

from quizapp.model import NEW_CARD, ActionKind, Rating
from quizapp.scheduling.exams import Target
from quizapp.scheduling.replay import replay
from quizapp.scheduling.settings import SettingsTimeline
from quizapp.scheduling.undone import live_events

WORDS = ("nile", "amazon", "danube", "rhine", "po", "oder", "volga", "loire")


class Learner(RuleBasedStateMachine):
    """Keeps beside the program a plain list of what it acknowledged."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.world = World(Path(self.folder.name))
        self.file = "rivers.yaml"
        self.notes = {word: f"Where does the river {word} reach the sea, and in which country?" for word in WORDS[:4]}
        self.written: list[str] = []
        self.undone: set[str] = set()
        self.write_deck()
        self.start()

    def write_deck(self) -> None:
        lines = ["deck: rivers", "title: Rivers", "notes:"]
        for word, question in self.notes.items():
            lines += [f"  - id: {word}", f'    question: "{question}"', f"    answer: At the mouth of {word}"]
        self.world.write(self.file, "\n".join(lines) + "\n")

    def start(self) -> None:
        self.collection = self.world.open()
        self.session = self.collection.study()

    @precondition(lambda self: self.session.current)
    @rule(rating=st.sampled_from(Rating), minutes=st.integers(0, 20))
    def answer(self, rating: Rating, minutes: int) -> None:
        card_id = self.session.current.card_id
        reps = self.reps(card_id)
        promised = self.session.previews()[rating]
        self.session.rate(rating, duration_ms=1234)
        schedule = self.collection.states[card_id].schedule
        assert schedule == promised.schedule
        assert schedule.reps == reps + 1
        newest = max(review.review_id for review in self.collection.store.iter_reviews())
        self.written.append(newest)
        self.world.clock.pass_ms(minutes * MINUTE)

    @precondition(lambda self: self.session.current)
    @rule(suspend=st.booleans())
    def put_away(self, suspend: bool) -> None:
        card_id = self.session.current.card_id
        if suspend:
            self.session.suspend()
            assert self.collection.states[card_id].suspended
        else:
            self.session.bury()
            assert self.collection.states[card_id].buried_on == self.collection.today()

    @rule(
        kind=st.sampled_from([ActionKind.BURY, ActionKind.SUSPEND, ActionKind.UNSUSPEND, ActionKind.RESET]),
        number=st.integers(1, 4),
    )
    def act_on_many(self, kind: ActionKind, number: int) -> None:
        self.controlled(lambda: self.collection.act_on(kind, list(self.collection.cards)[:number]))

    @rule(number=st.integers(1, 4), days=st.integers(0, 60))
    def set_due(self, number: int, days: int) -> None:
        day = self.collection.today() + days
        self.controlled(lambda: self.collection.plans.set_due(list(self.collection.cards)[:number], day))
        for card_id in list(self.collection.cards)[:number]:
            schedule = self.collection.states.get(card_id, NEW_CARD).schedule
            assert schedule is None or schedule.due_on in (None, day)

    @rule(days=st.integers(1, 40))
    def an_exam_is_set(self, days: int) -> None:
        exam_on = self.collection.today() + days
        before = self.dues()
        self.controlled(lambda: self.collection.plans.set_exam(Target("rivers"), exam_on))
        assert [exam.last_pass.exam_on for exam in self.collection.plans.exams()] == [exam_on]
        moved = {card_id: day for card_id, day in self.dues().items() if day != before[card_id]}
        assert all(self.collection.today() <= day < exam_on for day in moved.values())

    @rule(days=st.integers(1, 9))
    def a_backlog_is_spread(self, days: int) -> None:
        today, before = self.collection.today(), self.dues()
        plans = self.collection.plans
        self.controlled(lambda: plans.spread(plans.spread_preview(days=days)))
        moved = {card_id: day for card_id, day in self.dues().items() if day != before[card_id]}
        assert all(today <= day < today + days for day in moved.values())

    def dues(self) -> dict[str, int | None]:
        states = self.collection.states.items()
        return {card_id: state.schedule.due_on if state.schedule else None for card_id, state in states}

    def controlled(self, act: Callable[[], object]) -> None:
        """Do it, take it back, and do it again: in between all schedules, exams and counts are what they were."""
        before = self.told()
        newest = self.newest()
        act()
        if self.newest() != newest:
            self.collection.undo()
            assert self.told() == before
            act()
        self.session = self.collection.study()

    def newest(self) -> int:
        with self.collection.store.writing() as tx:
            return tx.position.actions

    def told(self) -> tuple[object, ...]:
        states = {card_id: state._replace(last_event_id="") for card_id, state in self.collection.states.items()}
        kept = {card_id: state for card_id, state in states.items() if state != NEW_CARD}
        return kept, self.collection.plans.exams(), self.collection.overview()

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _ in range(times):
            before = {review.review_id for review in self.collection.store.iter_reviews()}
            undone = self.session.undo()
            gone = before - {review.review_id for review in self.collection.store.iter_reviews()}
            self.undone |= gone
            assert len(gone) <= 1
            if undone is None:
                assert set(self.written) == self.undone
                break
            if undone.card:
                assert self.session.current == undone.card

    @rule(crash=st.booleans(), hours=st.integers(0, 30))
    def come_back_later(self, crash: bool, hours: int) -> None:
        if not crash:
            self.collection.close()
        self.world.clock.pass_ms(hours * HOUR)
        self.start()

    @rule(days=st.integers(1, 40))
    def days_pass(self, days: int) -> None:
        self.world.clock.pass_days(days)
        self.session = self.collection.study()

    @rule(days=st.sampled_from([-365, -2, 365]))
    def the_clock_jumps(self, days: int) -> None:
        self.world.clock.pass_ms(days * DAY)
        self.start()

    @rule(word=st.sampled_from(WORDS))
    def a_note_comes_or_goes(self, word: str) -> None:
        if word in self.notes:
            del self.notes[word]
        else:
            self.notes[word] = f"Through which towns does the {word} flow?"
        self.write_deck()
        self.collection.reload()
        self.session = self.collection.study()

    @rule(word=st.sampled_from(WORDS), text=st.sampled_from(["How long is it", "What is its source"]))
    def a_note_is_reworded(self, word: str, text: str) -> None:
        if word in self.notes:
            reps = self.reps(f"rivers/{word}")
            self.notes[word] = f"{text}, the {word}?"
            self.write_deck()
            self.collection.reload()
            assert self.reps(f"rivers/{word}") == reps
            self.session = self.collection.study()

    @rule()
    def the_file_is_renamed(self) -> None:
        (self.world.decks / self.file).unlink()
        self.file = "r.yaml" if self.file == "rivers.yaml" else "rivers.yaml"
        self.write_deck()
        self.collection.reload()

    @invariant()
    def nothing_acknowledged_is_lost(self) -> None:
        every = [review.review_id for review in self.collection.store.iter_reviews(include_undone=True)]
        assert sorted(every) == sorted(self.written)
        live = {review.review_id for review in self.collection.store.iter_reviews()}
        assert live == set(self.written) - self.undone

    @invariant()
    def what_is_stored_is_the_replay_of_the_log(self) -> None:
        store = self.collection.store
        timeline = SettingsTimeline(store.settings_events())
        for card_id, state in store.states().items():
            assert replay(card_id, live_events(store.card_events(card_id)), timeline) == state
            assert self.collection.states.get(card_id, NEW_CARD) == state

    def reps(self, card_id: str) -> int:
        schedule = self.collection.states.get(card_id, NEW_CARD).schedule
        return schedule.reps if schedule else 0

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.collection.close()
            self.folder.cleanup()


TestLearner = Learner.TestCase
TestLearner.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)
