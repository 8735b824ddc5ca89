"""Ways to take progress away that the stats screen offers: what it writes is what `quizapp export` writes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.clock import day_to_date
from quizapp.tui.exports import Export, Tell

if TYPE_CHECKING:
    from quizapp.clock import Clock
    from quizapp.collection import Collection
    from quizapp.config import Settings
    from quizapp.stats.progress import Progress


def _folder(study_day: int) -> Path:
    return Path.cwd() / f"quizapp-{day_to_date(study_day).isoformat()}"


def _write_csv(settings: Settings, clock: Clock, shown: Progress, folder: Path, tell: Tell) -> Path:
    from quizapp.cli.commands.export import write_folder  # late: most sessions take nothing away
    from quizapp.cli.exporting import OF_THE_DECKS, OF_THE_LOG

    with _now(settings, clock) as collection:
        write_folder(
            folder,
            (*OF_THE_LOG, *OF_THE_DECKS),
            shown.selection,
            collection.store,
            collection,
            raw=False,
            tell=tell,
            answers=shown.activity.total.reviews,
        )
    return folder


def _page(study_day: int) -> Path:
    return Path.cwd() / f"quizapp-{day_to_date(study_day).isoformat()}.html"


def _write_page(settings: Settings, clock: Clock, shown: Progress, file: Path, tell: Tell) -> Path:
    from quizapp.cli.commands.report import report_of
    from quizapp.cli.output import write_data
    from quizapp.report.page import page

    with _now(settings, clock) as collection:
        report = report_of(collection, shown.selection, "Progress", lambda done, total: tell("Reading", done, total))
    write_data(page(report), file)
    return file


def _now(settings: Settings, clock: Clock) -> Collection:
    """Return what the settings name as it is at this moment, whatever is answered while it is written."""
    from quizapp.collection import Collection

    return Collection.open(settings, clock, read_only=True, one_moment=True)


EXPORTS = (
    Export("CSV files", "reviews, days, cards and decks", _folder, _write_csv),
    Export("Report", "a page for a browser, to show or print", _page, _write_page),
)
