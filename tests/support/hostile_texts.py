"""What a stranger may write to make a terminal do something, and what the program itself sends to one."""

from __future__ import annotations

import re

from quizapp.text import is_clean

CONTROLS = {
    "blink": "\x1b[5;31m",
    "move": "\x1b[998;76H",
    "report": "\x1b[6n",
    "old screen": "\x1b[?47h",
    "scroll region": "\x1b[3;4r",
    "insert": "\x1b[99@",
    "reset": "\x1bc",
    "charset": "\x1b(0",
    "title": "\x1b]0;owned\x07",
    "title to ST": "\x1b]2;owned\x1b\\",
    "link": "\x1b]8;;file:///etc/passwd\x1b\\x\x1b]8;;\x1b\\",
    "clipboard": "\x1b]52;c;b3duZWQ=\x07",
    "colours": "\x1b]4;1;?\x07",
    "notice": "\x1b]777;notify;a;b\x07",
    "device string": "\x1bP$qm\x1b\\",
    "sixel": "\x1bPq#0~\x1b\\",
    "program command": "\x1b_Gi=1\x1b\\",
    "privacy": "\x1b^x\x1b\\",
    "string": "\x1bXx\x1b\\",
    "lone escape": "\x1b",
    "doubled escape": "\x1b\x1b[998;76H",
    "cut short": "\x1b[98;",
    "C1 sequence": "\x9b998;76H",
    "C1 command": "\x9d0;owned\x9c",
    "C1 string": "\x90q\x9c",
    "next line": "\x85",
    "bell": "\x07",
    "backspaces": "ok\x08\x08no",
    "return": "good\rbad",
    "form feed": "\x0c",
    "tab up": "\x0b",
    "shift out": "\x0e",
    "delete": "\x7f",
    "null": "\x00",
    "substitute": "\x1a",
    "cancel": "\x18",
    "override": "\u202elive\u202c",
    "embedding": "\u202bx\u202c",
    "isolate": "\u2067x\u2069",
    "marks": "\u200e\u200f\u061c",
    "tags": "\U000e0041\U000e007f",
    "annotation": "\ufff9x\ufffb",
    "line separator": "\u2028",
    "paragraph separator": "\u2029",
    "byte order": "\ufeff",
}
"""By name. Each has parameters that the program never sends itself, so that none can pass for its own."""

MARKUP = {
    "click": "[@click=app.quit]",
    "close": "[/]",
    "close named": "[/red]",
    "index": "x[0]",
    "style": "[bold red on blue]",
    "escape": "\\[b]",
    "link": "[link=file:///etc/passwd]",
    "open": "[",
    "emoji": ":smile:",
    "variable": "[$accent]",
}
"""What Textual and Rich read as markup."""

ROWS, COLUMNS = 200, 300
"""No place that the program goes to lies beyond."""

_STYLE = {"0", "1", "3", "4", "7", "9", "21", "22", "23", "24", "27", "29", "38", "39", "48", "49", "53", "55"}
_COLOURS = {str(base + n) for base in (30, 40, 90, 100) for n in range(8)}
_SWITCHES = {"25", "1000", "1003", "1004", "1006", "1015", "1016", "7", "1049", "2004", "2026", "2048"}
_SEQUENCE = re.compile(
    r"\x1b\[(?P<style>[\d;]*)m"
    r"|\x1b\[(?P<row>\d*)(?:;(?P<column>\d*))?H"
    r"|\x1b\[\?(?P<switch>\d+)(?:[hl]|\$p)"
    r"|\x1b\[[<>=]\d*u"  # the keys that a terminal tells apart
    r"|\x1b\[\d{0,3}[ABCDGJK]"
    r"|\x1b\[2J\x1b\[3J"
    r"|\x1b\[\?u|\x1b\[c|\x1b\[18t|\x1b\[14t|\x1b\[16t"
    r"|\x1b\[\d q"
    r"|\x1b\]22;[a-z-]*\x07"  # the shape of the mouse pointer
)


def let_through(sent: str, *, lines: bool = True) -> list[str]:
    """Return what stands in what was sent to a terminal and is neither text nor a sequence of the program's own.

    `lines` allows for line feeds, with a return before them where a terminal adds one, and for tabs.
    """
    found, at = [], 0
    if lines:
        sent = sent.replace("\r\n", "\n").replace("\n", "").replace("\t", " ")
    for sequence in _SEQUENCE.finditer(sent):
        if not is_clean(sent[at : sequence.start()]):
            found.append(_unclean(sent[at : sequence.start()]))
        if not _is_own(sequence):
            found.append(sequence[0])
        at = sequence.end()
    if not is_clean(sent[at:]):
        found.append(_unclean(sent[at:]))
    return found


def _unclean(text: str) -> str:
    """Return the first character of a text that is not clean, with some of what stands around it."""
    at = next(at for at, character in enumerate(text) if not is_clean(character))
    return text[max(at - 12, 0) : at + 12]


def _is_own(sequence: re.Match[str]) -> bool:
    if sequence["style"] is not None:
        return _is_style(sequence["style"].split(";"))
    if sequence["switch"] is not None:
        return sequence["switch"] in _SWITCHES
    return int(sequence["row"] or 1) <= ROWS and int(sequence["column"] or 1) <= COLUMNS


def _is_style(parameters: list[str]) -> bool:
    """Tell whether a style is one of those that the program uses: no blinking, nothing hidden."""
    place = 0
    while place < len(parameters):
        if parameters[place] in ("38", "48") and parameters[place + 1 : place + 2] in (["2"], ["5"]):
            place += 5 if parameters[place + 1] == "2" else 3
        elif parameters[place] in _STYLE | _COLOURS | {""}:
            place += 1
        else:
            return False
    return True
