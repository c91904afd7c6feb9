"""From the text of an expression to tokens. ASCII only; limits are checked before anything else."""

from enum import StrEnum

from attrs import frozen

from dosmesas.lang.errors import ExpressionError
from dosmesas.lang.lookalikes import CHARACTERS, write
from dosmesas.text.phrase import NOTHING, Phrase, phrase

MOST_CHARACTERS = 400
MOST_DIGITS = 9
MOST_DECIMALS = 3
_DIGITS = frozenset("0123456789")
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_")
_ID = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-_./")
_OPERATORS = ("<=", ">=", "==", "!=", "<", ">", "+", "-", "*", "/", "(", ")", ",")
_POWER = phrase("there is no power; write the product out")
_BRACKETS = phrase("there are no lists here; use round brackets to group")
_FOREIGN = {
    "**": _POWER,
    "&&": write("and"),
    "||": write("or"),
    "=>": write(">="),
    "=<": write("<="),
    "<>": write("!="),
    "//": phrase("write '/'; it keeps three decimals"),
    "=": phrase("to compare, write '=='"),
    "!": write("not"),
    "&": write("and"),
    "|": write("or"),
    "^": _POWER,
    "%": phrase("write the share as a number: 0.1 is 10 %"),
    "[": _BRACKETS,
    "]": _BRACKETS,
    ".": phrase("a number begins with a digit: 0.5; names have no parts"),
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
        message = phrase(
            "an expression has at most {most} characters; this one has {count}",
            most=MOST_CHARACTERS,
            count=len(text),
        )
        raise ExpressionError("E0302", message, 0, len(text), phrase("split it into two rules"))
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
            raise ExpressionError("E0301", _foreign(wrong), at, at + 2, _FOREIGN[wrong])
    for operator in _OPERATORS:
        if text.startswith(operator, at):
            return Token(Kind.OPERATOR, operator, at, at + len(operator))
    if char in _FOREIGN:
        raise ExpressionError("E0301", _foreign(char), at, at + 1, _FOREIGN[char])
    shown = char if " " < char <= "~" else f"U+{ord(char):04X}"
    message = phrase("the character {character} has no meaning here", character=shown)
    raise ExpressionError("E0303", message, at, at + 1, CHARACTERS.get(char, NOTHING))


def _foreign(sign: str) -> Phrase:
    return phrase("'{sign}' is not part of the language", sign=sign)


def _while(text: str, at: int, allowed: frozenset[str]) -> int:
    while at < len(text) and text[at] in allowed:
        at += 1
    return at


def _number(text: str, at: int) -> Token:
    end = _while(text, at, _DIGITS)
    if end - at > MOST_DIGITS:
        message = phrase("a number has at most {most} digits", most=MOST_DIGITS)
        raise ExpressionError("E0301", message, at, end)
    if text[end : end + 1] == ".":
        point, end = end, _while(text, end + 1, _DIGITS)
        if not 0 < end - point - 1 <= MOST_DECIMALS:
            message = phrase("a number has one to {most} decimals", most=MOST_DECIMALS)
            raise ExpressionError("E0301", message, at, end)
    if text[end : end + 1] == "%":
        raise ExpressionError("E0301", _foreign("%"), end, end + 1, _FOREIGN["%"])
    if end < len(text) and text[end] in _LETTERS:
        hint = phrase("put an operator between them")
        raise ExpressionError("E0301", phrase("a letter follows a number"), end, end + 1, hint)
    return Token(Kind.NUMBER, text[at:end], at, end)


def _text(text: str, at: int) -> Token:
    close = text.find(text[at], at + 1)
    if close < 0:
        raise ExpressionError("E0301", phrase("this quotation mark is never closed"), at, at + 1)
    inner = text[at + 1 : close]
    if not inner or not set(inner) <= _ID:
        message = phrase("only the id of an option or event stands in quotation marks")
        raise ExpressionError("E0301", message, at, close + 1)
    return Token(Kind.TEXT, inner, at, close + 1)
