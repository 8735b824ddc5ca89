"""What is due, kept for whoever asks without opening anything: right to the card, or not given at all."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from worlds import DAY, HOUR, MINUTE, World

from quizapp.collection.outlook import days_for
from quizapp.export.log_lines import log_text
from quizapp.model import ActionKind, Rating, SchedulingSettings, StudySettings
from quizapp.store import duefile
from quizapp.store.duefile import DueDay, Place
from quizapp.store.logbook import import_log, iter_log
from quizapp.store.store import Store
from quizapp.study.scope import Scope

MANY = "deck: many\ntitle: Many\nnotes:\n" + "".join(
    f'  - id: n{number}\n    question: "What is {number}?"\n    answer: "{number}"\n    bidirectional: "true"\n'
    for number in range(12)
)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return small_world(tmp_path)


def small_world(root: Path) -> World:
    world = World(root, study=StudySettings(new_per_day=5, reviews_per_day=4))
    grown(world.write("many.yaml", MANY))
    return world


def grown(path: Path) -> None:
    """Make a file old enough for its time to prove that it did not change."""
    status = path.stat()
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns - 10_000_000_000))


def kept(world: World) -> DueDay | None:
    found = duefile.read(world.settings, world.clock)
    return found[1] if found else None


def plain(world: World) -> DueDay:
    """Return what the overview of a collection that is opened now says."""
    with world.open(read_only=True) as collection:
        today = collection.overview()
        assert collection.due_today()[0] == today.day
        return DueDay(today.due + today.learning, today.new, today.minutes)


def answer(world: World, ratings: list[Rating]) -> None:
    with world.open() as collection:
        session = collection.study(Scope())
        for rating in ratings:
            if session.current is None:
                break
            session.rate(rating, duration_ms=4_000)
            world.clock.pass_ms(MINUTE)


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("answer"), st.lists(st.sampled_from(Rating), min_size=1, max_size=8)),
        st.tuples(st.just("pass"), st.integers(0, 40).map(lambda days: days * DAY)),
        st.tuples(st.just("pass"), st.integers(0, 30).map(lambda hours: hours * HOUR)),
        st.tuples(st.just("bury"), st.integers(0, 11)),
        st.tuples(st.just("suspend"), st.integers(0, 11)),
        st.tuples(st.just("undo"), st.none()),
    ),
    max_size=8,
)


@settings(max_examples=12)
@given(STEPS)
def test_what_is_kept_is_what_the_overview_says_then_and_on_the_days_after(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, object]]
) -> None:
    world = small_world(tmp_path_factory.mktemp("world"))
    with world.open():
        pass
    for what, value in steps:
        if what == "answer":
            answer(world, value)
        elif what == "pass":
            world.clock.pass_ms(value)
        elif what == "undo":
            with world.open() as collection:
                if list(collection.store.iter_reviews()):
                    collection.undo()
        else:
            with world.open() as collection:
                collection.act_on(ActionKind(what), [f"many/n{value}"])
        found = kept(world)
        assert found == plain(world) or (what == "pass" and found is None)
    with world.open():
        pass
    for _ in range(1, days_for(24), 4):
        world.clock.pass_ms(4 * DAY)
        assert kept(world) in (plain(world), None)


def test_the_days_ahead_are_right_without_a_start(world: World) -> None:
    answer(world, [Rating.GOOD] * 10)
    told = []
    for _ in range(6):
        found = kept(world)
        assert found is not None
        assert found == plain(world)
        told.append(found)
        world.clock.pass_ms(DAY)
    assert len(set(told)) > 1
    world.clock.pass_ms(40 * DAY)
    assert kept(world) is None


def test_a_start_that_only_looks_does_not_keep_it_but_can(world: World) -> None:
    with world.open(read_only=True) as collection:
        pass
    assert kept(world) is None
    with world.open(read_only=True) as collection:
        collection.keep_due()
    assert kept(world) == plain(world)
    assert not world.settings.database.exists()


def test_it_is_not_given_when_a_deck_changed(world: World) -> None:
    with world.open():
        pass
    assert kept(world) is not None
    other = world.write("other.yaml", "deck: other\ntitle: Other\nnotes:\n  - question: Q?\n    answer: A\n")
    assert kept(world) is None
    other.unlink()
    assert kept(world) is not None
    (world.decks / "many.yaml").write_text(MANY.replace("What", "Who"), encoding="utf-8")
    assert kept(world) is None


def test_a_deck_changed_while_the_collection_is_open_is_not_missed(world: World) -> None:
    with world.open():
        grown(world.write("other.yaml", "deck: other\ntitle: Other\nnotes:\n  - question: Q?\n    answer: A\n"))
    assert kept(world) is None
    with world.open() as collection:
        grown(world.write("third.yaml", "deck: third\ntitle: Third\nnotes:\n  - question: Q?\n    answer: A\n"))
        collection.reload()
    assert kept(world) == plain(world)


def test_a_deck_so_young_that_a_change_could_hide_is_not_trusted(world: World) -> None:
    (world.decks / "many.yaml").touch()
    with world.open():
        pass
    assert kept(world) is None


def test_it_is_not_given_when_the_log_grew_by_other_means(world: World, tmp_path: Path) -> None:
    answer(world, [Rating.GOOD])
    log = tmp_path / "log"
    with world.open() as collection:
        log.write_text("".join(log_text(iter_log(collection.store))), encoding="utf-8")
    other = World(tmp_path / "elsewhere")
    grown(other.write("many.yaml", MANY))
    with other.open() as collection:
        pass
    assert kept(other) is not None
    with other.open(), Store.open(other.settings.database) as store:
        import_log(store, log)
        assert kept(other) is None
    assert kept(other) == plain(other)


def test_it_is_not_given_when_the_log_went_another_way_from_a_backup_on(world: World, tmp_path: Path) -> None:
    """The number of events is the same again, and which cards are due is not."""
    answer(world, [Rating.GOOD])
    before = tmp_path / "before.db"
    shutil.copyfile(world.settings.database, before)
    answer(world, [Rating.EASY])
    kept_due = {path: path.read_bytes() for path in (world.root / "cache").rglob(duefile.NAME)}
    shutil.copyfile(before, world.settings.database)
    answer(world, [Rating.AGAIN])
    for path, content in kept_due.items():
        path.write_bytes(content)
    assert kept_due
    assert kept(world) is None


def test_it_is_not_given_with_another_database_or_settings(world: World) -> None:
    with world.open():
        pass
    settings = world.settings
    assert duefile.read(settings, world.clock) is not None
    assert duefile.read(replace(settings, database=world.root / "x.db"), world.clock) is None
    assert duefile.read(replace(settings, deck_paths=(world.root,)), world.clock) is None
    assert duefile.read(replace(settings, cache_folder=None), world.clock) is None
    settings.config_file.write_text("[study]\nnew_per_day = 3\n", encoding="utf-8")
    assert duefile.read(settings, world.clock) is None


def test_settings_changed_while_open_are_not_counted_on(world: World) -> None:
    with world.open() as collection:
        collection.change_settings(replace(world.settings, scheduling=SchedulingSettings(desired_retention=0.8)))
    assert kept(world) is None


def test_it_is_not_given_when_the_clock_was_set_back_or_the_zone_is_another(world: World) -> None:
    from zoneinfo import ZoneInfo

    with world.open():
        pass
    world.clock.pass_ms(-1)
    assert kept(world) is None
    world.clock.pass_ms(1)
    assert kept(world) is not None
    world.clock.zone = ZoneInfo("Asia/Tokyo")
    assert kept(world) is None


@pytest.mark.parametrize("text", ["", "[]", "{}", "nonsense", '{"format": 1}', "[" * 90_000])
def test_a_damaged_file_gives_nothing_and_is_made_anew(world: World, text: str) -> None:
    with world.open():
        pass
    folder = duefile.folder_of(world.settings)
    assert folder is not None
    (folder / duefile.NAME).write_text(text, encoding="utf-8")
    assert kept(world) is None
    with world.open():
        pass
    assert kept(world) == plain(world)


def test_where_nothing_can_be_kept_nothing_is_lost(world: World) -> None:
    (world.root / "cache").write_text("no folder", encoding="utf-8")
    duefile.keep(world.settings, world.clock, made_from=Place("", 0), read_ns=0, log=[], days={})
    assert kept(world) is None


def test_a_large_collection_is_worked_out_for_fewer_days() -> None:
    assert [days_for(cards) for cards in (0, 100, 10_000, 100_000, 10**6)] == [30, 30, 20, 2, 2]
