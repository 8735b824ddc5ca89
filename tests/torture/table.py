"""The table of the manual's page on trust, made from the ledger: `python tests/torture/table.py` writes it there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ledger import DAMAGE, PROMISED, ROOT, Promised, runs

PAGE = ROOT / "quizapp" / "help" / "trust.md"
BEGIN = "<!-- table of the last full run: begin -->\n"
END = "<!-- table of the last full run: end -->\n"
COLUMNS = ("date", "tried", "what was done", "what came of it")
NAMES = {"lost": "lost", "corrupt": "corrupt", "let_through": "let in"}


def table(recorded: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the table in Markdown, a row for each promised set."""
    lines = [f"| {' | '.join(COLUMNS)} |", "| --- | ---: | --- | --- |"]
    lines += [f"| {' | '.join(_row(promised, recorded.get(promised.key)))} |" for promised in PROMISED]
    return "\n".join(lines) + "\n"


def filled(page: str, made: str) -> str:
    """Return the page with the table in its place."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError("the page has no place for the table")
    return f"{before}{begin}{made}{end}{after}"


def write() -> None:
    """Bring the page up to what is recorded."""
    PAGE.write_text(filled(PAGE.read_text(encoding="utf-8"), table(runs())), encoding="utf-8")


def _row(promised: Promised, entry: Mapping[str, Any] | None) -> list[str]:
    if entry is None:
        return ["not yet", "–", promised.words, "–"]
    named = {name: number for name, number in entry.items() if name not in {"date", "tried", "result", *DAMAGE}}
    more = ", ".join(f"{name.replace('_', ' ')} {_number(number)}" for name, number in named.items())
    harm = ", ".join(f"{_number(entry[name])} {NAMES[name]}" for name in DAMAGE if name in entry)
    return [
        entry["date"],
        _number(entry["tried"]),
        f"{promised.words} ({more})" if more else promised.words,
        f"{entry['result']}: {harm}" if harm else entry["result"],
    ]


def _number(number: float) -> str:
    return f"{number:,}" if isinstance(number, int) else f"{number:,.1f}"


if __name__ == "__main__":
    write()
