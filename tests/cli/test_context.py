"""Closing a collection: what its backup came to is told, once."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import DECK, World

from quizapp.cli.context import close
from quizapp.model import Rating
from quizapp.store.backup_files import folder_of


@pytest.fixture(autouse=True)
def automatic_backups() -> None:
    """Made here as everywhere but in the tests of commands."""


def test_a_backup_that_fails_in_the_end_is_told_with_the_next_step(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    world = World(tmp_path, automatic_backups=True)
    world.write("rivers.yaml", DECK)
    folder = folder_of(world.settings.database)
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("in the way")
    with world.open() as collection:
        collection.study().rate(Rating.GOOD, duration_ms=1_000)
        collection.notices = ("known already",)
        close(collection, {"known already"})
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("quizapp: No backup of ")
    assert "quizapp backup -o FILE" in line
