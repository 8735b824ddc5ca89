from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from store_builders import Pen

from quizapp.store.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "progress.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path, wait_s=0.2) as store:
        yield store


@pytest.fixture
def pen(store: Store) -> Pen:
    return Pen(store)
