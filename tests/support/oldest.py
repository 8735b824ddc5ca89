"""The oldest versions that pyproject.toml allows, as constraints for pip: `python tests/support/oldest.py`."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).parents[2] / "pyproject.toml"
_LEAST = re.compile(r"(?P<name>[\w.-]+)>=(?P<version>[\w.]+)(?:,[^;]*)?(?:;.*)?")


def oldest() -> Iterator[str]:
    """Yield a line for each thing that the program needs to run.

    Raises:
        ValueError: one has no lower bound.
    """
    for requirement in tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["dependencies"]:
        found = _LEAST.fullmatch(requirement)
        if found is None:
            raise ValueError(f"{requirement} has no lower bound")
        yield f"{found['name']}=={found['version']}"


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in oldest())
