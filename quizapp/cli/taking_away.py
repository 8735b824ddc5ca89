"""Ways to take progress away that the stats screen offers: what it writes is what `quizapp export` writes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.clock import day_to_date
from quizapp.tui.exports import Export

if TYPE_CHECKING:
    from quizapp.collection import Collection
    from quizapp.stats.selection import Selection


def _folder(study_day: int) -> Path:
    return Path.cwd() / f"quizapp-{day_to_date(study_day).isoformat()}"


def _write_csv(collection: Collection, selection: Selection, folder: Path) -> Path:
    from quizapp.cli.commands.export import write_folder  # late: most sessions take nothing away
    from quizapp.cli.exporting import OF_THE_DECKS, OF_THE_LOG

    write_folder(folder, (*OF_THE_LOG, *OF_THE_DECKS), selection, collection.store, collection, raw=False)
    return folder


def _page(study_day: int) -> Path:
    return Path.cwd() / f"quizapp-{day_to_date(study_day).isoformat()}.html"


def _write_page(collection: Collection, selection: Selection, file: Path) -> Path:
    from quizapp.cli.commands.report import report_of
    from quizapp.cli.output import write_data
    from quizapp.report.page import page

    write_data(page(report_of(collection, selection, "Progress")), file)
    return file


EXPORTS = (
    Export("CSV files", "reviews, days, cards and decks", _folder, _write_csv),
    Export("Report", "a page for a browser, to show or print", _page, _write_page),
)
