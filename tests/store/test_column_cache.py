"""Columns that are kept, against the same log read anew."""

from __future__ import annotations

import shutil
import stat
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from store_builders import FIRST_DAY, Pen, review

import quizapp.stats.tally as tally_module
import quizapp.store.column_cache as cache_module
from quizapp.model import DAY_MS, ActionKind, Event, MemoryState, Rating, Review, SchedulingSettings
from quizapp.scheduling.engine import DEFAULT_PARAMETERS, retrievability
from quizapp.scheduling.replay import replay
from quizapp.scheduling.settings import SettingsTimeline, settings_to_detail
from quizapp.scheduling.undone import live_events
from quizapp.stats.columns import Columns
from quizapp.stats.knowledge import WEEK, knowledge
from quizapp.stats.recall_bins import bin_of
from quizapp.store.store import Store

CARDS = tuple(f"{deck}/{note}" for deck in ("rivers", "alps") for note in "abc")
cards = st.sampled_from(CARDS)


@pytest.fixture(autouse=True)
def _every_answer_is_worth_keeping(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_module, "WORTH_KEEPING", 1)
    monkeypatch.setattr(tally_module, "FIRST_EVERY", 2)


@pytest.fixture
def pen(tmp_path: Path) -> Pen:
    return Pen(Store.open(tmp_path / "progress.db"))


def kept_files(folder: Path) -> list[Path]:
    return list((folder / "columns").iterdir())


class Machine(RuleBasedStateMachine):
    """Whatever is answered, taken back, carried, merged or restored: kept columns are those of the log."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.pen = Pen(Store.open(self.folder / "progress.db"))
        self.events: list[Event] = []
        self.merged = 0

    def teardown(self) -> None:
        self.pen.store.close()
        shutil.rmtree(self.folder)

    @rule(card=cards, rating=st.sampled_from(Rating))
    def answer(self, card: str, rating: Rating) -> None:
        self.events.append(self.pen.answer(card, rating))

    @rule(days=st.sampled_from((1, 2, 30, -3)))
    def let_days_pass(self, days: int) -> None:
        self.pen.day += days

    @rule(card=cards, kind=st.sampled_from((ActionKind.RESET, ActionKind.SUSPEND, ActionKind.BURY)))
    def act(self, card: str, kind: ActionKind) -> None:
        self.events.append(self.pen.act(kind, card))

    @rule(card=cards, source=cards)
    def carry(self, card: str, source: str) -> None:
        if card != source:
            self.events.append(self.pen.act(ActionKind.CARRY, card, {"from": source}))

    @rule(card=cards, rating=st.sampled_from(Rating))
    def merge_an_older_answer(self, card: str, rating: Rating) -> None:
        self.merged += 1
        day, device_id = FIRST_DAY - 40 + self.merged, self.pen.store.device_id
        old = review(f"{self.merged:020}", card, device_id=device_id, day=day, rating=rating)
        with self.pen.store.writing() as tx:
            tx.add(old)

    @rule(card=cards, source=cards)
    def merge_an_older_carry(self, card: str, source: str) -> None:
        if card == source:
            return
        self.merged += 1
        action = self.pen.action(ActionKind.CARRY, card, detail={"from": source})
        with self.pen.store.writing() as tx:
            tx.add(replace(action, action_id=f"{self.merged:020}"))

    @rule(card=cards)
    def merge_an_older_reset(self, card: str) -> None:
        self.merged += 1
        action = replace(self.pen.action(ActionKind.RESET, card), study_day=FIRST_DAY - 40 + self.merged)
        with self.pen.store.writing() as tx:
            tx.add(replace(action, action_id=f"{self.merged:020}"))

    @rule(first=st.sampled_from((0.2, 5.0)))
    def change_the_weights(self, first: float) -> None:
        weights = (first, *DEFAULT_PARAMETERS[1:])
        detail = settings_to_detail(SchedulingSettings(parameters=weights))
        self.events.append(self.pen.act(ActionKind.SETTINGS, None, detail))

    @precondition(lambda self: self.events)
    @rule(data=st.data())
    def undo(self, data: st.DataObject) -> None:
        self.events.append(self.pen.undo(data.draw(st.sampled_from(self.events))))

    @rule()
    def look(self) -> None:
        self.pen.store.answer_columns(self.folder / "cache")

    @invariant()
    def kept_columns_are_those_of_the_log(self) -> None:
        assert self.pen.store.answer_columns(self.folder / "copy") == self.pen.store.answer_columns()


class Replay(Machine):
    """The same for memories: they are those of the replay of each card, and so is what was known on each day."""

    @invariant()
    def kept_columns_are_those_of_the_log(self) -> None:
        return

    def teardown(self) -> None:
        try:
            self.check(self.pen.store.answer_columns(self.folder / "cache"))
        finally:
            super().teardown()

    def check(self, columns: Columns) -> None:
        store = self.pen.store
        timeline = SettingsTimeline(store.settings_events())
        pasts = {card: live_events(store.card_events(card)) for card in CARDS}
        stands = {card: list(standings(card, past, timeline)) for card, past in pasts.items()}
        today = max([columns.study_day[-1], self.pen.day] if columns else [self.pen.day])
        made = knowledge(columns, CARDS, 0.0, today=today)
        first = min((day for past in stands.values() for day, memory in past if memory), default=today)
        assert first <= made.days[0] < first + WEEK
        for day, known in list(zip(made.days, made.known, strict=True))[:-1]:
            recalls = []
            for past in stands.values():
                # The last of those up to the day in the order of days, and of events within a day.
                [*_, (on, memory)] = [(-1, None), *sorted((s for s in past if s[0] <= day), key=lambda s: s[0])]
                if memory:
                    recalls.append(retrievability(memory, day - on, ()))
            assert known == pytest.approx(sum(recalls))


def standings(
    card: str, past: Sequence[Event], timeline: SettingsTimeline
) -> Iterator[tuple[int, MemoryState | None]]:
    """Yield the study day of each answer and reset, with the memory that the replay has after it."""
    for number, event in enumerate(past, start=1):
        if isinstance(event, Review) or event.kind is ActionKind.RESET:
            schedule = replay(card, past[:number], timeline).schedule
            yield event.study_day, schedule.memory if schedule else None


class NowAndThen(Machine):
    """The same where columns are kept only when somebody looks, so that much may have happened since."""

    @invariant()
    def kept_columns_are_those_of_the_log(self) -> None:
        return

    @rule()
    def look(self) -> None:
        assert self.pen.store.answer_columns(self.folder / "cache") == self.pen.store.answer_columns()


TestEveryTime = Machine.TestCase
TestEveryTime.settings = settings(max_examples=15, stateful_step_count=15, deadline=None)
TestReplay = Replay.TestCase
TestReplay.settings = settings(max_examples=8, stateful_step_count=20, deadline=None)
TestNowAndThen = NowAndThen.TestCase
TestNowAndThen.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)


def test_the_file_is_its_owners_alone_and_is_read_on(pen: Pen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = tmp_path / "cache"
    pen.answer()
    pen.store.answer_columns(cache)
    [file] = kept_files(cache)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    pen.answer()
    read: list[int] = []
    add = cache_module.AnswerLog.add

    def counted(log: cache_module.AnswerLog, rows: list[object], *args: object, **more: object) -> None:
        rows = list(rows)
        read.append(len(rows))
        add(log, rows, *args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(cache_module.AnswerLog, "add", counted)
    assert len(pen.store.answer_columns(cache)) == 2
    assert read == [1]
    pen.store.close()


@pytest.mark.parametrize("damage", [b"", b"{}\n", b"[" * 900, b"null\n", None])
def test_a_file_that_is_damaged_is_read_anew(pen: Pen, tmp_path: Path, damage: bytes | None) -> None:
    pen.answer()
    pen.store.answer_columns(tmp_path / "cache")
    [file] = kept_files(tmp_path / "cache")
    data = file.read_bytes()
    file.write_bytes(data[:-1] + bytes([data[-1] ^ 1]) if damage is None else damage)
    assert pen.store.answer_columns(tmp_path / "cache") == pen.store.answer_columns()
    assert file.read_bytes() == data
    pen.store.close()


def test_files_of_databases_that_are_gone_are_taken_away_when_another_is_written(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    for name in ("one", "two", "three"):
        with Store.open(tmp_path / f"{name}.db") as store:
            Pen(store).answer()
            store.answer_columns(cache)
        if name == "one":
            (tmp_path / "one.db").unlink()
    assert len(kept_files(cache)) == 2
    (cache / "columns" / "f00d").write_bytes(b"of another form")
    with Store.open(tmp_path / "three.db") as store:
        Pen(store).answer()
        store.answer_columns(cache)
    assert len(kept_files(cache)) == 2


def test_no_more_files_are_kept_than_so_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_module, "MOST_FILES", 2)
    for number in range(4):
        with Store.open(tmp_path / f"{number}.db") as store:
            Pen(store).answer()
            store.answer_columns(tmp_path / "cache")
    assert len(kept_files(tmp_path / "cache")) == 2


def test_whoever_waits_is_told_how_many_answers_were_read(
    pen: Pen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizapp.store.answers._TELL_AFTER", 2)
    told: list[tuple[int, int]] = []

    def progress(read: int, all_of_them: int) -> None:
        told.append((read, all_of_them))

    pen.store.answer_columns(tmp_path / "cache", progress)
    assert told == []
    pen.answer()
    for _ in range(2):
        pen.undo(pen.answer())
    pen.store.answer_columns(tmp_path / "cache", progress)
    assert told == [(0, 3), (2, 3), (3, 3)]
    told.clear()
    pen.answer("rivers/po")
    pen.answer("rivers/ob")
    pen.store.answer_columns(tmp_path / "cache", progress)
    pen.store.answer_columns(tmp_path / "cache", progress)
    assert told == [(0, 2), (2, 2)]
    pen.store.close()


def test_a_folder_that_cannot_be_made_costs_nothing_else(pen: Pen, tmp_path: Path) -> None:
    pen.answer()
    (tmp_path / "cache").write_text("in the way")
    assert len(pen.store.answer_columns(tmp_path / "cache")) == 1
    pen.store.close()


def test_a_backup_that_was_put_back_and_went_another_way_is_read_anew(pen: Pen, tmp_path: Path) -> None:
    pen.answer("rivers/a")
    pen.store.close()
    database, cache = tmp_path / "progress.db", tmp_path / "cache"
    shutil.copy(database, tmp_path / "backup.db")
    for card in ("rivers/b", "rivers/c"):
        with Store.open(database) as store:
            Pen(store).answer(card)
            made = store.answer_columns(cache)
            assert [made.card_ids[number] for number in made.card] == ["rivers/a", card]
        shutil.copy(tmp_path / "backup.db", database)


def test_a_carry_that_was_merged_in_between_is_read_anew(pen: Pen, tmp_path: Path) -> None:
    pen.answer("rivers/old", Rating.EASY)
    pen.day += 10
    pen.answer("rivers/old", Rating.AGAIN)
    carry = pen.action(ActionKind.CARRY, "rivers/new", detail={"from": "rivers/old"})
    pen.day += 4
    with pen.store.writing() as tx:
        before = tx.state("rivers/old")
        event_id = pen.store.new_id(pen.day * DAY_MS)
        tx.add(review(event_id, "rivers/new", device_id=pen.store.device_id, day=pen.day, before=before))
    assert pen.store.answer_columns(tmp_path / "cache").bin[-1] == bin_of(4, 2, 0)
    with pen.store.writing() as tx:
        tx.add(carry)
    assert pen.store.answer_columns(tmp_path / "cache").bin[-1] == bin_of(4, 3, 1)
    pen.store.close()
