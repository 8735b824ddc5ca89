"""Each check finds what it is there for, and nothing in a collection that is sound."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from patients import break_index, examined, make_decks_settled, problems
from strange_schemas import STRANGE_ONES, forge, make_strange
from worlds import DECK, World

from quizapp.doctor.examination import CHECKS, examine
from quizapp.doctor.finding import REPAIR, RESTORE, SALVAGE, Level
from quizapp.errors import NewerDatabase, NotADatabase
from quizapp.store import duefile
from quizapp.store.backup import make_backup
from quizapp.store.backup_files import folder_of
from quizapp.store.connections import connect_to_read
from quizapp.store.shape import objects_of

needs_modes = pytest.mark.skipif(os.name != "posix", reason="needs POSIX modes")


def sql(world: World, *statements: str) -> None:
    forge(world.settings.database, *statements)


def test_a_sound_collection_passes_every_check(world: World) -> None:
    found = examined(world)
    assert {each.check for each in found if each.level is not Level.FINE} == {"backups"}
    assert [each.check for each in found] == [check.name for check in CHECKS]


def test_a_database_of_an_earlier_version_is_looked_at_as_it_will_be(world: World) -> None:
    database = world.settings.database
    with world.open():
        pass
    to_version(database, 2)
    before = database.read_bytes()
    found = {each.check: each for each in examined(world)}
    assert found.keys() == {check.name for check in CHECKS}
    assert found["schema"].level is Level.NOTE
    assert problems(world) == {}
    assert database.read_bytes() == before


def to_version(database: Path, version: int) -> None:
    """Make a database over into one of an earlier version."""
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("ALTER TABLE meta DROP COLUMN readable_from")
        sql = next(each.sql for each in objects_of(version) if each.name == "meta")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'meta'", (sql,))
        connection.execute(f"PRAGMA user_version = {version}")


def test_looking_changes_no_file(world: World) -> None:
    def state() -> dict[Path, tuple[int, bytes]]:
        """Return all files but the empty log and its index, which SQLite makes for whoever reads."""
        files = (path for path in world.root.rglob("*") if path.is_file() and not path.name.endswith(("-shm", "-wal")))
        return {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in files}

    before = state()
    examined(world)
    assert state() == before


def test_a_collection_that_was_never_studied_has_nothing_to_look_at(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.write("rivers.yaml", DECK)
    found = examined(world)
    assert found[0].text.startswith("No answer is on record yet")
    assert not any(each.level is Level.PROBLEM for each in found)
    assert not world.settings.database.exists()


WRONG: dict[str, tuple[str, str, str, str]] = {
    "a rating of 9": ("values", "UPDATE review SET rating = 9 WHERE seq = 1", "no quizapp writes", RESTORE),
    "a rating in words": ("values", "UPDATE review SET rating = 'good' WHERE seq = 1", "no quizapp writes", RESTORE),
    "a day in year 12000": (
        "values",
        "UPDATE review SET study_day = 3700000 WHERE seq = 1",
        "no calendar has",
        RESTORE,
    ),
    "another day": ("instants", "UPDATE review SET study_day = study_day + 1 WHERE seq = 1", "1 event is on", RESTORE),
    "an instant of no year": ("instants", "UPDATE action SET acted_at = 1 << 60", "no clock shows", RESTORE),
    "a card that is gone": ("links", "DELETE FROM card WHERE card_key = 1", "that is not there", RESTORE),
    "an id before its instant": (
        "ids",
        "UPDATE review SET review_id = '00' || substr(review_id, 3) WHERE seq = 1",
        "does not sort",
        RESTORE,
    ),
    "an id that is none": (
        "ids",
        "UPDATE review SET review_id = printf('%20s', 'z') WHERE seq = 1",
        "does not",
        RESTORE,
    ),
    "a detail that is none": (
        "details",
        "UPDATE action SET detail = '{\"from\": ' WHERE kind = 'settings'",
        "1 act with a detail",
        RESTORE,
    ),
    "a detail of a thousand levels": (
        "details",
        f"UPDATE action SET detail = '{{\"a\": {'[' * 100_000}{']' * 100_000}}}' WHERE kind = 'settings'",
        "1 act with a detail",
        RESTORE,
    ),
    "a detail with a huge number": (
        "details",
        f"UPDATE action SET detail = '{{\"a\": {'9' * 5_000}}}' WHERE kind = 'settings'",
        "1 act with a detail",
        RESTORE,
    ),
    "settings that are words": (
        "details",
        "UPDATE action SET detail = '{\"learning_steps_ms\": [\"soon\"]}' WHERE kind = 'settings'",
        "1 act with a detail",
        RESTORE,
    ),
    "an undo of what comes later": (
        "undos",
        "UPDATE action SET target_id = printf('%s', 'v' || substr(target_id, 2)) WHERE kind = 'undo'",
        "older than what it takes back",
        RESTORE,
    ),
    "a log that was added to": ("position", "UPDATE meta SET folded_reviews = 1", "events are left", REPAIR),
    "a schedule that is another": (
        "schedules",
        "UPDATE schedule SET due_on = due_on + 1 WHERE phase = 2",
        "not what",
        REPAIR,
    ),
    "a schedule too few": ("schedules", "DELETE FROM schedule WHERE card_key = 1", "1 of", REPAIR),
    "a schedule too many": (
        "schedules",
        "INSERT INTO card VALUES (999, 'rivers/none'); INSERT INTO schedule SELECT 999, phase, stability_days, "
        "difficulty, step, due_on, due_at, interval_days, last_review_at, last_review_on, reps, lapses, suspended, "
        "buried_on, last_event_id FROM schedule LIMIT 1",
        "1 of",
        REPAIR,
    ),
    "an answer twice": (
        "twice",
        "INSERT INTO review SELECT seq + 1000, substr(review_id, 1, 19) || 'v', card_key, device_key, reviewed_at, "
        "utc_offset_minutes, study_day, rating, phase, elapsed_days, duration_ms, kind, answer, stability_days, "
        "difficulty, retrievability_before, interval_days FROM review WHERE seq = 1",
        "1 answer on record twice",
        "They count twice",
    ),
}


QUICK = ("a rating of 9", "an id before its instant", "a detail that is none")
"""Which of these the quick run tries."""


@pytest.mark.parametrize(
    ("check", "statement", "said", "mend"),
    [pytest.param(*wrong, id=name, marks=() if name in QUICK else pytest.mark.slow) for name, wrong in WRONG.items()],
)
def test_what_is_wrong_in_the_database_is_found(world: World, check: str, statement: str, said: str, mend: str) -> None:
    sql(world, *statement.split("; "))
    found = [each for each in examined(world) if each.check == check and said in each.text]
    assert {each.level for each in found} == {Level.PROBLEM}
    assert found[0].mend.startswith(mend)
    assert found[0].count >= 1


def test_an_index_that_lacks_an_entry_is_found(world: World) -> None:
    break_index(world)
    found = problems(world)
    assert found.keys() == {"indexes"}
    assert "review_study_day" in found["indexes"].text
    assert found["indexes"].mend == REPAIR


def test_an_event_from_the_future_is_found(world: World) -> None:
    world.clock.pass_days(-2)
    assert "from the future" in problems(world)["future"].text


def test_a_clock_that_was_set_back_is_told_and_no_problem(world: World) -> None:
    world.clock.pass_days(-2)
    with world.open() as collection:
        collection.act_on("suspend", ["rivers/po"])
    world.clock.pass_days(3)
    told = {found.check: found for found in examined(world) if found.level is Level.NOTE}
    assert told["ids"].text.startswith("1 event is given while") or "while the clock was set back" in told["ids"].text
    assert problems(world) == {}


def test_an_undo_of_what_is_not_there_is_told(world: World) -> None:
    sql(world, "UPDATE action SET target_id = '00' || substr(target_id, 3) WHERE kind = 'undo'")
    told = {found.check: found for found in examined(world)}
    assert (told["undos"].level, told["undos"].count) == (Level.NOTE, 1)


@pytest.mark.parametrize("script", STRANGE_ONES)
def test_a_strange_schema_is_told_and_nothing_in_it_is_read(world: World, script: str) -> None:
    make_strange(world.settings.database, script)
    found = problems(world)
    assert {"schema", "pages"} & found.keys()
    assert all(each.mend == SALVAGE for each in found.values())


def test_a_file_that_is_damaged_is_told(world: World) -> None:
    data = bytearray(world.settings.database.read_bytes())
    data[3 * 4096 : 9 * 4096] = bytes(6 * 4096)
    world.settings.database.write_bytes(data)
    found = problems(world)
    assert found["pages"].mend == SALVAGE
    assert "fault" in found["pages"].text or "read through" in found["pages"].text


def test_a_file_that_cannot_be_begun_is_told_and_the_rest_looked_at(world: World) -> None:
    data = bytearray(world.settings.database.read_bytes())
    data[100:4096] = b"\xff" * 3996
    world.settings.database.write_bytes(data)
    found = {each.check: each for each in examined(world)}
    assert found["pages"].level is Level.PROBLEM
    assert {"decks", "modes", "backups"} <= found.keys()


def test_another_programs_file_and_a_newer_one_are_refused(world: World) -> None:
    make_strange(world.settings.database, "PRAGMA user_version = 99")
    with pytest.raises(NewerDatabase):
        examined(world)
    world.settings.database.write_bytes(b"a letter to my aunt " * 99)
    with pytest.raises(NotADatabase):
        examined(world)


def test_a_deck_with_mistakes_and_a_second_one_with_its_id_are_found(world: World) -> None:
    world.write("more.yaml", DECK)
    world.write("bad.yaml", "deck: bad\nnotes:\n  - question: a\n    anser: b\n")
    found = problems(world)
    assert "in 1 deck file" in found["decks"].text
    assert "quizapp check" in found["decks"].mend
    assert "rivers" in found["deck-ids"].text


def test_a_decks_folder_that_is_not_there_is_told(world: World) -> None:
    gone = World(world.root)
    found = list(examine(replace(gone.settings, deck_paths=(world.root / "gone",)), world.clock))
    assert {each.check for each in found if each.level is Level.PROBLEM} >= {"decks"}


def test_progress_without_a_card_is_told_by_deck(world: World) -> None:
    (world.decks / "rivers.yaml").unlink()
    world.write("lakes.yaml", "deck: lakes\nnotes:\n  - question: Deepest?\n    answer: Baikal\n")
    found = {each.check: each for each in examined(world)}["orphans"]
    assert found.level is Level.NOTE
    assert "of rivers, a deck that is gone" in found.text
    assert "quizapp carry" in found.mend


def test_a_card_that_was_reworded_and_will_be_carried_is_no_orphan(world: World) -> None:
    world.write("rivers.yaml", DECK.replace("id: po", "id: padus"))
    found = {each.check: each for each in examined(world)}["orphans"]
    assert found.level is Level.FINE


def test_counts_and_decks_that_are_kept_wrong_are_found(world: World) -> None:
    folder = duefile.folder_of(world.settings)
    assert folder is not None
    make_decks_settled(world)  # what is kept of a deck that changed just now is not asked
    kept = (folder / duefile.NAME).read_text(encoding="utf-8")
    today = world.clock.now().study_day(4)
    (folder / duefile.NAME).write_text(kept.replace(f'"{today}": [', f'"{today}": [7'), encoding="utf-8")
    assert "quizapp due says" in problems(world)["due"].text
    make_decks_settled(world)
    deck = world.decks / "rivers.yaml"
    status = deck.stat()
    deck.write_text(DECK.replace("The Nile", "The Nil."), encoding="utf-8")
    os.utime(deck, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert "1 deck kept otherwise" in problems(world)["deck-cache"].text


@needs_modes
def test_files_that_others_can_read_are_found(world: World) -> None:
    world.settings.database.chmod(0o644)
    found = problems(world)["modes"]
    assert found.count >= 1
    assert found.mend == REPAIR
    world.settings.database.chmod(0o600)
    world.settings.database.parent.chmod(0o777)
    assert "chmod o-w" in problems(world)["modes"].mend


def test_what_was_left_behind_is_told(world: World) -> None:
    database = world.settings.database
    (database.parent / f"{database.name}.schema-1.unfinished").touch()
    with world.open() as collection:
        collection.act_on("suspend", ["rivers/po"])
        told = [found for found in examined(world) if found.check == "leftovers"]
    assert [found.level for found in told] == [Level.NOTE, Level.NOTE]
    assert "wait in progress.db-wal" in told[0].text


def test_a_backup_that_is_not_what_was_written_is_found(world: World) -> None:
    with closing(connect_to_read(world.settings.database, 1)) as source:
        first, second = (
            make_backup(source, world.settings.database, folder_of(world.settings.database), at).path
            for at in (0, 10**12)
        )
    assert "backups" not in {found.check for found in examined(world) if found.level is not Level.FINE}
    second.write_bytes(second.read_bytes().replace(b"rivers", b"rivets"))
    assert "1 backup of 2 cannot be used" in problems(world)["backups"].text
    assert first.exists()


def test_every_check_says_what_it_looks_at_in_its_own_words() -> None:
    names = [check.name for check in CHECKS]
    assert len(set(names)) == len(names)
    assert all(check.run.__doc__ and check.looks_at and check.fine.endswith(".") for check in CHECKS)
