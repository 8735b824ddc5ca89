"""A page whose figures can be taken away: the list of ways, how far one is, and how it ended."""

from __future__ import annotations

from collections.abc import Callable

from textual import work

from quizapp import paths
from quizapp.tui.backstage import Left
from quizapp.tui.exports import Writing
from quizapp.tui.screens.page import Page
from quizapp.tui.screens.pick import PickScreen, named
from quizapp.tui.stats_desk import Shown, StatsDesk
from quizapp.tui.widgets.notice import Notice


class ExportingPage(Page):
    """Writes one export at a time, beside all else that goes on, and says in its notice how far that is."""

    notice: Notice

    def __init__(self, desk: StatsDesk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: Shown | None = None
        self._writing: Writing | None = None

    @property
    def can_export(self) -> bool:
        """Tell whether there are figures, and ways to take them, and none is being gone."""
        return self._shown is not None and bool(self.quizapp.exports) and self._writing is None

    def action_export(self) -> None:
        if self._shown is None:
            return
        exports, today = self.quizapp.exports, self._shown.progress.today
        rows = [(f"{export.name}: {export.tells}", paths.tilde(export.path(today))) for export in exports]
        self.pick("Export", rows, self._begin_export)

    def _begin_export(self, row: int) -> None:
        self._export(row)

    @work(exclusive=True, group="export")
    async def _export(self, row: int) -> None:
        if self._shown is None:
            return
        export, quizapp = self.quizapp.exports[row], self.quizapp
        self._writing = writing = Writing(export.name)
        self.tell_writing()
        self.show_keys()
        try:
            written = self._desk.export(export, self._shown, quizapp.settings, quizapp.clock, writing.tell)
            path = await self.told(written)
        except Left:
            self.notice.say("Stopped. Nothing was written.")
        else:
            if path is not None:
                self.notice.say(f"Written: {paths.tilde(path)}")
        finally:
            self._writing = None
            if self.is_attached:
                self.show_keys()

    def tell_writing(self) -> None:
        """Say how far an export is, where there is one."""
        if self._writing is not None:
            going = f"{self._writing.words()} {self.key('back').capitalize()} stops it."
            self.notice.say("Stopping…" if self._writing.stopped else going)

    def stop_writing(self) -> bool:
        """Have an export stop; tell whether there was one that had not been told to."""
        going = self._writing is not None and not self._writing.stopped
        if self._writing is not None:
            self._writing.stopped = True
        return going

    def pick(self, title: str, rows: list[tuple[str, str]], taken: Callable[[int], None], marked: int = 0) -> None:
        """Let one of these rows be chosen."""
        self.notice.say()
        self.app.push_screen(PickScreen(title, len(rows), named(rows), taken, marked=marked))
