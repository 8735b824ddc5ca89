"""The path to the helpers of these tests, and a collection with fixed figures."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from fake_collection import FakeCollection


@pytest.fixture
def fake() -> FakeCollection:
    return FakeCollection()
