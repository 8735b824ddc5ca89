"""`quizapp schema`."""

from __future__ import annotations

import json
from pathlib import Path

from command_line import Run

from quizapp.deckfile.schema import deck_schema
from quizapp.lint.catalogue import rule_names


def test_the_schema_is_printed_with_the_names_of_all_checks(run: Run) -> None:
    schema = json.loads(run("schema").out)
    assert schema["$id"] == deck_schema()["$id"]
    assert list(schema["properties"]["checks"]["properties"]) == rule_names()
    assert all(check["description"] for check in schema["properties"]["checks"]["properties"].values())


def test_the_schema_goes_to_a_file(run: Run, tmp_path: Path) -> None:
    result = run("schema", "-o", "deck.schema.json")
    assert (result.code, result.out) == (0, "")
    assert json.loads((tmp_path / "deck.schema.json").read_text(encoding="utf-8"))["title"] == "A deck of quizapp"
