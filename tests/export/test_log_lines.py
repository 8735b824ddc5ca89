"""The log as text: what is written is what is read, and every kind of damage is found in its line."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_builders import review

from quizapp.export.log_lines import CardText, Damage, LoggedQuiz, Record, log_text, read_log
from quizapp.model import Action, ActionKind, Phase, Rating

ID = "0" * 19
ANSWER = review(f"{ID}1", device_id="laptop", rating=Rating.HARD, answer="the =Nile\u2028")
RECORDS: list[Record] = [
    ANSWER,
    Action(f"{ID}2", ActionKind.UNDO, "rivers/nile", "laptop", 5, -660, 20_000, f"{ID}1"),
    Action(f"{ID}3", ActionKind.CARRY, "rivers/po", "phone", 6, 60, 20_000, None, {"from": "rivers/nile"}),
    Action(f"{ID}4", ActionKind.SETTINGS, None, "phone", 7, 60, 20_000, None, {"desired_retention": 0.9}),
    LoggedQuiz(f"{ID}5", "phone", 8, 60, 20_000, 900, 2, 1.5, {"seed": 3}, [{"b": 1, "a": None}]),
    CardText("rivers/nile", "Which river?\n", "The Nile"),
]
LINES = "".join(log_text(RECORDS)).encode().splitlines(keepends=True)


def taken(lines: list[bytes]) -> list[Record]:
    return [found[1] for found in read_log(lines) if not isinstance(found, Damage)]


def damages(lines: list[bytes]) -> list[Damage]:
    return [found for found in read_log(lines) if isinstance(found, Damage)]


def remade(line: bytes, **changes: object) -> bytes:
    """Return a line with other values and a checksum that is right."""
    from quizapp.export.log_lines import _line

    value = json.loads(line) | changes
    del value["sum"]
    return _line({name: found for name, found in value.items() if found is not ...}).encode()


def test_what_is_written_is_what_is_read() -> None:
    assert taken(LINES) == RECORDS
    assert damages(LINES) == []


@given(st.text(st.characters(codec="utf-8")), st.floats(0, 1), st.integers(0, 2**62))
def test_every_text_and_number_comes_back(answer: str, recall: float, duration_ms: int) -> None:
    one = ANSWER._replace(answer=answer, retrievability_before=recall, duration_ms=duration_ms, phase=Phase.REVIEW)
    text = "".join(log_text([one])).encode()
    assert taken(text.split(b"\n")[:-1]) == [one]


def test_a_log_that_another_program_laid_out_anew_is_read() -> None:
    lines = [json.dumps(json.loads(line), sort_keys=True).encode() + b"\r\n" for line in LINES]
    assert taken(lines) == RECORDS


def test_logs_may_follow_each_other() -> None:
    assert taken(LINES + LINES) == RECORDS + RECORDS
    assert damages(LINES + LINES) == []


@given(st.data())
def test_a_changed_byte_is_found_in_its_line(data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(LINES) - 1))
    line = LINES[number]
    at = data.draw(st.integers(0, len(line) - 2))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte not in (line[at], 10)))
    lines = [*LINES]
    lines[number] = line[:at] + bytes([other]) + line[at + 1 :]
    found = damages(lines)
    assert found or taken(lines) == RECORDS  # a quote or an escape may be written in two ways
    assert {damage.line for damage in found} <= {number + 1, len(LINES) + 1}


@pytest.mark.parametrize("number", range(1, len(LINES) - 1))
def test_a_line_that_was_lost_is_missed(number: int) -> None:
    (damage,) = damages(LINES[:number] + LINES[number + 1 :])
    assert damage.line == len(LINES) - 1
    assert "missing" in damage.why


def test_a_file_that_was_cut_short_is_known() -> None:
    assert [damage.line for damage in damages(LINES[:3])] == [4]
    assert [damage.line for damage in damages([])] == [1]
    assert [damage.line for damage in damages([*LINES[:3], LINES[3][:9]])] == [4, 5]


def test_what_is_no_log_is_refused() -> None:
    assert damages([b"a,b\n", b"1,2\n"])[0] == Damage(1, "it is no line of JSON")
    assert damages(LINES[1:])[0].line == 1
    assert damages([b"[" * 100_000])[0].line == 1


@pytest.mark.parametrize(
    ("number", "changes", "told"),
    [
        (0, {"version": 2}, "Update quizapp"),
        (1, {"rating": 5}, "its rating cannot be '5'"),
        (1, {"rating": True}, "its rating"),
        (1, {"stability_days": 0.0}, "its stability_days"),
        (1, {"review_id": "x" * 20}, "its review_id"),
        (1, {"review_id": "v" * 20}, "its review_id"),
        (1, {"card_id": "rivers"}, "its card_id"),
        (1, {"duration_ms": 2**63}, "its duration_ms"),
        (1, {"study_day": 10**9}, "its study_day"),
        (1, {"kind": ...}, "it has no kind"),
        (1, {"mood": "good"}, "knows no mood"),
        (1, {"type": "glance"}, "knows no 'glance'"),
        (2, {"target_id": None}, "target_id"),
        (3, {"detail": {}}, "which card"),
        (3, {"card_id": None}, "it has no card"),
        (5, {"questions": 0}, "its questions"),
        (7, {"lines": 3}, "it ends a log of 3 lines"),
    ],
)
def test_a_value_that_cannot_be_is_refused(number: int, changes: dict[str, object], told: str) -> None:
    lines = [*LINES]
    lines[number] = remade(lines[number], **changes)
    assert [(damage.line, told in damage.why) for damage in damages(lines)] == [(number + 1, True)]


def test_lines_are_taken_one_at_a_time() -> None:
    source = iter(LINES)
    found = read_log(source)
    assert next(found) == (2, RECORDS[0])
    assert next(source) == LINES[2]
