"""Where sentences and words begin and end in running text.

A full stop ends a sentence unless it belongs to an abbreviation (`Dr.`, `e.g.`, `p.m.`), initials, or a figure. After
initials such as `U.S.` nobody can tell but by the next word: one that often begins a sentence begins one. What is
quoted goes on where a small letter follows: `“Why not?” she says.`
"""

from __future__ import annotations

import re
from bisect import bisect_right

Span = tuple[int, int]

_END = re.compile(r"(?:[.!?…]+|[。！？｡]+)[\"'”’»)\]›」』]*")
_WIDE_ENDS = "。！？｡"
_BEGINS = re.compile(r"\s++[\"'“‘«(\[‹¿¡—–-]*+\s*+(\w|[$€£¥₹§#])")
_ABBREVIATIONS = frozenset(
    (
        "mr", "mrs", "ms", "dr", "prof", "rev", "hon", "gen", "col", "lt", "sgt", "capt", "cmdr", "adm", "gov", "sen",
        "rep", "pres", "st", "sr", "jr", "messrs", "mme", "mlle", "vs", "cf", "al", "ca", "approx", "fig", "figs", "no",
        "nos", "vol", "pp", "ed", "eds", "art", "sec", "ch", "dept", "univ", "assn", "inc", "ltd", "co", "corp", "llc",
        "bros", "plc", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon",
        "tue", "wed", "thu", "fri", "sat", "sun", "mt", "ft", "ave", "blvd", "rd", "est",
    )
)
_STARTERS = frozenset(
    (
        "the", "a", "an", "in", "on", "at", "by", "for", "from", "with", "without", "as", "if", "when", "while",
        "after", "before", "since", "although", "though", "because", "but", "and", "or", "so", "yet", "he", "she", "it",
        "they", "we", "you", "i", "this", "that", "these", "those", "there", "here", "his", "her", "its", "their",
        "our", "my", "your", "what", "who", "how", "why", "where", "which", "however", "meanwhile", "moreover", "now",
        "then", "today", "some", "many", "most", "one", "two", "no", "not", "only", "still", "even", "according",
    )
)
_LETTERS = re.compile(r"(?:[^\W\d_]\.){2,}|(?<![^\W\d_])[^\W\d_]\.")
_WORD = re.compile(
    r"[$€£¥₹#]?(?:[^\W\d_]\.){2,}"
    r"|[\u2e80-\u2fdf\u3040-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f]"
    r"|[-−]?[$€£¥₹#]?\w+(?:[.,:'’&/‐‑-]\w+)*[%‰°]?"
)


def sentences(text: str) -> list[Span]:
    """Return the sentences of a text as half-open spans, without the white space around them."""
    spans: list[Span] = []
    start = 0
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        for end in _END.finditer(text, line.start(), line.end()):
            if end.start() >= start and _ends(text, end, line.end()):
                spans.append(_trimmed(text, start, end.end()))
                start = end.end()
        spans.append(_trimmed(text, start, line.end()))
    return [span for span in spans if span[0] < span[1]]


def sentence_at(text: str, start: int, end: int) -> Span:
    """Return the span from the beginning of the sentence that holds `start` to the end of the one that holds `end`."""
    spans = sentences(text)
    if not spans:
        return start, end
    begins = [span[0] for span in spans]
    first = max(bisect_right(begins, start) - 1, 0)
    last = max(bisect_right(begins, max(end - 1, start)) - 1, first)
    return min(spans[first][0], start), max(spans[last][1], end)


def words(text: str) -> list[Span]:
    """Return the words of a text as half-open spans: figures with their sign and currency, `U.S.`, `e-mail`.

    In scripts without spaces each character is one.
    """
    return [match.span() for match in _WORD.finditer(text)]


def _ends(text: str, end: re.Match[str], stop: int) -> bool:
    """Tell whether a sentence ends with these signs."""
    signs = end[0]
    if signs[0] in _WIDE_ENDS:
        return True
    if end.end() >= stop:
        return True
    following = _BEGINS.match(text, end.end())
    if following is None or following[1].islower():
        return False
    if signs[0] != "." or signs.startswith(".."):
        return True
    word = text[: end.start()].rpartition(" ")[2].lstrip("“‘«\"'([")
    if _LETTERS.fullmatch(f"{word}."):
        following_word = re.match(r"\w+", text[following.start(1) :])
        many = word.count(".") > 0
        return many and following_word is not None and following_word[0].lower() in _STARTERS
    if word.casefold() in _ABBREVIATIONS:
        # `No. 5` and `Dr. Who`, but `She said no. Then…`
        return word.casefold() == "no" and not following[1].isdigit()
    return True


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
