"""The table of the manual's page on trust, made from the ledger: `python tests/torture/table.py` writes it there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ledger import DAMAGE, PROMISED, ROOT, Promised, runs

PAGE = ROOT / "quizapp" / "help" / "trust.md"
BEGIN = "<!-- table of the last full run: begin -->\n"
END = "<!-- table of the last full run: end -->\n"
COLUMNS = ("date", "tried", "lost", "corrupt", "let in", "result", "what was done")


def table(recorded: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the table in Markdown, a row for each promised set."""
    lines = [f"| {' | '.join(COLUMNS)} |", f"| {' | '.join('---:' if 0 < n < 5 else '---' for n in range(7))} |"]
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
        return ["not yet", *["–"] * 4, "–", promised.words]
    named = {name: number for name, number in entry.items() if name not in {"date", "tried", "result", *DAMAGE}}
    more = ", ".join(f"{name.replace('_', ' ')} {_number(number)}" for name, number in named.items())
    return [
        entry["date"],
        _number(entry["tried"]),
        *(_number(entry[name]) if name in entry else "–" for name in DAMAGE),
        entry["result"],
        f"{promised.words} ({more})" if more else promised.words,
    ]


def _number(number: float) -> str:
    return f"{number:,}" if isinstance(number, int) else f"{number:,.1f}"


if __name__ == "__main__":
    write()
