"""What was found, for people: where, what, the line itself with the place marked, and how to mend it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from quizapp.cli.checking.checker import Outcome
from quizapp.cli.output import coloured
from quizapp.deckfile.located import Text
from quizapp.humanize import count, listed
from quizapp.problem import Level, Problem
from quizapp.text import clean_line

SIGNS = {Level.ERROR: "✗", Level.WARNING: "!", Level.HINT: "›"}
COLOURS = {Level.ERROR: 31, Level.WARNING: 33, Level.HINT: 36}
NARROWEST = 20
"""Characters of a line that are shown at least, however narrow the terminal."""

_INDENT = "    "


def text_lines(outcome: Outcome, *, colour: bool, columns: int) -> Iterator[str]:
    """Yield the lines that tell what was found, file by file, and then the summary.

    Args:
        colour: whether signs and marks may be coloured.
        columns: how wide the lines of decks that are shown may be; messages stay on one line, for `grep`.
    """
    for problem in outcome.unread:
        yield from _problem_lines(problem, None, colour, columns)
    is_first = not outcome.unread
    for file in outcome.files:
        if file.problems and not is_first:
            yield ""
        is_first = is_first and not file.problems
        for problem in file.problems:
            yield from _problem_lines(problem, file.deck.source, colour, columns)
    if next(outcome.problems, None) is not None:
        yield ""
    yield from summary_lines(outcome)


def summary_lines(outcome: Outcome) -> Iterator[str]:
    """Yield how much was found, and what to do next."""
    problems = tuple(outcome.problems)
    if not problems:
        yield f"All is well in {count(len(outcome.files), 'deck')} with {count(outcome.notes, 'note')}."
        return
    levels = Counter(problem.level for problem in problems)
    found = listed([count(levels[level], level.value) for level in Level if levels[level]])
    wrong = len({problem.path for problem in problems})
    total = len(outcome.files) + len({problem.path for problem in outcome.unread})
    yield f"{found} in {count(total, 'file')}." if wrong == total else f"{found} in {wrong} of {count(total, 'file')}."
    fixable = sum(bool(problem.fix) for problem in problems)
    if fixable:
        yield f"--fix mends {fixable} of them; --diff shows how."
    worst = max(problems, key=lambda problem: problem.level.badness)
    yield f"What a rule means: quizapp help {worst.rule}"


def mended_sentence(path: str, problems: Iterable[Problem]) -> str:
    """Return what was mended in a file."""
    rules = Counter(problem.rule for problem in problems)
    each = listed([f"{number} {rule}" for rule, number in sorted(rules.items())])
    return f"Mended {path}: {each}."


def _problem_lines(problem: Problem, text: Text | None, colour: bool, columns: int) -> Iterator[str]:
    place = f"{problem.path}:{problem.line}:{problem.column}" if problem.line else problem.path
    level = _painted(f"{SIGNS[problem.level]} {problem.level.value}", problem.level, colour)
    yield f"{clean_line(place)}: {level}: {clean_line(problem.message)} [{problem.rule}]"
    if text is not None and problem.line:
        yield from _excerpt(problem, text, colour, columns)
    if problem.mend:
        yield f"{_INDENT}{clean_line(problem.mend)}"


def _painted(text: str, level: Level, colour: bool) -> str:
    return coloured(text, COLOURS[level]) if colour else text


def _excerpt(problem: Problem, text: Text, colour: bool, columns: int) -> Iterator[str]:
    """Yield the line on which a problem begins, less its indentation, and marks below what it is about."""
    line = text.line_text(problem.line).replace("\t", " ")
    start = min(problem.column - 1, len(line))
    end = problem.end_column - 1 if problem.end_line == problem.line else len(line.rstrip())
    if end <= start or not line.strip():
        return
    margin = f"{_INDENT}{problem.line} │ "
    room = max(columns - len(margin), NARROWEST)
    begin = len(line) - len(line.lstrip())
    if end - begin > room:  # the beginning gives way, so that the place itself is in sight
        begin = max(begin, min(start - room // 4, len(line) - room))
    shown = line[begin : begin + room].rstrip()
    head, tail = "…" * bool(line[:begin].strip()), "…" * (begin + room < len(line))
    marked = shown[start - begin : end - begin]
    yield f"{margin}{head}{shown}{tail}"
    before = " " * (len(margin) + len(head) + _cells(shown[: start - begin]))
    yield before + _painted("^" * max(_cells(marked), 1), problem.level, colour)


def _cells(text: str) -> int:
    if text.isascii():
        return len(text)
    from quizapp.tui.cells import width  # late: most lines are ASCII, and it takes a while to load

    return width(text)
