"""Rows as a Parquet file, in chunks: typed columns that Arrow, pandas, DuckDB and R read (https://parquet.apache.org).

Instants are timestamps in UTC, study days dates, words dictionaries, and numbers have all their digits. pyarrow, an
extra, is loaded when the first chunk is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from itertools import islice
from typing import Any

from quizapp.export.fields import OR_NULL, Batch, Field, plain

BATCHES_OF_A_GROUP = 100
"""Batches whose rows make a row group: all that is in memory at once."""

_TYPES = {
    "text": "string",
    "list of texts": "list<string>",
    "true or false": "bool",
    "instant": "timestamp[ms]",
    "date": "date32[day]",
    "epoch milliseconds": "int64",
    "count": "int64",
    "milliseconds": "int64",
    "whole days": "int64",
    "minutes from UTC": "int16",
    "1 to 4": "int8",
    "0 to 3": "int8",
}
"""The name of the type of each kind of values; what is not here is a number with digits."""


def is_installed() -> bool:
    """Tell whether pyarrow is there."""
    return find_spec("pyarrow") is not None


def parquet_file(fields: Sequence[Field[Any]], batches: Iterable[Batch]) -> Iterator[bytes]:
    """Yield the bytes of a Parquet file; the same rows give the same bytes with the same pyarrow."""
    pa: Any = import_module("pyarrow")
    parquet: Any = import_module("pyarrow.parquet")
    makers = [_maker(pa, field) for field in fields]
    schema = pa.schema([_column(pa, field) for field in fields])
    sink = _Sink()
    remaining = iter(batches)
    with parquet.ParquetWriter(sink, schema, compression="zstd") as writer:
        while group := list(islice(remaining, BATCHES_OF_A_GROUP)):
            parts = [
                pa.record_batch([make(column) for make, column in zip(makers, batch, strict=True)], schema=schema)
                for batch in group
            ]
            writer.write_table(pa.Table.from_batches(parts))
            yield sink.taken()
    yield sink.taken()


def _column(pa: Any, field: Field[Any]) -> Any:
    return pa.field(
        field.name,
        _type(pa, field),
        nullable=field.values.endswith(OR_NULL),
        metadata={"description": field.meaning, "values": field.values},
    )


def _type(pa: Any, field: Field[Any]) -> Any:
    if field.words:
        return pa.dictionary(pa.int8(), pa.string())
    if field.kind == "instant":
        return pa.timestamp("ms", tz="UTC")
    if field.kind == "list of texts":
        return pa.list_(pa.string())
    return pa.type_for_alias(_TYPES.get(field.kind, "float64"))


def _maker(pa: Any, field: Field[Any]) -> Callable[[Sequence[Any]], Any]:
    kind = _type(pa, field)
    if field.words:
        make, words = plain(field), pa.array(field.words)
        places: dict[object, int | None] = {word: number for number, word in enumerate(field.words)} | {None: None}
        return lambda column: pa.DictionaryArray.from_arrays(
            pa.array([places[make(value)] for value in column], pa.int8()), words
        )
    if field.kind == "instant":
        return lambda column: pa.array(column, pa.int64()).cast(kind)
    if field.kind == "date":
        return lambda column: pa.array(column, pa.int32()).cast(kind)
    if str(kind) == "double":
        return lambda column: pa.array([None if value is None else float(value) for value in column], kind)
    if field.kind in ("1 to 4", "0 to 3"):
        return lambda column: pa.array([int(value) for value in column], kind)
    return lambda column: pa.array(column, kind)


class _Sink:
    """What pyarrow writes to; keeps the bytes until they are taken."""

    closed = False

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._size = 0

    def write(self, part: bytes) -> int:
        self._parts.append(bytes(part))
        self._size += len(part)
        return len(part)

    def tell(self) -> int:
        return self._size

    def flush(self) -> None: ...

    def close(self) -> None:
        self.closed = True

    def writable(self) -> bool:
        return True

    def readable(self) -> bool:
        return False

    def seekable(self) -> bool:
        return False

    def taken(self) -> bytes:
        together = b"".join(self._parts)
        self._parts.clear()
        return together
