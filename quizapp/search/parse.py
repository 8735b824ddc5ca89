"""Reading a query.

either = every { "or" every }
every  = part { ["and"] part }
part   = "-" part | "(" either ")" | term
"""

from __future__ import annotations

from quizapp.search.expression import EVERY_CARD, Expression, all_of, any_of, negated
from quizapp.search.problem import SearchProblem
from quizapp.search.terms import meaning
from quizapp.search.tokens import Sign, Token, tokens

MAX_CHARACTERS = 1_000
MAX_TERMS = 50
MAX_DEPTH = 16
"""How deep parentheses and minus signs may nest."""


def parse(query: str) -> Expression:
    """Return what a query means; an empty one means every card.

    Raises:
        SearchProblem: it cannot be read, or is longer or deeper than a search needs. Nothing else is raised.
    """
    if len(query) > MAX_CHARACTERS:
        raise SearchProblem(
            f"A search may have {MAX_CHARACTERS:,} characters, and this has {len(query):,}.",
            "Write only the words that matter.",
            MAX_CHARACTERS,
            len(query),
        )
    parser = _Parser(list(tokens(query)), len(query))
    return parser.whole()


class _Parser:
    """Recursive descent over the tokens of one query."""

    def __init__(self, found: list[Token], length: int) -> None:
        self._tokens = found
        self._next = 0
        self._end = Token(Sign.CLOSE, length, length)

    def whole(self) -> Expression:
        if not self._tokens:
            return EVERY_CARD
        terms = [token for token in self._tokens if token.sign in (Sign.TEXT, Sign.TERM)]
        if len(terms) > MAX_TERMS:
            raise _problem(terms[MAX_TERMS], f"A search may have {MAX_TERMS} words.", "Write only those that matter.")
        expression = self._either(0)
        if self._next < len(self._tokens):
            raise _nothing_open(self._peek())
        return expression

    def _either(self, depth: int) -> Expression:
        parts = [self._every(depth)]
        while self._take(Sign.OR):
            parts.append(self._every(depth))
        return any_of(parts)

    def _every(self, depth: int) -> Expression:
        parts = [self._part(depth)]
        while self._take(Sign.AND) or self._peek().sign not in (Sign.OR, Sign.CLOSE):
            parts.append(self._part(depth))
        return all_of(parts)

    def _part(self, depth: int) -> Expression:
        token = self._peek()
        self._next += 1
        if depth > MAX_DEPTH:
            raise _problem(token, f"Parentheses and minus signs may nest {MAX_DEPTH} deep.", "Write it more simply.")
        match token.sign:
            case Sign.TEXT | Sign.TERM:
                return meaning(token)
            case Sign.MINUS:
                return negated(self._part(depth + 1))
            case Sign.OPEN:
                inside = self._either(depth + 1)
                if not self._take(Sign.CLOSE):
                    raise _problem(token, "What opens here is not closed.", 'Close it with ), or quote it: "("')
                return inside
            case _:
                raise self._missing(token)

    def _missing(self, token: Token) -> SearchProblem:
        """Return the problem of a place where something to look for should stand and does not."""
        before = self._tokens[self._next - 2] if self._next > 1 else None
        if token.sign in (Sign.AND, Sign.OR):
            word = token.sign.name.lower()
            return _problem(token, f'Nothing stands before this "{word}".', f'Quote it to look for it: "{word}"')
        if before and before.sign in (Sign.AND, Sign.OR):
            word = before.sign.name.lower()
            return _problem(before, f'Nothing stands after this "{word}".', f'Quote it to look for it: "{word}"')
        if before and before.sign is Sign.OPEN:
            return _problem(before, "Nothing stands in these parentheses.", "Put what to look for inside.")
        return _nothing_open(token)

    def _peek(self) -> Token:
        return self._tokens[self._next] if self._next < len(self._tokens) else self._end

    def _take(self, sign: Sign) -> bool:
        """Tell whether a token with this sign comes next, and pass it when it does."""
        found = self._next < len(self._tokens) and self._tokens[self._next].sign is sign
        self._next += found
        return found


def _nothing_open(token: Token) -> SearchProblem:
    return _problem(token, "Nothing is open that this could close.", 'Leave it out, or quote it: ")"')


def _problem(token: Token, message: str, mend: str) -> SearchProblem:
    return SearchProblem(message, mend, token.start, token.end)
