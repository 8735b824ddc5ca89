"""The studio from end to end: a deck and an article on disk, keys, and the file that comes of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from authoring import ARTICLE, DECK, authoring, written
from stage import LARGE, SIZES, SMALL

from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.studio_diff import StudioDiffScreen
from quizapp.tui.screens.studio_panes import Pane
from quizapp.tui.screens.studio_try import StudioTryScreen


@pytest.mark.parametrize("size", SIZES)
async def test_from_a_passage_to_a_cloze_in_the_file(tmp_path: Path, size: tuple[int, int]) -> None:
    async with authoring(tmp_path, size) as stage:
        assert "2 of 4 paragraphs covered" in stage.text
        assert "○" in stage.text
        await stage.press("f7")
        assert stage.marked == "UBS"
        await stage.mark("$42 billion")
        await stage.press("c")
        await stage.until(lambda: stage.bench.key in stage.bench.drafts)
        await stage.mark("2025")
        await stage.press("c")
        await stage.until(lambda: "{{2025}}" in stage.studio.form.draft.text("cloze"))
        await stage.press("ctrl+s")
        await stage.until_shown("3 of 4 paragraphs covered")
        await stage.press("ctrl+o")
        await stage.until(lambda: isinstance(stage.app.screen, StudioDiffScreen))
        assert "+ " in stage.text
        assert stage.deck.read_text() == DECK
        await stage.press("enter")
        await stage.until_shown("Saved.")
        head, tail = DECK.split("  - id: prince")
        assert stage.deck.read_text(encoding="utf-8") == (
            f"{head}  - id: ubs-forecasts-that-annual-fees-will\n"
            '    cloze: "UBS forecasts that annual fees will reach {{$42 billion}} by {{2025}}."\n'
            "    where: A Pot of Savings, ¶ 2\n"
            f"  - id: prince{tail}"
        )
        assert "not saved" not in stage.text


@pytest.mark.parametrize("size", SIZES)
async def test_a_question_is_typed_checked_tried_and_saved(tmp_path: Path, size: tuple[int, int]) -> None:
    async with authoring(tmp_path, size) as stage:
        await stage.mark("Qualified Domestic Institutional Investor scheme")
        await stage.press("q")
        await stage.until(lambda: stage.studio.pane is Pane.NOTE)
        assert stage.studio.form.draft.text("where") == "Getting abroad, ¶ 1"
        await stage.press("ctrl+s")
        await stage.until_shown("Not saved yet: the question")
        assert stage.studio.pane is Pane.NOTE
        await stage.type("What is QDII?")
        assert stage.studio.form.draft.text("question") == "What is QDII?"
        await stage.press("f9")
        await stage.until(lambda: isinstance(stage.app.screen, StudioTryScreen))
        assert "What is QDII?" in stage.text
        await stage.press("space")
        assert "Qualified Domestic" in stage.text
        await stage.press("space")
        await stage.until(lambda: stage.app.screen is stage.studio)
        await stage.press("ctrl+s")
        await stage.until_shown("The note is in the list.")
        assert stage.bench.session.notes[-1].fields == {
            "id": "what-is-qdii",
            "question": "What is QDII?",
            "answer": "Qualified Domestic Institutional Investor scheme",
            "where": "Getting abroad, ¶ 1",
        }


async def test_a_figure_makes_a_number_note_and_other_words_say_why_not(tmp_path: Path) -> None:
    async with authoring(tmp_path) as stage:
        await stage.mark("Bridgewater")
        await stage.press("n")
        await stage.until_shown("“Bridgewater” is no figure.")
        await stage.mark("$103 billion")
        await stage.press("n")
        await stage.until(lambda: stage.studio.pane is Pane.NOTE)
        draft = stage.studio.form.draft
        assert (draft.text("number"), draft.text("unit")) == ("103", "billion dollars")


async def test_where_alone_is_written_into_the_note_at_hand(tmp_path: Path) -> None:
    async with authoring(tmp_path) as stage:
        await stage.press("f10")
        await stage.until(lambda: stage.studio.pane is Pane.NOTE)
        await stage.type("Who?")
        await stage.press("escape")
        await stage.mark("UBS")
        await stage.press("w")
        await stage.until(lambda: bool(stage.studio.form.draft.text("where")))
        assert stage.studio.form.draft.text("question") == "Who?"
        assert stage.studio.form.draft.text("where") == "A Pot of Savings, ¶ 2"


async def test_lint_follows_what_is_typed(tmp_path: Path) -> None:
    async with authoring(tmp_path) as stage:
        await stage.mark("$103 billion")
        await stage.press("q")
        await stage.until(lambda: stage.studio.pane is Pane.NOTE)
        await stage.type("How large, $103 billion?")
        await stage.until_shown("answer-in-question")


async def test_the_list_reorders_merges_deletes_and_undoes(tmp_path: Path) -> None:
    async with authoring(tmp_path) as stage:
        await stage.press("f3")
        assert stage.studio.pane is Pane.NOTES
        before = stage.bench.session.notes
        await stage.press("shift+down")
        assert [e.fields["id"] for e in stage.bench.session.notes] == ["prince", "mood"]
        assert stage.studio.list.line is not None
        assert stage.studio.list.line.fields["id"] == "mood"
        await stage.press("d")
        await stage.until_shown("Progress on it is kept")
        assert [e.fields["id"] for e in stage.bench.session.notes] == ["prince"]
        await stage.press("u", "u")
        assert stage.bench.session.notes == before
        await stage.press("r")
        assert [e.fields["id"] for e in stage.bench.session.notes] == ["prince", "mood"]
        await stage.press("u", "home", "space", "down", "m")
        await stage.until_shown("Merged")
        (merged,) = stage.bench.session.notes
        assert merged.fields["where"] == "A Pot of Savings, ¶ 3; A Pot of Savings, ¶ 1"
        await stage.press("u")
        assert stage.bench.session.notes == before
        assert "not saved" not in stage.text


async def test_a_note_is_opened_changed_and_only_its_own_line_of_the_file_changes(tmp_path: Path) -> None:
    async with authoring(tmp_path) as stage:
        await stage.press("enter")
        await stage.until_shown("Note 1 of 2")
        await stage.press("f6")
        await stage.until(lambda: stage.studio.form.focused_field is not None)
        stage.studio.form.focus_field("answer")
        await stage.pilot.pause()
        await stage.type("!")
        await stage.press("ctrl+s")
        await stage.until_shown("The note is in the list.")
        await stage.press("ctrl+s")
        await stage.until(lambda: isinstance(stage.app.screen, StudioDiffScreen))
        await stage.press("escape")
        await stage.until(lambda: stage.app.screen is stage.studio)
        assert stage.deck.read_text(encoding="utf-8") == DECK
        await stage.press("ctrl+o")
        await stage.until(lambda: isinstance(stage.app.screen, StudioDiffScreen))
        await stage.press("enter")
        await stage.until_shown("Saved.")
        assert stage.deck.read_text(encoding="utf-8") == DECK.replace("'The mood'", '"The mood!"')


async def test_byte_order_mark_and_line_ends_stay(tmp_path: Path) -> None:
    before = b"\xef\xbb\xbf" + DECK.replace("\n", "\r\n").encode()
    async with authoring(tmp_path, deck=before) as stage:
        await stage.press("f3", "d", "ctrl+o")
        await stage.until(lambda: isinstance(stage.app.screen, StudioDiffScreen))
        await stage.press("enter")
        await stage.until_shown("Saved.")
        after = stage.deck.read_bytes()
        assert after.startswith(b"\xef\xbb\xbf")
        assert after.count(b"\n") == after.count(b"\r\n")
        assert b"id: prince\r\n" in after
        assert b"id: mood" not in after


async def test_what_was_not_saved_is_there_again_and_can_be_taken_back(tmp_path: Path) -> None:
    async with authoring(tmp_path) as stage:
        await stage.press("f3", "d")
        await stage.press("escape")
        await stage.mark("UBS")
        await stage.press("q")
        await stage.until(lambda: stage.studio.pane is Pane.NOTE)
        await stage.type("Who forecasts?")
        await stage.settled()
        (kept,) = stage.kept
        assert kept.stat().st_mode & 0o777 == 0o600
    async with authoring(tmp_path) as stage:
        assert "What you had not saved is here again." in stage.text
        assert len(stage.bench.session.notes) == 1
        assert stage.studio.form.draft.text("question") == "Who forecasts?"
        await stage.press("u")
        assert len(stage.bench.session.notes) == 2
        await stage.press("r", "f6", "ctrl+s")
        await stage.until_shown("The note is in the list.")
        await stage.press("ctrl+o")
        await stage.until(lambda: isinstance(stage.app.screen, StudioDiffScreen))
        await stage.press("enter")
        await stage.until_shown("Saved.")
        await stage.settled()
        assert stage.kept == []


async def test_a_file_changed_by_someone_else_is_not_written_over(tmp_path: Path) -> None:
    async with authoring(tmp_path) as stage:
        await stage.press("f3", "d")
        theirs = DECK + "  - id: new\n    question: A new one?\n    answer: Yes, it is\n"
        stage.deck.write_text(theirs, encoding="utf-8")
        await stage.press("ctrl+o")
        await stage.until(lambda: isinstance(stage.app.screen, StudioDiffScreen))
        await stage.press("enter")
        await stage.until_shown("changed by someone else")
        assert stage.deck.read_text(encoding="utf-8") == theirs
        assert [e.fields["id"] for e in stage.bench.session.notes] == ["prince", "new"]
        await stage.press("ctrl+o")
        await stage.until(lambda: isinstance(stage.app.screen, StudioDiffScreen))
        await stage.press("enter")
        await stage.until_shown("Saved.")
        text = stage.deck.read_text(encoding="utf-8")
        assert "id: mood" not in text
        assert "id: new" in text


async def test_a_new_deck_says_what_to_do_and_is_created_when_saved(tmp_path: Path) -> None:
    async with authoring(tmp_path, SMALL, deck=None) as stage:
        assert "c makes a cloze" in stage.text.replace("\n", " ")
        assert not stage.deck.exists()
        await stage.press("shift+right", "c")
        await stage.until(lambda: bool(stage.bench.drafts))
        await stage.press("ctrl+s")
        await stage.until_shown("The note is in the list.")
        await stage.press("ctrl+s")
        await stage.until(lambda: isinstance(stage.app.screen, StudioDiffScreen))
        await stage.press("enter")
        await stage.until_shown("Saved.")
        assert stage.deck.read_text(encoding="utf-8") == (
            "deck: pot\ntitle: A Pot of Savings\nsource:\n  title: A Pot of Savings\nnotes:\n"
            "  - id: when-markets-slump-papers-lift-the-mood\n"
            '    cloze: "{{When markets}} slump, papers lift the mood."\n'
            "    where: A Pot of Savings, ¶ 1\n"
        )


async def test_without_an_article_the_list_stands_in_its_place(tmp_path: Path) -> None:
    async with authoring(tmp_path, article=None) as stage:
        assert stage.studio.pane is Pane.NOTES
        assert "2 notes" in stage.text
        assert "paragraphs" not in stage.text
        await stage.press("down", "enter")
        await stage.until(lambda: stage.studio.pane is Pane.NOTE)
        assert "Bob Prince" in stage.studio.form.draft.text("cloze")
        await stage.press("escape")
        assert stage.studio.pane is Pane.NOTES
        await stage.press("escape")
        await stage.until(lambda: isinstance(stage.app.screen, HomeScreen))


async def test_esc_leaves_step_by_step_and_keeps_all(tmp_path: Path) -> None:
    async with authoring(tmp_path, SMALL) as stage:
        await stage.press("f3", "d", "f6")
        await stage.until(lambda: stage.studio.pane is Pane.NOTE)
        await stage.press("escape", "escape", "escape")
        await stage.until(lambda: isinstance(stage.app.screen, HomeScreen))
        assert len(stage.kept) == 1


async def test_resizing_to_nothing_and_back_loses_nothing(tmp_path: Path) -> None:
    async with authoring(tmp_path) as stage:
        await stage.mark("$42 billion")
        await stage.press("q")
        await stage.until(lambda: stage.studio.pane is Pane.NOTE)
        await stage.type("How m")
        for size in ((20, 5), (1, 1), SMALL, (60, 20), LARGE):
            await stage.pilot.resize_terminal(*size)
            await stage.pilot.pause()
        await stage.type("uch?")
        assert stage.studio.form.draft.text("question") == "How much?"
        assert stage.marked == "$42 billion"
        assert "How much?" in stage.text


async def test_the_mouse_marks_opens_and_switches(tmp_path: Path) -> None:
    async with authoring(tmp_path) as stage:
        row = stage.row("UBS forecasts")
        start = stage.rows[row].index("annual")
        end = stage.rows[row].index("fees") + 2
        await stage.pilot.mouse_down(offset=(start, row))
        await stage.pilot.hover(offset=(end, row))
        await stage.pilot.mouse_up(offset=(end, row))
        await stage.pilot.pause()
        assert stage.marked == "annual fees"
        await stage.press("c")
        await stage.until(lambda: bool(stage.bench.drafts))
        await stage.click("{{annual")
        await stage.until(lambda: stage.studio.pane is Pane.NOTE)
        await stage.click("Bridgewater")
        assert stage.studio.pane is Pane.ARTICLE
        assert stage.marked == "Bridgewater"


async def test_a_half_written_note_is_not_taken_by_the_next(tmp_path: Path) -> None:
    async with authoring(tmp_path) as stage:
        await stage.mark("UBS")
        await stage.press("q")
        await stage.until(lambda: stage.studio.pane is Pane.NOTE)
        await stage.type("Who")
        await stage.mark("Bob Prince")
        await stage.press("q")
        await stage.until(lambda: stage.studio.form.draft.text("answer") == "Bob Prince")
        assert len(stage.bench.drafts) == 2
        await stage.mark("Bridgewater")
        await stage.press("q")
        await stage.until(lambda: stage.studio.form.draft.text("answer") == "Bridgewater")
        assert len(stage.bench.drafts) == 2


def test_a_deck_that_comes_along_is_copied_when_it_is_saved(tmp_path: Path) -> None:
    from quizapp.store.studio_file import StudioFile

    written(tmp_path / "shipped")
    shipped, own = tmp_path / "shipped" / "pot.yaml", tmp_path / "own" / "pot.yaml"
    file = StudioFile(shipped, None, tmp_path / "state", copy_to=own)
    text = file.open().deck.source.text
    assert file.save(text.replace("lift", "raise"))
    assert shipped.read_text(encoding="utf-8") == DECK
    assert own.read_text(encoding="utf-8") == DECK.replace("lift", "raise")
    assert not file.save(text)
    assert own.read_text(encoding="utf-8") == DECK
    again = StudioFile(shipped, None, tmp_path / "state", copy_to=own)
    assert again.open().deck.source.text == text
    assert ARTICLE
