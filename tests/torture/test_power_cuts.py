"""The power goes while answers or files are written: what was acknowledged is there, and every file is whole."""

from __future__ import annotations

import pickle
import shutil
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest
import shim
from acknowledged import Acknowledged
from cuts import Disk
from jobs import users_files
from ledger import record
from server import Server
from verdict import acts, examine, settings_of

from quizapp.store.store import Store


class Tally(NamedTuple):
    """What came of many cuts."""

    cuts: int
    answers: int
    lost: int
    wrong: tuple[str, ...]


def sessions(random: Random, number: int, acts: int) -> list[list[str]]:
    """Return what is typed in some sessions: answers mostly, some taken back, some cards set aside."""
    typed = []
    for _ in range(number):
        lines: list[str] = []
        for _ in range(acts):
            lines += ["", random.choices(["4", "3", "1", "2"], [6, 2, 1, 1])[0]]
            if random.random() < 0.15:
                lines += ["u", random.choice("1234")]
            if random.random() < 0.08:
                lines.append(random.choice("b!"))
        typed.append(lines)
    return typed


def cut_studies(
    server: Server, root: Path, random: Random, typed: Sequence[Sequence[str]], cuts: int, weakened: str = ""
) -> Tally:
    """Study on the watched disk, cut the power at so many moments, and look at what each leaves."""
    log = root.with_name("log")
    assert set(server.do("study", root=str(root), log=str(log), sessions=typed, weakened=weakened)) == {0}
    with Store.open(settings_of(root).database, read_only=True) as store:
        written = list(acts(store.events_since("")))
    acknowledged = Acknowledged(typed)
    lost, wrong = 0, []

    def look(left: Path) -> None:
        nonlocal lost
        found = examine(left)
        lost += len(set(written[: acknowledged.acts]) - set(found.events))
        if found.wrong:
            wrong.append(found.wrong)
        elif len(found.events) > acknowledged.acts + 1 or set(found.events) - set(written):
            wrong.append(f"{len(found.events)} events where {acknowledged.acts} were acknowledged")

    _cut(root, log, random, cuts, look, acknowledged.hear)
    assert acknowledged.acts == len(written)
    return Tally(cuts, len(written), lost, tuple(wrong))


def cut_files(server: Server, root: Path, random: Random, names: Sequence[str], cuts: int, weakened: str = "") -> Tally:
    """Do what writes whole files, cut the power meanwhile, and look whether each file is old or new."""
    log = root.with_name("log")
    assert set(server.do("steps", root=str(root), log=str(log), names=names, weakened=weakened)) == {0}
    states = pickle.loads(log.with_suffix(".states").read_bytes())
    done, wrong = 0, []

    def look(left: Path) -> None:
        files, allowed = users_files(left), states[done : done + 2]
        for name in {*files, *allowed[0]}:
            if files.get(name) not in [state.get(name) for state in allowed]:
                wrong.append(f"{name} during {names[done] if done < len(names) else 'the end'}")
        database_there = examine(left)
        if database_there.wrong:
            wrong.append(database_there.wrong)

    def hear(change: shim.Change) -> None:
        nonlocal done
        done += change.what == "x"

    _cut(root, log, random, cuts, look, hear)
    return Tally(cuts, len(names), 0, tuple(wrong))


def _cut(
    root: Path,
    log: Path,
    random: Random,
    cuts: int,
    look: Callable[[Path], None],
    hear: Callable[[shim.Change], None],
) -> None:
    """Show a folder with what the disk may hold after each cut, and between them what the log says."""
    changes = list(shim.read_log(log))
    disk = Disk(root, pickle.loads(log.with_suffix(".begun").read_bytes()))
    moments = Counter(random.choices(range(len(changes)), k=cuts))
    for number, change in enumerate(changes):
        disk.do(change)  # before the cut: this one may be half done
        for _ in range(moments[number]):
            left = root.with_name("left")
            disk.after_cut(left, random)
            look(left)
            shutil.rmtree(left)
        hear(change)


FILES = ("add", "fmt", "config", "new", "draft", "recovery", "export", "export folder", "export log", "draft")


def test_a_power_cut_takes_no_acknowledged_answer(server: Server, root: Path) -> None:
    random = Random(1)
    tally = cut_studies(server, root, random, sessions(random, 2, 4), cuts=8)
    assert (tally.lost, tally.wrong) == (0, ())


def test_a_power_cut_leaves_files_as_they_were_or_are_to_be(server: Server, studied: Path) -> None:
    tally = cut_files(server, studied, Random(1), ("add", "config", "draft", "export"), cuts=6)
    assert tally.wrong == ()


@pytest.mark.slow
def test_full_of_the_database(server: Server, root: Path) -> None:
    """With a control: the same cuts lose answers where less is synced."""
    random = Random(2)
    lost = {}
    for weakened in ("NORMAL", "OFF"):
        control = root.with_name(weakened) / "root"
        shutil.copytree(root, control)
        lost[weakened] = cut_studies(server, control, random, sessions(random, 2, 60), 100, weakened).lost
    tally = cut_studies(server, root, random, sessions(random, 6, 60), cuts=1000)
    assert all(lost.values())
    record(
        "power_cuts",
        tried=tally.cuts,
        lost=tally.lost,
        corrupt=len(tally.wrong),
        answers=tally.answers,
        control_with_synchronous_normal_lost=lost["NORMAL"],
        control_with_synchronous_off_lost=lost["OFF"],
    )


@pytest.mark.slow
def test_full_of_whole_files(server: Server, studied: Path) -> None:
    """With a control: the same cuts leave broken files where files are renamed without a sync."""
    random = Random(4)
    control = studied.with_name("control") / "root"
    shutil.copytree(studied, control)
    broken = len(cut_files(server, control, random, FILES, 200, weakened="no sync of files").wrong)
    assert broken
    tally = cut_files(server, studied, random, FILES, cuts=1000)
    assert tally.wrong == ()
    record("file_cuts", tried=tally.cuts, corrupt=len(tally.wrong), control_without_syncs_broke=broken)
