"""Deck files as bytes, and paths as one names them from the working folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.store.sources import from_here, read_sources


def test_files_are_read_in_the_order_of_their_names_and_hidden_ones_are_not(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yml", ".hidden.yaml", "c.txt", "d/e.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(name.encode() + b"\r\n")
    sources, problems = read_sources([tmp_path])
    assert [source.data for source in sources] == [b"a.yml\r\n", b"b.yaml\r\n", b"d/e.yaml\r\n"]
    assert problems == []


def test_a_file_that_is_named_may_be_called_anything(tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_bytes(b"deck: d")
    (source,), problems = read_sources([tmp_path / "c.txt"])
    assert (source.data, problems) == (b"deck: d", [])
    assert source.folder == tmp_path


def test_a_path_below_the_working_folder_is_relative(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert from_here(tmp_path / "a" / "b.yaml") == Path("a/b.yaml")
    assert from_here(Path("a/../b.yaml")) == Path("b.yaml")
    assert from_here(tmp_path) == Path()
    assert from_here(tmp_path.parent / f"{tmp_path.name}-2") == tmp_path.parent / f"{tmp_path.name}-2"
    assert from_here(tmp_path.parent) == tmp_path.parent
