"""The wheel: it carries the decks, and what it installs studies them."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHIPPED = {"china-fund-market", "european-center-right", "security-cameras"}


def call(*command: str | Path, cwd: Path, env: dict[str, str] | None = None, stdin: str = "") -> str:
    """Return the output of a program that must end well."""
    process = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=env,
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert process.returncode == 0, process.stdout + process.stderr
    return process.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of this checkout, built with what is installed here: no network."""
    folder = tmp_path_factory.mktemp("wheel")
    call(sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", folder, ROOT, cwd=folder)
    (wheel,) = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty environment with the wheel in it; what it needs is borrowed from the one that runs the tests."""
    folder = tmp_path_factory.mktemp("environment")
    call(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder)
    python = folder / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", python, "--disable-pip-version-check"]
    call(*pip, "install", "--quiet", "--no-index", "--no-deps", wheel, cwd=folder)
    packages = call(
        python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder
    ).strip()
    borrowed = dict.fromkeys(sysconfig.get_path(name) for name in ("purelib", "platlib"))
    Path(packages, "borrowed.pth").write_text("\n".join(borrowed), encoding="utf-8")
    return folder


def names(wheel: Path) -> Sequence[str]:
    return zipfile.ZipFile(wheel).namelist()


def test_the_wheel_carries_the_decks_the_manual_and_the_looks(wheel: Path) -> None:
    inside = set(names(wheel))
    assert {f"quizapp/shipped_decks/{deck}.yaml" for deck in SHIPPED} <= inside
    assert "quizapp/help/index.md" in inside
    assert "quizapp/py.typed" in inside
    package = ROOT / "quizapp"
    files = {f"quizapp/{file.relative_to(package).as_posix()}" for file in package.rglob("*.tcss")}
    assert files <= inside


def test_the_wheel_carries_nothing_else(wheel: Path) -> None:
    assert {name.partition("/")[0] for name in names(wheel)} == {
        "quizapp",
        wheel.name.partition("-py3")[0] + ".dist-info",
    }


def test_it_studies_a_card_of_a_shipped_deck(environment: Path, tmp_path: Path) -> None:
    env = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LANG": "C.UTF-8"}
    quizapp = environment / "bin" / "quizapp"
    where = call(
        environment / "bin" / "python", "-c", "import quizapp; print(quizapp.__file__)", cwd=tmp_path
    )
    assert Path(where.strip()).is_relative_to(environment)

    told = call(quizapp, "study", "--plain", "--limit", "1", cwd=tmp_path, env=env, stdin="\n4\n")
    assert "1 of 1." in told
    assert "1 card, 1 answer" in told
    exported = call(quizapp, "export", "reviews", cwd=tmp_path, env=env)
    assert len(exported.splitlines()) == 2
    assert "shipped_decks" in call(quizapp, "decks", "--json", cwd=tmp_path, env=env)
