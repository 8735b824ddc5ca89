"""What the files in `tests/store/schemas` hold: some weeks of study by the program as it was at each schema version.

A file is never written again once its version is on record. A new version gets its own from the program that first has
it: PYTHONPATH=tests/support python tests/support/schema_scenario.py tests/store/schemas/version_N.sql
"""

from __future__ import annotations

import random
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

SCHEMAS = Path(__file__).parents[1] / "store" / "schemas"


def versions() -> list[int]:
    """Return the schema versions that there are files of, ascending."""
    return sorted(int(path.stem.removeprefix("version_")) for path in SCHEMAS.glob("version_*.sql"))


def load(version: int, database: Path) -> None:
    """Make a database as the program left it at a schema version, with a write-ahead log as it has in use."""
    database.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(database)) as connection:
        connection.executescript((SCHEMAS / f"version_{version}.sql").read_text(encoding="utf-8"))
        connection.execute("PRAGMA journal_mode = WAL")


def dump(database: Path) -> str:
    """Return the text of a database from which `load` makes it again."""
    with closing(sqlite3.connect(database)) as connection:
        (application_id,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        marks = (f"PRAGMA application_id = {application_id};", f"PRAGMA user_version = {version};")
        return "\n".join([*marks, *connection.iterdump()]) + "\n"


def study(root: Path) -> Path:
    """Return a database with every kind of event, made as a learner makes them."""
    from worlds import DECK, World

    from quizapp.model import ActionKind, Rating, SchedulingSettings
    from quizapp.quiz.settings import QuizSettings
    from quizapp.scheduling.exams import Target

    chance, world = random.Random(6), World(root)
    world.write("rivers.yaml", DECK)
    lakes = "".join(f"  - id: n{i}\n    question: Which lake is number {i}?\n    answer: Lake {i}\n" for i in range(8))
    world.write("lakes.yaml", f"deck: lakes\ntitle: Lakes\nnotes:\n{lakes}")
    acts = {
        3: (ActionKind.BURY, "rivers/nile"),
        4: (ActionKind.SUSPEND, "lakes/n2"),
        7: (ActionKind.UNSUSPEND, "lakes/n2"),
        8: (ActionKind.RESET, "lakes/n3"),
        12: (ActionKind.SUSPEND, "lakes/n5"),
    }
    for day in range(24):
        if day == 9:
            world.scheduling = SchedulingSettings(desired_retention=0.85)
        if day == 16:  # a reworded note, to which progress is carried
            world.write("rivers.yaml", DECK.replace("id: nile", "id: nile-river"))
        with world.open() as collection:
            session = collection.study()
            for _ in range(12):
                if session.current is None:
                    break
                world.clock.pass_ms(chance.randrange(2_000, 40_000))
                rating = chance.choice([*Rating, Rating.GOOD, Rating.GOOD])
                answer = chance.choice([None, "it’s, 'né'"])
                session.rate(rating, duration_ms=chance.randrange(900, 20_000), answer=answer)
                if chance.random() < 0.1:
                    session.undo()
            if day in acts:
                kind, card_id = acts[day]
                collection.act_on(kind, [card_id])
            if day == 10:
                collection.undo()
            if day == 11:
                collection.plans.set_exam(Target("lakes"), collection.today() + 20)
            if day == 13:
                collection.plans.set_due(["rivers/po", "lakes/n1"], collection.today() + 4)
            if day in (14, 16):
                quiz = collection.quizzes.begin(QuizSettings())
                quiz.skip(spent_ms=2_000)
                if day == 14:  # the other one stays under way
                    quiz.finish(spent_ms=500)
                    quiz.hand_in()
        world.clock.pass_days(chance.choice([1, 1, 1, 3]))
    return world.settings.database


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        Path(sys.argv[1]).write_text(dump(study(Path(folder))), encoding="utf-8")
