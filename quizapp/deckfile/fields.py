"""The keys of one YAML mapping, read as what a deck means by them."""

from __future__ import annotations

from collections.abc import KeysView, Set

from yaml import Event, ScalarEvent

from quizapp.deckfile.nodes import Items, Node, Pairs, start_of
from quizapp.deckfile.report import Report, meant, quoted
from quizapp.deckfile.shapes import GroupKey, Key, TextKey, TextOrTextsKey, TextsKey, TruthKey

BLOCK_STYLES = ("|", ">")


class Fields:
    """The values of a mapping.

    Reading one that is wrong adds to the report and returns what an absent one would, and so does reading one that is
    absent and has to be there. The texts are taken in one go: a deck of 100,000 notes has a million of them.
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

    def at(self, key: Key) -> Event:
        """Return where a value starts, or the mapping when it has no such key."""
        return start_of(self._entries[key.name][1]) if key.name in self._entries else self.start

    def places(self, key: Key) -> tuple[Event, ...]:
        """Return where each of the texts under a key starts; none without the key."""
        if key.name not in self._entries:
            return ()
        node = self._entries[key.name][1]
        return tuple(map(start_of, node.nodes)) if isinstance(node, Items) else (start_of(node),)

    def text(self, key: TextKey) -> str:
        """Return a text as written, less the line ends that close a block; empty without the key."""
        value = self._texts.get(key.name)
        if value is None:
            if key.name not in self._entries:
                self._miss(key)
                return ""
            return self._text_of(self._entries[key.name][1], key.name)
        return value

    def texts(self, key: TextsKey) -> tuple[str, ...]:
        """Return the texts of a list."""
        name = key.name
        if name not in self._entries:
            self._miss(key)
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
        if len(values) < key.fewest:
            self._miss(key)
        return tuple(values)

    def text_or_texts(self, key: TextOrTextsKey) -> tuple[str, ...]:
        """Return the texts of a list, or one text as a list of one."""
        value = self._texts.get(key.name)
        return self.texts(key) if value is None else (value,)

    def truth(self, key: TruthKey) -> bool:
        """Return whether `true` is written; False when the key is absent."""
        value = self.text(key)
        if value not in ("true", "false", ""):
            message = f"{key.name} is {quoted(value)}, and must be true or false."
            mend = f"Write {key.name}: true, or {key.name}: false."
            self.report.error(self.at(key), "not-true-or-false", message, mend)
        return value == "true"

    def group(self, key: GroupKey) -> Fields | None:
        """Return the keys of a mapping inside this one; None when the key is absent."""
        if key.name not in self._entries:
            return None
        node = self._entries[key.name][1]
        if isinstance(node, Pairs):
            return Fields(node, key.names if key.others is None else node.entries.keys(), self.report)
        mend = "Write its keys below it, each on a line of its own"
        mend += "." if key.others else f"; they may be {', '.join(sorted(key.names))}."
        self._wrong_shape(node, f"{key.name} must be a group of keys.", mend)
        return None

    def is_group(self, name: str) -> bool:
        """Tell whether a group of keys stands under a name."""
        return isinstance(self._entries[name][1], Pairs)

    def _miss(self, key: Key) -> None:
        if key.lack:
            self.report.error(self.at(key), *key.lack)

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
