"""A cloze: a sentence with gaps, and a card for each gap or group of gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quizapp.deckfile.cloze import ClozeError, Gap, Segment, group_names, parse_cloze, revealed
from quizapp.deckfile.keys import ACCEPT, CLOZE
from quizapp.deckfile.kind import Content, Face, NoteKind
from quizapp.model import Kind, Note
from quizapp.text import fold

if TYPE_CHECKING:
    from quizapp.deckfile.fields import Fields

BETWEEN_ANSWERS = " · "


def _read(fields: Fields) -> Content:
    sentence = fields.text(CLOZE)
    accept = fields.text_or_texts(ACCEPT)
    if not sentence.strip():
        return Content("", sentence)
    try:
        segments = parse_cloze(sentence)
    except ClozeError as error:
        fields.report.error(fields.at(CLOZE), error.rule, error.message, error.mend)
        return Content("", sentence)
    if accept and len(group_names(_gaps(segments))) > 1:
        message = "accept does not tell which of the gaps it is for."
        mend = "Delete it, or make a note of each gap that needs it."
        fields.report.error(fields.at(ACCEPT), "accept-for-many-gaps", message, mend)
    # Known by the sentence without braces, so that another gap or hint leaves the note's other cards alone.
    return Content(known_by=revealed(segments), question=sentence, accept=accept)


def _faces(note: Note) -> Iterator[Face]:
    segments = parse_cloze(note.question)
    for name, gaps in group_names(_gaps(segments)).items():
        prompt, spans = _prompt(segments, gaps)
        yield Face(name, prompt, _answer(gaps), spans, note.hint, note.accept)


def _answer(gaps: Sequence[Gap]) -> str:
    if len(gaps) == 1:
        return gaps[0].text
    texts: dict[str, str] = {}
    for gap in gaps:
        texts.setdefault(fold(gap.text), gap.text)
    return BETWEEN_ANSWERS.join(texts.values())


def _gaps(segments: Sequence[Segment]) -> list[Gap]:
    return [segment for segment in segments if isinstance(segment, Gap)]


def _prompt(segments: Sequence[Segment], hidden: Sequence[Gap]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the sentence with some gaps hidden and the others filled, and the spans of the hidden ones."""
    parts = []
    spans = []
    length = 0
    for segment in segments:
        if not isinstance(segment, Gap):
            part = segment
        elif segment in hidden:
            part = f"[ {segment.hint or '…'} ]"
            spans.append((length, length + len(part)))
        else:
            part = segment.text
        parts.append(part)
        length += len(part)
    return "".join(parts), tuple(spans)


CLOZE_NOTE = NoteKind(
    kind=Kind.CLOZE,
    marker=CLOZE,
    own=(CLOZE, ACCEPT),
    read=_read,
    faces=_faces,
)
