"""Writing a quiz's result as a Markdown file where the learner stands."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from quizapp.atomic import write_whole
from quizapp.clock import day_to_date
from quizapp.errors import OutputFailed
from quizapp.humanize import long_date
from quizapp.quiz.markdown import to_markdown
from quizapp.quiz.score import QuizResult

MOST_FILES = 1000


def write_markdown(result: QuizResult, titles: Mapping[str, str], study_day: int) -> Path:
    """Write a result into a new file in the working folder, and return where it is.

    Raises:
        OutputFailed: the folder cannot be written to.
    """
    text = to_markdown(result, titles=titles, taken=long_date(study_day))
    name = f"quiz-{day_to_date(study_day):%Y-%m-%d}"
    path = Path.cwd() / f"{name}.md"
    for number in range(2, MOST_FILES):
        try:
            write_whole(path, [text.encode("utf-8", "replace")], must_be_new=True)
        except FileExistsError:
            path = Path.cwd() / f"{name}-{number}.md"
        except OSError as error:
            raise OutputFailed(path, error.strerror or str(error)) from None
        else:
            return path
    raise OutputFailed(path, "there are too many such files")
