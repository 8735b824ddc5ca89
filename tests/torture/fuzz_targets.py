"""What is fuzzed: the readers of what others write. Each takes any bytes, and raises only what it documents."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

from mutations import ODD_BYTES, ODD_LINES, SHIPPED
from mutations import mutated as mutated_deck
from search_builders import TODAY, table
from store_builders import review

from quizapp.authoring.article import read_article
from quizapp.authoring.where import places
from quizapp.config import Settings
from quizapp.config.reading import read_text, toml, with_file
from quizapp.config.writing import write_setting
from quizapp.deckfile.canonical import canonical
from quizapp.deckfile.located import locate_deck
from quizapp.deckfile.parse import ParsedDeck, parse_deck
from quizapp.errors import ArticleRefused, ConfigInvalid, DeckNotEdited, LogDamaged, LogUnreadable
from quizapp.export.log_lines import CardText, Damage, LoggedQuiz, _line, log_text, read_log
from quizapp.grading.listing import split_entries
from quizapp.grading.number import LONGEST_TYPED, grade_number, read_tolerance
from quizapp.grading.quantity import read_number
from quizapp.grading.typed import grade_typed
from quizapp.lint.engine import check_deck
from quizapp.lint.view import CollectionView
from quizapp.model import Action, ActionKind, Note
from quizapp.search.parse import parse
from quizapp.search.problem import SearchProblem
from quizapp.search.search import search
from quizapp.text import is_clean

ID = "0" * 19


class Target(NamedTuple):
    """What is fuzzed.

    `take` raises whatever the reader must not. `seeds` are inputs that are right, `tokens` what to change them with.
    """

    take: Callable[[bytes], None]
    seeds: Sequence[bytes]
    tokens: Sequence[bytes]
    make: Callable[[Random], bytes] | None = None
    """Makes an input of its own kind; used for some of them."""


def take_deck(data: bytes) -> None:
    """Read a deck, check it, and put it in canonical form: only problems come of it, in words that can be shown."""
    located = locate_deck(data, "fuzzed.yaml")
    assert parse_deck(data, "fuzzed.yaml") == located.parsed
    problems = (*located.parsed.problems, *check_deck(CollectionView().add(located)))
    assert all(is_clean(f"{problem.message}{problem.mend}{problem.rule}") for problem in problems)
    for note in located.parsed.notes:
        assert is_clean(repr(note).replace("\\u", "")), note
    if not any(problem.level == "error" for problem in located.parsed.problems):
        try:
            text = canonical(located.source.text, "fuzzed.yaml")
        except DeckNotEdited:
            return
        assert _unplaced(parse_deck(text, "fuzzed.yaml")) == _unplaced(located.parsed)


def _unplaced(parsed: ParsedDeck) -> list[Note]:
    return [replace(note, line=0) for note in parsed.notes]


def take_search(data: bytes) -> None:
    try:
        query = parse(_text(data))
    except SearchProblem:
        return
    found = search(_table(), query)
    list(found[:3])


def take_number(data: bytes) -> None:
    typed, _, rest = _text(data).partition("\n")
    read_tolerance(rest)
    number = read_number(typed)
    for expected, unit, within in (("5", "", ""), ("1.5", "km", "2 %"), ("103 billion", "dollars", "1")):
        grade_number(typed, expected, unit=unit, within=within)
    if number is not None and len(typed) <= LONGEST_TYPED:
        grade_number(rest, typed)
    grade_typed(typed, rest or "The Nile", ["the river Nile"])
    split_entries(typed, ["Research and Development", rest])


def take_log(data: bytes) -> None:
    lines = _lines(data)
    taken = [found for found in read_log(lines) if not isinstance(found, Damage)]
    for found in read_log(lines):
        if isinstance(found, Damage):
            assert found.line >= 1
    again = "".join(log_text(record for _, record in taken)).encode("utf-8")
    assert [record for _, record in read_log(_lines(again))] == [record for _, record in taken]


def take_import(data: bytes) -> None:
    """Import a log into an empty database; what is taken is what comes out again, and every schedule is its replay."""
    from quizapp.store.logbook import import_log, iter_log
    from quizapp.store.store import Store

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "log.jsonl"
        file.write_bytes(data)
        with Store.open(Path(folder) / "progress.db") as store:
            try:
                imported = import_log(store, file, skip_damaged=True)
            except (LogDamaged, LogUnreadable):
                return
            out = "".join(log_text(iter_log(store))).encode("utf-8")
            assert imported.added <= out.count(b"\n")
            again = Path(folder) / "again.jsonl"
            again.write_bytes(out)
            assert import_log(store, again).added == 0


def take_config(data: bytes) -> None:
    """Read settings, then change one in the file, which then holds it and all else as it was."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "config.toml"
        file.write_bytes(data)
        with suppress(ConfigInvalid):
            with_file(Settings(database=Path("p.db"), deck_paths=(), config_file=file))
        try:
            write_setting(file, ("screen", "theme"), "light")
        except ConfigInvalid:
            assert file.read_bytes() == data
            return
        assert toml(file, read_text(file))["screen"]["theme"] == "light"


def _take_article(name: str) -> Callable[[bytes], None]:
    def take(data: bytes) -> None:
        try:
            article = read_article(data, name)
        except ArticleRefused:
            return
        assert article.paragraphs
        assert is_clean("".join((article.title, *article.sections, *(p.text for p in article.paragraphs))))
        places(_text(data[:2000]), article)

    return take


def _lines(data: bytes) -> list[bytes]:
    return data.splitlines(keepends=True)  # of bytes: at CR and LF alone


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


_table = cache(table)


def _records() -> list[Any]:
    return [
        review(f"{ID}1", device_id="laptop", answer="the =Nile\u2028"),
        Action(f"{ID}2", ActionKind.UNDO, "rivers/nile", "laptop", 5, -660, TODAY, f"{ID}1"),
        Action(f"{ID}3", ActionKind.CARRY, "rivers/po", "phone", 6, 60, TODAY, None, {"from": "rivers/nile"}),
        Action(f"{ID}4", ActionKind.SETTINGS, None, "phone", 7, 60, TODAY, None, {"desired_retention": 0.9}),
        Action(f"{ID}5", ActionKind.SET_DUE, "rivers/nile", "phone", 8, 60, TODAY, None, {"due_on": TODAY + 5}),
        LoggedQuiz(f"{ID}6", "phone", 8, 60, TODAY, 900, 2, 1.5, {"seed": 3}, [{"b": 1, "a": None}]),
        CardText("rivers/nile", "Which river?\n", "The Nile"),
    ]


_VALUES = (
    None,
    True,
    0,
    -1,
    1,
    4,
    5,
    2**31,
    2**63 - 1,
    2**63,
    -(2**63),
    10**400,
    0.0,
    -0.0,
    1e-320,
    1e308,
    1.5,
    "",
    "a",
    "rivers/nile",
    "a/b",
    "/",
    "\x1b[2J",
    "\u202e",
    "\ud800",
    "9" * 5000,
    f"{ID}1",
    f"{ID}9",
    [],
    {},
    [[]],
    {"from": "a/b"},
    "undo",
    "carry",
    "settings",
    "exam",
    "suspend",
    "bury",
    "reset",
    "set_due",
    {"desired_retention": 2},
    {"exam_on": 1},
)


def _whole_log(random: Random) -> bytes:
    """Return a log whose checksums are right and whose values may be anything."""
    lines = [json.loads(line) for line in "".join(log_text(_records())).split("\n") if line]
    for line in lines:
        line.pop("sum")
    for _ in range(random.randint(1, 5)):
        line = random.choice(lines)
        line[random.choice([*line, *random.choice(lines)])] = random.choice(_VALUES)
        if random.random() < 0.3:
            lines.insert(random.randrange(1, len(lines)), dict(random.choice(lines)))
    lines[-1]["lines"] = len(lines) - 2
    try:
        return "".join(map(_line, lines)).encode("utf-8", "surrogatepass")
    except (ValueError, TypeError):
        return b""


def _seeds(*texts: str) -> list[bytes]:
    return [text.encode() for text in texts]


_QUERIES = _seeds(
    'deck:a "two words" -is:new',
    "tag:money or (is:due and lapses>2)",
    "recall<0.9 stability>=10d",
    "due:today id:a/one",
    "added:7 rated:3:again",
    "prompt:QDII answer:scheme hint:x",
    "is:orphan",
    "difficulty=5 interval<10",
    "kind:cloze",
)
_NUMBERS = _seeds(
    "1,234.5 km",
    "three and a half million",
    "103 billion dollars",
    "5 %\n2 %",
    "1/3",
    "−12 °C",
    "1e5",
    "½",
    "１２",
    "twenty-one hundred",
    "$1.2bn",
    "10^6",
    "1.234,5",
    "1'000",
    "II",
    "0x10",
    "12:30",
    "5 to 7",
    "about 3 kg\n0.5",
)
_CONFIG = _seeds(
    "[study]\nnew_per_day = 5\n[study.decks.a]\nnew_per_day = 1\n",
    '[screen]\ntheme = "dark"\n',
    '[keys]\n"study.hint" = "z"\n',
    "# c\n[study]\nanswering = 'flip' # d\n",
    "day_cutoff_hour = 4\n",
    'keys.study.hint = ["x", "y"]\n',
    "[scheduling]\n",
)
_MARKDOWN = _seeds(
    "# A\n\n1 *two* **three** `four` [five](six) ![a](b) <https://x.y> t[^1].\n\n- a\n\n> quote\n\n```\ncode\n```\n",
    "---\ntitle: T\n---\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nText\n===\n\n1. one\n2. two &amp; <b>three</b>\n",
)
_HTML = _seeds(
    "<!doctype html><title>T</title><article><h1>A</h1><p>1 &amp; 2<br>3<ul><li>a<li>b</ul><pre>c\n d</pre></article>",
    "<html><head><style>x</style></head><body><figure><figcaption>F</figcaption><p>T<!-- c --><script>1</script>",
)
_WORDS = b"deck: tag: is: or and not ( ) \" ' - : > < = >= 0 1 9999999 . , / % ^ \\ * ? ~ # \xc2\xa0 \xe2\x88\x92"
_TOKENS = (
    *_WORDS.split(),
    b" ",
    b"\n",
    b"\x00",
    b"\xff",
    "½²٣".encode(),
    b"e",
    b"million",
    b"and a half",
    b"\xe2\x80\xae",
)
_MARKS = (
    b"<",
    b">",
    b"<!--",
    b"-->",
    b"<![",
    b"]]>",
    b"<a",
    b"</p>",
    b"<div>",
    b"&",
    b"&#x110000;",
    b"&#0;",
    b"`",
    b"*",
    b"_",
    b"~~",
    b"[",
    b"](",
    b")",
    b"![",
    b"#",
    b"\n",
    b"\n\n",
    b"    ",
    b"\t",
    b"|",
    b"---\n",
    b"===\n",
    b"> ",
    b"- ",
    b"\\",
    "\ue000".encode(),
    "\ue0010\ue001".encode(),
    b"\x1b",
    b"\x00",
    b"\xff",
    b"<script>",
    b"<title>",
    b"<pre>",
    b'="',
    b"'",
)
_CONFIG_TOKENS = (
    b"[",
    b"]",
    b"[[",
    b"=",
    b".",
    b'"',
    b"'",
    b'"""',
    b"'''",
    b"\n",
    b"#",
    b"\\",
    b"\\u0000",
    b"{",
    b"}",
    b",",
    b"true",
    b"1e999",
    b"nan",
    b"inf",
    b"9" * 5000,
    b"0x",
    b"1979-99-99",
    b"\r",
    b"\x00",
    b"\xff",
    b"study",
    b"keys",
    b"screen.",
    b"\xef\xbb\xbf",
)
_ODD = (*ODD_BYTES, *(line.encode() for line in ODD_LINES))
_LOG = ["".join(log_text(_records())).encode()]

TARGETS = {
    "deck": Target(take_deck, [path.read_bytes()[:3000] for path in SHIPPED], _ODD, mutated_deck),
    "search": Target(take_search, _QUERIES, _TOKENS),
    "number": Target(take_number, _NUMBERS, _TOKENS),
    "log": Target(take_log, _LOG, (*_TOKENS, b"{", b"}", b"[", b'"', b"null", b"NaN", b"1e999"), _whole_log),
    "import": Target(take_import, _LOG, (*_TOKENS, b"{", b"}"), _whole_log),
    "config": Target(take_config, _CONFIG, _CONFIG_TOKENS),
    "markdown": Target(_take_article("a.md"), _MARKDOWN, _MARKS),
    "html": Target(_take_article("a.html"), _HTML, _MARKS),
}
