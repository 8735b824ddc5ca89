"""Deck files are written whole or not at all, and never over what somebody else wrote."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from quizapp import atomic
from quizapp.errors import DeckChanged, DeckExists, DeckNotWritten
from quizapp.store import deckwriter
from quizapp.store.deckwriter import create, open_deck_file, save


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "deck.yaml"
    file.write_bytes(b"deck: d\r\n")
    file.chmod(0o640)
    return file


def test_what_is_saved_is_there_with_mode_and_link(file: Path) -> None:
    link = file.parent / "link.yaml"
    link.symlink_to(file.name)
    saved = save(open_deck_file(link), b"deck: e\n")
    assert saved == open_deck_file(link)
    assert link.is_symlink()
    assert (file.read_bytes(), stat.S_IMODE(file.stat().st_mode)) == (b"deck: e\n", 0o640)
    assert saved.digest == open_deck_file(file).digest
    assert save(saved, b"deck: f\n").data == file.read_bytes() == b"deck: f\n"
    assert sorted(path.name for path in file.parent.iterdir()) == ["deck.yaml", "link.yaml"]


def test_equal_bytes_are_not_written(file: Path) -> None:
    before = file.stat()
    deck = open_deck_file(file)
    assert save(deck, deck.data) is deck
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_file_that_changed_underneath_is_left_alone(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deck = open_deck_file(file)
    file.write_bytes(b"deck: other\n")
    for data in (b"deck: e\n", deck.data):
        with pytest.raises(DeckChanged, match="has changed since it was read") as error:
            save(deck, data)
        assert error.value.exit_code == 18
    file.unlink()
    with pytest.raises(DeckChanged):
        save(deck, b"deck: e\n")
    assert list(file.parent.iterdir()) == []


def test_a_change_while_the_new_file_is_being_written_counts_too(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deck = open_deck_file(file)
    synced = os.fsync

    def change_meanwhile(descriptor: int) -> None:
        file.write_bytes(b"deck: meanwhile\n")
        synced(descriptor)

    monkeypatch.setattr(atomic.os, "fsync", change_meanwhile)
    with pytest.raises(DeckChanged):
        save(deck, b"deck: e\n")
    assert [path.read_bytes() for path in file.parent.iterdir()] == [b"deck: meanwhile\n"]


def test_a_read_only_file_is_not_replaced(file: Path) -> None:
    file.chmod(0o444)
    with pytest.raises(DeckNotWritten, match="it is read-only") as error:
        save(open_deck_file(file), b"deck: e\n")
    assert error.value.exit_code == 19
    assert file.read_bytes() == b"deck: d\r\n"


def test_a_full_disk_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    deck = open_deck_file(file)
    monkeypatch.setattr(atomic.os, "fsync", full)
    with pytest.raises(DeckNotWritten, match="No space left on device"):
        save(deck, b"deck: e\n")
    assert [path.read_bytes() for path in file.parent.iterdir()] == [b"deck: d\r\n"]


def test_what_is_no_file_of_reasonable_size_is_not_opened(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deckwriter, "MAX_BYTES", 4)
    missing = file.parent / "no.yaml"
    for path, why in ((file.parent, "no regular file"), (missing, "No such file"), (file, "larger than")):
        with pytest.raises(DeckNotWritten, match=why):
            open_deck_file(path)


def test_a_new_deck_takes_no_files_place(file: Path) -> None:
    new = file.parent / "a" / "b" / "new.yaml"
    assert create(new, b"deck: n\n").data == new.read_bytes()
    for there in (file, new):
        with pytest.raises(DeckExists, match="is there already"):
            create(there, b"")
    with pytest.raises(DeckNotWritten):
        create(file / "below" / "a file.yaml", b"")


def test_a_file_name_may_hold_bytes_that_are_no_text(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\x1b[0m.yaml"))
    assert save(create(path, b"a"), b"b") == open_deck_file(path)
    assert len(list(tmp_path.iterdir())) == 1
