"""How the form looks, at both sizes. `pytest --snapshot-update` takes them anew."""

from __future__ import annotations

from collections.abc import Callable

from editing import FakeDesk, edit_app, settled
from stage import LARGE, SMALL
from textual.pilot import Pilot

Compare = Callable[..., bool]


def looks_right(snap_compare: Compare, desk: FakeDesk, size: tuple[int, int], theme: str = "dark", *keys: str) -> bool:
    app = edit_app(desk, theme=theme)

    async def settle(pilot: Pilot[int]) -> None:
        stage = await settled(app, pilot, desk)
        await stage.checked()  # first: what the checks say takes rows from the fields, and these scroll
        await stage.press(*keys)
        await stage.checked()

    try:
        return snap_compare(app, terminal_size=size, run_before=settle)
    finally:
        app.backstage.close()


def test_a_question_with_a_problem_and_advice(snap_compare: Compare) -> None:
    """The answer stands in the question, underlined, and could be a number; beside it the card."""
    assert looks_right(snap_compare, FakeDesk(), LARGE)


def test_a_cloze_in_the_light_theme(snap_compare: Compare) -> None:
    """Two gaps, and so two cards."""
    desk = FakeDesk({"cloze": "The EPP was launched in {{1976}} in {{Luxembourg::city}}.", "hint": "Early"})
    assert looks_right(snap_compare, desk, LARGE, "light")


def test_a_choice_on_a_small_terminal(snap_compare: Compare) -> None:
    """Labels beside their fields, and the checks below them in sight."""
    desk = FakeDesk({"question": "Which sea is it?", "answer": "North", "choices": ("Baltic", "Black", "North")})
    assert looks_right(snap_compare, desk, SMALL, "dark", "tab", "tab")
