"""What is wrong with a draft: stands in for `quizapp.lint.draft` until that is there."""

from __future__ import annotations

from typing import NamedTuple

from quizapp.deckfile.written import NoteFields, key_on_line, read_note
from quizapp.lint.configuration import DEFAULT, Configuration
from quizapp.lint.engine import ActiveRules
from quizapp.lint.rule import At
from quizapp.lint.view import CollectionView, DeckView, NoteView
from quizapp.problem import Level


class DraftProblem(NamedTuple):
    """A problem of a draft. `key` "" is the whole note; `end` 0 is the whole text.

    `suggestion` is what the whole text would better be, "" where only the author can tell."""

    rule: str
    level: Level
    message: str
    mend: str
    key: str = ""
    item: int = 0
    start: int = 0
    end: int = 0
    suggestion: str = ""


def check_draft(
    fields: NoteFields, deck: DeckView, configuration: Configuration = DEFAULT, stands_for: NoteView | None = None
) -> tuple[DraftProblem, ...]:
    """Return what the reader and the rules say of a draft."""
    from quizapp.deckfile.located import locate_deck
    from quizapp.deckfile.written import render_note

    _, problems = read_note(fields)
    found = [
        DraftProblem(p.rule, p.level, p.message, p.mend, key_on_line(fields, p.line) if p.line > 0 else "")
        for p in problems
    ]
    located = locate_deck("deck: draft\nnotes:\n" + render_note(fields), "draft")
    if located.notes:
        view = NoteView(deck, located.notes[0], stands_for)
        for active, finding in ActiveRules(configuration).findings(view):
            at = finding.at
            place = (at.key, at.item, at.start, at.end or 0) if isinstance(at, At) else ("", 0, 0, 0)
            found.append(DraftProblem(active.name, active.level, finding.message, finding.mend, *place))
    return tuple(found)


def empty_deck() -> DeckView:
    from quizapp.deckfile.located import locate_deck

    return CollectionView().add(locate_deck("deck: draft\nnotes: []\n", "draft"))
