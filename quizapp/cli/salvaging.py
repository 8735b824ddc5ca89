"""What `quizapp doctor --salvage` does and says."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import click

from quizapp.cli.output import say
from quizapp.clock import Clock
from quizapp.config import Settings
from quizapp.doctor.gaps import merged
from quizapp.doctor.salvage import NAMELESS, Salvaged, salvage
from quizapp.errors import OutputFailed, ReadOnlyStore, StoreError
from quizapp.humanize import count, day_and_month, listed
from quizapp.store.files import WriteLock, is_there

SOMETHING_MISSING = 1
NAMED = 5
WAIT_S = 10.0


def salvage_into(settings: Settings, clock: Clock, target: Path) -> None:
    """Write what can be read of the database into a new one, and say what came out; ends with 1 when not all did.

    Raises:
        StoreError: the database is not there, or cannot be read at all.
        OutputFailed: the new one cannot be written there.
    """
    path = settings.database
    if not is_there(path):
        raise StoreError(path, "it is not there")
    try:
        with _nobody_writing(path):
            found = salvage(path, target, _tell_how_far if sys.stderr.isatty() else lambda done, of: None)
    except FileExistsError:
        raise OutputFailed(target, "a file is there already") from None
    except OSError as error:
        raise OutputFailed(target, error.strerror or str(error)) from None
    _tell(found, path, target, clock.now().study_day(settings.study.day_cutoff_hour))
    if found.missing or found.unfit:
        raise click.exceptions.Exit(SOMETHING_MISSING)


def _tell_how_far(done: int, of: int) -> None:
    """Say on the terminal how far it is, in a line that what comes next takes the place of."""
    share = min(done * 100 // max(of, 1), 100)
    print(f"\r{f'… {share} % of {of:,} pages':<40}\r", end="", file=sys.stderr, flush=True)


@contextmanager
def _nobody_writing(path: Path) -> Iterator[None]:
    """Keep other programs from writing meanwhile, where a lock can be had: not on a medium that is read-only."""
    with ExitStack() as held:
        with suppress(ReadOnlyStore):
            held.enter_context(WriteLock(path, WAIT_S).held())
        yield


def _tell(found: Salvaged, path: Path, target: Path, today: int) -> None:
    parts = [count(found.reviews, "answer"), count(found.actions, "act")]
    parts.append(f"{found.quizzes:,} quiz{'' if found.quizzes == 1 else 'zes'}")
    say(f"{listed(parts)} came out of {path.name}, which was left as it is.", bold=True)
    if found.gaps:
        gaps = merged(found.gaps)
        spans = [_span(gap.first_day, gap.last_day, today) for gap in gaps[:NAMED]]
        more = f" and {count(len(gaps) - NAMED, 'other span')}" if len(gaps) > NAMED else ""
        say(f"Missing: {count(found.missing, 'event')}, of {'; '.join(spans)}{more}.")
    else:
        say("As far as the numbers of the events tell, none is missing.")
    if found.unfit:
        say(f"Left out: {count(found.unfit, 'row')} that cannot be right.")
    if found.nameless:
        say(
            f"{count(found.nameless, 'card')} lost the id, and got one such as {NAMELESS}7. To give a card its progress"
        )
        say(f"back: quizapp carry {NAMELESS}7 CARD")
    say()
    say("Then add what your last backup holds and this does not; nothing is counted twice:")
    say("  quizapp --db BACKUP export log -o log.jsonl")
    say(f"  quizapp --db {target} import log log.jsonl")
    say("Look it over, and study with it:")
    say(f"  quizapp --db {target} doctor")


def _span(first: int, last: int, today: int) -> str:
    names = [day_and_month(first, today), day_and_month(last, today)]
    return names[0] if first == last else f"{names[0]} to {names[1]}"
