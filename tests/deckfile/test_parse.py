from __future__ import annotations

import pytest
from deck_texts import AFTER, BEFORE, answers, between, deck_text, error_lines, parsed, quoted, rules
from hypothesis import given
from hypothesis import strategies as st

from quizapp.deckfile.nodes import MAX_DEPTH, MAX_TEXT
from quizapp.deckfile.parse import parse_deck
from quizapp.deckfile.report import MAX_PROBLEMS
from quizapp.model import Kind, Source
from quizapp.problem import Level
from quizapp.text import is_clean

HARD_TEXTS = [
    *("No", "yes", "~", "null", "1:30", "12:30", "010", "0x1F", "1e3", "1.10", ".inf", "2024-02-30", "50 %"),
    *(
        "[x] done",
        "the #1 reason",
        "=SUM(A1)",
        "<<",
        "*",
        "& co",
        "!important",
        "- dash",
        "key: value",
        "@home",
    ),
    *("`x`", "'\"'", "\\", " outer spaces ", "two\nlines", "tab\there", "x" * 2000),
    *("שלום", "العربية", "日本語の文", "👩‍👩‍👧‍👦", "na\u00efve"),
]

not_characters = "\ufffe\uffff"  # which YAML takes only as escapes
clean_texts = st.text(st.characters(exclude_characters=not_characters), min_size=1, max_size=200).filter(
    lambda text: is_clean(text) and bool(text.strip())
)


@pytest.mark.parametrize("text", HARD_TEXTS)
def test_a_quoted_text_comes_back_as_it_was_written(text: str) -> None:
    deck = parsed(f"question: Q\nanswer: {quoted(text)}")
    assert (answers(deck), deck.problems) == ([text], ())


@given(clean_texts)
def test_any_clean_text_comes_back_from_double_quotes(text: str) -> None:
    assert answers(parsed(f"question: Q\nanswer: {quoted(text)}")) == [text]


@given(clean_texts.filter(lambda text: "\n" not in text and "\t" not in text))
def test_any_clean_line_comes_back_from_single_quotes(text: str) -> None:
    escaped = text.replace("'", "''")
    assert answers(parsed(f"question: Q\nanswer: '{escaped}'")) == [text]


@pytest.mark.parametrize(
    "text", ["No", "1:30", "010", "~", "2024-02-30", "1.10", "12:30", "=SUM(A1)", "50 %", "<<", "null", "..."]
)
def test_a_bare_scalar_is_text(text: str) -> None:
    assert answers(parsed(f"question: Q\nanswer: {text}")) == [text]


def test_a_block_ends_without_the_line_end_that_closes_it() -> None:
    assert answers(parsed("question: Q\nanswer: |\n  one\n  two\nhint: h")) == ["one\ntwo"]


def test_every_key_of_a_deck_is_read() -> None:
    head = (
        "deck: savings\ntitle: Pot\ntags: [finance, china]\n"
        'source: {title: T, publisher: P, author: A, date: 2018, url: "https://example.org"}\n'
    )
    note = (
        "id: qdii\nquestion: Q\nanswer: A\nbidirectional: true\naccept: [one, two]\nhint: H\nexplain: E\n"
        "where: W\ntags: [t]"
    )
    deck = parsed(note, head=head)
    assert deck.problems == ()
    assert (deck.deck_id, deck.title, deck.tags) == ("savings", "Pot", ("finance", "china"))
    assert deck.source == Source("T", "P", "A", "2018", "https://example.org")
    (note_read,) = deck.notes
    assert (note_read.note_id, note_read.kind, note_read.bidirectional) == ("qdii", Kind.QUESTION, True)
    assert (note_read.accept, note_read.hint, note_read.explain) == (("one", "two"), "H", "E")
    assert (note_read.where, note_read.tags, note_read.line) == ("W", ("t",), 6)


def test_accept_may_be_one_text() -> None:
    assert parsed("question: Q\nanswer: A\naccept: B").notes[0].accept == ("B",)


def test_a_byte_order_mark_windows_line_ends_and_a_document_start_are_no_problem() -> None:
    text = deck_text("question: Q\nanswer: A", head="---\ndeck: test\n").replace("\n", "\r\n")
    deck = parse_deck(b"\xef\xbb\xbf" + text.encode(), "test.yaml")
    assert (answers(deck), deck.problems) == (["A"], ())


BROKEN_NOTES = [
    ("question: mid", "missing-answer"),
    ("answer: mid", "missing-question"),
    ("hint: mid", "missing-question"),
    ("question: mid\nanswer:", "empty-text"),
    ('question: " "\nanswer: x', "empty-text"),
    ("question: mid\nanswer: [a, b]", "wrong-shape"),
    ("question: mid\nanswer: {{a}}", "wrong-shape"),
    ("question: mid\nanswer:\n  deep: x", "wrong-shape"),
    ("question: mid\nanswer: x\ntags: one", "wrong-shape"),
    ("question: mid\nanswer: x\naccept: {a: b}", "wrong-shape"),
    ("question: mid\nanswer: x\n? [a]\n: b", "wrong-shape"),
    ("question: mid\nanswer: x\nanswer: y", "duplicate-key"),
    ("question: mid\nanswer: x\nexplian: y", "unknown-key"),
    ("question: mid\nanswer: x\ncolour: red", "unknown-key"),
    ("question: mid\nanswer: x\ncloze: a {{b}}", "two-kinds"),
    ("cloze: a {{b}}\nanswer: x", "unfitting-key"),
    ("cloze: a {{b}}\nbidirectional: true", "unfitting-key"),
    ("cloze: a {{b}} and {{c}}\naccept: [x]", "accept-for-many-gaps"),
    ("question: mid\nanswer: x\nbidirectional: yes", "not-true-or-false"),
    ("question: mid\nanswer: x\nid: a b", "bad-id"),
    ("question: mid\nanswer: x\nid: a/b", "bad-id"),
    ("question: mid\nanswer: x\nid: ~a", "bad-id"),
    ("question: mid\nanswer: x\nid: a#b", "bad-id"),
    ("question: mid\nanswer: x\nid: last-\u00e9\u0301#", "bad-id"),
    ("question: mid\nanswer: &a x", "yaml-anchor"),
    ("question: &a mid\nanswer: *a", "yaml-alias"),
    ("question: mid\nanswer: !!int 3", "yaml-tag"),
    ("question: mid\nanswer: ! 3", "yaml-tag"),
    ("question: mid\nanswer: x\n<<: y", "merge-key"),
    ('question: mid\nanswer: "\\e[31m"', "control-character"),
    ('question: mid\nanswer: "\\u202e"', "control-character"),
    ("question: mid\nanswer: a\x1bb", "control-character"),
    ("question: mid\nanswer: a\u202eb", "control-character"),
    ("question: mid\nanswer: a\ufffeb", "control-character"),
    ("question: mid\nanswer: a\ud800b", "control-character"),
    (f"question: mid\nanswer: {'x' * (MAX_TEXT + 1)}", "text-too-long"),
    (f"question: mid\nanswer: {'[' * MAX_DEPTH}{']' * MAX_DEPTH}", "too-deep"),
    ("cloze: no gap", "cloze-without-gap"),
    ("cloze: a {{b", "cloze-unclosed-gap"),
]


@pytest.mark.parametrize(("note", "rule"), BROKEN_NOTES)
def test_a_broken_note_is_named_with_its_place_and_mend_and_hides_no_other(note: str, rule: str) -> None:
    deck = between("  - " + note.replace("\n", "\n    ") + "\n")
    assert [item.note_id for item in deck.notes] == ["first", "last"]
    assert rule in rules(deck)
    last_line = 6 + note.count("\n")
    for problem in deck.problems:
        assert 6 <= problem.line <= last_line
        assert problem.column > 0
        assert problem.mend.endswith((".", "?")) or problem.mend.startswith("Write ")
        assert problem.path == "test.yaml"


def test_a_mistyped_key_is_answered_with_the_right_one() -> None:
    (problem,) = between("  - question: mid\n    anwser: x\n").problems
    assert (problem.rule, problem.line, problem.column) == ("unknown-key", 7, 5)
    assert problem.mend == "Did you mean answer?"


def test_two_notes_with_one_id_are_told_and_the_first_is_kept() -> None:
    deck = parsed("id: a\nquestion: Q\nanswer: one", "id: a\nquestion: R\nanswer: two")
    (problem,) = deck.problems
    assert (problem.rule, problem.line, problem.column) == ("duplicate-id", 6, 9)
    assert "line 3" in problem.message
    assert answers(deck) == ["one"]


def test_two_notes_without_id_that_ask_the_same_are_told() -> None:
    deck = parsed("question: Same?\nanswer: one", "question: ' same?'\nanswer: two")
    assert rules(deck) == ["duplicate-note"]
    assert answers(deck) == ["one"]


def test_ids_are_compared_in_one_normal_form() -> None:
    deck = parsed("id: caf\u00e9\nquestion: Q\nanswer: one", "id: cafe\u0301\nquestion: R\nanswer: two")
    assert rules(deck) == ["duplicate-id"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "empty-file"),
        ("# only a comment\n", "empty-file"),
        ("\ufeff", "empty-file"),
        ("just text\n", "not-a-deck"),
        ("- question: Q\n  answer: A\n", "not-a-deck"),
        ("deck: a\n", "empty-deck"),
        ("deck: a\nnotes:\n", "empty-deck"),
        ("deck: a\nnotes: []\n", "empty-deck"),
        ("deck: a\nnotes: {question: Q}\n", "empty-deck"),
        (b"\xff\xfed\x00e\x00c\x00k\x00", "not-utf-8"),
        (b"\xfe\xff\x00d\x00e", "not-utf-8"),
        (b"d\x00e\x00c\x00k\x00", "not-utf-8"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not-text"),
    ],
)
def test_a_file_that_is_no_deck_gets_one_sentence(text: str | bytes, rule: str) -> None:
    deck = parse_deck(text, "test.yaml")
    assert rules(deck) == [rule]
    assert deck.notes == ()
    assert deck.problems[0].mend


def test_bytes_that_are_not_utf_8_are_told_once_and_spoil_only_their_notes() -> None:
    notes = ("question: Q\nanswer: caf\u00e9", "question: R\nanswer: fine", "question: S\nanswer: na\u00efve")
    text = deck_text(*notes)
    deck = parse_deck(text.encode("latin-1"), "test.yaml")
    assert [(problem.rule, problem.line, problem.column) for problem in deck.problems] == [("not-utf-8", 4, 16)]
    assert answers(deck) == ["fine"]


def test_a_second_document_is_told_and_not_read() -> None:
    deck = parse_deck(deck_text("question: Q\nanswer: A") + "---\ndeck: other\n", "test.yaml")
    assert [(problem.rule, problem.line) for problem in deck.problems] == [("several-documents", 5)]
    assert (deck.deck_id, answers(deck)) == ("test", ["A"])


@pytest.mark.parametrize(
    ("head", "rule"),
    [
        ("deck: test\ndeck: other\n", "duplicate-key"),
        ("deck: test\nnots: []\n", "unknown-key"),
        ("deck: test\nsource: A book\n", "wrong-shape"),
        ("deck: test\nsource: {titel: A book}\n", "unknown-key"),
        ("deck: test\ntags: one\n", "wrong-shape"),
        ("deck: test\ntitle:\n", "empty-text"),
        ("deck: test\ntitle: [a]\n", "wrong-shape"),
        ("deck: test\ntitle: a: b\n", "needs-quotes"),
        ("deck: test\ntags: &t [one]\n", "yaml-anchor"),
    ],
)
def test_a_broken_head_is_told_and_the_notes_are_read(head: str, rule: str) -> None:
    deck = parsed("question: Q\nanswer: A", head=head)
    assert rules(deck) == [rule]
    assert (deck.deck_id, answers(deck)) == ("test", ["A"])
    assert error_lines(deck) == [2]


def test_without_an_id_a_deck_goes_by_its_file_and_is_told_that_very_id() -> None:
    deck = parse_deck("notes:\n" + BEFORE, "decks/China’s Fund Market.yaml")
    (problem,) = deck.problems
    assert (problem.rule, problem.level, problem.line) == ("missing-deck-id", Level.WARNING, 1)
    assert deck.deck_id == "china-s-fund-market"
    assert problem.mend == "Write as the first line: deck: china-s-fund-market"
    assert answers(deck) == ["one"]


@pytest.mark.parametrize("line", ["deck: a b", 'deck: "a', "deck: [a]", "deck: a/b", "deck:", "deck: a\x1b"])
def test_an_id_that_cannot_be_read_is_not_guessed(line: str) -> None:
    deck = parse_deck(f"{line}\nnotes:\n{BEFORE}", "test.yaml")
    assert deck.deck_id == ""
    assert error_lines(deck) == [1]


def test_a_text_lost_to_a_hash_is_told_and_the_note_kept() -> None:
    deck = between("  - question: Which reason?\n    answer: the #1 reason\n")
    (problem,) = deck.problems
    assert (problem.rule, problem.line, problem.column) == ("swallowed-by-hash", 7, 17)
    assert problem.level is Level.WARNING
    assert answers(deck) == ["one", "the", "three"]


@pytest.mark.parametrize(
    "line",
    [
        "answer: a # a comment",
        'answer: "the #1"',
        "answer: C#x",
        "answer: a ## b",
        "# all #1 comment\n    answer: a",
    ],
)
def test_hashes_that_lose_no_text_are_no_problem(line: str) -> None:
    assert between(f"  - question: mid\n    {line}\n").problems == ()


def test_a_number_cut_by_its_comma_is_told() -> None:
    deck = between("  - question: mid\n    answer: x\n    accept: [1,200, 3]\n")
    assert [(problem.rule, problem.line, problem.column) for problem in deck.problems] == [
        ("number-cut-by-comma", 8, 16)
    ]
    assert deck.notes[1].accept == ("1", "200", "3")


def test_aliases_are_refused_before_they_could_multiply() -> None:
    bomb = "deck: bomb\na: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    deck = parse_deck(bomb + "notes:\n" + BEFORE, "test.yaml")
    assert set(rules(deck)) == {"yaml-anchor", "yaml-alias"}
    assert answers(deck) == ["one"]


def test_a_million_brackets_end_at_the_seventeenth() -> None:
    deck = between(f"  - question: mid\n    answer: {'[' * 1_000_000}\n")
    assert rules(deck) == ["too-deep"]
    assert answers(deck) == ["one", "three"]


def test_a_hundred_brackets_end_at_the_seventeenth() -> None:
    deck = between(f"  - question: mid\n    answer: {'[' * 100}\n")
    assert rules(deck) == ["too-deep"]
    assert answers(deck) == ["one", "three"]


def test_no_more_than_a_thousand_problems_are_listed() -> None:
    deck = parse_deck("deck: test\nnotes:\n" + "- x\n" * (MAX_PROBLEMS + 5), "test.yaml")
    assert len(deck.problems) == MAX_PROBLEMS + 1
    assert deck.problems[-1].message == "5 more problems are not listed."


CLOZE = '  - cloze: "It {{was}} {{so::how}}"\n'
VALID = f"deck: test\ntitle: A title\ntags: [a, b]\nnotes:\n{BEFORE}{CLOZE}{AFTER}"
ODD_LINES = [
    *(
        "",
        "-",
        "- - -",
        "  - x",
        "? a",
        ": b",
        "---",
        "...",
        "%YAML 1.1",
        "notes:",
        "\t- x",
        "{",
        "]",
        "|",
        ">-",
    ),
    *("deck:", "deck:x", "tags: [", "  answer: 'x", "!!set", "&a", "*a", "  - {{a}}", "  - cloze: {{a}}"),
]


@given(st.data())
def test_no_change_of_bytes_raises(data: st.DataObject) -> None:
    raw = bytearray(VALID.encode())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(raw)))
        raw[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    _check_sane(bytes(raw))


@given(st.data())
def test_no_change_of_lines_raises(data: st.DataObject) -> None:
    lines = VALID.split("\n")
    any_line = st.sampled_from(ODD_LINES + lines)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        lines[at : at + data.draw(st.integers(0, 2))] = data.draw(st.lists(any_line, max_size=2))
    _check_sane("\n".join(lines).encode())


def _check_sane(raw: bytes) -> None:
    deck = parse_deck(raw, "test.yaml")
    whole_file = {"empty-file", "empty-deck", "not-utf-8", "not-text"}
    for problem in deck.problems:
        assert problem.line > 0 or problem.rule in whole_file, problem
        assert problem.line <= raw.count(b"\n") + raw.count(b"\r") + 2
        assert is_clean(problem.message + problem.mend)
        assert problem.mend
    if not deck.notes:
        assert deck.problems
    for note in deck.notes:
        assert is_clean(note.question + note.answer)


@given(st.lists(st.sampled_from([note for note, _ in BROKEN_NOTES]), min_size=1, max_size=4), st.randoms())
def test_broken_notes_never_hide_sound_ones(broken: list[str], random: object) -> None:
    sound = [f"id: n{number}\nquestion: Question {number}?\nanswer: {number}" for number in range(6)]
    notes = [*sound, *broken]
    random.shuffle(notes)  # type: ignore[attr-defined]
    deck = parsed(*notes)
    assert {note.note_id for note in deck.notes} >= {f"n{number}" for number in range(6)}
    assert len(error_lines(deck)) >= len(set(broken))
