"""A small world for tests that need an opened collection: a clock that is told the time, decks, a database."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from quizapp.clock import Moment
from quizapp.collection import Collection
from quizapp.config import Settings
from quizapp.model import SchedulingSettings, StudySettings

MINUTE = 60_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR

BERLIN = ZoneInfo("Europe/Berlin")


class TestClock:
    """A clock that stands still until it is told to move."""

    __test__ = False

    def __init__(self, start: datetime | None = None, zone: ZoneInfo = BERLIN) -> None:
        start = start or datetime(2026, 11, 22, 10, 0, tzinfo=zone)
        self.zone = zone
        self.at_ms = round(start.timestamp() * 1000)

    def now(self) -> Moment:
        return Moment(self.at_ms, self.offset_at(self.at_ms))

    def offset_at(self, at_ms: int) -> int:
        offset = datetime.fromtimestamp(at_ms / 1000, self.zone).utcoffset()
        return round((offset or timedelta()).total_seconds() / 60)

    def pass_ms(self, ms: int) -> None:
        self.at_ms += ms

    def pass_days(self, days: int) -> None:
        self.pass_ms(days * DAY)


DECK = """\
deck: rivers
title: Rivers
notes:
  - id: nile
    question: Which river flows through Cairo?
    answer: The Nile
    explain: It reaches the sea in a delta north of the city.
    where: Africa, ¶ 2
    hint: It begins with N.
  - id: po
    question: Turin’s river
    answer: Po
    bidirectional: true
  - id: lengths
    cloze: "The Rhine is {{1,233 km::length}} long and the Oder {{840 km::length}}."
"""


@dataclass
class World:
    """Where one test keeps its decks, database and clock."""

    root: Path
    clock: TestClock = field(default_factory=TestClock)
    study: StudySettings = StudySettings()
    scheduling: SchedulingSettings = SchedulingSettings()
    automatic_backups: bool = False
    """Off, as most tests close a collection and look at something else: each backup waits for a disk."""
    backup_folder: Path | None = None

    def __post_init__(self) -> None:
        self.decks = self.root / "decks"
        self.decks.mkdir(parents=True, exist_ok=True)

    @property
    def settings(self) -> Settings:
        return Settings(
            database=self.root / "data" / "progress.db",
            deck_paths=(self.decks,),
            config_file=self.root / "config.toml",
            cache_folder=self.root / "cache",
            state_folder=self.root / "state",
            study=self.study,
            scheduling=self.scheduling,
            automatic_backups=self.automatic_backups,
            backup_folder=self.backup_folder,
        )

    def write(self, name: str, text: str) -> Path:
        path = self.decks / name
        path.write_text(text, encoding="utf-8")
        return path

    def open(self, *, read_only: bool = False) -> Collection:
        return Collection.open(self.settings, self.clock, read_only=read_only)
