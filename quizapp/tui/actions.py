"""Everything a key can do, screen by screen: one table feeds bindings, footers, the help overlay and the palette.

An action's `id` is stable: a keymap that gives an action other keys names it. Keys are named as Textual names them;
`ctrl+h`, `ctrl+i`, `ctrl+j` and `ctrl+m` are Backspace, Tab and Enter to a terminal, so they are never used.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, auto
from typing import NamedTuple

from textual.binding import Binding, BindingType
from textual.keys import format_key


class Place(Enum):
    """Where a screen shows an action's key."""

    LEFT = auto()
    """Left in the footer; dropped from the end when the line is short."""
    RIGHT = auto()
    """Right in the footer, always."""
    BESIDE = auto()
    """Beside the thing it acts on, so not in the footer."""


class Action(NamedTuple):
    """What a key does, in a `word` for the footer and as a line of help. `run` is the screen's action to call
    where it is not the end of the id.
    """

    id: str
    keys: str
    word: str
    tells: str
    place: Place = Place.BESIDE
    run: str = ""

    @property
    def call(self) -> str:
        return self.run or self.id.rpartition(".")[2]


EVERYWHERE = (
    Action("keys", "?", "keys", "Show the keys of this screen", Place.RIGHT, run="app.show_keys"),
    Action("manual", "f1", "manual", "Open the manual", run="app.show_manual"),
    Action("palette", "ctrl+p", "commands", "Find what a screen can do by its name", run="app.command_palette"),
    Action("theme", "ctrl+t", "theme", "Change between the dark and the light theme", run="app.other_theme"),
    Action("leave", "ctrl+q,ctrl+c", "leave", "Leave quizapp; every answer is stored", run="app.quit"),
)
"""Bound by the app itself, so these work on every screen."""

HOME = (
    Action("home.up", "up", "deck", "Mark the deck above", Place.LEFT),
    Action("home.down", "down", "deck", "Mark the deck below", Place.LEFT),
    Action("home.only", "space", "only this deck", "Study what is due in the marked deck", Place.LEFT),
    Action("home.take", "enter", "start", "Do what the button says"),
    Action("home.cram", "c", "cram", "Go through any cards; leaves their schedule alone"),
    Action("home.more_new", "n", "more new cards", "Begin more new cards than the day's limit"),
    Action("home.problems", "p", "problems", "List what is wrong in the deck files", Place.LEFT),
    Action("home.quit", "q", "quit", "Leave quizapp", Place.RIGHT, run="app.quit"),
)

NO_DECKS = (
    Action("no_decks.take", "enter", "try the decks that come along", "Do what the button says"),
    Action("no_decks.again", "r", "look again", "Look for decks again"),
    Action("no_decks.problems", "p", "problems", "List what is wrong in the deck files", Place.LEFT),
    Action("no_decks.quit", "q", "quit", "Leave quizapp", Place.RIGHT, run="app.quit"),
)

STUDY = (
    Action("study.take", "space,enter", "show answer", "Show the answer, then take the marked rating"),
    Action("study.again", "1", "again", "Rate Again: not recalled", run="rate(1)"),
    Action("study.hard", "2", "hard", "Rate Hard: recalled with effort", run="rate(2)"),
    Action("study.good", "3", "good", "Rate Good: recalled", run="rate(3)"),
    Action("study.easy", "4", "easy", "Rate Easy: recalled at once", run="rate(4)"),
    Action("study.left", "left", "rating", "Mark the rating to the left"),
    Action("study.right", "right", "rating", "Mark the rating to the right"),
    Action("study.hint", "h", "hint", "Show the hint"),
    Action("study.source", "s", "source", "Show the whole source"),
    Action("study.details", "i", "recall", "Show what is known of this card"),
    Action("study.page_down", "pagedown", "more", "Scroll a long card down"),
    Action("study.page_up", "pageup", "back", "Scroll a long card up"),
    Action("study.undo", "u", "undo", "Take back the last answer or action", Place.LEFT),
    Action("study.bury", "b", "bury", "Set this card aside until tomorrow", Place.LEFT),
    Action("study.suspend", "!", "suspend", "Set this card aside until you bring it back", Place.LEFT),
    Action("study.end", "escape", "end session", "End the session; nothing is lost", Place.RIGHT),
)

WAITING = (
    Action("waiting.take", "enter", "end session", "Do what the button says"),
    Action("waiting.ahead", "a", "study ahead", "Study cards of the coming days now"),
    Action("waiting.cram", "c", "cram", "Go through any cards; leaves their schedule alone"),
    Action("waiting.more_new", "n", "more new cards", "Begin more new cards than the day's limit"),
    Action("waiting.undo", "u", "undo last answer", "Take back the last answer or action", Place.LEFT),
    Action("waiting.end", "escape", "end session", "End the session; nothing is lost", Place.RIGHT),
)

SUMMARY = (
    Action("summary.take", "enter", "back to the decks", "Do what the button says"),
    Action("summary.ahead", "a", "study ahead", "Study cards of the coming days now"),
    Action("summary.again", "r", "look at these", "Go through these cards again; leaves their schedule alone"),
    Action("summary.undo", "u", "undo last answer", "Take back the last answer or action", Place.LEFT),
    Action("summary.home", "escape", "home", "Back to the decks", Place.RIGHT),
)

MANUAL = (
    Action("manual.previous", "left", "page", "The page before", Place.LEFT),
    Action("manual.next", "right", "page", "The next page", Place.LEFT),
    Action("manual.up", "up", "scroll", "A line up", Place.LEFT),
    Action("manual.down", "down", "scroll", "A line down", Place.LEFT),
    Action("manual.page_up", "pageup", "back", "A screen up"),
    Action("manual.page_down", "pagedown,space", "more", "A screen down"),
    Action("manual.close", "escape,q", "back", "Back to where you were", Place.RIGHT),
)

SHEET = (
    Action("sheet.up", "up", "scroll", "A line up", Place.LEFT),
    Action("sheet.down", "down", "scroll", "A line down", Place.LEFT),
    Action("sheet.page_up", "pageup", "back", "A screen up"),
    Action("sheet.page_down", "pagedown,space", "more", "A screen down"),
    Action("sheet.close", "escape,enter,q", "back", "Back to where you were", Place.RIGHT),
)


def bindings(actions: Iterable[Action]) -> list[BindingType]:
    """Return the actions as Textual's bindings, with the action's id so that a keymap can give them other keys."""
    return [Binding(a.keys, a.call, a.word, show=False, id=a.id) for a in actions]


def key_name(key: str) -> str:
    """Return a key as a screen writes it: `enter`, `esc`, `↑`, `?`."""
    return key if key == "enter" else format_key(key)
