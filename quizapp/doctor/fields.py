"""The fields of `quizapp doctor --json`. Fields are only ever added."""

from __future__ import annotations

from quizapp.doctor.finding import Finding
from quizapp.export.fields import Field

FINDING_FIELDS: tuple[Field[Finding], ...] = (
    Field("check", "text", "the name of the check", lambda f: f.check),
    Field("level", "fine, note, problem", "whether something wants to be done", lambda f: f.level.value),
    Field("text", "text", "what was found, in a sentence", lambda f: f.text),
    Field("count", "count", "how many things are meant, 0 where nothing is counted", lambda f: f.count),
    Field("mend", "text", "what to do next, empty when there is nothing to do", lambda f: f.mend),
)
