"""One browser for all tests of the report that need one: its start takes longer than they do."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from browser import Browser, find_browser
from browser import browser as open_browser


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A headless Chromium. Without one tests are skipped, or fail where QUIZAPP_BROWSER is `required`."""
    program = find_browser()
    if program is None:
        why = "no Chromium is installed here (on Debian: apt-get install chromium)"
        if os.environ.get("QUIZAPP_BROWSER") == "required":
            pytest.fail(why)
        pytest.skip(why)
    with open_browser(program, tmp_path_factory.mktemp("browser")) as opened:
        yield opened
