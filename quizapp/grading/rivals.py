"""The other answers of a deck, ready to be asked whether a slip has turned one answer into another."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from quizapp.grading.normal_form import NormalForm, normal_form

LONGEST = 2_000
"""Characters of an answer that are compared: the longest that a card shows."""


class Rivals:
    """Other answers, brought into their normal form once, when that is first needed (about 10 µs each).

    Build one for a deck and keep it: then asking takes a millisecond for ten thousand answers.
    """

    def __init__(self, answers: Iterable[str]) -> None:
        self._answers = tuple(answers)

    def has(self, form: NormalForm) -> bool:
        """Tell whether the text is one of these answers, but for what is ignored."""
        return form.key in self._by_key

    def nearer(self, form: NormalForm, distance: int, own: Collection[NormalForm]) -> bool:
        """Tell whether one of these answers, but for those that are `own`, is nearer than `distance`."""
        if distance == 0:
            return False
        near = process.extract(
            form.together, self._by_key, scorer=OSA.distance, score_cutoff=distance - 1, limit=None
        )
        keys = {wording.key for wording in own}
        return any(key not in keys for _, _, key in near)

    @cached_property
    def _by_key(self) -> dict[str, str]:
        forms = (normal_form(answer[:LONGEST]) for answer in self._answers)
        return {form.key: form.together for form in forms if form.key}
