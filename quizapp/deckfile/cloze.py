r"""Gaps in a sentence: `{{..}}`, `{{..::hint}}`, and `{{1:..}}` to hide several together.

A gap runs from `{{` to the next `}}`, and the first `::` in it begins its hint. White space at the ends of a
gap's text and hint is no part of them. A backslash before `{{`, `}}` or `:` takes their meaning away; there,
two backslashes stand for one (the rule of Windows command lines, so every text can be written). Anywhere else
a backslash is a backslash.

A group's number is one digit from 1 to 9 and a colon. Of `{{1:30}}` nobody can tell whether it is 30 in group
1 or half past one, so a digit after the colon is refused, unless four of them make a year. `{{12:30}}` is
text, as one digit makes a group and two do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quizapp.deckfile.slug import hashed_slug, short_slug
from quizapp.text import fold

_GROUP_NUMBERS = frozenset("123456789")
_MAYBE_TEXT = re.compile(r"\d(?!\d{3}(?!\d))")  # a digit that does not begin a year
_ANKI_NUMBER = re.compile(r"c(\d)")
_ESCAPE = re.compile(r"(?<!\\)(\\+)(\{\{+|\}\}+|:)")
_PROTECT = str.maketrans("{}:", "\x01\x02\x03")  # no clean text has these
_RESTORE = str.maketrans("\x01\x02\x03", "{}:")


class Gap(NamedTuple):
    """What is hidden. `number` is the digit of its group, empty when none is written."""

    text: str
    hint: str = ""
    number: str = ""


Segment = str | Gap


class ClozeError(ValueError):
    """A sentence whose gaps cannot be told; `rule`, `message` and `mend` are those of its Problem."""

    def __init__(self, rule: str, message: str, mend: str) -> None:
        super().__init__(message)
        self.rule, self.message, self.mend = rule, message, mend


def parse_cloze(sentence: str) -> tuple[Segment, ...]:
    """Return a clean sentence as text and gaps in turn, without empty texts.

    Raises:
        ClozeError: there is no gap, or one is unclosed, nested, empty, or could mean two things.
    """
    if "\\" in sentence:
        return tuple(_restored(segment) for segment in _parse(_ESCAPE.sub(_protect, sentence)))
    return tuple(_parse(sentence))


def revealed(segments: Sequence[Segment]) -> str:
    """Return the sentence with nothing hidden."""
    return "".join(segment.text if isinstance(segment, Gap) else segment for segment in segments)


def group_names(gaps: Sequence[Gap]) -> dict[str, list[Gap]]:
    """Return the gaps of each group under the group's name, in the order of the sentence.

    A name is the group's number, or else a slug of the hidden text, so that it stays when gaps are added,
    removed or moved. Gaps with one text form a group. A hash of the text is added where two texts share a
    slug, and where a slug could be taken for a number.
    """
    groups: dict[tuple[str, str], list[Gap]] = {}
    for gap in gaps:
        groups.setdefault((gap.number, "" if gap.number else fold(gap.text)), []).append(gap)
    slugs = [number or short_slug(text) for number, text in groups]
    ambiguous = _GROUP_NUMBERS.union(slug for slug in slugs if slugs.count(slug) > 1)
    return {
        number or (hashed_slug(text) if slug in ambiguous else slug): members
        for slug, (number, text), members in zip(slugs, groups, groups.values(), strict=True)
    }


def _parse(sentence: str) -> Iterator[Segment]:
    start, *pieces = sentence.split("{{")
    yield from _running(start)
    for index, piece in enumerate(pieces):
        inside, closing, after = piece.partition("}}")
        if not closing:
            raise _nested() if index + 1 < len(pieces) else _unclosed()
        if inside.startswith("{") or after.startswith("}"):
            raise _three_braces()
        yield _gap(inside)
        yield from _running(after)
    if not pieces:
        raise _no_gap()


def _running(text: str) -> tuple[str, ...]:
    if "}}" in text:
        raise _unopened()
    return (text,) if text else ()


def _protect(escape: re.Match[str]) -> str:
    slashes, sign = escape.groups()
    kept = "\\" * (len(slashes) // 2)
    return kept + (sign.translate(_PROTECT) if len(slashes) % 2 else sign)


def _gap(inside: str) -> Gap:
    text, _, hint = inside.partition("::")
    text, hint, number = text.strip(), hint.strip(), ""
    if text[1:2] == ":" and text[0] in _GROUP_NUMBERS:
        number, text = text[0], text[2:]
        if _MAYBE_TEXT.match(text):
            raise _group_or_text(number, text)
        text = text.lstrip()
    if not text:
        raise _empty_gap()
    if hint and (anki := _ANKI_NUMBER.fullmatch(text)):
        raise _anki_gap(anki[1], hint)
    return Gap(text, hint, number)


def _restored(segment: Segment) -> Segment:
    if isinstance(segment, Gap):
        return Gap(segment.text.translate(_RESTORE), segment.hint.translate(_RESTORE), segment.number)
    return segment.translate(_RESTORE)


def _no_gap() -> ClozeError:
    message = "A cloze needs a gap, and this one has none."
    return ClozeError("cloze-without-gap", message, "Write the words to hide between {{ and }}.")


def _empty_gap() -> ClozeError:
    return ClozeError("cloze-empty-gap", "A gap hides nothing.", "Write the words to hide in its braces.")


def _unclosed() -> ClozeError:
    mend = r"Close it with }}, or write \{{ for the braces themselves."
    return ClozeError("cloze-unclosed-gap", "A gap begins with {{ and never ends.", mend)


def _unopened() -> ClozeError:
    mend = r"Begin it with {{, or write \}} for the braces themselves."
    return ClozeError("cloze-unopened-gap", "A gap ends with }} and never began.", mend)


def _nested() -> ClozeError:
    message = "A gap begins inside another."
    return ClozeError("cloze-nested-gap", message, "End the first with }} before the next begins.")


def _three_braces() -> ClozeError:
    message = "Of three braces in a row nobody can tell which belong to the gap."
    mend = "Put a space between the gap's braces and the other, or a backslash before braces that are text."
    return ClozeError("cloze-three-braces", message, mend)


def _group_or_text(group: str, rest: str) -> ClozeError:
    message = f"{{{{{group}:{rest}}}}} could hide {rest} in group {group}, or the text {group}:{rest}."
    mend = f"Write {{{{{group}: {rest}}}}} for the group, or {{{{{group}\\:{rest}}}}} for the text."
    return ClozeError("cloze-group-or-text", message, mend)


def _anki_gap(number: str, text: str) -> ClozeError:
    message = f"{{{{c{number}::{text}}}}} is Anki's way to write a gap, and would hide “c{number}” here."
    mend = f"Write {{{{{text}}}}}, or {{{{{number}:{text}}}}} to hide it together with others."
    return ClozeError("cloze-anki-gap", message, mend)
