"""What a learner may call a deck."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.cli.names import deck_ids
from quizapp.errors import UnknownDeck, UsageError

DECKS = {name: f"{name}.yaml" for name in ("china", "china-fund-market", "chess", "security")}


def test_an_id_is_taken_before_a_longer_one_that_begins_so() -> None:
    assert deck_ids(["china"], DECKS) == ("china",)


def test_the_beginning_of_one_id_is_enough() -> None:
    assert deck_ids(["sec", "china-"], DECKS) == ("security", "china-fund-market")


def test_the_beginning_of_several_ids_is_refused_with_their_names() -> None:
    with pytest.raises(UsageError, match="'ch' may be china or china-fund-market or chess"):
        deck_ids(["ch"], DECKS)


def test_a_deck_is_known_by_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    decks = DECKS | {"rivers": str(tmp_path / "a.yaml")}
    assert deck_ids(["a.yaml", "./a.yaml", str(tmp_path / "a.yaml")], decks) == ("rivers",)


def test_a_deck_named_twice_is_one() -> None:
    assert deck_ids(["chess", "chess"], DECKS) == ("chess",)


def test_a_deck_without_a_known_file_can_be_named() -> None:
    assert deck_ids(["old"], DECKS | {"old-deck": ""}) == ("old-deck",)


@pytest.mark.parametrize("name", ["chinese", "", "x/y.yaml"])
def test_an_unknown_name_is_refused(name: str) -> None:
    with pytest.raises(UnknownDeck):
        deck_ids([name], DECKS)
