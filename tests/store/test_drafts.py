"""Half-written notes on disk."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from quizapp.authoring.draft import Draft
from quizapp.model import Kind
from quizapp.store.drafts import DraftFolder

DRAFT = Draft.of({"id": "nile", "question": "Q?", "answer": "A", "accept": ("a", "b")}).with_text("hint", "Hm\n…")


def test_a_draft_is_read_as_it_was_kept(tmp_path: Path) -> None:
    drafts = DraftFolder(tmp_path / "drafts")
    assert drafts.read("rivers", "nile") is None
    assert drafts.keep("rivers", "nile", DRAFT)
    assert drafts.read("rivers", "nile") == DRAFT
    assert drafts.read("rivers", "") is None
    assert drafts.read("river", "snile") is None
    drafts.drop("rivers", "nile")
    assert drafts.read("rivers", "nile") is None


def test_what_was_lent_from_another_kind_is_not_kept(tmp_path: Path) -> None:
    drafts = DraftFolder(tmp_path)
    drafts.keep("rivers", "", DRAFT.as_kind(Kind.STATEMENT))
    kept = drafts.read("rivers", "")
    assert kept is not None
    assert kept.kind is Kind.STATEMENT
    assert "statement" not in kept.texts


def test_drafts_are_for_their_owner_alone(tmp_path: Path) -> None:
    DraftFolder(tmp_path / "drafts").keep("rivers", "nile", DRAFT)
    (path,) = (tmp_path / "drafts").iterdir()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("said", ["", "{", "[]", "{}", '{"version": 1}', '{"version": 2, "deck": "rivers"}', "\x00"])
def test_a_file_that_is_no_draft_is_none(tmp_path: Path, said: str) -> None:
    drafts = DraftFolder(tmp_path)
    drafts.keep("rivers", "nile", DRAFT)
    (path,) = tmp_path.iterdir()
    path.write_text(said, encoding="utf-8")
    assert drafts.read("rivers", "nile") is None


def test_a_folder_that_cannot_be_written_keeps_none_and_raises_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    drafts = DraftFolder(tmp_path / "file" / "drafts")
    assert not drafts.keep("rivers", "nile", DRAFT)
    assert drafts.read("rivers", "nile") is None
    drafts.drop("rivers", "nile")
    assert not DraftFolder(None).keep("rivers", "nile", DRAFT)
