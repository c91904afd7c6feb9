"""From the text of an expression to tokens. ASCII only; limits are checked before anything else."""

from enum import StrEnum

from attrs import frozen

from dosmesas.lang.errors import ExpressionError
from dosmesas.lang.lookalikes import CHARACTERS

MOST_CHARACTERS = 400
MOST_DIGITS = 9
MOST_DECIMALS = 3
_DIGITS = frozenset("0123456789")
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_")
_ID = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-_./")
_OPERATORS = ("<=", ">=", "==", "!=", "<", ">", "+", "-", "*", "/", "(", ")", ",")
_FOREIGN = {
    "**": "there is no power; write the product out",
    "&&": "write 'and'",
    "||": "write 'or'",
    "=>": "write '>='",
    "=<": "write '<='",
    "<>": "write '!='",
    "//": "write '/'; it keeps three decimals",
    "=": "to compare, write '=='",
    "!": "write 'not'",
    "&": "write 'and'",
    "|": "write 'or'",
    "^": "there is no power; write the product out",
    "%": "write the share as a number: 0.1 is 10 %",
    "[": "there are no lists here; use round brackets to group",
    "]": "there are no lists here; use round brackets to group",
    ".": "a number begins with a digit: 0.5; names have no parts",
}
_FOREIGN_PAIRS = tuple(wrong for wrong in _FOREIGN if len(wrong) == 2)
"""Seen before the operators, or `<>` would be read as `<` and the hint for `=` given for `=>`."""


class Kind(StrEnum):
    """What a token is."""

    NUMBER = "number"
    WORD = "word"
    TEXT = "text"
    OPERATOR = "operator"
    END = "end"


@frozen(eq=False, repr=False, match_args=False)
class Token:
    """A stretch of the text."""

    kind: Kind
    text: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """All tokens, the last of kind END.

    Raises:
        ExpressionError: the text is too long, or holds what the language does not have.
    """
    if len(text) > MOST_CHARACTERS:
        message = f"an expression has at most {MOST_CHARACTERS} characters; this one has {len(text)}"
        raise ExpressionError("E0302", message, 0, len(text), "split it into two rules")
    found: list[Token] = []
    at = 0
    while at < len(text):
        if text[at] in " \n":
            at += 1
            continue
        token = _token(text, at)
        found.append(token)
        at = token.end
    return [*found, Token(Kind.END, "", len(text), len(text))]


def _token(text: str, at: int) -> Token:
    char = text[at]
    if char in _DIGITS:
        return _number(text, at)
    if char in _LETTERS:
        end = _while(text, at, _LETTERS | _DIGITS)
        return Token(Kind.WORD, text[at:end], at, end)
    if char in "'\"":
        return _text(text, at)
    for wrong in _FOREIGN_PAIRS:
        if text.startswith(wrong, at):
            raise ExpressionError(
                "E0301", f"'{wrong}' is not part of the language", at, at + 2, _FOREIGN[wrong]
            )
    for operator in _OPERATORS:
        if text.startswith(operator, at):
            return Token(Kind.OPERATOR, operator, at, at + len(operator))
    if char in _FOREIGN:
        raise ExpressionError("E0301", f"'{char}' is not part of the language", at, at + 1, _FOREIGN[char])
    shown = char if " " < char <= "~" else f"U+{ord(char):04X}"
    hint = CHARACTERS.get(char, "")
    raise ExpressionError("E0303", f"the character {shown} has no meaning here", at, at + 1, hint)


def _while(text: str, at: int, allowed: frozenset[str]) -> int:
    while at < len(text) and text[at] in allowed:
        at += 1
    return at


def _number(text: str, at: int) -> Token:
    end = _while(text, at, _DIGITS)
    if end - at > MOST_DIGITS:
        raise ExpressionError("E0301", f"a number has at most {MOST_DIGITS} digits", at, end)
    if text[end : end + 1] == ".":
        point, end = end, _while(text, end + 1, _DIGITS)
        if not 0 < end - point - 1 <= MOST_DECIMALS:
            raise ExpressionError("E0301", f"a number has one to {MOST_DECIMALS} decimals", at, end)
    if text[end : end + 1] == "%":
        raise ExpressionError("E0301", "'%' is not part of the language", end, end + 1, _FOREIGN["%"])
    if end < len(text) and text[end] in _LETTERS:
        raise ExpressionError(
            "E0301", "a letter follows a number", end, end + 1, "put an operator between them"
        )
    return Token(Kind.NUMBER, text[at:end], at, end)


def _text(text: str, at: int) -> Token:
    close = text.find(text[at], at + 1)
    if close < 0:
        raise ExpressionError("E0301", "this quotation mark is never closed", at, at + 1)
    inner = text[at + 1 : close]
    if not inner or not set(inner) <= _ID:
        raise ExpressionError(
            "E0301", "only the id of an option or event stands in quotation marks", at, close + 1
        )
    return Token(Kind.TEXT, inner, at, close + 1)
