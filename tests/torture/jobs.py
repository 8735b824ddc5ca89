"""What is done on the watched disk: the program's own command lines, run in a child that was forked for each."""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from cuts import look
from shim import Watched
from worlds import TestClock

from quizapp.errors import StoreError


def load() -> None:
    """Load what the jobs use, once for all children."""
    import quizapp.authoring.recovery
    import quizapp.cli.commands.add
    import quizapp.cli.commands.backup
    import quizapp.cli.commands.export
    import quizapp.cli.commands.restore
    import quizapp.cli.commands.study
    import quizapp.cli.lines
    import quizapp.collection
    import quizapp.export.csv_text
    import quizapp.store.drafts
    import quizapp.store.recovery_files
    import quizapp.store.store  # noqa: F401


def study(root: str, log: str, sessions: Sequence[Sequence[str]], weakened: str = "") -> list[int]:
    """Study in lines, a session after another with days between, and log it; return the exit codes."""
    _weaken(weakened)
    watched = _begin(Path(root), Path(log))
    clock = TestClock()
    codes = []
    for lines in sessions:
        watched.mark("session")
        typed = "".join(f"{line}\n" for line in lines)
        codes.append(run(Path(root), ["study", "--plain", "--new", "99999"], typed, clock))
        watched.mark("left")
        clock.pass_days(3)
    return codes


def repair(root: str, log: str) -> list[int]:
    """Take the schedules away, and let the doctor make them anew; log it and return the exit code."""
    import sqlite3
    from contextlib import closing

    from quizapp.store.files import WriteLock

    path = database(Path(root))
    watched = _begin(Path(root), Path(log))
    with WriteLock(path, 5).held(), closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("DELETE FROM schedule")
    watched.mark("session")
    return [run(Path(root), ["doctor", "--repair"], "")]


def do(root: str, action: str) -> dict[str, Any]:
    """Do an action on a disk that works; return what it told."""
    return fault(root, action, 0, 0)


def steps(root: str, log: str, names: Sequence[str], weakened: str = "") -> list[int]:
    """Do one action after another and log it; return the exit codes.

    Beside the log, `.states` gets what user files there were before the first and after each.
    """
    _weaken(weakened)
    watched = _begin(Path(root), Path(log))
    clock = TestClock()
    states, codes = [users_files(Path(root))], []
    for name in names:
        codes.append(ACTIONS[name](Path(root), clock))
        states.append(users_files(Path(root)))
        watched.mark(name)
    Path(log).with_suffix(".states").write_bytes(pickle.dumps(states))
    return codes


def fault(root: str, action: str, number: int, error: int, *, half: bool = False, log: str = "") -> dict[str, Any]:
    """Do an action while one of its changes on disk fails; return what it told.

    With `half` a write that is hit takes half, and nothing can be written from then on.
    """
    watched = Watched()
    watched.watch(Path(root))
    if log:
        watched.log(Path(log))
        watched.mark("session")
    watched.fail(number, error, half=half)
    code = ACTIONS[action](Path(root), TestClock())
    failed, changes = watched.failed, watched.changes
    watched.fail(0, 0)
    told = told_folder(Path(root))
    return {"code": code, "err": (told / "err").read_text("utf-8"), "failed": failed, "changes": changes}


def users_files(root: Path) -> dict[str, bytes]:
    """Return the files that a learner would miss by name below the root, the database aside."""
    found = {}
    for path in sorted(root.rglob("*")):
        name = str(path.relative_to(root))
        if path.is_file() and is_users(name):
            found[name] = path.read_bytes()
    return found


def is_users(name: str) -> bool:
    """Tell whether a file is one that a learner would miss: not derived, not passing, not the database itself."""
    passing = any(part.startswith(".") for part in Path(name).parts)
    return not (passing or name.startswith(("cache/", "data/quizapp/progress.db")))


def run(root: Path, args: Sequence[str], typed: str, clock: TestClock | None = None) -> int:
    """Run a command line in this process, with its streams in files elsewhere; return the exit code."""
    from quizapp.cli.context import Cli
    from quizapp.cli.main import run as run_cli

    _redirect(root, typed)
    places = {f"XDG_{name}_HOME": str(root / name.lower()) for name in ("DATA", "CONFIG", "CACHE", "STATE")}
    os.environ.update(places, HOME=str(root), QUIZAPP_DB=str(database(root)), QUIZAPP_DECKS=str(root / "decks"))
    os.chdir(root)
    try:
        return run_cli(args, Cli(clock=clock or TestClock()))
    finally:
        sys.stderr.flush()


def _redirect(root: Path, typed: str) -> None:
    told = told_folder(root)
    (told / "in").write_text(typed, encoding="utf-8")
    for number, (name, flags) in enumerate((("in", os.O_RDONLY), ("out", _ANEW), ("err", _ANEW))):
        descriptor = os.open(told / name, flags, 0o600)
        os.dup2(descriptor, number)
        os.close(descriptor)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115


def deck_of(notes: int) -> str:
    """Return a deck of so many notes, `rivers/n0` and so on."""
    lines = (
        f"  - id: n{n}\n    question: What is river number {n}?\n    answer: It is answer {n}\n" for n in range(notes)
    )
    return "deck: rivers\ntitle: Rivers\nnotes:\n" + "".join(lines)


def told_folder(root: Path) -> Path:
    """Return the folder of what a command line reads and writes on its streams: on another disk than the root's."""
    told = root.parent.with_name(f"{root.parent.name}.told")
    told.mkdir(exist_ok=True)
    return told


def database(root: Path) -> Path:
    return root / "data" / "quizapp" / "progress.db"


_ANEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC


Action = Callable[[Path, TestClock], int]
STUDIED = ["", "4", "", "3", "u", "1", "b", "", "4", "", "!", "", "2"]
"""What `study` types: answers, one taken back, a card set aside for the day and one for good."""


def _command(*args: str, typed: str = "") -> Action:
    return lambda root, clock: run(root, [arg.replace("ROOT", str(root)) for arg in args], typed, clock)


def _edit(root: Path, clock: TestClock) -> int:
    os.environ["EDITOR"] = "sed -i s/number/No./"
    os.environ.pop("VISUAL", None)
    return run(root, ["edit", "rivers/n3"], "", clock)


def _draft(root: Path, clock: TestClock) -> int:
    from quizapp.authoring.draft import Draft
    from quizapp.model import Kind
    from quizapp.store.drafts import DraftFolder

    draft = Draft(Kind.QUESTION, {"question": "Where? " * 2000, "answer": "There."})
    _redirect(root, "")
    return _kept(DraftFolder(root / "state" / "quizapp" / "drafts").keep("rivers", "", draft))


def _recovery(root: Path, clock: TestClock) -> int:
    from quizapp.authoring.recovery import Recovery
    from quizapp.store.recovery_files import RecoveryFiles

    deck = root / "decks" / "rivers.yaml"
    recovery = Recovery(str(deck), "deck: rivers", ((None, {"question": "Where? " * 2000, "answer": "There."}),))
    _redirect(root, "")
    return _kept(RecoveryFiles(root / "state" / "quizapp" / "studio").keep(deck, recovery))


def _kept(is_kept: bool) -> int:
    """Say as a command would what a screen says where it shows that something was not kept."""
    if not is_kept:
        print("Not kept.", file=sys.stderr, flush=True)
    return 0 if is_kept else StoreError.exit_code


ACTIONS: dict[str, Action] = {
    "study": _command("study", "--plain", "--new", "99999", typed="".join(f"{line}\n" for line in STUDIED)),
    "quiz": _command("quiz", "--plain", "--questions", "3", "--seed", "7", "--count", typed="It is\n\n" * 9),
    "undo": _command("undo"),
    "suspend": _command("suspend", "rivers/n5", "rivers/n6"),
    "exam": _command("exam", "rivers", "2026-12-24", "--yes"),
    "add": _command("add", "rivers", "--question", "Where does the Nile end?", "--answer", "In Egypt"),
    "edit": _edit,
    "new": _command("new", "ROOT/decks/lakes/great.yaml", "--title", "Great lakes"),
    "fmt": _command("fmt", "ROOT/decks/rivers.yaml"),
    "config": _command("config", "new_per_day", "30"),
    "retention": _command("config", "desired_retention", "0.93", "--yes"),
    "draft": _draft,
    "recovery": _recovery,
    "export": _command("export", "reviews", "-o", "ROOT/out/reviews.csv"),
    "export folder": _command("export", "reviews", "days", "cards", "decks", "-o", "ROOT/tables/"),
    "export log": _command("export", "log", "-o", "ROOT/log.jsonl"),
    "import log": _command("import", "log", "ROOT/other.jsonl"),
    "backup": _command("backup", "-o", "ROOT/out/progress.db"),
    "restore": _command("restore", "ROOT/out/progress.db", "--yes"),
    "restore days": _command("restore", "ROOT/other.db", "--since", "2026-01-01", "--yes"),
    "migrate": _command("unsuspend", "rivers/n5"),
    "look": _command("due"),
}
"""What can be done on the watched disk, by name."""


def _begin(root: Path, log: Path) -> Watched:
    """Keep what is there, and log what changes from now on."""
    watched = Watched()
    log.with_suffix(".begun").write_bytes(pickle.dumps(look(root)))
    watched.watch(root)
    watched.log(log)
    return watched


def _weaken(how: str) -> None:
    """Take a guard away, to see that the harness finds what it guards against."""
    from quizapp.store import engine

    match how:
        case "":
            pass
        case "NORMAL" | "OFF":
            full = "PRAGMA synchronous = FULL"
            weaker: Any = tuple(full.replace("FULL", how) if said == full else said for said in engine._TO_WRITE)
            assert weaker != engine._TO_WRITE
            engine._TO_WRITE = weaker
        case "no sync of files":
            os.fsync = lambda descriptor: None
        case _:
            raise ValueError(how)
