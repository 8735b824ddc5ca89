"""Checking decks by all rules."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from quizapp.deckfile.located import LocatedDeck, LocatedNote, Place
from quizapp.lint.catalogue import all_rules
from quizapp.lint.configuration import DEFAULT, Configuration, Misfit, configured
from quizapp.lint.ignores import Ignores, read_ignores
from quizapp.lint.rule import At, Finding, Options, Rule
from quizapp.lint.view import CollectionView, DeckView, NoteView
from quizapp.model import Kind
from quizapp.problem import Level, Problem


class OwnProblem(NamedTuple):
    """A problem of the checks themselves, and so found by no rule. `about` is its page in the manual."""

    level: Level
    about: str


OWN_PROBLEMS: Mapping[str, OwnProblem] = {
    "bad-checks": OwnProblem(
        Level.ERROR,
        "An entry under `checks:` names no rule, or gives one a level or an option that it does not have.",
    ),
    "bad-ignore": OwnProblem(
        Level.WARNING, "A comment for the program does not say which rule is to be ignored, and why."
    ),
    "unused-ignore": OwnProblem(Level.HINT, "A comment switches a rule off that finds nothing there."),
}


class Active(NamedTuple):
    """A rule that is on, with the level and the numbers that hold."""

    name: str
    rule: Rule
    level: Level
    options: Options


class ActiveRules:
    """The rules that are on in one configuration."""

    def __init__(self, configuration: Configuration) -> None:
        self.all = [
            Active(name, rule, level, configuration.options_of(name))
            for name, rule in all_rules().items()
            if (level := configuration.level(name)) is not None
        ]
        self._by_kind = {
            kind: [
                active
                for active in self.all
                if active.rule.check is not None and (active.rule.kinds is None or kind in active.rule.kinds)
            ]
            for kind in Kind
        }

    def findings(self, note: NoteView) -> Iterator[tuple[Active, Finding]]:
        """Yield what the rules find in one note."""
        for active in self._by_kind[note.note.kind]:
            assert active.rule.check is not None
            for finding in active.rule.check(note, active.options):
                yield active, finding

    def deck_findings(self, deck: DeckView) -> Iterator[tuple[Active, Finding]]:
        """Yield what the rules find in a deck as a whole."""
        for active in self.all:
            if active.rule.check_deck is not None:
                for finding in active.rule.check_deck(deck, active.options):
                    yield active, finding


def check_text(text: str | bytes, path: str, configuration: Configuration = DEFAULT) -> tuple[Problem, ...]:
    """Return all problems of one deck file, looked at by itself."""
    from quizapp.deckfile.located import locate_deck

    return check_deck(CollectionView().add(locate_deck(text, path)), configuration)


def check_deck(deck: DeckView, configuration: Configuration = DEFAULT) -> tuple[Problem, ...]:
    """Return all problems of a deck in the order of its file: those of the reader, and those that rules find.

    Pure; raises nothing because of what the deck says. What the deck says under `checks:` overrules the configuration.
    """
    located, ignores = deck.located, read_ignores(deck.located)
    own, misfits = configured(located.parsed.checks)
    rules = ActiveRules(configuration.overruled_by(own))
    problems = [_with_end(problem, located) for problem in _kept(located.parsed.problems, located, ignores)]
    problems += (_misfit(misfit, located) for misfit in misfits)
    problems += (_problem(active, finding, located, None) for active, finding in rules.deck_findings(deck))
    for index, note in enumerate(deck.notes):
        for active, finding in rules.findings(note):
            if not ignores.covers(active.name, index):
                problems.append(_problem(active, finding, located, note.at))
    problems += _about_ignores(ignores, located)
    return tuple(sorted(problems, key=lambda problem: (problem.line, problem.column)))


def resolve(at: At | None, note: LocatedNote) -> Place:
    """Return the place in the file of the part of a note that a finding is about."""
    if at is None:
        return note.whole
    if at.end is None:
        places = note.items(at.key)
        return places[at.item] if at.item < len(places) else note.value(at.key)
    return note.part(at.key, at.start, at.end, at.item)


def _problem(active: Active, finding: Finding, deck: LocatedDeck, note: LocatedNote | None) -> Problem:
    place = finding.at if isinstance(finding.at, Place) else _TOP if note is None else resolve(finding.at, note)
    return Problem(
        deck.parsed.path,
        place.line,
        place.column,
        active.name,
        finding.message,
        finding.mend,
        active.level,
        place.end_line,
        place.end_column,
        finding.fix,
    )


_TOP = Place(0, 0, 1, 1, 1, 1)


def _kept(problems: Iterable[Problem], deck: LocatedDeck, ignores: Ignores) -> Iterator[Problem]:
    """Yield the reader's problems but for warnings about a note that are ignored there."""
    if not ignores.ignores:
        yield from problems
        return
    ends = [note.end for note in deck.notes]
    for problem in problems:
        if problem.level is not Level.ERROR and problem.line:
            note = bisect_left(ends, deck.source.line_start(problem.line) + problem.column - 1)
            if ignores.covers(problem.rule, note):
                continue
        yield problem


def _with_end(problem: Problem, deck: LocatedDeck) -> Problem:
    """Return a problem of the reader, which knows where it begins, up to the end of its line."""
    if not problem.line or problem.end_line:
        return problem
    end = len(deck.source.line_text(problem.line).rstrip()) + 1
    return replace(problem, end_line=problem.line, end_column=max(end, problem.column))


def _misfit(misfit: Misfit, deck: LocatedDeck) -> Problem:
    place = deck.head["checks"].value("checks") if "checks" in deck.head else _TOP
    return _own_problem("bad-checks", misfit.message, misfit.mend, place, deck)


def _about_ignores(ignores: Ignores, deck: LocatedDeck) -> Iterator[Problem]:
    for start, end in ignores.unread:
        message = "This comment for quizapp does not say which rule to ignore for which note, and why."
        mend = "Write # quizapp: ignore RULE: REASON in a note or above it."
        yield _own_problem("bad-ignore", message, mend, deck.source.place(start, end), deck)
    for ignore in ignores.ignores:
        if not ignore.used:
            message = f"Nothing is found here that {ignore.rule} would have to ignore."
            place = deck.source.place(ignore.start, ignore.end)
            yield _own_problem("unused-ignore", message, "Delete the comment.", place, deck)


def _own_problem(rule: str, message: str, mend: str, place: Place, deck: LocatedDeck) -> Problem:
    level, end = OWN_PROBLEMS[rule].level, (place.end_line, place.end_column)
    return Problem(deck.parsed.path, place.line, place.column, rule, message, mend, level, *end)
