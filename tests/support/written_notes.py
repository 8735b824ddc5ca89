"""Strategies for notes as their authors write them: any clean text under any key, in every kind."""

from __future__ import annotations

from hypothesis import strategies as st

from quizapp.deckfile.written import KEY_ORDER
from quizapp.text import fold, is_clean

AWKWARD = (
    *("No", "yes", "~", "null", "true", "1:30", "010", "1.10", "0x1F", "1_000", ".5", "-", "2024-02-30", "=", "<<"),
    *("=SUM(A1)", "the #1 reason", "#1", "C#", "[x] done", "{a}", "a: b", "a:", "a:b", ":a", "- a", "? a", "* a"),
    *("&a", "!a", "|", ">", "%", "@a", "`a`", "'", '"', "it's", "'it's'", 'say "hi"', '"hi"', "\\", "a\\nb", "\\'\""),
    *(" a", "a ", "\ta", "a\tb", "a\n", "\na", "a\nb", "a\n\nb", "a\n  b\nc", "a \nb", "# a\nb", "a\n# b", "- a\n- b"),
    *("---", "...", "--- a", "a, b", "1,200", "“a”", "\u00a0a", "\u3000", "مرحبا: ب"),
    *("漢字", "👨‍👩‍👧‍👦", "é", "e\u0301"),
    *("x" * 1_500, "word " * 300 + "end", "{{a}}", "a {{b::c}}"),
)

clean = st.characters(codec="utf-8").filter(is_clean) | st.sampled_from("\n\t #:-'\"\\[]{},&*!|>%@`~?")
texts = st.sampled_from(AWKWARD) | st.text(clean, min_size=1, max_size=60)
texts = texts.filter(lambda text: bool(text.strip()) and not any(c in text for c in "\ufffe\uffff"))
"""Any text that a deck may hold."""

_words = texts.map(lambda text: "".join(c for c in text if c not in "{}\\:")).filter(lambda text: bool(text.strip()))
_truths = st.sampled_from(["true", "false"])


def lists_of_texts(least: int = 0, most: int = 5) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(texts, min_size=least, max_size=most, unique_by=fold).map(tuple)


def _cloze(before: str, gap: str, after: str) -> str:
    return f"{before}{{{{{gap}}}}}{after}"


_common = {
    "id": st.from_regex(r"[a-z0-9][a-z0-9-]{0,20}", fullmatch=True),
    "hint": texts,
    "explain": texts,
    "where": texts,
    "tags": lists_of_texts(),
}
_kinds = (
    ({"question": texts, "answer": texts}, {"bidirectional": _truths, "accept": texts | lists_of_texts()}),
    ({"cloze": st.builds(_cloze, _words, _words, _words)}, {"accept": texts | lists_of_texts()}),
    ({"statement": texts, "holds": _truths}, {}),
    (
        {"question": texts, "number": st.sampled_from(["5", "1,500", "8.5", "010", "42 billion", "$3.5bn"])},
        {"within": st.sampled_from(["2", "2 %", "0.5"])},
    ),
    ({"question": texts, "items": lists_of_texts(2)}, {"ordered": _truths}),
)


@st.composite
def _choices(draw: st.DrawFn) -> dict[str, str | tuple[str, ...]]:
    first, *others = draw(lists_of_texts(2, 6))
    answer: str | tuple[str, ...] = draw(st.sampled_from([first, (first,)]))
    fields: dict[str, str | tuple[str, ...]] = {"question": draw(texts), "answer": answer, "choices": tuple(others)}
    return fields | draw(st.fixed_dictionaries({}, optional={"last": st.just(first)}))


@st.composite
def notes(draw: st.DrawFn) -> dict[str, str | tuple[str, ...]]:
    """Notes of every kind that the reader takes, their keys in any order."""
    common = draw(st.fixed_dictionaries({}, optional=_common))
    own = draw(
        st.one_of(
            *(st.fixed_dictionaries(needed, optional=optional) for needed, optional in _kinds),
            _choices(),
        )
    )
    fields = common | own
    return {name: fields[name] for name in draw(st.permutations(list(fields)))}


def decks(least: int = 0, most: int = 5) -> st.SearchStrategy[list[dict[str, str | tuple[str, ...]]]]:
    """Lists of notes that can stand in one deck: no two have one id, or ask the same."""
    return st.lists(notes(), min_size=least, max_size=most, unique_by=(_asked, _id))


def _id(fields: dict[str, str | tuple[str, ...]]) -> object:
    return fields.get("id", object())


def _asked(fields: dict[str, str | tuple[str, ...]]) -> str:
    asked = fields.get("question") or fields.get("statement") or fields.get("cloze")
    return fold(str(asked).replace("{{", "").replace("}}", ""))


def canonical(fields: dict[str, str | tuple[str, ...]]) -> dict[str, str | tuple[str, ...]]:
    """Return the fields in the canonical order."""
    return {name: fields[name] for name in KEY_ORDER if name in fields}
