"""What was found as SARIF 2.1.0, the form in which code hosts and editors take what a checker found.

Columns count Unicode characters. Paths below the working folder are relative to it, as in a checkout; others are
`file:` addresses.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from quizapp import __version__
from quizapp.cli.checking.checker import CheckedFile, Outcome
from quizapp.lint.catalogue import all_rules
from quizapp.lint.manual import entry
from quizapp.problem import Edit, Level, Problem
from quizapp.text import clean_line, safe_json

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.HINT: "note"}

Object = dict[str, Any]


def sarif_text(outcome: Outcome) -> Iterator[str]:
    """Yield the text of a SARIF log with one run."""
    yield safe_json(json.dumps(sarif_log(outcome), ensure_ascii=False, indent=1))
    yield "\n"


def sarif_log(outcome: Outcome) -> Object:
    """Return the log: every rule that there is with its page of the manual, and a result for each problem."""
    names = sorted({*all_rules(), *(problem.rule for problem in outcome.problems)})
    places = {name: index for index, name in enumerate(names)}
    results = [_result(problem, None, places) for problem in outcome.unread]
    for file in outcome.files:
        results += (_result(problem, file, places) for problem in file.problems)
    driver = {
        "name": "quizapp",
        "semanticVersion": __version__,
        "rules": [_rule(name) for name in names],
    }
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(name: str) -> Object:
    said = entry(name)
    return {
        "id": name,
        "shortDescription": {"text": said.title},
        "help": {"text": said.text, "markdown": said.text},
        "defaultConfiguration": {"level": LEVELS[said.level]},
        "properties": {"tags": [said.family.value]},
    }


def _result(problem: Problem, file: CheckedFile | None, places: dict[str, int]) -> Object:
    result: Object = {
        "ruleId": problem.rule,
        "ruleIndex": places[problem.rule],
        "level": LEVELS[problem.level],
        "message": {"text": clean_line(f"{problem.message} {problem.mend}")},
        "locations": [{"physicalLocation": _location(problem, file)}],
    }
    if problem.fix and file is not None:
        result["fixes"] = [
            {
                "description": {"text": clean_line(problem.mend or problem.message)},
                "artifactChanges": [
                    {"artifactLocation": _artifact(file), "replacements": list(_replacements(problem.fix, file))}
                ],
            }
        ]
    return result


def _location(problem: Problem, file: CheckedFile | None) -> Object:
    artifact = _artifact(file) if file else {"uri": _uri(problem.path)}
    if not problem.line:
        return {"artifactLocation": artifact}
    end = (problem.end_line, problem.end_column) if problem.end_line else ()
    return {"artifactLocation": artifact, "region": _region(problem.line, problem.column, *end)}


def _replacements(fix: Sequence[Edit], file: CheckedFile) -> Iterator[Object]:
    line_end = "\r\n" if b"\r\n" in file.source.data else "\n"
    for edit in fix:
        _, _, *region = file.deck.source.place(edit.start, edit.end)
        yield {
            "deletedRegion": _region(*region),
            "insertedContent": {"text": edit.text.replace("\n", line_end)},
        }


def _region(*places: int) -> Object:
    """Return a region from the line and column where it begins, and, where that is known, those behind its end."""
    return dict(zip(("startLine", "startColumn", "endLine", "endColumn"), places, strict=False))


def _artifact(file: CheckedFile) -> Object:
    """Return where a file is; its own path, as the one that is shown may have been cleaned."""
    return {"uri": _uri(os.fspath(file.source.path or file.source.shown))}


def _uri(path: str) -> str:
    if os.path.isabs(path):
        return Path(path).as_uri()
    return quote(os.fsencode(path).replace(os.sep.encode(), b"/"))
