from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from worlds import DECK, World

from quizapp.model import ActionKind, Rating, SchedulingSettings

SCHEDULING = SchedulingSettings(desired_retention=0.85)
"""Other than the defaults, so that a change of settings is on record."""


@pytest.fixture(scope="session")
def studied(tmp_path_factory: pytest.TempPathFactory) -> World:
    """A world with one deck and some days of study in it."""
    world = World(tmp_path_factory.mktemp("studied"), scheduling=SCHEDULING)
    world.write("rivers.yaml", DECK)
    for day in range(3):
        with world.open() as collection:
            session = collection.study()
            rating = Rating.AGAIN if day == 1 else Rating.GOOD
            while session.current is not None:
                session.rate(rating, duration_ms=3_000)
                world.clock.pass_ms(7_001)
                rating = Rating.GOOD
            if day == 1:
                collection.act_on(ActionKind.BURY, ["rivers/nile"])
                collection.undo()
        world.clock.pass_days(1)
    return world


@pytest.fixture
def world(studied: World, tmp_path: Path) -> World:
    """The same to do something to; what `quizapp due` says is kept for today."""
    shutil.copytree(studied.root, tmp_path / "world")
    world = World(tmp_path / "world", scheduling=SCHEDULING)
    world.clock.at_ms = studied.clock.at_ms
    with world.open():
        pass
    return world
