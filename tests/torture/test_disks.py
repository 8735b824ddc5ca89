"""Disks that are really full or read-only: small file systems in memory, mounted for the test."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from jobs import ACTIONS
from ledger import record
from outcome import CODES, Left, Trials, fresh
from server import Server

KIB = 1024
SIZE = 4096 * KIB
WRITING = sorted(ACTIONS.keys() - {"edit", "look"})
"""What writes something of its own."""


@pytest.fixture
def disk(studied: Path) -> Iterator[Path]:
    """A file system of its own, where trials work; tests of it are skipped where none can be mounted."""
    disk = studied.with_name("work")
    disk.mkdir()
    if os.geteuid() or _mount("-t", "tmpfs", "-o", f"size={SIZE}", "none", str(disk)):
        pytest.skip("no file system can be mounted here: that takes root")
    yield disk
    subprocess.run(["umount", disk], check=True)


def _mount(*how: str) -> bool:
    """Tell whether it failed."""
    return bool(subprocess.run(["mount", *how], capture_output=True).returncode)


def fill_up(server: Server, template: Path, disk: Path, action: str, step: int) -> Trials:
    """Do an action on a disk with hardly a byte free, then with more and more, until it ends well."""
    trials = Trials(server, template, action)
    log, ballast = template.with_name("log"), disk / "ballast"
    for free in range(0, SIZE, step):
        root = fresh(template)
        left = os.statvfs(disk)
        ballast.write_bytes(bytes(left.f_bavail * left.f_frsize - free))
        told = server.do("fault", root=str(root), action=action, number=0, error=0, log=str(log))
        ballast.unlink()
        trials.judge(told, root, log, f"{free} bytes free")
        if told["code"] == 0 and free:
            break
    return trials


def test_a_full_disk_takes_no_acknowledged_answer(server: Server, studied: Path, disk: Path) -> None:
    trials = fill_up(server, studied, disk, "study", 256 * KIB)
    assert (trials.lost, trials.wrong) == (0, [])
    assert trials.tried > 1


@pytest.mark.slow
def test_full_disk(server: Server, studied: Path, disk: Path) -> None:
    every = [fill_up(server, studied, disk, action, 4 * KIB) for action in WRITING]
    wrong = [complaint for trials in every for complaint in trials.wrong]
    print(*wrong, sep="\n")
    tried, lost = (sum(getattr(trials, name) for trials in every) for name in ("tried", "lost"))
    record("disk_full", tried=tried, lost=lost, corrupt=len(wrong), actions=len(every))


def try_read_only(server: Server, studied: Path, disk: Path, actions: Iterable[str]) -> list[str]:
    """Try actions on a read-only disk, and return what is wrong with how they ended or with what is left."""
    root = fresh(studied)
    before = Left(root)
    assert not _mount("-o", "remount,ro", str(disk))
    wrong = []
    for action in actions:
        told = server.do("do", root=str(root), action=action)
        if told["code"] not in CODES or len(told["err"].splitlines()) != 1:
            wrong.append(f"{action} ended with {told['code']} and said: {told['err'][-500:]}")
    if server.do("do", root=str(root), action="look")["code"]:
        wrong.append("what is due was not told")
    assert not _mount("-o", "remount,rw", str(disk))
    after = Left(root)
    return wrong + ["something has changed"] * ((after.files, after.found) != (before.files, before.found))


def test_on_a_read_only_disk_nothing_is_written_and_that_is_said(server: Server, studied: Path, disk: Path) -> None:
    assert try_read_only(server, studied, disk, ["study", "add", "export"]) == []


@pytest.mark.slow
def test_read_only_disk(server: Server, studied: Path, disk: Path) -> None:
    wrong = try_read_only(server, studied, disk, WRITING)
    print(*wrong, sep="\n")
    record("read_only", tried=len(WRITING), lost=0, corrupt=len(wrong))
