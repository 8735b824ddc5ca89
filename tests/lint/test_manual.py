"""What the manual says of all that a check can find."""

from __future__ import annotations

import pytest

from quizapp import help as manual
from quizapp.cli.lazy import SUMMARIES
from quizapp.lint.catalogue import all_rules
from quizapp.lint.engine import check_text
from quizapp.lint.manual import entry, names, rule_page
from quizapp.lint.rule import Family


@pytest.mark.parametrize("name", names())
def test_everything_that_can_be_found_has_a_page_and_a_row(name: str) -> None:
    said = entry(name)
    assert said.title.endswith(".")
    page = rule_page(name)
    assert page.startswith(f"# {name}\n\nFamily {said.family}, level {said.level}.\n\n{said.text}\n")
    assert f"| `{name}` | {said.level} | {said.title} |" in manual.read("rules").replace(r"\|", "|")


def test_rules_are_listed_by_family() -> None:
    page = manual.read("rules")
    families = page.split("\n## ")[1:]
    assert [part.partition("\n")[0].lower() for part in families] == [family.value for family in Family]
    for family, part in zip(Family, families, strict=True):
        listed = {name for name in names() if f"| `{name}` |" in part}
        assert {name for name, rule in all_rules().items() if rule.family is family} <= listed


def test_no_rule_is_hidden_behind_a_page_or_a_command() -> None:
    assert set(names()) & {*manual.topics(), *SUMMARIES} == set()


@pytest.mark.parametrize("name", sorted(all_rules()))
def test_what_a_page_says_on_switching_a_rule_off_is_so(name: str) -> None:
    how = rule_page(name).rpartition("\nFor a whole deck")[2]
    head, comment = [block.partition("```")[0] for block in how.split("```yaml\n")[1:]]
    notes = "notes:\n  - question: Q?\n    answer: A\n"
    assert "bad-checks" not in {problem.rule for problem in check_text(f"deck: d\n{head}{notes}", "d.yaml")}
    text = f"deck: d\n{comment}{notes}"
    assert "bad-ignore" not in {problem.rule for problem in check_text(text, "d.yaml")}
