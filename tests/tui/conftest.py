"""The path to the helpers of these tests, and a collection with fixed figures."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from fake_collection import FakeCollection
from textual import _wait

# After each key a pilot looks every 20 ms whether the app has come to rest, three times or more: two thirds of the
# time of these tests. It may look four times as often, and asks for as much rest in proportion.
_wait.SLEEP_GRANULARITY /= 4
_wait.SLEEP_IDLE /= 4


@pytest.fixture
def fake() -> FakeCollection:
    return FakeCollection()
