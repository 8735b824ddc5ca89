"""The thread that owns the collection: what a failure on it comes to."""

from __future__ import annotations

import pytest

from quizapp.errors import QuizappError
from quizapp.tui.backstage import Backstage, Left


async def test_only_what_nobody_foresaw_is_looked_into() -> None:
    looked: list[None] = []
    backstage = Backstage(lambda: None, lambda: looked.append(None))  # type: ignore[arg-type, return-value]

    def fail(error: Exception) -> None:
        raise error

    try:
        for error, looks in ((QuizappError("told"), 0), (Left(), 0), (KeyError(), 1)):
            with pytest.raises(type(error)):
                await backstage.beside(lambda error=error: fail(error))  # type: ignore[misc]
            with pytest.raises(type(error)):
                await backstage.ask(lambda collection, error=error: fail(error))  # type: ignore[misc]
            assert len(looked) == 2 * looks
    finally:
        backstage.close()
