"""Nothing that an article or a deck says acts on the terminal, or is read as markup, in the studio."""

from __future__ import annotations

from pathlib import Path

import pytest
from authoring import StudioStage, authoring
from stage import SIZES

CLIPBOARD, TITLE = "\x1b]52;c;aGk=\x07", "\x1b]0;owned\x1b\\"
MARKUP = "[@click=app.quit]x[0][/][red]\\[b]"
ARTICLE = (
    f"Title {MARKUP}{CLIPBOARD}\n\nOne {MARKUP} two{TITLE}\x9b31m\u202e three.\n\n"
    f"Heading {MARKUP}\n\nMore words {MARKUP} here.\n"
)
DECK = (
    f"deck: pot\ntitle: 'Pot {MARKUP}'\nnotes:\n"
    f"  - question: 'What {MARKUP}?'\n    answer: 'That {MARKUP}'\n    where: '{MARKUP}, ¶ 1'\n"
)


def check(stage: StudioStage) -> None:
    for strip in stage.strips:
        for segment in strip:
            assert segment.control is None
            assert not set(segment.text) & set("\x1b\x07\x08\x7f\x9b\u202e"), repr(segment.text)


@pytest.mark.parametrize("size", SIZES)
async def test_article_list_note_diff_and_try(tmp_path: Path, size: tuple[int, int]) -> None:
    async with authoring(tmp_path, size, deck=DECK, article=ARTICLE) as stage:
        assert "One [@click=app.quit]x[0][/]" in stage.text
        check(stage)
        await stage.press("space", "c")
        await stage.until(lambda: bool(stage.bench.drafts))
        await stage.press("f9")
        await stage.until_shown("Try it")
        check(stage)
        await stage.press("escape", "ctrl+s")
        await stage.until_shown("The note is in the list.")
        await stage.press("f3")
        assert "[@click=app" in stage.text
        check(stage)
        await stage.press("ctrl+o")
        await stage.until_shown("lines added")
        assert MARKUP[:20] in stage.text
        check(stage)
        await stage.press("escape")
        assert stage.app.is_running
