"""What is wrong with a query, as the one exception that reading it raises."""

from __future__ import annotations

from quizapp.errors import UsageError


class SearchProblem(UsageError):
    """A query that cannot be read: `message` says what is wrong, `mend` what to write instead.

    `start` and `end` are the half-open span of the query, in characters from 0, that the problem is about.
    """

    def __init__(self, message: str, mend: str, start: int, end: int) -> None:
        super().__init__(f"{message} {mend}")
        self.message = message
        self.mend = mend
        self.start = start
        self.end = end
