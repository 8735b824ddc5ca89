"""A process on the watched disk that has the program loaded and forks a child for each job it is given.

`Server` starts one and hands it jobs, which are functions of `jobs.py`; what they return must be JSON.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import traceback
from pathlib import Path
from typing import Any

import shim

HERE = Path(__file__).parent


class Server:
    """The other end. Close it when done."""

    def __init__(self) -> None:
        paths = [str(HERE), str(HERE.parent / "support"), *filter(None, sys.path)]
        self._process = subprocess.Popen(
            [sys.executable, str(HERE / "server.py")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=shim.environment() | {"PYTHONPATH": os.pathsep.join(paths)},
            text=True,
        )

    def do(self, job: str, **details: Any) -> Any:
        """Return what a job returns, done in a process of its own."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([job, details]) + "\n")
        self._process.stdin.flush()
        told = json.loads(self._process.stdout.readline() or '"the server ended"')
        if isinstance(told, str):
            raise AssertionError(f"{job}: {told}")
        return told[0]

    def close(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(30)
        assert self._process.stdout is not None
        self._process.stdout.close()


def _serve() -> None:
    import jobs

    jobs.load()
    replies = os.fdopen(os.dup(1), "w")
    for line in sys.stdin:
        name, details = json.loads(line)
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                told: Any = [getattr(jobs, name)(**details)]
            except BaseException:
                told = traceback.format_exc()
            with open(writing, "w", encoding="utf-8") as reply:
                json.dump(told, reply)
            os._exit(0)
        os.close(writing)
        with open(reading, encoding="utf-8") as reply:
            told = reply.read()
        os.waitpid(child, 0)  # first: what it had open is closed then
        print(told or '"it died"', file=replies, flush=True)


if __name__ == "__main__":
    _serve()
