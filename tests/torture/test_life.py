"""A learner with two devices and decks in a repository does everything in any order; a plain model says what must be.

The model knows nothing of schedules or SQL: it keeps which acts were acknowledged, on which device they are known, and
folds them for each card into the number of answers that count. Nothing that happens to decks, clocks or processes may
make the program differ from it.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from ledger import record
from worlds import DAY, HOUR, MINUTE, TestClock, World

from quizapp.collection import Collection
from quizapp.export.log_lines import log_text
from quizapp.model import NEW_CARD, Action, ActionKind, Event, Rating, Review
from quizapp.scheduling.replay import replay
from quizapp.scheduling.settings import SettingsTimeline
from quizapp.scheduling.undone import live_events
from quizapp.store.logbook import import_log, iter_log
from quizapp.study.scope import Scope

NAMES = ("nile", "amazon", "danube", "rhine", "po", "oder")
DECK_IDS = ("rivers", "lakes", "seas")
KINDS = (ActionKind.BURY, ActionKind.SUSPEND, ActionKind.UNSUSPEND, ActionKind.RESET)


@dataclass
class Acts:
    """The model: every act by id, and the ids that each device knows."""

    every: dict[str, Event] = field(default_factory=dict)
    known: tuple[set[str], set[str]] = field(default_factory=lambda: (set(), set()))

    def undone(self, device: int) -> set[str]:
        acts = (self.every[act] for act in self.known[device])
        return {act.target_id for act in acts if isinstance(act, Action) and act.target_id}

    def newest(self, device: int) -> str | None:
        """Return what an undo should take back."""
        gone = self.undone(device)
        left = [act for act in self.known[device] - gone if _can_be_undone(self.every[act])]
        return max(left, default=None)

    def reps(self, device: int, card_id: str) -> int:
        """Return how many answers count for a card."""
        reps = 0
        for act in sorted(self._of(device, card_id, "~", self.undone(device))):
            event = self.every[act]
            if isinstance(event, Review):
                reps += 1
            elif event.kind is ActionKind.RESET:
                reps = 0
        return reps

    def _of(self, device: int, card_id: str, until: str, undone: set[str]) -> set[str]:
        """Return the acts up to one that a card's progress follows from, those it was carried from among them."""
        own = {act for act in self.known[device] - undone if act < until and self.every[act].card_id == card_id}
        for act in list(own):
            event = self.every[act]
            if isinstance(event, Action) and event.kind is ActionKind.CARRY:
                own |= self._of(device, str(event.detail["from"]), act, undone)
        return own


def _can_be_undone(event: Event) -> bool:
    return isinstance(event, Review) or event.kind not in (ActionKind.UNDO, ActionKind.SETTINGS, ActionKind.CARRY)


class Life(RuleBasedStateMachine):
    """Decks are a plain mapping: file name to deck id and notes (name to wording)."""

    done: ClassVar[Counter[str]] = Counter()

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        root = Path(self.folder.name)
        clock = TestClock()
        self.worlds = (World(root / "desk", clock), World(root / "laptop", clock))
        for world in self.worlds:
            world.decks = root / "decks"
        self.worlds[0].decks.mkdir()
        self.acts = Acts()
        self.decks = {
            "a.yaml": ("rivers", dict.fromkeys(NAMES[:4], "Where does it end")),
            "b.yaml": ("lakes", dict.fromkeys(NAMES[3:], "How deep is it")),
        }
        self.branches = {"main": self.decks, "other": _copied(self.decks)}
        self.branch = "main"
        self.open: list[Collection | None] = [None, None]
        self.at = 0
        self.write_decks()

    # --- what a learner does ---

    @precondition(lambda self: self.session.current)
    @rule(ratings=st.lists(st.sampled_from(Rating), min_size=1, max_size=4))
    def answer(self, ratings: list[Rating]) -> None:
        for rating in ratings:
            card = self.session.current
            if card is None:
                break
            self.session.rate(rating, duration_ms=900)
            (act,) = self.take_in()
            assert isinstance(act, Review)
            assert (act.card_id, act.rating) == (card.card_id, rating)
            self.clock.pass_ms(MINUTE)

    @rule(times=st.integers(1, 3))
    def undo(self, times: int) -> None:
        for _ in range(times):
            expected = self.acts.newest(self.at)
            undone = self.session.undo()
            new = self.take_in()
            assert [act.target_id for act in new if isinstance(act, Action)] == ([expected] if expected else [])
            assert (undone is None) == (expected is None)

    @precondition(lambda self: self.collection.cards)
    @rule(kind=st.sampled_from(KINDS), number=st.integers(0, 99))
    def act_on_a_card(self, kind: ActionKind, number: int) -> None:
        cards = list(self.collection.cards)
        card_id = cards[number % len(cards)]
        self.collection.act_on(kind, [card_id])
        assert [(act.kind, act.card_id) for act in self.take_in() if isinstance(act, Action)] == [(kind, card_id)]
        self.begin_session()

    # --- what happens to decks ---

    @rule(name=st.sampled_from(NAMES), number=st.integers(0, 9))
    def a_note_comes_or_goes(self, name: str, number: int) -> None:
        if self.decks:
            _, notes = self.deck(number)
            if notes.pop(name, None) is None:
                notes[name] = "What flows into it"
            self.write_decks()

    @rule(number=st.integers(0, 9), words=st.sampled_from(["Where does it rise", "How long is it"]))
    def notes_are_reworded(self, number: int, words: str) -> None:
        if self.decks:
            file, (deck_id, notes) = self.file(number), self.deck(number)
            self.decks[file] = (deck_id, dict.fromkeys(notes, words))
            self.write_decks()

    @rule(number=st.integers(0, 9))
    def a_deck_is_deleted(self, number: int) -> None:
        if len(self.decks) > 1:
            del self.decks[self.file(number)]
            self.write_decks()

    @rule(number=st.integers(0, 9), name=st.sampled_from(["a.yaml", "sub/c.yaml", "z.yaml"]))
    def a_file_is_moved(self, number: int, name: str) -> None:
        if self.decks and name not in self.decks:
            self.decks[name] = self.decks.pop(self.file(number))
            self.write_decks()

    @rule(number=st.integers(0, 9), deck_id=st.sampled_from(DECK_IDS), carried=st.booleans())
    def a_deck_is_split(self, number: int, deck_id: str, carried: bool) -> None:
        """Half of the notes go to another deck, which is there already or begins so."""
        if not self.decks:
            return
        old_id, notes = self.deck(number)
        moved = {name: notes.pop(name) for name in list(notes)[::2]}
        target = next((deck for deck in self.decks.values() if deck[0] == deck_id), None)
        if target is None:
            target = self.decks[f"{deck_id}-of-{len(self.decks)}.yaml"] = (deck_id, {})
        target[1].update(moved)
        self.write_decks()
        if carried and old_id != deck_id:
            for name in moved:
                old, new = f"{old_id}/{name}", f"{deck_id}/{name}"
                if self.collection.has_progress(old) and not self.collection.has_progress(new):
                    self.collection.carry(old, new)
                    self.take_in()
            self.begin_session()

    @rule(branch=st.sampled_from(["main", "other"]))
    def a_branch_is_switched(self, branch: str) -> None:
        self.branches[self.branch] = self.decks
        self.decks, self.branch = _copied(self.branches[branch]), branch
        self.write_decks()

    # --- what happens to processes and clocks ---

    @rule(crash=st.booleans())
    def the_program_ends_and_starts(self, crash: bool) -> None:
        if not crash:
            self.collection.close()
        self.start()

    @rule()
    def the_other_device_is_taken(self) -> None:
        self.at = 1 - self.at
        if self.open[self.at] is None:
            self.start()
        else:
            self.collection.reload()
            self.take_in()
            self.begin_session()

    @rule()
    def the_logs_are_merged(self) -> None:
        here, there = self.at, 1 - self.at
        for device, other in ((there, here), (here, there)):
            self.at = device
            if self.open[device] is None:
                self.start()
            file = Path(self.folder.name) / "log.jsonl"
            source = self.open[other]
            if source is None:
                continue
            file.write_text("".join(log_text(iter_log(source.store))), encoding="utf-8")
            import_log(self.collection.store, file)
            self.acts.known[device].update(self.acts.known[other])
            self.collection.store.changed_outside()
            self.collection.close()
            self.start()
        self.at = here
        self.collection.close()
        self.start()

    @rule(days=st.integers(1, 60))
    def days_pass(self, days: int) -> None:
        self.clock.pass_days(days)
        self.begin_session()

    @rule(ms=st.sampled_from([-400 * DAY, -2 * DAY, -HOUR, 30 * HOUR, 400 * DAY]))
    def the_clock_jumps(self, ms: int) -> None:
        self.clock.pass_ms(ms)
        self.begin_session()

    # --- what must be ---

    @invariant()
    def every_act_is_there_once(self) -> None:
        ids = [event.event_id for event in self.collection.store.events_since("") if not _is_settings(event)]
        assert sorted(ids) == sorted(self.acts.known[self.at])

    @invariant()
    def progress_is_what_the_model_says(self) -> None:
        store = self.collection.store
        timeline = SettingsTimeline(store.settings_events())
        states = store.states()
        for card_id in {act.card_id for act in self.acts.every.values() if act.card_id} | set(states):
            state = states.get(card_id, NEW_CARD)
            assert (state.schedule.reps if state.schedule else 0) == self.acts.reps(self.at, card_id), card_id
            assert replay(card_id, live_events(store.card_events(card_id)), timeline) == state

    # --- the rest ---

    @property
    def collection(self) -> Collection:
        collection = self.open[self.at]
        assert collection is not None
        return collection

    @property
    def clock(self) -> TestClock:
        return self.worlds[0].clock

    def file(self, number: int) -> str:
        return list(self.decks)[number % len(self.decks)]

    def deck(self, number: int) -> tuple[str, dict[str, str]]:
        return self.decks[self.file(number)]

    def write_decks(self) -> None:
        """Bring the folder to what the decks are now, as an editor or git would, and let the program notice."""
        folder = self.worlds[0].decks
        for path in folder.rglob("*.yaml"):
            if str(path.relative_to(folder)) not in self.decks:
                path.unlink()
        for file, (deck_id, notes) in self.decks.items():
            lines = [f"deck: {deck_id}", f"title: {deck_id}", "notes:"]
            for name, words in notes.items():
                lines += [f"  - id: {name}", f'    question: "{words}, the {name}?"', f"    answer: So does {name}"]
            (folder / file).parent.mkdir(exist_ok=True)
            (folder / file).write_text("\n".join(lines) + "\n", encoding="utf-8")
        if self.open[self.at] is None:
            self.start()
        else:
            self.collection.reload()
            self.take_in()
            self.begin_session()

    def start(self) -> None:
        self.open[self.at] = self.worlds[self.at].open()
        self.take_in()
        self.begin_session()

    def begin_session(self) -> None:
        self.session = self.collection.study(Scope(new_limit=50))

    def take_in(self) -> list[Event]:
        """Take what the program has put on record since into the model, and return it: all of it is new."""
        known = self.acts.known[self.at]
        events = self.collection.store.events_since("")
        new = [event for event in events if event.event_id not in known and not _is_settings(event)]
        self.acts.every |= {event.event_id: event for event in new}
        known |= {event.event_id for event in new}
        self.done["acts"] += 1
        return new

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            for collection in self.open:
                if collection is not None:
                    collection.close()
            self.folder.cleanup()


def _copied(decks: dict[str, tuple[str, dict[str, str]]]) -> dict[str, tuple[str, dict[str, str]]]:
    return {file: (deck_id, dict(notes)) for file, (deck_id, notes) in decks.items()}


def _is_settings(event: Event) -> bool:
    return isinstance(event, Action) and event.kind is ActionKind.SETTINGS


TestLife = Life.TestCase
TestLife.settings = settings(max_examples=1, stateful_step_count=20, deadline=None)


@pytest.mark.slow
def test_full() -> None:
    Life.done.clear()
    run_state_machine_as_test(
        Life,
        settings=settings(
            max_examples=80,
            stateful_step_count=50,
            deadline=None,
            derandomize=False,
            suppress_health_check=list(HealthCheck),
        ),
    )
    record("machine", tried=Life.done["acts"], lost=0, corrupt=0)
