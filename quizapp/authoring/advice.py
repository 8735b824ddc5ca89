"""Advice that can be taken with one key: what a draft would say once what a check suggests is done."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from quizapp.authoring.blanks import Shape
from quizapp.authoring.draft import Draft
from quizapp.deckfile.written import read_note
from quizapp.lint.draft import DraftProblem
from quizapp.model import Kind

_MONEY: Final = {"$": "dollars", "€": "euros", "£": "pounds", "¥": "yen"}
_AMOUNT: Final = re.compile(
    r"(?P<sign>[$€£¥]?)\s?(?P<figure>[-+−]?\d(?:[\d.,'’]*\d)?)\s?(?P<unit>%|\s[^\W\d][\w\s./%°²³-]*)?"
)
_BULLET: Final = re.compile(r"^\s*(?:[-*•·]|\d+[.)])\s+")
_BETWEEN: Final = re.compile(r",\s+(?:and|or)\s+|,\s+|;\s+|(?<!\s)\s+(?:and|&)\s+")


def advised(draft: Draft, problem: DraftProblem) -> Draft | None:
    """Return the draft with a problem mended as its check suggests; None where only the author can tell.

    What is returned is a note that the reader takes, or is refused for nothing that the draft was not refused for.
    """
    if problem.suggestion and problem.key == "id":
        return draft.with_text("id", problem.suggestion)
    if problem.suggestion and problem.key:
        return _with_item(draft, problem)
    rewrite = _REWRITES.get(problem.rule)
    mended = rewrite(draft) if rewrite and draft.kind is Kind.QUESTION else None
    return mended if mended is not None and read_note(mended.fields)[0] is not None else None


def difference(before: Draft, after: Draft) -> str:
    """Return in words what one draft says beyond another: `number: 103, unit: billion dollars`."""
    was, now = before.fields, after.fields
    said = [
        f"{key}: {value if isinstance(value, str) else ', '.join(value)}"
        for key, value in now.items()
        if was.get(key) != value
    ]
    return ", ".join(said)


def _with_item(draft: Draft, problem: DraftProblem) -> Draft | None:
    blank = next((blank for blank in draft.blanks if blank.key == problem.key), None)
    if blank is None:
        return None
    start, end = draft.span(problem.key, problem.item) if blank.shape is Shape.LINES else (0, None)
    text = draft.text(problem.key)
    behind = text[end:] if end is not None else ""
    mended = draft.with_text(problem.key, text[:start] + problem.suggestion + behind)
    return mended if mended is not draft else None


def _as_number(draft: Draft) -> Draft | None:
    """Return the answer as figure and unit; all of it as the number where the reader would not have it so."""
    answer = draft.text("answer").strip()
    found = _AMOUNT.fullmatch(answer)
    ways = [(answer, "")]
    if found:
        unit = f"{(found['unit'] or '').strip()} {_MONEY.get(found['sign'], '')}".strip()
        ways.insert(0, (found["figure"], unit))
    for number, unit in ways:
        mended = _rewritten(draft, Kind.NUMBER, {"number": number, "unit": unit})
        if read_note(mended.fields)[0] is not None:
            return mended
    return None


def _as_list(draft: Draft) -> Draft | None:
    answer = draft.text("answer").strip()
    rows = answer.split("\n") if "\n" in answer else _BETWEEN.split(answer)
    items = [item for row in rows if (item := _BULLET.sub("", row).strip().removesuffix("."))]
    return _rewritten(draft, Kind.LIST, {"items": "\n".join(items)}) if len(items) > 1 else None


def _rewritten(draft: Draft, kind: Kind, texts: dict[str, str]) -> Draft:
    """Return the draft as another kind, with its answer said otherwise."""
    return replace(draft, kind=kind, texts={**draft.texts, **texts}, lent=frozenset())


_REWRITES: Final[dict[str, Callable[[Draft], Draft | None]]] = {
    "could-be-number": _as_number,
    "enumeration": _as_list,
}
"""What can be done about a rule's finding where more than one text changes."""
