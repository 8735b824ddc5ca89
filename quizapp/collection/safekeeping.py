"""What an opened collection does for its own safety: backups, and a word where progress seems to be gone."""

from __future__ import annotations

from collections.abc import Callable

from quizapp.clock import Clock
from quizapp.config import Settings
from quizapp.humanize import count
from quizapp.paths import tilde
from quizapp.store.auto_backup import AutoBackup
from quizapp.store.backup_files import folder_of, list_backups
from quizapp.store.store import Store


class Safekeeping:
    """Looks after one store that is written to."""

    def __init__(self, store: Store, settings: Settings, clock: Clock, tell: Callable[[str], None]) -> None:
        """Begin to look after a store.

        Args:
            tell: called with sentences for the learner, on the thread that writes.
        """
        self._store, self._clock, self._tell = store, clock, tell
        self._backups: AutoBackup | None = None
        if not store.log_position().reviews:
            self._tell_of_loss(settings)
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

    def _tell_of_loss(self, settings: Settings) -> None:
        """Tell where there are answers of a database that has none, as when its file was deleted."""
        folder = folder_of(settings.database, settings.backup_folder)
        found = sum(backup.answers > 0 for backup in list_backups(folder))
        if found:
            self._tell(
                f"{tilde(settings.database)} holds no answers, but {count(found, 'backup')} of it with answers "
                f"{'is' if found == 1 else 'are'} in {tilde(folder)}. Bring your progress back: quizapp restore"
            )

    def _tell_failure(self, backups: AutoBackup) -> None:
        failure = backups.failure()
        if failure:
            self._tell(failure)
