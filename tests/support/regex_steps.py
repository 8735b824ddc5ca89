"""How many steps a backtracking matcher takes over a text, counted and not timed, so that growth is seen exactly.

It walks the tree that Python's own parser makes of a pattern and tries what `re` would try, in the same order, without
the short cuts of its C code. Those save time and never steps of another order, but for a literal that a pattern must
begin with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import _compiler, _parser  # type: ignore[attr-defined]
from typing import Any

Node = tuple[Any, Any]
Nodes = list[Node]

ALPHABET = "a0 .,-_:'\"/()[]{}#A\n\t\u00e9\u3042\u0301"
"""Characters of the sorts that patterns tell apart."""

LONGEST = 16
"""Characters of what is repeated. What is longer takes more of a text for the same steps."""

SINGLE = frozenset(("LITERAL", "NOT_LITERAL", "ANY", "IN"))
REPEATS = frozenset(("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"))


class TooManySteps(Exception):
    """The limit was reached."""


class Matcher:
    """A pattern, with a count of what was tried: each character, and each way that a repeat can end."""

    def __init__(self, pattern: re.Pattern[str], limit: int) -> None:
        self.tree = _parser.parse(pattern.pattern, pattern.flags)
        self._tests: dict[int, re.Pattern[str]] = {}
        self._accepted: dict[tuple[int, str], bool] = {}
        self._limit = limit
        self._groups: dict[int, str] = {}
        self._text = ""
        self.steps = 0

    def count(self, text: str, *, anchored: bool) -> int:
        """Return the steps to find every match in a text; `anchored` tries only at its beginning.

        Raises:
            TooManySteps: they were more than the limit.
        """
        self.steps, self._text = 0, text
        nodes, start = list(self.tree), 0
        while start <= len(text):
            self._groups.clear()
            end = next(self._ways(nodes, start), None)
            if anchored:
                break
            start = end if end is not None and end > start else start + 1
        return self.steps

    def first(self, text: str) -> tuple[int, int] | None:
        """Return where the first match of a text begins and ends."""
        self._text = text
        for start in range(len(text) + 1):
            self._groups.clear()
            for end in self._ways(list(self.tree), start):
                return start, end
        return None

    def accepts(self, node: Node, character: str) -> bool:
        """Tell whether a node for one character takes this one."""
        key = id(node), character
        accepted = self._accepted.get(key)
        if accepted is None:
            accepted = self._accepted[key] = self._test(node).fullmatch(character) is not None
        return accepted

    def _test(self, node: Node) -> re.Pattern[str]:
        test = self._tests.get(id(node))
        if test is None:
            test = _compiler.compile(_parser.SubPattern(self.tree.state, [node]), self.tree.state.flags)
            self._tests[id(node)] = test
        return test

    def _step(self) -> None:
        self.steps += 1
        if self.steps > self._limit:
            raise TooManySteps

    def _ways(self, nodes: Nodes, at: int) -> Iterator[int]:
        """Yield where the nodes can end, in the order in which `re` tries."""
        if not nodes:
            yield at
            return
        rest = nodes[1:]
        for end in self._ways_of(nodes[0], at):
            yield from self._ways(rest, end)

    def _ways_of(self, node: Node, at: int) -> Iterator[int]:
        operation, argument = node
        name = str(operation)
        self._step()
        if name in SINGLE:
            if at < len(self._text) and self.accepts(node, self._text[at]):
                yield at + 1
        elif name == "AT":
            if self._test(node).match(self._text, at):
                yield at
        elif name == "SUBPATTERN":
            group, _, _, inner = argument
            for end in self._ways(list(inner), at):
                if group is not None:
                    self._groups[group] = self._text[at:end]
                yield end
        elif name == "BRANCH":
            for branch in argument[1]:
                yield from self._ways(list(branch), at)
        elif name in REPEATS:
            low, high, inner = argument
            ways = (
                self._lazy(list(inner), low, high, at)
                if name == "MIN_REPEAT"
                else self._greedy(list(inner), low, high, at)
            )
            yield from (end for _, end in zip(range(1), ways, strict=False)) if name[0] == "P" else ways
        elif name == "ATOMIC_GROUP":
            yield from (end for _, end in zip(range(1), self._ways(list(argument), at), strict=False))
        elif name in ("ASSERT", "ASSERT_NOT"):
            direction, inner = argument
            start = at if direction > 0 else at - inner.getwidth()[0]
            holds = start >= 0 and next(self._ways(list(inner), start), None) is not None
            if holds == (name == "ASSERT"):
                yield at
        elif name == "GROUPREF":
            group = self._groups.get(argument)
            for _ in group or "":
                self._step()
            if group is not None and self._text.startswith(group, at):
                yield at + len(group)
        elif name == "GROUPREF_EXISTS":
            group, there, absent = argument
            yield from self._ways(list((there if group in self._groups else absent) or ()), at)
        else:
            raise NotImplementedError(name)

    def _greedy(self, nodes: Nodes, low: int, high: Any, at: int) -> Iterator[int]:
        if len(nodes) == 1 and str(nodes[0][0]) in SINGLE:
            end = at
            while end < len(self._text) and end - at < int(high) and self.accepts(nodes[0], self._text[end]):
                self._step()
                end += 1
            for each in range(end, at + low - 1, -1):
                self._step()
                yield each
            return
        if int(high) > 0:
            for end in self._ways(nodes, at):
                if end > at or low > 0:
                    yield from self._greedy(nodes, max(low - 1, 0), int(high) - 1, end)
        if low == 0:
            self._step()
            yield at

    def _lazy(self, nodes: Nodes, low: int, high: Any, at: int) -> Iterator[int]:
        if len(nodes) == 1 and str(nodes[0][0]) in SINGLE:
            end = at
            while end - at <= int(high):
                self._step()
                if end - at >= low:
                    yield end
                if end == len(self._text) or not self.accepts(nodes[0], self._text[end]):
                    return
                end += 1
            return
        self._step()
        if low == 0:
            yield at
        if int(high) > 0:
            for end in self._ways(nodes, at):
                if end > at or low > 0:
                    yield from self._lazy(nodes, max(low - 1, 0), int(high) - 1, end)


def pumps(matcher: Matcher) -> list[tuple[str, str]]:
    """Return texts to begin with and to repeat, the most telling first, that may make a pattern go over a text again.

    Drawn from the pattern: what leads to each repeat without a near end, and what it takes. Without such a repeat there
    are none, as each place of a text then costs the same.
    """
    repeats = [
        (before, unit)
        for before, body in _repeats(matcher, list(matcher.tree), "")
        for unit in body
        if len(before + unit) <= LONGEST
    ]
    if not repeats:
        return []
    found = [("", before + unit + between) for between in ("", " ") for before, unit in repeats]
    found += [("", unit) for _, unit in repeats]
    found += [("", letter) for letter in sorted(_letters(matcher, list(matcher.tree)))]
    found += [(before, unit) for before, unit in repeats]
    found += [("", before + unit + between) for between in ".\n" for before, unit in repeats]
    return list(dict.fromkeys(found))


def _repeats(matcher: Matcher, nodes: Nodes, before: str) -> Iterator[tuple[str, list[str]]]:
    """Yield a text that leads to each repeat without a near end, and texts that its body takes."""
    for node in nodes:
        name = str(node[0])
        if name in REPEATS:
            _, high, inner = node[1]
            if int(high) > 8:
                yield before, _samples(matcher, list(inner))
            yield from _repeats(matcher, list(inner), before)
        elif name == "BRANCH":
            for branch in node[1][1]:
                yield from _repeats(matcher, list(branch), before)
        elif name in ("SUBPATTERN", "ATOMIC_GROUP"):
            yield from _repeats(matcher, list(node[1][3] if name == "SUBPATTERN" else node[1]), before)
        elif name in ("ASSERT", "ASSERT_NOT") and node[1][0] > 0:
            yield from _repeats(matcher, list(node[1][1]), before)
        before += _samples(matcher, [node])[0]


def _samples(matcher: Matcher, nodes: Nodes) -> list[str]:
    """Return some texts that the nodes take; assertions are not looked at."""
    texts = [""]
    for node in nodes:
        name, argument = str(node[0]), node[1]
        if name in SINGLE:
            more = _taken(matcher, node)[:3] or ["a"]
        elif name == "BRANCH":
            more = [sample for branch in argument[1] for sample in _samples(matcher, list(branch))[:2]]
        elif name == "SUBPATTERN":
            more = _samples(matcher, list(argument[3]))
        elif name == "ATOMIC_GROUP":
            more = _samples(matcher, list(argument))
        elif name in REPEATS:
            more = [sample * max(argument[0], 1) for sample in _samples(matcher, list(argument[2]))]
        else:
            more = [""]
        texts = [text + sample for text in texts for sample in more][:6]
    return texts


def _taken(matcher: Matcher, node: Node) -> list[str]:
    if str(node[0]) == "LITERAL":
        return [chr(node[1])]
    return [letter for letter in ALPHABET if matcher.accepts(node, letter)]


def _letters(matcher: Matcher, nodes: Nodes) -> set[str]:
    letters: set[str] = set()
    for node in nodes:
        name, argument = str(node[0]), node[1]
        if name in SINGLE:
            letters.update(_taken(matcher, node)[:3])
        elif name == "BRANCH":
            letters.update(*(_letters(matcher, list(branch)) for branch in argument[1]))
        elif name == "SUBPATTERN":
            letters |= _letters(matcher, list(argument[3]))
        elif name in REPEATS:
            letters |= _letters(matcher, list(argument[2]))
        elif name in ("ASSERT", "ASSERT_NOT"):
            letters |= _letters(matcher, list(argument[1]))
    return letters
