"""What the manual says of the doctor is what there is."""

from __future__ import annotations

from quizapp import help as manual
from quizapp.doctor.examination import CHECKS
from quizapp.doctor.fields import FINDING_FIELDS


def test_the_page_lists_every_check_in_order() -> None:
    rows = [f"| `{check.name}` | {check.looks_at} |" for check in CHECKS]
    assert "\n".join(rows) in manual.read("doctor")


def test_the_page_lists_every_field() -> None:
    rows = [f"| `{field.name}` | {field.values} | {field.meaning} |" for field in FINDING_FIELDS]
    assert "\n".join(rows) in manual.read("doctor")
