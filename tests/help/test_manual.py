"""The manual's pages."""

from __future__ import annotations

import pytest

from quizapp import help as manual
from quizapp.errors import UnknownTopic


def test_the_first_page_comes_first_and_lists_every_other() -> None:
    first, *others = manual.topics()
    assert first == "index"
    page = manual.read("index")
    assert all(f"| `{topic}` | {manual.title(topic)} |" in page for topic in others)


@pytest.mark.parametrize("topic", manual.topics())
def test_a_page_begins_with_its_title(topic: str) -> None:
    assert manual.read(topic).startswith(f"# {manual.title(topic)}\n")


@pytest.mark.parametrize("topic", ["studdy", "", "../README", "Index"])
def test_a_page_that_is_not_there_is_refused(topic: str) -> None:
    with pytest.raises(UnknownTopic):
        manual.read(topic)
