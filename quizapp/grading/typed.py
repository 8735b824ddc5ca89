"""Typed answers, measured by every wording that a deck accepts.

In this order: the same but for what is ignored (`normal_form`) is RIGHT. What equals another answer of the
deck is WRONG. The same amount in other words is RIGHT, another is WRONG (`number`). Slips and accents
(`closeness`) are CLOSE, unless another answer is nearer still. A sentence, or words that are only some of the
right ones or more than them, is UNSURE, with the share of its key words. The rest is WRONG.

A part of an answer in round brackets may be typed or left out: `Capital flight (from China)`, `colo(u)r`. By
itself it is no answer, since it is often the question.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from quizapp.grading.alignment import align
from quizapp.grading.closeness import distance, slips
from quizapp.grading.keywords import is_sentence, recall
from quizapp.grading.normal_form import NormalForm, normal_form
from quizapp.grading.number import LONGEST_TYPED, grade_number
from quizapp.grading.quantity import read_number
from quizapp.grading.rivals import LONGEST, Rivals
from quizapp.grading.units import NO_UNIT
from quizapp.grading.verdict import Outcome, Verdict, close, empty, right, unsure, wrong
from quizapp.text import clean_line

_BRACKETS = re.compile(r"(?<!\s)\s*[(（][^()（）]*[)）]")


class _Wording(NamedTuple):
    text: str
    form: NormalForm


def grade_typed(
    typed: str, answer: str, accept: Sequence[str] = (), others: Collection[str] | Rivals = ()
) -> Verdict:
    """Return the verdict on a typed answer. Never raises, whatever was typed.

    Args:
        accept: other wordings that are as good as `answer`.
        others: other answers of the deck, which a slip must not turn into; those that are also a wording of
            this answer do no harm. With many of them, pass the deck's `Rivals`.
    """
    if typed.strip() == answer.strip() != "":
        return right(answer)
    if len(typed) > LONGEST:
        return unsure(f"Too long to check: more than {LONGEST:,} characters", 0.0, answer)
    line = clean_line(typed)
    if not line:
        return empty()
    wordings = list(_wordings((answer, *accept)))
    if not wordings:
        return unsure("The answer is too long to check: compare, then rate it yourself", 0.0, answer)
    form = normal_form(line)
    for wording in wordings:
        if wording.form.key == form.key:
            return right(wording.text)
    rivals = others if isinstance(others, Rivals) else Rivals(others)
    if rivals.has(form):
        return wrong("Not right: that answers another card", answer)
    return (
        _measured(line, form, wordings)
        or _forgiven(line, form, wordings, rivals)
        or _judged_by_words(form, wordings)
        or _refused(line, form, wordings)
    )


def prepare(answer: str, accept: Sequence[str] = ()) -> None:
    """Read the wordings of an answer, so that marking has only to compare: it is awaited, asking is not.

    What is read stays in the caches of `normal_form` and `read_number` until some thousands of others came.
    """
    for text, form in _wordings((answer, *accept)):
        if form.exact and len(text) <= LONGEST_TYPED:
            read_number(text)


def _wordings(texts: Iterable[str]) -> Iterator[_Wording]:
    """Yield each text, and each without what it has in brackets, that can be compared."""
    for text in texts:
        if len(text) > LONGEST:
            continue
        yield _Wording(text, normal_form(text))
        shorter = _BRACKETS.sub("", text).strip()
        if shorter and shorter != text:
            yield _Wording(shorter, normal_form(shorter))


def _measured(line: str, form: NormalForm, wordings: Sequence[_Wording]) -> Verdict | None:
    """Return the verdict on a number, the best of all wordings; None when either side is no number.

    Where things are counted (`100 jobs`), the noun may be left out but not be another: it is part of what was
    asked. A noun with a capital belongs to a name (`7 Sisters`). A figure without unit may be a version or a
    page, so that `3.10` is not `3.1`; only words such as `in` or `about` are left aside.
    """
    verdicts: list[Verdict] = []
    for text, wanted in wordings:
        expected = read_number(text) if wanted.exact and len(text) <= LONGEST_TYPED else None
        got = read_number(line, expected.unit) if expected and len(line) <= LONGEST_TYPED else None
        if not expected or not got:
            continue
        if expected.unit is NO_UNIT:
            if form.exact == wanted.exact and got.unit is NO_UNIT:
                verdicts.append(right(text))
        elif expected.unit.measured or (got.unit is NO_UNIT and text.islower()):
            verdicts.append(grade_number(line, text))
    return min(verdicts, key=lambda verdict: _ORDER.index(verdict.outcome), default=None)


_ORDER = tuple(Outcome)


def _forgiven(line: str, form: NormalForm, wordings: Sequence[_Wording], rivals: Rivals) -> Verdict | None:
    near = [(apart, wording) for wording in wordings if (apart := slips(form, wording.form)) is not None]
    if not near:
        return None
    apart, wording = min(near, key=lambda pair: pair[0])
    if rivals.nearer(form, distance(form, wording.form), [wording.form for wording in wordings]):
        return wrong("Not right: nearer to the answer of another card", wording.text)
    diff = align(line, wording.text)
    what = "letter" if apart else "accent"
    return close(f"Nearly right: {_differ(diff.count, what)}", wording.text, diff)


def _judged_by_words(form: NormalForm, wordings: Sequence[_Wording]) -> Verdict | None:
    free = [
        (recall(form, wording.form), wording)
        for wording in wordings
        if _is_free(form, wording.form) and not _numbers_clash(form, wording.form)
    ]
    if not free:
        return None
    found, wording = max(free, key=lambda pair: pair[0].share)
    return unsure(found.sentence, found.share, wording.text) if found.named else None


def _is_free(form: NormalForm, wording: NormalForm) -> bool:
    """Tell whether words decide: there is a sentence on either side, or one has all words of the other."""
    typed, asked = set(form.plain), set(wording.plain)
    return is_sentence(form) or is_sentence(wording) or typed <= asked or asked <= typed


def _numbers_clash(form: NormalForm, wording: NormalForm) -> bool:
    """Tell whether a number of the wording is missing while there is another one that it does not have."""
    typed, asked = set(form.numbers), set(wording.numbers)
    return bool(typed - asked) and bool(asked - typed)


def _refused(line: str, form: NormalForm, wordings: Sequence[_Wording]) -> Verdict:
    """Return WRONG, with the nearest wording, and the difference where at least half of the letters agree."""
    nearest = min(wordings, key=lambda wording: distance(form, wording.form))
    if _numbers_clash(form, nearest.form):
        return wrong("Not right: the number differs", nearest.text)
    longest = max(sum(map(len, form.plain)), sum(map(len, nearest.form.plain)))
    if 2 * distance(form, nearest.form) > longest:
        return wrong("Not right", nearest.text)
    diff = align(line, nearest.text)
    return wrong(f"Not quite: {_differ(diff.count, 'letter')}", nearest.text, diff)


def _differ(count: int, what: str) -> str:
    return f"1 {what} differs" if count == 1 else f"{count} {what}s differ"
