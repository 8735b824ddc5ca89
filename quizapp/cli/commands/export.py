"""`quizapp export`: take progress away."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, cast

import click

from quizapp.atomic import sync_folder, write_whole
from quizapp.cli.choosing import chosen, days_chosen, deck_option, tag_and_day_options
from quizapp.cli.context import Cli, place_options
from quizapp.cli.exporting import DATED, FORMS, OF_THE_DECKS, SUMMARY, TABLES, table_of
from quizapp.cli.output import encoded, is_terminal, write_data, write_json
from quizapp.cli.progress_bar import ProgressBar, Tell
from quizapp.errors import OutputFailed, UsageError
from quizapp.text import clean, safe_json

if TYPE_CHECKING:
    from quizapp.collection import Collection
    from quizapp.stats.selection import Selection
    from quizapp.store.answer_reader import AnswerReader

LOG = "log"


@click.command("export")
@click.argument(
    "what",
    metavar="reviews|cards|decks|days|summary|log...",
    type=click.Choice([*TABLES, LOG]),
    nargs=-1,
    required=True,
)
@click.option("--format", "form", type=click.Choice(FORMS), help="CSV unless named, or told by the name of the file.")
@deck_option
@tag_and_day_options
@click.option("--for", "reader", type=click.Choice(["fsrs"]), help="Reviews as FSRS's optimizers read them.")
@click.option("-o", "--output", type=click.Path(), metavar="FILE", help="Write to this file, or into this folder.")
@click.option("--raw", is_flag=True, help="Leave texts in CSV that a spreadsheet would run as formulas.")
@place_options
@click.pass_obj
def command(
    cli: Cli,
    what: tuple[str, ...],
    form: str | None,
    decks: tuple[str, ...],
    tags: tuple[str, ...],
    since: datetime | None,
    until: datetime | None,
    reader: str | None,
    output: str | None,
    raw: bool,
) -> None:
    """Take progress away as CSV, JSON, Parquet or Markdown.

    reviews is a row for each answer that holds, days a row for each day of study, cards and decks what they are
    now, summary a row for each of your figures. A folder takes several at once, all of one moment, and says in
    datapackage.json what is in them. log is everything on record, for `quizapp import log`. The fields: quizapp
    help export
    """
    names = tuple(dict.fromkeys(what))
    if LOG in names:
        _log(cli, output, alone=names == (LOG,) and not (form or decks or tags or since or until or reader))
        return
    folder = _folder(output)
    _refuse(names, form, reader, dated=bool(since or until), folder=folder is not None)
    with _opened(cli, bool(decks or tags or set(names) & {*OF_THE_DECKS, SUMMARY})) as (store, collection):
        days = days_chosen(since, until)
        selection = chosen(collection, decks, tags, days) if collection else days
        if folder is not None:
            write_folder(folder, names, selection, store, collection, raw=raw)
            return
        file = Path(output).expanduser() if output else None
        form = form or _form_of(file)
        _require_form(form, file)
        table = table_of(reader or names[0], selection, store, collection)
        as_it_is = raw or reader is not None
        with ProgressBar(f"Exporting {names[0]}", table.total) as bar:
            chunks = table.written(form, bar, raw=as_it_is)
            write_data(_safe(chunks, form, raw=as_it_is), file)


def _safe(chunks: Iterator[str | bytes], form: str, *, raw: bool) -> Iterator[str | bytes]:
    """Return a table with nothing in it that could act on the terminal that it may end up on; raw as it is."""
    if form == "parquet":
        return chunks
    texts = cast(Iterator[str], chunks)
    if form in ("json", "jsonl"):
        return map(safe_json, texts)
    if raw:
        return texts
    return map(clean, texts)


def _log(cli: Cli, output: str | None, *, alone: bool) -> None:
    """Write the whole log, from which `quizapp import log` makes the same collection again."""
    if not alone:
        raise UsageError("The log is taken away whole, in its own form. Write: quizapp export log -o FILE.jsonl")
    from quizapp.export.log_lines import log_text
    from quizapp.store.logbook import iter_log
    from quizapp.store.store import Store

    with Store.open(cli.settings().database, read_only=True) as store:
        total = store.count_answers()
        with ProgressBar("Exporting the log", total, told=lambda amount: f"{amount:,} lines") as bar:
            write_json(bar.lines_of(log_text(iter_log(store))), Path(output).expanduser() if output else None)


def _folder(output: str | None) -> Path | None:
    """Return the folder that the output is to go into, None where it is a file or the terminal."""
    if not output:
        return None
    path = Path(output).expanduser()
    return path if output.endswith(("/", os.sep)) or path.is_dir() else None


def _form_of(file: Path | None) -> str:
    suffix = file.suffix.removeprefix(".").lower() if file else ""
    return suffix if suffix in FORMS else "csv"


def _require_form(form: str, file: Path | None) -> None:
    """Raise UsageError where the form cannot be written, or not there."""
    if form != "parquet":
        return
    from quizapp.export.parquet import is_installed

    if not is_installed():
        raise UsageError("Parquet needs pyarrow, which is not installed. Install it: pip install 'quizapp[parquet]'")
    if file is None and is_terminal():
        raise UsageError("Parquet is for programs and not for a terminal. Name a file: -o FILE.parquet")


def _refuse(names: Sequence[str], form: str | None, reader: str | None, *, dated: bool, folder: bool) -> None:
    """Raise UsageError for what does not go together."""
    if dated and not set(names) <= set(DATED):
        raise UsageError(
            "Cards and decks are as they are now, so --since and --until say nothing of them. Leave those out."
        )
    if reader and (names != ("reviews",) or form not in (None, "csv") or folder):
        raise UsageError("--for fsrs is one CSV file of answers. Write: quizapp export reviews --for fsrs -o FILE.csv")
    if folder and form not in (None, "csv"):
        raise UsageError("A folder takes CSV. Leave out --format, or name a file with -o FILE.")
    if len(names) > 1 and not folder:
        raise UsageError("Several tables go into a folder. Name one with -o FOLDER/, or export one table at a time.")


@contextmanager
def _opened(cli: Cli, needs_decks: bool) -> Iterator[tuple[AnswerReader, Collection | None]]:
    """Give the log, and the collection where decks are asked about: the log can be taken away without any."""
    if needs_decks:
        with cli.collection(read_only=True, one_moment=True) as collection:
            yield collection.store, collection
        return
    from quizapp.store.answer_reader import Answers

    database = cli.settings().database
    if answers := Answers.open(database):
        with answers:
            yield answers, None
        return
    from quizapp.store.store import Store  # it reads earlier versions too, and takes longer to load

    with Store.open(database, read_only=True, one_moment=True) as store:
        yield store, None


def write_folder(
    folder: Path,
    names: Sequence[str],
    selection: Selection,
    store: AnswerReader,
    collection: Collection | None,
    *,
    raw: bool,
    tell: Tell | None = None,
    answers: int | None = None,
) -> None:
    """Write each table into a file of the folder, and what says what is in them: all of these files or none.

    Args:
        tell: is told how far it is, as a bar is; without it stderr shows that.
        answers: how many there are of the selection, where that is known.
    """
    from quizapp.export.datapackage import FILE, package_text

    was_there = folder.is_dir()
    try:
        if not was_there:
            folder.mkdir(0o700)
            sync_folder(folder.parent)
        with TemporaryDirectory(dir=folder, prefix=".") as passing:
            described, files = [], [f"{name}.csv" for name in names] + [FILE]
            for name in names:
                table = table_of(name, selection, store, collection)
                described.append((name, table.fields))
                total = table.total or (answers if name == "reviews" else None)
                with ProgressBar(f"Exporting {name}", total, tell=tell) as bar:
                    chunks = table.written("csv", bar, raw=raw)
                    text = _safe(chunks, "csv", raw=raw)
                    write_whole(Path(passing, f"{name}.csv"), encoded(text))
            write_whole(Path(passing, FILE), encoded([package_text(described)]))
            for file in files:
                Path(passing, file).replace(folder / file)
        sync_folder(folder)
    except OSError as error:
        raise OutputFailed(folder, error.strerror or str(error)) from None
    finally:
        if not was_there:
            with suppress(OSError):
                folder.rmdir()  # a new folder that nothing came into
