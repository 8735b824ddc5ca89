"""From the command line to the screens: opening the app, whose collection opens behind its first frame."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.cli.context import Cli, close
from quizapp.cli.tags import check_tags
from quizapp.store.collector import collector_paused

if TYPE_CHECKING:
    from quizapp.collection import Collection
    from quizapp.config import Settings
    from quizapp.config.forms import Plain
    from quizapp.deckfile.written import NoteFields
    from quizapp.store.deckdesk import OpenDeck
    from quizapp.study.scope import Scope
    from quizapp.tui.app import First


def run_screens(cli: Cli, scope: Scope | None = None, *, first: First | None = None) -> int:
    """Return the exit code of the app, 128 + n when signal n ended it. Without scope and first page it begins on home.

    Raises:
        QuizappError: the collection could not be opened, or has nothing of what the scope names.
    """
    with _lasting():
        from quizapp.tui.app import run

    clock = cli.clock

    def open_collection(settings: Settings) -> Collection:
        with _lasting():
            from quizapp.collection import Collection

            collection = Collection.open(settings, clock)
            check_tags(scope.tags if scope else (), collection)
            return collection

    def keep(path: Sequence[str], value: Plain | None) -> None:
        from quizapp.config.writing import write_setting  # late: only who changes a setting waits for it

        write_setting(settings.config_file, path, value)

    from quizapp.cli.taking_away import EXPORTS

    settings = cli.settings()
    return run(settings, scope, open_collection, clock=clock, keep=keep, exports=EXPORTS, first=first, close=close)


def run_add(cli: Cli, deck: OpenDeck, common: NoteFields) -> int:
    """Return the exit code of the form in which notes are added to a deck; no database is opened.

    Args:
        common: what every note has to begin with, such as tags.
    """
    from quizapp.cli.deck_files import guess_files
    from quizapp.tui.app import First
    from quizapp.tui.note_desk import DeckDesk

    desk = DeckDesk(deck, common, map(Path, guess_files(cli.settings()).values()))
    return run_screens(cli, first=First("edit", lambda app: app.add_notes(desk)))


@contextmanager
def _lasting() -> Iterator[None]:
    """Keep the garbage collector off what is made inside, for good: modules, decks and states last.

    It takes a tenth off the start, and between two keys no collection walks over a hundred thousand cards.
    """
    with collector_paused():
        yield
    gc.freeze()
