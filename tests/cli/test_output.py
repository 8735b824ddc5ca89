"""Data written to files: whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.cli.output import write_data
from quizapp.errors import OutputFailed


def breaking() -> Iterator[str]:
    yield "half"
    raise RuntimeError


def test_a_file_is_written_for_its_owner_only(tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    write_data(["a\n", "é\n"], file)
    assert file.read_bytes() == b"a\n\xc3\xa9\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_file_stays_as_it_was_when_writing_breaks_off(tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    file.write_text("before")
    with pytest.raises(RuntimeError):
        write_data(breaking(), file)
    assert file.read_text() == "before"
    assert list(tmp_path.iterdir()) == [file]


def test_a_link_is_followed(tmp_path: Path) -> None:
    target, link = tmp_path / "target.csv", tmp_path / "link.csv"
    link.symlink_to(target)
    write_data(["a"], link)
    assert link.is_symlink()
    assert target.read_text() == "a"


def test_a_device_is_written_through(tmp_path: Path) -> None:
    write_data(["a"], Path(os.devnull))
    assert Path(os.devnull).is_char_device()


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputFailed, match="it is a folder"):
        write_data(["a"], tmp_path)


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputFailed, match="No such file or directory"):
        write_data(["a"], tmp_path / "no" / "out.csv")


def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputFailed, match="File name too long"):
        write_data(["a"], tmp_path / ("x" * 300))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_is_told() -> None:
    with pytest.raises(OutputFailed, match="No space left"):
        write_data(["a"], Path("/dev/full"))
