"""The canonical form: one way to write a deck, in which every comment and every word stays."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from laid_out import LaidOut, laid_out

from quizapp.deckfile.canonical import canonical
from quizapp.deckfile.comments import read_comments
from quizapp.deckfile.located import locate_deck
from quizapp.deckfile.written import KEY_ORDER, fields_of
from quizapp.problem import Level

SHIPPED = sorted((Path(__file__).parents[2] / "decks").glob("*.yaml"))

WRITTEN = """\
# yaml-language-server: $schema=x.json

title:   "A title"
deck: 'd'   # the id
# where it is from
source: {date: "2018", title: Paper, url: 'http://x.y'}
tags:
- a
- 'b'   # the second
checks:
  answer-too-long: off
notes:   # all of them
# one
-   explain: >-
      A text that
      was folded.

      By hand.
    # of what is asked

    question: "What is QDII?"
    answer:   'A scheme'    # short
    accept: [ "a way",  # this
      one ]
    id: one
- cloze: It was {{so}}.
  where: "¶ 1"
  # hint: off


# a heading

# two
- {question: No, answer: "yes", tags: [x, z], bidirectional: "true"} # in braces
- statement: It is long,
    and so wrapped.
  holds: "false"
  # more to come
# the end"""

CANONICAL = """\
# yaml-language-server: $schema=x.json

deck: d  # the id

title: A title
# where it is from
source:
  title: Paper
  date: "2018"
  url: http://x.y
tags:
  - a
  - b  # the second
checks:
  answer-too-long: off
notes:  # all of them
  # one
  - id: one
    # of what is asked
    question: What is QDII?
    answer: A scheme  # short
    accept:
      - a way  # this
      - one
    explain: >
      A text that
      was folded.

      By hand.

  - cloze: "It was {{so}}."
    where: ¶ 1
    # hint: off

  # a heading

  # two
  - question: "No"
    answer: "yes"
    bidirectional: true
    tags: [x, z]
    # in braces

  - statement: It is long, and so wrapped.
    holds: false
    # more to come
# the end
"""


def test_a_deck_is_put_in_form() -> None:
    assert canonical(WRITTEN) == CANONICAL


def test_the_canonical_form_is_its_own() -> None:
    assert canonical(CANONICAL) == CANONICAL


@given(laid_out(least=1), st.data())
def test_meaning_and_comments_stay_and_a_second_time_changes_nothing(deck: LaidOut, data: st.DataObject) -> None:
    text = data.draw(with_comments(deck.text))
    before = locate_deck(text, "laid-out.yaml")
    if any(problem.level is Level.ERROR for problem in before.parsed.problems):
        return
    form = canonical(text, "laid-out.yaml")
    after = locate_deck(form, "laid-out.yaml")
    assert [fields_of(note) for note in after.notes] == [fields_of(note) for note in before.notes]
    assert after.parsed.title == before.parsed.title
    for comment in (*deck.comments.values(), *(line for line in text.split("\n") if line.startswith("# "))):
        assert comment.rstrip() in form
    assert all(list(fields_of(note)) == [key for key in KEY_ORDER if key in note.entries] for note in after.notes)
    assert not any(line != line.rstrip() and "|" not in form for line in form.split("\n"))
    assert canonical(form, "laid-out.yaml") == form


@st.composite
def with_comments(draw: st.DrawFn, text: str) -> str:
    """The text with comments and blank lines strewn between its lines, wherever they fall."""
    lines = text.split("\n")
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(lines)))
        lines.insert(at, draw(st.sampled_from(["", "# strewn", "  # strewn, indented", "    # deep", "\t"])))
    return "\n".join(lines)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_shipped_decks_are_in_form(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert canonical(text) == text


def test_a_deck_with_errors_has_no_canonical_form() -> None:
    for text in ("", "deck: d\n", "deck: d\nnotes: []\n", "deck: d\nnotes:\n- question: a\n"):
        with pytest.raises(ValueError, match="errors"):
            canonical(text)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (
            "---\ndeck: d\nnotes: [{question: a, answer: b}]\n...\n",
            "---\ndeck: d\nnotes:\n  - question: a\n    answer: b\n",
        ),
        (
            "notes:\n- answer: b\n  question: a\n\n\ndeck: d",
            "deck: d\nnotes:\n  - question: a\n    answer: b\n",
        ),
        (
            "deck: d\nnotes:\n-\n  # about it\n  question: |  # long\n    a\n    b\n\n  answer: x\n",
            "deck: d\nnotes:\n  # about it\n  - question: |  # long\n      a\n      b\n    answer: x\n",
        ),
    ],
)
def test_odd_layouts_come_to_the_same_form(text: str, form: str) -> None:
    assert canonical(canonical(text)) == canonical(text)
    assert canonical(text) == form


def test_comments_are_told_from_texts_that_look_like_them() -> None:
    text = 'deck: d # one\nnotes:\n- question: "# no"\n  answer: |  # two\n    # no\n  hint: a#b\n# three\n'
    found = read_comments(text, yaml.compose(text))
    assert [(comment.text, comment.is_alone) for comment in found] == [
        ("# one", False),
        ("# two", False),
        ("# three", True),
    ]
