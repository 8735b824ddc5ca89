"""What an action may end with and leave on a disk that fails: done or not done, and told in a sentence."""

from __future__ import annotations

import inspect
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import shim
from acknowledged import Acknowledged
from jobs import STUDIED, users_files
from server import Server
from verdict import examine

from quizapp import errors

CODES = {
    cls.exit_code for _, cls in inspect.getmembers(errors, inspect.isclass) if issubclass(cls, errors.QuizappError)
} - {1, 2}


IN_ONE = {"undo", "suspend", "exam", "import log", "retention", "migrate", "restore days"}
"""Actions of which the log has all or nothing."""


class Left:
    """What a folder holds."""

    def __init__(self, root: Path) -> None:
        self.files = users_files(root)
        self.found = examine(root)


class Trials:
    """An action that is done again and again from one beginning while the disk fails.

    `lost` counts acts that were acknowledged and are gone; `wrong` says what else is not as it should be.
    """

    def __init__(self, server: Server, template: Path, action: str) -> None:
        self._server = server
        self._action = action
        self._before = Left(fresh(template))
        root = fresh(template)
        assert server.do("do", root=str(root), action=action)["code"] == 0
        self._done = Left(root)
        self.tried = self.lost = 0
        self.wrong: list[str] = []

    def judge(self, told: dict[str, Any], root: Path, log: Path, when: str) -> None:
        """Look at what an action told and left on a disk that works again."""
        self.tried += 1
        left = Left(root)
        acknowledged = acknowledged_in(log) if self._action == "study" else 0
        log.unlink()
        new = self._new(left)
        if self._action != "restore" or left.found != self._done.found:
            self.lost += len(set(self._before.found.events) - set(left.found.events)) + max(acknowledged - new, 0)
        complaints = [*self._ended(told, left), *self._left(left, new, acknowledged)]
        if self._server.do("do", root=str(root), action="look")["code"]:
            complaints.append("the next start failed")
        self.wrong += [f"{self._action}, {when}: {complaint}" for complaint in complaints]

    def _new(self, left: Left) -> int:
        return len(left.found.events) - len(self._before.found.events)

    def _ended(self, told: dict[str, Any], left: Left) -> Iterator[str]:
        """Yield what is wrong with how the action ended."""
        code, lines = told["code"], told["err"].splitlines()
        if code not in CODES | {0} or (code and len(lines) != 1):
            yield f"it ended with {code} and said: {told['err'][-500:]}"
        if code == 0 and left.files != self._done.files and not lines:
            yield "it ended well, without a word, and did not write its files"
        if code == 0 and self._new(left) != self._new(self._done):
            yield f"it ended well with {self._new(left)} of {self._new(self._done)} acts"

    def _left(self, left: Left, new: int, acknowledged: int) -> Iterator[str]:
        """Yield what is wrong with what is on the disk."""
        if left.found.wrong:
            yield left.found.wrong
        for name in {*self._before.files, *left.files}:
            if left.files.get(name) not in (self._before.files.get(name), self._done.files.get(name)):
                yield f"{name} is neither old nor new"
        if self._action == "study" and new > acknowledged + 1:
            yield f"{new} acts are there, {acknowledged} were acknowledged"
        if self._action in IN_ONE and new not in (0, self._new(self._done)):
            yield f"{new} of {self._new(self._done)} acts are there"


def acknowledged_in(log: Path) -> int:
    acknowledged = Acknowledged([STUDIED])
    for change in shim.read_log(log):
        acknowledged.hear(change)
    return acknowledged.acts


def fresh(template: Path, name: str = "work") -> Path:
    """Return a copy of a folder, at the same place each time: some files say where they are."""
    root = template.with_name(name) / "root"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(template, root)
    return root
