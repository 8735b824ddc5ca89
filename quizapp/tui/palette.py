"""The command palette: the actions that the screen below can take now, found by what they do."""

from __future__ import annotations

from functools import partial

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from quizapp.tui.actions import key_name
from quizapp.tui.lines import line, pad
from quizapp.tui.screens.page import Page
from quizapp.tui.widgets.footer import Usable

_KEY_FROM = 60


class Palette(CommandPalette):
    """Textual's palette in this look, with the actions alone."""

    CSS_PATH = "palette.tcss"

    def __init__(self) -> None:
        super().__init__([ActionCommands], id="--command-palette")


class ActionCommands(Provider):
    """Offers what `?` lists, one line each: what it does, and its key."""

    async def discover(self) -> Hits:
        for action, keys in self._usable():
            shown = _with_key(Content(action.tells), keys[0])
            yield DiscoveryHit(shown, partial(self.screen.run_action, action.call), text=action.tells)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for action, keys in self._usable():
            score = matcher.match(action.tells)
            if score > 0:
                shown = _with_key(matcher.highlight(action.tells), keys[0])
                yield Hit(score, shown, partial(self.screen.run_action, action.call), text=action.tells)

    def _usable(self) -> list[Usable]:
        """Return the actions of the screen below, then those that work everywhere."""
        usable = self.screen.usable() if isinstance(self.screen, Page) else []
        return sorted((item for item in usable if item[0].id != "palette"), key=lambda item: "." not in item[0].id)


def _with_key(tells: Content, key: str) -> Content:
    return pad(tells, _KEY_FROM) + line((key_name(key), "$muted"))
