"""The frame that every screen shares: header, body and footer, and what stands over them when it is too small."""

from __future__ import annotations

from collections.abc import Awaitable, Iterable
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual import events
from textual._styles_cache import StylesCache
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.geometry import Size
from textual.keys import key_to_character
from textual.screen import Screen
from textual.widget import Widget

from quizapp.errors import QuizappError
from quizapp.tui.actions import EVERYWHERE, Action, Place, is_typed, key_name
from quizapp.tui.widgets.footer import Footer, Usable
from quizapp.tui.widgets.header import Header
from quizapp.tui.widgets.lines_view import Lines
from quizapp.tui.widgets.too_small import LEAST_COLUMNS, LEAST_ROWS, TooSmall

if TYPE_CHECKING:
    from quizapp.tui.app import QuizApp

T = TypeVar("T")

WIDE, ROOMY, TALL = 100, 30, 36
"""Columns from which there are two columns; rows from which there are empty outer rows, and from which all of them."""


class Page(Screen[None]):
    """A screen with one frame. A subclass names its place and its actions, and gives the body."""

    PLACE: ClassVar[str]
    ACTIONS: ClassVar[tuple[Action, ...]] = ()
    AUTO_FOCUS: ClassVar[str | None] = ""
    """No widget: what is focused takes keys that mean something to the screen. None would be the app's own choice."""
    MANUAL: ClassVar[str] = "study"
    """The manual page that F1 opens here."""

    def __init__(self) -> None:
        super().__init__()
        self.header = Header(self.place)
        self.footer = Footer()
        self.tiny = False
        self._set_layout(self.app.size)

    @property
    def place(self) -> str:
        return self.PLACE

    @property
    def quizapp(self) -> QuizApp:
        return cast("QuizApp", self.app)

    async def told(self, call: Awaitable[T]) -> T | None:
        """Return what a call behind the stage returns; None after telling in place what went wrong."""
        try:
            return await call
        except QuizappError as error:
            self.complain(error)
            return None

    async def news(self) -> tuple[str, ...]:
        """Return what the collection has to say that no screen has told yet, and take it as told."""
        return self.quizapp.untold(await self.quizapp.ask(lambda collection: collection.notices))

    def complain(self, error: QuizappError) -> None:
        """Tell what went wrong; a screen that has nothing to show yet ends the app with it."""
        self.quizapp.fail(error)

    def body(self) -> Iterable[Widget]:
        """Return what stands between header and footer."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        yield Vertical(self.header, *self.body(), self.footer, id="page")
        yield TooSmall()

    def on_resize(self, event: events.Resize) -> None:
        self._set_layout(event.size)
        self.fitted()

    def on_unmount(self) -> None:
        """Let go of what was painted.

        Textual remembers two colours for each of the last 1,024 caches of rows, and so keeps the caches: a megabyte for
        every page that was left.
        """
        StylesCache.get_inner_outer.cache_clear()

    def on_screen_resume(self) -> None:
        self._set_layout(self.app.size)
        self.fitted()

    def _set_layout(self, size: Size) -> None:
        """Choose the layout for a size; the style sheets know it by these classes."""
        self.tiny = size.width < LEAST_COLUMNS or size.height < LEAST_ROWS
        layout = {
            "-tiny": self.tiny,
            "-wide": size.width >= WIDE,
            "-roomy": size.height >= ROOMY,
            "-tall": size.height >= TALL,
        }
        self.update_classes(layout, update=self.is_attached)

    def fitted(self) -> None:
        """Called when the layout may have changed."""
        self.show_keys()

    def show_keys(self) -> None:
        """Bring the footer up to date with what can be done now."""
        self.footer.show(self.usable())

    def usable(self) -> list[Usable]:
        """Return the actions that can be taken now, each with its keys as they are bound."""
        keys: dict[str, list[str]] = {}
        for key, active in self.active_bindings.items():
            # A key that a keymap gave to an action is a letter all the same where letters are typed.
            if self.focused is not None and self.focused.check_consume_key(key, key_to_character(key)):
                continue
            keys.setdefault(active.binding.id or "", []).append(key)
        usable = [(action, tuple(keys[action.id])) for action in (*EVERYWHERE, *self.ACTIONS) if action.id in keys]
        if "keys" in keys:
            return usable
        # Where letters are typed, ? is one of them; the manual's key stands in its place.
        manual = (action._replace(place=Place.RIGHT) if action.id == "manual" else action for action, _ in usable)
        return [(action, bound) for action, (_, bound) in zip(manual, usable, strict=True)]

    def key(self, call: str, *, typing: bool = False) -> str:
        """Return the key of an action of this screen, by what it calls, as the screen writes it.

        Where letters are typed it is one that is no letter, if the action has such a key. Empty without such an action.
        """
        action = next((action for action in (*EVERYWHERE, *self.ACTIONS) if action.call == call), None)
        if action is None:
            return ""
        keys = self.quizapp.settings.keys.get(action.id, action.keys).split(",")
        return key_name(next((key for key in keys if typing and not is_typed(key)), keys[0]))

    def can(self, action: str) -> bool:
        """Tell whether an action of this screen can be taken now."""
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return not self.tiny and self.can(action)


class Sheet(Page):
    """A page of lines that lies over another and leaves it as it was."""

    lines: Lines

    def action_close(self) -> None:
        self.dismiss()

    def action_up(self) -> None:
        self.lines.scroll_rows(-1)

    def action_down(self) -> None:
        self.lines.scroll_rows(1)

    def action_page_up(self) -> None:
        self.lines.scroll_pages(-1)

    def action_page_down(self) -> None:
        self.lines.scroll_pages(1)
