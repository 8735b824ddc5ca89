"""What an opened collection does for its own safety: backups, and a word where progress seems to be gone."""

from __future__ import annotations

from collections.abc import Callable

from quizapp.clock import Clock
from quizapp.config import Settings
from quizapp.humanize import count
from quizapp.paths import tilde
from quizapp.store.auto_backup import AutoBackup
from quizapp.store.backup_files import folder_of, names
from quizapp.store.store import Store


class Safekeeping:
    """Looks after one store that is written to."""

    def __init__(
        self, store: Store, settings: Settings, clock: Clock, *, is_new: bool, tell: Callable[[str], None]
    ) -> None:
        """Begin to look after a store.

        Args:
            is_new: the database was not there before it was opened.
            tell: called with sentences for the learner, on the thread that writes.
        """
        self._store, self._clock, self._tell = store, clock, tell
        self._backups: AutoBackup | None = None
        folder = folder_of(settings.database, settings.backup_folder)
        if is_new and (found := len(names(folder))):
            tell(
                f"{tilde(settings.database)} was not there, so it was begun anew, and {_are(found)} in "
                f"{tilde(folder)}. Bring your progress back: quizapp restore"
            )
        self.change_settings(settings)

    def change_settings(self, settings: Settings) -> None:
        """Go by other settings from now on."""
        folder = folder_of(settings.database, settings.backup_folder)
        if self._backups is not None and settings.automatic_backups and self._backups.folder == folder:
            return
        self._backups = AutoBackup(settings.database, folder, self._clock) if settings.automatic_backups else None
        self._store.after_writing = self._look if self._backups else None

    def finish(self) -> None:
        """Make the last backup, if it is time for one; call it before the store is closed."""
        if self._backups is not None:
            self._backups.finish()
            self._tell_failure(self._backups)

    def _look(self) -> None:
        if self._backups is not None:
            self._backups.look()
            self._tell_failure(self._backups)

    def _tell_failure(self, backups: AutoBackup) -> None:
        failure = backups.failure()
        if failure:
            self._tell(failure)


def _are(found: int) -> str:
    return f"{count(found, 'backup')} of it {'is' if found == 1 else 'are'}"
