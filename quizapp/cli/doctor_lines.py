"""What `quizapp doctor` prints: a line for each finding, what to do below it, and a verdict in the end."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from textwrap import wrap

from quizapp.doctor.finding import Finding, Level
from quizapp.humanize import count, listed
from quizapp.text import clean_line

MARKS = {Level.FINE: "✓", Level.NOTE: "·", Level.PROBLEM: "✗"}
WIDEST = 100
_NAMES = 12


def finding_lines(finding: Finding, before: str = "", columns: int | None = None) -> Iterator[str]:
    """Yield the lines of a finding.

    Args:
        before: what the finding before it said to do next: that is not said twice in a row.
    """
    head = f"{MARKS[finding.level]} {finding.check:{_NAMES}}"
    width = min(columns or shutil.get_terminal_size((80, 24)).columns, WIDEST) - len(head) - 1
    for number, line in enumerate(wrap(clean_line(finding.text), max(width, 20))):
        yield f"{head if number == 0 else ' ' * len(head)}{line}"
    if finding.mend and finding.mend != before:
        for number, line in enumerate(wrap(clean_line(finding.mend), max(width - 2, 20))):
            yield f"{' ' * len(head)}{'→' if number == 0 else ' '} {line}"


def verdict(findings: Iterable[Finding]) -> str:
    """Return in a sentence how things stand."""
    found = list(findings)
    levels = Counter(finding.level for finding in found)
    checks = len({finding.check for finding in found})
    notes = count(levels[Level.NOTE], "note")
    if not levels[Level.PROBLEM]:
        return f"All is well, by {count(checks, 'check')}{f' and with {notes}' if levels[Level.NOTE] else ''}."
    told = [count(levels[Level.PROBLEM], "problem"), *([notes] if levels[Level.NOTE] else [])]
    return f"{listed(told)}, by {count(checks, 'check')}."
