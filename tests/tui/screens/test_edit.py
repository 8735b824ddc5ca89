"""Writing a note in the form: what is typed, what is said of it, and that no word of it gets lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from editing import QUOTAS, EditStage, FakeDesk, editing
from stage import LARGE, SIZES, SMALL
from textual import events

from quizapp.collection.editor import Edited
from quizapp.errors import DeckChanged
from quizapp.model import Kind
from quizapp.store.drafts import DraftFolder
from quizapp.tui.widgets.note_field import LONGEST, NoteField

ASKED = "How large were all QDII quotas at the end of October?"


def fresh_desk() -> FakeDesk:
    return FakeDesk(fields={}, note_id="")


def field(stage: EditStage, key: str) -> NoteField:
    found = stage.edit.form._boxes[key].field
    assert isinstance(found, NoteField)
    return found


async def focus(stage: EditStage, key: str) -> None:
    stage.edit.form.focus_field(key)
    await stage.until(lambda: stage.edit.form._boxes[key].field.has_focus)


async def paste(stage: EditStage, text: str) -> None:
    focused = stage.edit.form.focused_field
    assert focused is not None
    focused.post_message(events.Paste(text))
    await stage.pilot.pause()


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_typed_is_in_the_draft_and_on_the_card_at_once(size: tuple[int, int]) -> None:
    async with editing(fresh_desk(), size, fresh=True) as stage:
        await stage.type("Who?")
        await stage.press("tab")
        await stage.type("Merkel")
        assert stage.edit.form.draft.fields == {"question": "Who?", "answer": "Merkel"}
        if size == SMALL:
            assert "f6 turn over" in stage.footer
            await stage.press("f6")
        shown = 1 if size == SMALL else 2  # in its field, on the card
        await stage.until(lambda: stage.text.count("Who?") == shown)
        await stage.until(lambda: [row for row in stage.rows if row.rstrip().endswith("Merkel")])
        assert stage.text.count("Who?") == shown


async def test_the_checks_follow_what_is_typed_and_underline_it() -> None:
    async with editing(FakeDesk()) as stage:
        await stage.until_shown("answer-in-question")
        assert "underline" in stage.style_of("$103 billion")
        question = field(stage, "question")
        question.focus()
        question.go_to(QUOTAS["question"].index(", $103"))  # type: ignore[union-attr]
        await stage.type("x")
        assert "underline" in stage.style_of("$103 billion")  # the mark moves with its words
        question.write(ASKED)
        await stage.until(lambda: "answer-in-question" not in stage.text)
        assert "✓  " in stage.text


async def test_what_is_not_written_yet_is_no_mistake_until_one_saves() -> None:
    async with editing(fresh_desk(), fresh=True) as stage:
        await stage.type("Who?")
        await stage.until_shown("still to write: answer")
        assert "✗" not in stage.text
        await stage.press("ctrl+s")
        await stage.until_shown("✗ Not saved. Still to write: answer.")
        assert field(stage, "answer").has_focus
        assert not stage.desk.saved
        await stage.type("Me")
        await stage.until(lambda: "Not saved" not in stage.text)
        await stage.press("ctrl+s")
        await stage.until(lambda: stage.desk.saved)


async def test_saving_writes_the_fields_and_leaves() -> None:
    desk = FakeDesk(saves_to=Edited(Path("china.yaml"), ("china/quotas",)))
    async with editing(desk) as stage:
        field(stage, "question").write(ASKED)
        await stage.press("ctrl+s")
        await stage.until(lambda: stage.left)
        assert desk.saved == [{**QUOTAS, "question": ASKED}]
        assert stage.left == [Edited(Path("china.yaml"), ("china/quotas",))]


async def test_saving_what_has_not_changed_writes_nothing() -> None:
    async with editing(FakeDesk()) as stage:
        await stage.press("ctrl+s")
        await stage.until(lambda: stage.left)
        assert stage.left == [None]
        assert not stage.desk.saved


async def test_a_warning_does_not_keep_a_note_from_being_saved() -> None:
    async with editing(FakeDesk()) as stage:
        await stage.until_shown("answer-in-question")
        await stage.type("!")
        await stage.press("ctrl+s")
        await stage.until(lambda: stage.desk.saved)


async def test_saving_refuses_what_the_reader_refuses_and_goes_there() -> None:
    desk = FakeDesk(fields={"cloze": "The EPP was launched in {{1976}}."})
    async with editing(desk) as stage:
        field(stage, "cloze").write("The EPP was launched in {{1976.")
        field(stage, "explain").focus()
        await stage.press("ctrl+s")
        await stage.until_shown("✗ Not saved")
        assert field(stage, "cloze").has_focus
        assert not stage.left
        assert not desk.saved


async def test_undo_in_a_field_brings_back_what_was_typed_pasted_or_done_with_a_key() -> None:
    desk = FakeDesk(fields={"question": "How many are there?", "answer": "15"})
    async with editing(desk) as stage:
        question = field(stage, "question")
        await paste(stage, " Really?")
        assert question.text == "How many are there? Really?"
        await stage.press("ctrl+z")
        assert question.text == "How many are there?"
        await stage.press("ctrl+y")
        assert question.text.endswith("Really?")


async def test_esc_keeps_the_half_written_note_and_it_is_there_again(tmp_path: Path) -> None:
    async with editing(FakeDesk(), drafts=tmp_path) as stage:
        await stage.type(" Ow")
        await stage.press("escape")
        await stage.until(lambda: stage.left)
        assert stage.left == [None]
    async with editing(FakeDesk(), drafts=tmp_path) as stage:
        assert field(stage, "question").text.endswith("October? Ow")
        assert "What you had not saved is here again" in stage.text
        await stage.press("f3")
        assert field(stage, "question").text == QUOTAS["question"]
        await stage.press("escape")
        await stage.until(lambda: stage.left)
    assert list(tmp_path.iterdir()) == []


async def test_a_draft_survives_the_end_of_the_program(tmp_path: Path) -> None:
    async with editing(FakeDesk(), drafts=tmp_path) as stage:
        await stage.type(" Ow")
        await stage.until(lambda: DraftFolder(tmp_path).read("china", "quotas") is not None)  # as before a crash
        await stage.type("!")
    kept = DraftFolder(tmp_path).read("china", "quotas")
    assert kept is not None
    assert kept.text("question").endswith("Ow!")


async def test_a_saved_note_leaves_no_draft(tmp_path: Path) -> None:
    async with editing(FakeDesk(), drafts=tmp_path) as stage:
        await stage.type(" Ow")
        await stage.until(lambda: list(tmp_path.iterdir()))
        await stage.press("ctrl+s")
        await stage.until(lambda: stage.left)
    assert list(tmp_path.iterdir()) == []


async def test_another_kind_keeps_what_fits_and_the_way_back_keeps_the_rest() -> None:
    desk = FakeDesk(fields={"question": "When was the EPP launched?", "answer": "In 1976", "hint": "Late"})
    async with editing(desk) as stage:
        await stage.press("f4")
        assert stage.edit.form.draft.kind is Kind.CLOZE
        assert field(stage, "cloze").text == "When was the EPP launched?"
        assert not stage.edit.form._boxes["answer"].display
        for _ in Kind:
            assert field(stage, "hint").display
            await stage.press("f4")
        assert stage.edit.form.draft.kind is Kind.CLOZE
        for _ in range(len(Kind) - 1):
            await stage.press("f4")
        assert stage.edit.form.draft.fields == desk.fields
        assert not stage.edit.form.draft.changed


async def test_pasting_takes_control_characters_out_and_keeps_lines() -> None:
    async with editing(fresh_desk(), fresh=True) as stage:
        await paste(stage, "one\x1b]52;c;aGk=\x07\rtwo\u202e\x08\r\nthree [b]x[/b]")
        assert field(stage, "question").text == "one]52;c;aGk=\ntwo\nthree [b]x[/b]"
        assert "three [b]x[/b]" in stage.text
        await focus(stage, "where")
        await paste(stage, "one\rtwo\tthree")
        assert field(stage, "where").text == "one two three"


@pytest.mark.parametrize("size", SIZES)
async def test_20_000_characters_are_taken_shown_and_saved(size: tuple[int, int]) -> None:
    words = ("lorem ipsum 你好 " * 2_000)[:19_990].strip()
    desk = FakeDesk(fields={"question": "Q?", "answer": "A"})
    async with editing(desk, size) as stage:
        await focus(stage, "explain")
        await paste(stage, words)
        await stage.type("!")
        assert field(stage, "explain").size.height <= 8
        await stage.checked()
        await stage.press("ctrl+s")
        await stage.until(lambda: desk.saved)
        assert desk.saved[0]["explain"] == f"{words}!"


async def test_a_paste_beyond_the_longest_field_is_cut_and_said_to_be() -> None:
    async with editing(fresh_desk(), fresh=True) as stage:
        await paste(stage, "word\n" * (LONGEST // 4))
        await stage.until_shown("✗ What you pasted was cut")
        assert len(field(stage, "question").text) == LONGEST


async def test_a_deck_changed_underneath_is_told_and_the_text_stands(tmp_path: Path) -> None:
    desk = FakeDesk(broken=DeckChanged(Path("china.yaml")))
    async with editing(desk, drafts=tmp_path) as stage:
        field(stage, "question").write(ASKED)
        assert "read anew" not in stage.footer
        await stage.press("ctrl+s")
        await stage.until_shown("✗ china.yaml has changed since it was read")
        assert "f7 read anew" in stage.footer
        assert not stage.left
        assert DraftFolder(tmp_path).read("china", "quotas") is not None
        desk.fields = {**QUOTAS, "explain": "Mended by another hand."}
        await stage.press("f7")
        await stage.until_shown("Mended by another hand.")
        assert field(stage, "question").text == ASKED
        await stage.press("ctrl+s")
        await stage.until(lambda: desk.saved)
        assert desk.saved == [{**QUOTAS, "question": ASKED, "explain": "Mended by another hand."}]


async def test_a_screen_made_tiny_and_large_again_keeps_text_and_focus() -> None:
    async with editing(FakeDesk(), LARGE) as stage:
        await focus(stage, "explain")
        await stage.type(" Yes")
        for size in ((20, 5), (1, 1), SMALL, LARGE):
            await stage.pilot.resize_terminal(*size)
            await stage.pilot.pause()
        assert field(stage, "explain").has_focus
        assert field(stage, "explain").text.endswith("them. Yes")
        await stage.type("!")
        assert "them. Yes!" in stage.text


async def test_fresh_notes_are_added_one_after_another_and_counted() -> None:
    async with editing(fresh_desk(), fresh=True) as stage:
        for number, words in enumerate(("One?", "Two?"), start=1):
            await stage.type(words)
            await stage.press("tab")
            await stage.type("Me")
            await stage.press("ctrl+s")
            await stage.until(lambda number=number: len(stage.desk.saved) == number)  # type: ignore[misc]
            await stage.until_shown(f"{number} added")
            assert field(stage, "question").has_focus
            assert field(stage, "question").text == ""
        assert [said["question"] for said in stage.desk.saved] == ["One?", "Two?"]
        await stage.press("escape")
        await stage.until(lambda: stage.left == [None])


async def test_advice_is_taken_with_a_key_and_undone_with_one() -> None:
    async with editing(FakeDesk({"question": "How large is it?", "answer": "45 km"})) as stage:
        await focus(stage, "answer")
        await stage.until_shown("number: 45, unit: km")
        await stage.press("f5")
        assert stage.edit.form.draft.kind is Kind.NUMBER
        await stage.until(lambda: field(stage, "number").has_focus)
        assert stage.edit.form.draft.fields == {"question": "How large is it?", "number": "45", "unit": "km"}
        await stage.press("f3")
        assert stage.edit.form.draft.kind is Kind.QUESTION
        assert not stage.edit.form.draft.changed


async def test_f8_goes_from_problem_to_problem_and_begins_the_list_with_it() -> None:
    async with editing(FakeDesk(), SMALL) as stage:
        await stage.until_shown("answer-in-question")
        await focus(stage, "where")
        await stage.press("f8")
        await stage.until(lambda: field(stage, "question").has_focus)
        assert field(stage, "question").cursor_location == (0, 32)
        await stage.press("f8")
        await stage.until(lambda: field(stage, "answer").has_focus)
        assert stage.row("could-be-number") < stage.row("answer-in-question")


async def test_keys_do_their_work_in_the_order_in_which_they_were_pressed() -> None:
    async with editing(fresh_desk(), fresh=True) as stage:
        for key, character in (("a", "a"), ("backspace", "\x7f"), ("b", "b"), ("tab", "\t"), ("c", "c")):
            stage.app.post_message(events.Key(key, character))
        await stage.until(lambda: stage.edit.form.draft.fields == {"question": "b", "answer": "c"})


async def test_seldom_used_fields_are_a_key_away() -> None:
    async with editing(FakeDesk()) as stage:
        assert "f2 hint, accept, both ways, tags" in stage.text
        assert "hint" not in stage.edit.form._boxes
        await stage.press("f2")
        await stage.type("It is large.")
        assert stage.edit.form.draft.fields["hint"] == "It is large."
        assert "f2 hint" not in stage.text


async def test_a_truth_is_chosen_with_space_or_a_letter() -> None:
    async with editing(FakeDesk(fields={"statement": "It is so.", "holds": "true"})) as stage:
        await focus(stage, "holds")
        await stage.press("space")
        assert stage.edit.form.draft.fields["holds"] == "false"
        await stage.press("y")
        assert not stage.edit.form.draft.changed


async def test_arrows_go_from_field_to_field_at_its_edges() -> None:
    async with editing(FakeDesk()) as stage:
        await stage.press("down")
        assert field(stage, "answer").has_focus
        await stage.press("up")
        assert field(stage, "question").has_focus


async def test_nothing_that_a_note_says_is_markup_or_acts_on_the_terminal() -> None:
    trap = "[@click=app.quit]x[0][/][red]"
    async with editing(FakeDesk(fields={"question": f"Q {trap}", "answer": trap})) as stage:
        await stage.checked()
        assert stage.text.count(trap) >= 3
