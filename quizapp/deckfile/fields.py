"""The keys of one YAML mapping, read as what a deck means by them."""

from __future__ import annotations

from collections.abc import KeysView, Set

from yaml import Event, ScalarEvent

from quizapp.deckfile.nodes import Items, Node, Pairs, start_of
from quizapp.deckfile.report import Report, meant, quoted

BLOCK_STYLES = ("|", ">")


class Fields:
    """The values of a mapping.

    Reading one that is wrong adds to the report and returns what an absent one would. The texts are taken in
    one go: a deck of 100,000 notes has a million of them.
    """

    def __init__(self, pairs: Pairs, known: Set[str], report: Report) -> None:
        self.start = pairs.start
        self.report = report
        self._entries = pairs.entries
        self._texts: dict[str, str] = {}
        for name, (key, node) in pairs.entries.items():
            if name not in known:
                self._refuse_key(key, known)
            elif type(node) is ScalarEvent:
                self._texts[name] = self._text_of(node, name)

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def names(self) -> KeysView[str]:
        return self._entries.keys()

    def at(self, name: str) -> Event:
        """Return where a value starts, or the mapping when it has no such key."""
        return start_of(self._entries[name][1]) if name in self._entries else self.start

    def places(self, name: str) -> tuple[Event, ...]:
        """Return where each of the texts under a name starts; none without the key."""
        if name not in self._entries:
            return ()
        node = self._entries[name][1]
        return tuple(map(start_of, node.nodes)) if isinstance(node, Items) else (start_of(node),)

    def text(self, name: str) -> str:
        """Return a text as written, less the line ends that close a block; empty without the key."""
        value = self._texts.get(name)
        if value is None:
            if name not in self._entries:
                return ""
            return self._text_of(self._entries[name][1], name)
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """Return the texts of a list."""
        if name not in self._entries:
            return ()
        node = self._entries[name][1]
        if not isinstance(node, Items):
            self._wrong_shape(node, f"{name} must be a list.", f"Write it in brackets: {name}: [one, two]")
            return ()
        values: list[str] = []
        for index, item in enumerate(node.nodes):
            value = self._text_of(item, name)
            if index and value[:1].isdecimal() and values[-1][-1:].isdecimal():
                self._check_cut_number(node.nodes[index - 1], item)
            values.append(value)
        return tuple(values)

    def text_or_texts(self, name: str) -> tuple[str, ...]:
        """Return the texts of a list, or one text as a list of one."""
        value = self._texts.get(name)
        return self.texts(name) if value is None else (value,)

    def truth(self, name: str) -> bool:
        """Return whether `true` is written; False when the key is absent."""
        value = self.text(name)
        if value not in ("true", "false", ""):
            message = f"{name} is {quoted(value)}, and must be true or false."
            mend = f"Write {name}: true, or {name}: false."
            self.report.error(self.at(name), "not-true-or-false", message, mend)
        return value == "true"

    def fields(self, name: str, known: Set[str]) -> Fields | None:
        """Return the keys of a mapping inside this one; None when the key is absent."""
        if name not in self._entries:
            return None
        node = self._entries[name][1]
        if isinstance(node, Pairs):
            return Fields(node, known, self.report)
        mend = f"Write its keys below it, each on a line of its own; they may be {', '.join(sorted(known))}."
        self._wrong_shape(node, f"{name} must be a group of keys.", mend)
        return None

    def _text_of(self, node: Node, name: str) -> str:
        if type(node) is ScalarEvent:
            value = node.value.rstrip("\n") if node.style in BLOCK_STYLES else node.value
            if not value or value.isspace():
                self.report.error(node, "empty-text", f"{name} is empty.", "Write its text, or delete it.")
            return value
        start = start_of(node)
        if getattr(start, "flow_style", False):
            mend = "Put the whole value in quotes."
        else:
            mend = f"Write {name}: and its text on one line."
        self._wrong_shape(node, f"{name} must be text, and here it is a list or a group of keys.", mend)
        return ""

    def _wrong_shape(self, node: Node, message: str, mend: str) -> None:
        self.report.error(start_of(node), "wrong-shape", message, mend)

    def _refuse_key(self, key: ScalarEvent, known: Set[str]) -> None:
        name = key.value
        if name == "<<":
            message = "Decks do without YAML's merge key <<."
            self.report.error(key, "merge-key", message, "Write the keys out.")
        else:
            mend = meant(name, known, f"Delete it, or use one of {', '.join(sorted(known))}.")
            self.report.error(key, "unknown-key", f"A deck has no key {quoted(name)} here.", mend)

    def _check_cut_number(self, one: Node, other: Node) -> None:
        """Warn of `[1,200]`, which YAML reads as the two items 1 and 200."""
        if not isinstance(one, ScalarEvent) or not isinstance(other, ScalarEvent) or one.style or other.style:
            return
        end, start = one.end_mark, other.start_mark
        if end and start and end.index + 1 == start.index:
            message = f"YAML reads {one.value} and {other.value} as two items."
            mend = f'Write "{one.value},{other.value}" if it is one number, else a space after the comma.'
            self.report.warning_at(start.line + 1, start.column + 1, "number-cut-by-comma", message, mend)
