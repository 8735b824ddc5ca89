"""Below the list of settings: what the marked one is called, what it takes, and how to go back to its default."""

from __future__ import annotations

from textual.content import Content

from quizapp.config import Settings
from quizapp.config.table import Setting
from quizapp.text import clean_line
from quizapp.tui.lines import acting, line, paragraph
from quizapp.tui.widgets.drawn import Drawn
from quizapp.tui.widgets.settings_list import value_words


class SettingDetail(Drawn):
    """Four rows, so that nothing moves as the mark does."""

    DEFAULT_CSS = """
    SettingDetail { height: 4; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[tuple[str | Content, str], ...] = ()

    def show(self, setting: Setting | None, settings: Settings, default_key: str) -> None:
        """Show a setting, or nothing."""
        if setting is None:
            self._take()
            return
        table = ".".join(setting.path[:-1])
        name = line((clean_line(setting.path[-1]), "b $soft"), (f"  in [{clean_line(table)}]", "$muted"))
        default = value_words(setting, setting.default)
        back = acting(line((default_key, "b $soft"), (f"  back to {default}", "$muted")), "default")
        wants = f"{setting.form.asks[0].upper()}{setting.form.asks[1:]}."
        self._take(
            (name, ""),
            (wants, "$muted"),
            ("This is its default.", "$muted") if setting.is_default(settings) else (back, ""),
        )

    def ask_key(self, setting: Setting, problem: str = "") -> None:
        """Ask for a key, after one that it could not be."""
        ask = f"Press the new key for “{setting.means}”, or esc."
        self._take((ask, "$accent"), *([(f"✗ {problem}", "$alert")] if problem else []))

    def _take(self, *rows: tuple[str | Content, str]) -> None:
        self._rows = rows
        self.redraw()

    def draw(self, width: int, height: int) -> list[Content]:
        return [row for words, style in self._rows for row in paragraph(words, style, width)][:height]
