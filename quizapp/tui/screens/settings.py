"""Settings: every one with its value, changed in place, and taken at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from textual import events, work
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from quizapp.config.forms import Keys, Unfit
from quizapp.config.keys import UnusableKey, read_key
from quizapp.config.table import BACKUP, DESIRED_RETENTION, EASY_DAYS, SCHEDULING, SCREEN, STUDY, Setting, deck_limits
from quizapp.errors import QuizappError
from quizapp.paths import tilde
from quizapp.text import clean_line
from quizapp.tui import settings_words as words
from quizapp.tui.actions import SCREENS, SETTINGS, bindings, key_name
from quizapp.tui.acts import Acts
from quizapp.tui.keymap import key_settings, taken, with_key
from quizapp.tui.screens.page import Page
from quizapp.tui.widgets.entry import Entry
from quizapp.tui.widgets.footer import Usable
from quizapp.tui.widgets.group_bar import GroupBar
from quizapp.tui.widgets.notice import Notice
from quizapp.tui.widgets.setting_detail import SettingDetail
from quizapp.tui.widgets.settings_list import Item, SettingsList, value_words

if TYPE_CHECKING:
    from quizapp.collection import Collection
    from quizapp.collection.retention import RetentionPreview

GROUPS = ("Study", "Easy days", "Decks", "Scheduling", "Screen", "Backup", "Keys")


class Change(NamedTuple):
    """A value that waits for the learner's yes; `resets` when it is the default, whose line is taken out."""

    setting: Setting
    value: Any
    resets: bool


class SettingsScreen(Page):
    """Enter takes the next of a few values, opens a line for one of many, or waits for a key.

    Another desired retention first tells what it means. Esc goes one step back; a value that was half written is there
    again when its line is opened again.
    """

    PLACE = "Settings"
    ACTIONS = SETTINGS
    BINDINGS = bindings(SETTINGS)
    CSS_PATH = "settings.tcss"
    MANUAL = "settings"

    def __init__(self) -> None:
        super().__init__()
        self.groups, self.list = GroupBar(GROUPS), SettingsList(self.quizapp.settings)
        self.detail, self.notice = SettingDetail(), Notice()
        self.entry = Entry("", "value", "")
        self._acts = Acts()
        self._decks: tuple[Item, ...] = ()
        self._drafts: dict[str, str] = {}
        self._writing: Setting | None = None
        self._asking: Setting | None = None
        self._waiting: Change | None = None

    def body(self) -> Iterable[Widget]:
        return (self.groups, self.list, self.detail, self.entry, self.notice)

    def on_mount(self) -> None:
        self.header.show(Content.styled(tilde(self.quizapp.settings.config_file), "$muted"))
        self.run_worker(self._acts.serve(self.complain))
        self._show_group(0)
        self._read_decks()

    def can(self, action: str) -> bool:
        if self._asking or self._writing:
            return action == "back" or (action == "take" and self._waiting is not None)
        if self._waiting:
            return action in ("take", "back")
        setting = self.list.marked
        if action == "default":
            return setting is not None and not setting.is_default(self.quizapp.settings)
        return action != "take" or setting is not None

    def usable(self) -> list[Usable]:
        """Return what can be taken now; while a key is asked for, any key is an answer."""
        usable = super().usable()
        return [item for item in usable if item[0].call == "back"] if self._asking else usable

    def complain(self, error: QuizappError) -> None:
        if self._writing:
            self.entry.complain(str(error))
        else:
            self.notice.say(wrong=(str(error),))

    @work
    async def _read_decks(self) -> None:
        decks = await self.told(self.quizapp.ask(_decks))
        items: list[Item] = []
        for deck_id, title in decks or ():
            items += ("", title, *deck_limits(deck_id))
        self._decks = tuple(items[1:])
        if GROUPS[self.groups.shown] == "Decks":
            self._show_group(self.groups.shown)

    # Going about

    def action_previous(self) -> None:
        self._show_group(self.groups.shown - 1)

    def action_next(self) -> None:
        self._show_group(self.groups.shown + 1)

    def action_group(self, number: int) -> None:
        """Show a group that was clicked."""
        if self.can("next"):
            self._show_group(number)

    def action_up(self) -> None:
        self._go(self.list.move, -1)

    def action_down(self) -> None:
        self._go(self.list.move, 1)

    def action_page_up(self) -> None:
        self._go(self.list.move_page, -1)

    def action_page_down(self) -> None:
        self._go(self.list.move_page, 1)

    def action_mark(self, row: int) -> None:
        """Mark a setting; a click on the marked one changes it."""
        if not self.can("next"):
            return
        before = self.list.marked
        self._go(self.list.mark, row)
        if self.list.marked is before:
            self.action_take()

    def _go(self, move: Callable[[int], None], steps: int) -> None:
        move(steps)
        self.notice.say()
        self._show_marked()

    def _show_group(self, number: int) -> None:
        self.groups.show(number)
        self.list.show(self._items(GROUPS[self.groups.shown]))
        self.notice.say()
        self._show_marked()

    def _items(self, group: str) -> tuple[Item, ...]:
        fixed = {"Study": STUDY, "Easy days": EASY_DAYS, "Scheduling": SCHEDULING, "Screen": SCREEN, "Backup": BACKUP}
        if group in fixed:
            return fixed[group]
        return self._decks if group == "Decks" else _keys()

    def _show_marked(self) -> None:
        self.detail.show(self.list.marked, self.quizapp.settings, self.key("default"))
        self.show_keys()

    # Changing

    def action_take(self) -> None:
        setting = self.list.marked
        if self._waiting is not None:
            self._acts.add(self._take_waiting)
        elif setting is None:
            return
        elif isinstance(setting.form, Keys):
            self._asking = setting
            self.detail.ask_key(setting)
            self.notice.say()
            self.show_keys()
        elif setting.form.after(setting.get(self.quizapp.settings)) is not None:
            self._acts.add(partial(self._take_next, setting))
        else:
            self._write(setting)

    def action_default(self) -> None:
        setting = self.list.marked
        if setting is not None:
            self._acts.add(partial(self._consider, Change(setting, setting.default, resets=True)))

    def action_back(self) -> None:
        """Go one step back: out of a question, out of a line, home."""
        if self._waiting is not None:
            self._waiting = None
            self.notice.say()
            if self._writing:
                self.entry.field.focus()
        elif self._writing is not None:
            self._drafts[self._writing.name] = self.entry.value
            self._close()
        elif self._asking is not None:
            self._close()
        else:
            self.quizapp.go_home()
            return
        self.show_keys()

    def _write(self, setting: Setting) -> None:
        """Open a line with the value, or with what was half written there."""
        self._writing = setting
        self.notice.say()
        self.entry.rename(clean_line(setting.path[-1]), setting.form.asks)
        shown = setting.shown(self.quizapp.settings)
        self.entry.value = self._drafts.get(setting.name, shown)
        self.entry.tell(f"{setting.means}: {setting.form.asks}")
        self.add_class("-writing")
        self.entry.field.focus()
        if self.entry.value == shown:
            self.entry.field.select_all()

    def on_descendant_focus(self) -> None:
        self.show_keys()

    def on_descendant_blur(self) -> None:
        self.show_keys()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say while one types what is wrong with it."""
        setting = self._writing
        if setting is None:
            return
        try:
            setting.form.parse(event.value)
        except Unfit as unfit:
            self.entry.complain(str(unfit))
        else:
            self.entry.tell(f"{setting.means}: {setting.form.asks}")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if self._writing is None:
            return
        try:
            value = self._writing.form.parse(event.value)
        except Unfit as unfit:
            self.entry.complain(str(unfit))
            return
        self._drafts[self._writing.name] = event.value
        self._acts.add(partial(self._consider, Change(self._writing, value, resets=False)))

    async def on_key(self, event: events.Key) -> None:
        """Take any key while one is asked for."""
        setting = self._asking
        if setting is None:
            return
        event.stop()
        event.prevent_default()
        if event.key == "escape":
            self.action_back()
            return
        character = event.character if event.is_printable and event.character not in (" ", ",") else None
        try:
            key = read_key(character or event.key)
        except UnusableKey as unusable:
            self.detail.ask_key(setting, str(unusable))
            return
        keys = self.quizapp.settings.keys
        other = taken(keys, setting.path[-1], key)
        if other is not None:
            screen = next(name for name, actions in SCREENS.items() if other in actions)
            self.detail.ask_key(setting, f"{key_name(key)} is “{other.tells}” ({screen}). Press another one.")
            return
        given = with_key(setting.get(self.quizapp.settings), key)
        self._acts.add(partial(self._take, Change(setting, given, resets=False)))

    async def _take_next(self, setting: Setting) -> None:
        value = setting.form.after(setting.get(self.quizapp.settings))
        await self._take(Change(setting, value, resets=False))

    async def _consider(self, change: Change) -> None:
        """Take a change, but tell first what another desired retention means."""
        before = change.setting.get(self.quizapp.settings)
        if change.setting.path != DESIRED_RETENTION.path or change.value == before:
            await self._take(change)
            return
        preview = await self.quizapp.ask(partial(_preview, desired_retention=change.value))
        self._waiting = change
        self.set_focus(None)
        self.notice.say(
            *words.retention_change(preview, before, change.value), f"{self.key('take')} takes it, esc leaves it."
        )
        self.show_keys()

    async def _take_waiting(self) -> None:
        if self._waiting is not None:
            change, self._waiting = self._waiting, None
            await self._take(change)

    async def _take(self, change: Change) -> None:
        setting = change.setting
        if change.resets:
            await self.quizapp.reset_setting(setting)
        else:
            await self.quizapp.change_setting(setting, change.value)
        self._drafts.pop(setting.name, None)
        self._close()
        self.list.take(self.quizapp.settings)
        self._show_marked()
        self.notice.say(f"{clean_line(setting.name)} is now {value_words(setting, change.value)}.")

    def _close(self) -> None:
        self._writing = self._asking = None
        self.remove_class("-writing")
        self.set_focus(None)
        self._show_marked()


def _keys() -> tuple[Item, ...]:
    items: list[Item] = []
    for screen, actions in SCREENS.items():
        items += ("", screen, *key_settings(actions).values())
    return tuple(items[1:])


def _decks(collection: Collection) -> list[tuple[str, str]]:
    return [(deck.deck_id, deck.title) for deck in collection.decks]


def _preview(collection: Collection, desired_retention: float) -> RetentionPreview:
    from quizapp.collection.retention import preview_retention

    return preview_retention(collection, desired_retention)
