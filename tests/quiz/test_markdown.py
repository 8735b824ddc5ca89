"""The result as a page of Markdown, read back with a Markdown parser."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from quiz_builders import ANSWERS, RIGHT, answered, card, deck, plain_deck, quiz

from quizapp.answering.marking import answers_of
from quizapp.quiz.markdown import escaped, marks, to_markdown
from quizapp.quiz.paper import build_paper
from quizapp.quiz.quiz import begin
from quizapp.quiz.score import result_of
from quizapp.quiz.settings import QuizSettings
from quizapp.text import shorten

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def leaves(page: str) -> list[Token]:
    """Return the inline tokens of a page."""
    return [child for token in PARSER.parse(page) for child in token.children or ()]


def blocks(page: str) -> list[str]:
    return [token.type for token in PARSER.parse(page)]


def page_of(**settings: object) -> str:
    said = {**RIGHT, "every/typed": ("Nobody",), "every/list": ("red", "blue"), "every/statement": ()}
    result = result_of(answered(quiz(**settings), said).finish(), ANSWERS)  # type: ignore[arg-type]
    return to_markdown(result, titles={"every": "Every kind"}, taken="Sunday 22 November, 21:40")


PAGE = """\
# Quiz: 4.67 of 7 (67 %)

Sunday 22 November, 21:40 · 6 answered · 7 s · seed 3

## Worth another look

### 2. Who is meant in every/statement?

- You answered: nothing
- Right: False

### 6. Who is meant in every/typed?

- You answered: Nobody
- Right: Helmut Kohl
- Why: He gave the dinner.
- Where: ¶ 4

### 3. Who is meant in every/list?

- You answered: red; blue
- Right: red; green; blue
- Marks: 0.67 of 1

## Right

- Who is meant in every/several? — Spain; Italy
- Who is meant in every/number? — 42 %
- Who is meant in every/choice? — Spain
- Who is meant in every/ordered? — red; green; blue
"""


def test_a_page_says_the_score_then_what_was_missed_then_what_was_right() -> None:
    assert page_of(seed=3) == PAGE


def test_several_decks_have_a_table() -> None:
    decks = [plain_deck("a", 2), plain_deck("b", 2)]
    result = result_of(begin(build_paper(decks, QuizSettings(questions=4))).finish(), answers_of(decks))
    page = to_markdown(result, titles={"a": "Savings | pot"}, taken="today")
    assert "| Savings \\| pot | 0 | 2 |\n| b | 0 | 2 |\n" in page
    assert "table_open" in blocks(page)


def test_a_quiz_in_which_nothing_counts_has_a_page_too() -> None:
    result = result_of(quiz(questions=None, minutes=1).finish(), ANSWERS)
    assert to_markdown(result, titles={}, taken="today").startswith("# Quiz: 0 of 0\n")


SIGNS = [*"#*_`[]()<>&|~$\\!-+=:.1 \n\t{}", "http://a.b", "<script>", "&amp;", "![x](y)", "---", "```"]
nasty = st.text(max_size=60) | st.lists(st.sampled_from(SIGNS), max_size=12).map("".join)


@given(nasty)
def test_an_escaped_text_reads_as_the_text_wherever_it_stands(text: str) -> None:
    line = shorten(text, 1_000)
    for before in ("", "- ", "# ", "- Right: ", "x "):
        tokens = leaves(before + escaped(text))
        assert {token.type for token in tokens} <= {"text", "text_special"}
        assert "".join(token.content for token in tokens) == (before.lstrip("-# ") + line).strip()


@given(nasty, nasty, nasty)
def test_nothing_in_a_deck_or_an_answer_changes_the_page(prompt: str, answer: str, typed: str) -> None:
    asked = card("a/x", answer or "x", prompt=prompt, explain=typed, where=prompt)
    decks = [deck("a", asked)]
    state = begin(build_paper(decks, QuizSettings(questions=1))).answer((typed,), spent_ms=0).finish()
    page = to_markdown(result_of(state, answers_of(decks)), titles={}, taken="today")
    kinds = set(blocks(page))
    assert kinds <= {
        *("heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline"),
        *("bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"),
    }
    assert {token.type for token in leaves(page)} <= {"text", "text_special"}


def test_marks_have_two_decimals_at_most() -> None:
    assert [marks(score) for score in (0, 7, 7.5, 1 / 3, 10, 0.999)] == ["0", "7", "7.5", "0.33", "10", "1"]


def test_a_very_long_answer_is_cut() -> None:
    assert len(escaped("x" * 100_000)) == 1_000
