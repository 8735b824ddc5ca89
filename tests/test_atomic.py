"""A file is whole at every moment: what it was, or what it is to be."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.atomic import AS_USUAL, make_folders, write_whole


def mode(file: Path) -> int:
    return stat.S_IMODE(file.stat().st_mode)


def breaking() -> Iterator[bytes]:
    yield b"half"
    raise RuntimeError


def test_a_new_file_has_the_mode_asked_for_and_one_that_was_there_keeps_its_own(tmp_path: Path) -> None:
    file, other = tmp_path / "a", tmp_path / "b"
    write_whole(file, [b"one", b"two"])
    assert (file.read_bytes(), mode(file)) == (b"onetwo", 0o600)
    umask = os.umask(0o022)
    try:
        write_whole(other, [b""], new_mode=AS_USUAL)
    finally:
        os.umask(umask)
    assert mode(other) == 0o644
    file.chmod(0o640)
    write_whole(file, [b"three"])
    assert (file.read_bytes(), mode(file)) == (b"three", 0o640)
    write_whole(file, [b"four"], keep_mode=False)
    assert mode(file) == 0o600


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    target, link = tmp_path / "folder" / "target", tmp_path / "link"
    target.write_bytes(b"before")
    link.symlink_to(target)
    write_whole(link, [b"after"])
    assert link.is_symlink()
    assert target.read_bytes() == b"after"


@pytest.mark.parametrize("must_be_new", [False, True])
def test_what_breaks_off_leaves_everything_as_it_was(tmp_path: Path, must_be_new: bool) -> None:
    file = tmp_path / "a"
    if not must_be_new:
        file.write_bytes(b"before")
    with pytest.raises(RuntimeError):
        write_whole(file, breaking(), must_be_new=must_be_new)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == ([] if must_be_new else [b"before"])


def test_a_last_look_may_stop_it(tmp_path: Path) -> None:
    def refuse(file: Path) -> None:
        raise RuntimeError(file.name)

    with pytest.raises(RuntimeError, match="target"):
        write_whole(tmp_path / "target", [b"x"], before=refuse)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_must_be_new_takes_no_ones_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a"
    write_whole(file, [b"first"], must_be_new=True)
    with pytest.raises(FileExistsError):
        write_whole(file, [b"second"], must_be_new=True)

    def no_links(self: Path, target: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    with pytest.raises(FileExistsError):
        write_whole(file, [b"second"], must_be_new=True)
    write_whole(tmp_path / "b", [b"third"], must_be_new=True)
    assert sorted(path.read_bytes() for path in tmp_path.iterdir()) == [b"first", b"third"]


def test_a_name_may_hold_bytes_that_are_no_text(tmp_path: Path) -> None:
    file = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\n\x1b.yaml"))
    write_whole(file, [b"x"])
    assert file.read_bytes() == b"x"


def test_folders_are_made_and_each_is_synced_into_the_one_above(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced = []
    monkeypatch.setattr(os, "fsync", lambda descriptor: synced.append(os.fstat(descriptor).st_ino))
    make_folders(tmp_path / "a" / "b", 0o700)
    assert synced == [tmp_path.stat().st_ino, (tmp_path / "a").stat().st_ino]
    assert {mode(tmp_path / "a"), mode(tmp_path / "a" / "b")} == {0o700}
    make_folders(tmp_path / "a" / "b")
    assert len(synced) == 2


def test_no_folder_is_made_where_a_file_is(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(NotADirectoryError):
        make_folders(tmp_path / "a" / "b")


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only root can make a link another's")
def test_a_link_that_somebody_else_put_into_a_shared_folder_is_not_followed(tmp_path: Path) -> None:
    shared, own = tmp_path / "shared", tmp_path / "own"
    shared.mkdir()
    shared.chmod(0o1777)
    own.write_text("mine")
    link = shared / "report.html"
    link.symlink_to(own)
    write_whole(link, [b"followed"])
    assert own.read_text() == "followed"
    os.lchown(link, 12345, 12345)
    with pytest.raises(PermissionError, match="somebody else"):
        write_whole(link, [b"taken in"])
    assert own.read_text() == "followed"


def test_a_new_file_is_not_written_through_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    link = tmp_path / "new.md"
    link.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FileExistsError):
        write_whole(link, [b"x"], must_be_new=True)
    assert not (tmp_path / "elsewhere").exists()


def test_a_file_planted_under_a_passing_name_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "urandom", lambda count: b"\0" * count)
    (tmp_path / f".{'00' * 6}.tmp").symlink_to(tmp_path / "victim")
    (tmp_path / "victim").write_text("as it was")
    with pytest.raises(FileExistsError):
        write_whole(tmp_path / "deck.yaml", [b"x"])
    assert (tmp_path / "victim").read_text() == "as it was"
