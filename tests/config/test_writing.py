"""Changing one setting in the file: it holds afterwards, and no other byte has moved."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp import config
from quizapp.config import Settings
from quizapp.config.table import DESIRED_RETENTION, SETTINGS, THEME, Setting, action_keys, deck_limits, find
from quizapp.config.writing import write_setting
from quizapp.errors import ConfigInvalid


def load(file: Path) -> Settings:
    return config.load(environ={"QUIZAPP_CONFIG": str(file)})


def setting(name: str) -> Setting:
    return find(name, {"keys.study.bury": action_keys("study.bury", "b,f5")})


def change(file: Path, name: str, value: Any) -> str:
    found = setting(name)
    write_setting(file, found.path, None if value is None else found.form.write(found.form.parse(value)))
    return file.read_bytes().decode()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "config.toml"


@pytest.mark.parametrize(
    ("before", "name", "value", "after"),
    [
        ("", "theme", "light", '[screen]\ntheme = "light"\n'),
        ("# mine\n", "theme", "light", '# mine\n\n[screen]\ntheme = "light"\n'),
        (
            '[screen] # look\ntheme = "dark" # night\n[study]\nnew_per_day = 7\n',
            "theme",
            "light",
            '[screen] # look\ntheme = "light" # night\n[study]\nnew_per_day = 7\n',
        ),
        (
            "[study]\nnew_per_day = 3\n\n# look\n[screen]\n",
            "fuzz",
            "off",
            "[study]\nnew_per_day = 3\n\n# look\n[screen]\n\n[scheduling]\nfuzz = false\n",
        ),
        (
            "[study]\nnew_per_day = 3\n\n# look\n[screen]\n",
            "leech_lapses",
            "9",
            "[study]\nnew_per_day = 3\nleech_lapses = 9\n\n# look\n[screen]\n",
        ),
        (
            "[study]\r\n  new_per_day = 3\r\n",
            "leech_lapses",
            "9",
            "[study]\r\n  new_per_day = 3\r\n  leech_lapses = 9\r\n",
        ),
        ("[study]", "leech_lapses", "9", "[study]\nleech_lapses = 9\n"),
        (
            '[scheduling]\nlearning_steps = [\n  "1m", # one\n]\nfuzz = true',
            "learning_steps",
            "5m 1h",
            '[scheduling]\nlearning_steps = ["5m", "1h"]\nfuzz = true',
        ),
        ("[study]\nnew_per_day = 3 # few\nleech_lapses = 9\n", "new_per_day", None, "[study]\nleech_lapses = 9\n"),
        ("[study]\n", "easy_days.sunday", "off", '[study]\neasy_days = { sunday = "off" }\n'),
        (
            '[study]\neasy_days = {saturday="less"} # rest\n',
            "easy_days.sunday",
            "off",
            '[study]\neasy_days = { saturday = "less", sunday = "off" } # rest\n',
        ),
        (
            '[study.easy_days]\nsunday = "less"\n',
            "easy_days.monday",
            "off",
            '[study.easy_days]\nsunday = "less"\nmonday = "off"\n',
        ),
        ("study.new_per_day = 3\n", "leech_lapses", "9", "study.new_per_day = 3\nstudy.leech_lapses = 9\n"),
        ("study = {new_per_day=3}\n", "leech_lapses", "9", "study = { new_per_day = 3, leech_lapses = 9 }\n"),
        ("", "decks.a.b.new_per_day", "5", '[study.decks."a.b"]\nnew_per_day = 5\n'),
        ("[keys]\n", "keys.study.bury", 'z,"', '[keys]\n"study.bury" = "z,\\""\n'),
        ('[keys]\nstudy.bury = "z" # mine\n', "keys.study.bury", "x", '[keys]\nstudy.bury = "x" # mine\n'),
        ('[keys.study]\nbury = "z"\n', "keys.study.bury", None, "[keys.study]\n"),
        ("\ufeff[study]\nnew_per_day = 3\n", "new_per_day", "4", "\ufeff[study]\nnew_per_day = 4\n"),
        ("[study]\nnew_per_day = 3\n", "fuzz", None, "[study]\nnew_per_day = 3\n"),
    ],
)
def test_one_line_changes(file: Path, before: str, name: str, value: str | None, after: str) -> None:
    file.parent.mkdir()
    file.write_bytes(before.encode())
    assert change(file, name, value) == after
    assert setting(name).get(load(file)) == (
        setting(name).default if value is None else setting(name).form.parse(value)
    )


TABLES = {
    "[study] # day": ["new_per_day = 3 # few", '"leech_lapses" = 4', 'easy_days = { sunday = "off" }'],
    " [ study . easy_days ] ": ['monday = "less"'],
    '[study.decks."a.b"]': ["new_per_day = 3 # few", "reviews_per_day=9"],
    "[scheduling]": ['learning_steps = [ "1m", # "]"\n  "10m",\n]', "relearning_steps = []", "desired_retention=0.85"],
    "[screen]": ["theme = 'dark'"],
    "[ screen ]": ['theme = """dark"""'],
    "[keys]": ['study.bury = "z"', '"study.suspend" = "x"'],
    "# [study]": ["  # new_per_day = 3", "", "   "],
    "# before any table": ['study.easy_days.friday = "off"', 'screen = { theme = "light" }'],
}
"""Lines by what stands above them. Not all of them go together."""


@st.composite
def texts(draw: st.DrawFn) -> str:
    lines = []
    for header in draw(st.lists(st.sampled_from(sorted(TABLES)), unique=True)):
        lines += [header, *draw(st.lists(st.sampled_from([*TABLES[header], "# why", ""]), unique=True))]
    feed, ends = draw(st.sampled_from(["\n", "\r\n"])), draw(st.booleans())
    text = "\n".join(lines) + "\n" * ends
    return text.replace("\n", feed)


FREE = [*SETTINGS, *deck_limits("a.b"), action_keys("study.bury", "b,f5"), action_keys("study.suspend", "!")]
VALUES = {
    "Whole": st.integers(1, 20).map(str),
    "Limit": st.sampled_from(["5", "unlimited"]),
    "Share": st.sampled_from(["0.8", "93.5 %"]),
    "Flag": st.sampled_from(["on", "off"]),
    "Steps": st.sampled_from(["none", "1m 2h", "30s"]),
    "Weights": st.sampled_from(["default", "1.5 " * 21]),
    "Keys": st.sampled_from(["z", "f9,ctrl+t", '"', "\\", "é"]),
    "Folder": st.sampled_from(["beside the database", "/media/stick", "/a \"b\" \\c/é"]),
}


@st.composite
def changes(draw: st.DrawFn) -> tuple[Setting, Any]:
    found = draw(st.sampled_from(FREE))
    kind = type(found.form).__name__
    words = found.form.wants.removeprefix("one of ").split(", ")
    return found, found.form.parse(draw(VALUES.get(kind, st.sampled_from(words))))


@given(text=texts(), changed=changes())
def test_after_any_change_of_any_file_it_holds_and_all_else_is_as_it_was(
    text: str, changed: tuple[Setting, Any]
) -> None:
    found, value = changed
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "config.toml"
        file.write_bytes(text.encode())
        try:
            before = load(file)
        except ConfigInvalid:
            return
        write_setting(file, found.path, found.form.write(value))
        after = load(file)
        assert found.get(after) == value
        assert found.put(before, value) == found.put(after, value)
        written = file.read_bytes()
        assert comments(written.decode()) == comments(text)
        write_setting(file, found.path, found.form.write(value))
        assert file.read_bytes() == written, "writing the same again changes nothing"


def comments(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip().startswith("#")]


@given(st.sampled_from(SETTINGS), st.data())
def test_a_line_that_is_not_the_settings_own_keeps_its_bytes(found: Setting, data: st.DataObject) -> None:
    whole = "# top\n" + "".join(
        f"\n[{table}]\n" + "".join(f"{line}  # why\n" for line in body)
        for table, body in {
            "study": ["new_per_day = 3", 'easy_days = { monday = "less" }', 'answering = "typed"'],
            "scheduling": ["desired_retention = 0.85", "fuzz = false"],
            "screen": ['theme = "light"'],
            "backup": ["automatic_backups = false"],
        }.items()
    )
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "config.toml"
        file.write_text(whole)
        write_setting(file, found.path, found.form.write(found.default))
        lines, now = whole.splitlines(), file.read_text().splitlines()
        assert sum(line not in now for line in lines) <= 1
        assert sum(line not in lines for line in now) <= 1


def test_a_link_stays_a_link_and_rights_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "dotfiles.toml", tmp_path / "config.toml"
    real.write_text('[screen]\ntheme = "dark"\n')
    real.chmod(0o600)
    link.symlink_to(real)
    write_setting(link, THEME.path, "light")
    assert link.is_symlink()
    assert load(real).theme == "light"
    assert real.stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["config.toml", "dotfiles.toml"]


def test_a_file_that_cannot_be_written_or_read_says_so_and_stays(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ConfigInvalid, match=r"it cannot be read|it was not changed"):
        write_setting(tmp_path / "file" / "config.toml", THEME.path, "light")
    broken = tmp_path / "broken.toml"
    broken.write_text("[study")
    with pytest.raises(ConfigInvalid, match="no TOML"):
        write_setting(broken, THEME.path, "light")
    assert broken.read_text() == "[study"


def test_what_cannot_be_changed_safely_is_left_to_an_editor(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text("[[scheduling]]\nfuzz = true\n[[scheduling]]\n")
    with pytest.raises(ConfigInvalid, match="Change it there with an editor"):
        write_setting(file, DESIRED_RETENTION.path, 0.95)
    assert file.read_text() == "[[scheduling]]\nfuzz = true\n[[scheduling]]\n"
