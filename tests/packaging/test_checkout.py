"""What may be in a checkout."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOP = {"pyproject.toml", "quizapp", "decks", "tests", "README.md", "LICENSE"}

REGISTRIES = re.compile(
    "|".join(
        re.escape(".".join(parts))
        for parts in (
            ("pypi", "org"),
            ("pythonhosted", "org"),
            ("registry", "npmjs", "org"),
            ("conda", "anaconda", "org"),
        )
    )
)
"""Hosts of package registries. Written in parts, so that this file does not name one either."""


def committed() -> Iterator[Path]:
    """Yield the files that git knows or would add."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this is no git checkout")
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            yield Path(name)


def test_the_top_level_holds_only_what_belongs_there() -> None:
    top = {file.parts[0] for file in committed()}
    assert {name for name in top if not name.startswith(".")} <= TOP


def test_no_file_names_the_host_of_a_registry() -> None:
    naming = [
        str(file)
        for file in committed()
        if REGISTRIES.search((ROOT / file).read_text(encoding="utf-8", errors="replace"))
    ]
    assert naming == []


def test_there_is_no_lock_file() -> None:
    assert [
        str(file) for file in committed() if file.suffix == ".lock" or file.name.endswith("-lock.json")
    ] == []
