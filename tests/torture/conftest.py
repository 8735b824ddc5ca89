"""A server on the watched disk, and a learner's folder to begin with."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import shim
from jobs import database, deck_of
from server import Server


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A process on the watched disk; where the disk cannot be watched its tests are skipped, though not in CI."""
    if shim.missing():
        (pytest.fail if os.environ.get("CI") else pytest.skip)(shim.missing())
    server = Server()
    yield server
    server.close()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with a deck, and nothing else."""
    return with_deck(tmp_path.resolve() / "root")


@pytest.fixture(scope="session")
def once_studied(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = with_deck(tmp_path_factory.mktemp("studied").resolve() / "root")
    assert server.do("do", root=str(root), action="study")["code"] == 0
    assert server.do("do", root=str(root), action="export log")["code"] == 0
    (root / "log.jsonl").rename(root / "other.jsonl")
    (root / "out").mkdir()
    assert server.do("do", root=str(root), action="backup")["code"] == 0
    (root / "out" / "progress.db").rename(root / "other.db")
    shutil.rmtree(database(root).parent)
    assert server.do("do", root=str(root), action="study")["code"] == 0
    assert server.do("do", root=str(root), action="backup")["code"] == 0
    return root


@pytest.fixture
def studied(once_studied: Path, tmp_path: Path) -> Path:
    """A folder in which somebody has studied, with log and backup of another device beside it, and a folder to write to
    that holds a backup."""
    return Path(shutil.copytree(once_studied, tmp_path.resolve() / "root"))


def with_deck(root: Path) -> Path:
    (root / "decks").mkdir(parents=True)
    (root / "decks" / "rivers.yaml").write_text(deck_of(120), encoding="utf-8")
    return root
