"""What the global flags say, and the collection they lead to; opened only when a command asks for it."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from pathlib import Path

    from quizapp.clock import Clock
    from quizapp.collection import Collection
    from quizapp.config import Settings

Function = TypeVar("Function", bound=Callable[..., Any])


class Cli:
    """The flags that hold for every subcommand. `clock` is the machine's unless a test passes its own."""

    def __init__(self, clock: Clock | None = None) -> None:
        self.database: Path | None = None
        self.deck_paths: tuple[Path, ...] = ()
        self.answering: str | None = None
        self._clock = clock

    @property
    def clock(self) -> Clock:
        from quizapp.clock import SystemClock

        return self._clock or SystemClock()

    def settings(self) -> Settings:
        """Return the settings that hold: defaults, file, environment, then these flags."""
        from quizapp import config

        settings = config.load(database=self.database, deck_paths=self.deck_paths)
        if self.answering is None:
            return settings
        return replace(settings, study=replace(settings.study, answering=self.answering))

    def places(self) -> Settings:
        """Return where everything is; the file of settings, which has no say in that, is not read."""
        from quizapp import config

        return config.places(database=self.database, deck_paths=self.deck_paths)

    @contextmanager
    def collection(self, *, read_only: bool = False, one_moment: bool = False) -> Iterator[Collection]:
        """Open the collection, tell on stderr what it wants told once, and close it in the end."""
        from quizapp.cli.output import note
        from quizapp.collection import Collection

        collection = Collection.open(self.settings(), self.clock, read_only=read_only, one_moment=one_moment)
        told = collection.notices
        try:
            for notice in told:
                note(notice)
            yield collection
        finally:
            close(collection, told)


def close(collection: Collection, told: Container[str]) -> None:
    """Close a collection, with a word where its backup takes long, and tell on stderr what was not told yet."""
    from quizapp.cli.output import note
    from quizapp.cli.progress_bar import patience

    collection.close(patience("Backing up your progress…"))
    with suppress(OSError):  # the terminal may be gone, which is why it is closed
        for notice in collection.notices:
            if notice not in told:
                note(notice)


def _path(value: str) -> Path:
    from pathlib import Path

    return Path(value).expanduser()


def _set_database(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    if value:
        ctx.obj.database = _path(value)


def _add_decks(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> None:
    ctx.obj.deck_paths += tuple(map(_path, value))


def place_options(function: Function) -> Function:
    """Add the options that say where things are; they may stand before the subcommand and after it."""
    database = click.option(
        "--db",
        "database",
        type=click.Path(),
        metavar="FILE",
        help="Keep progress in this file.",
        expose_value=False,
        callback=_set_database,
    )
    decks = click.option(
        "--decks",
        "deck_folders",
        type=click.Path(),
        metavar="DIR",
        multiple=True,
        help="Study the decks of this folder; may be given several times.",
        expose_value=False,
        callback=_add_decks,
    )
    return database(decks(function))
