"""From tokens to nodes: recursive descent, one function a level of binding, with depth and count limited."""

from collections.abc import Callable

from attrs import define

from dosmesas.lang.errors import ExpressionError
from dosmesas.lang.lexer import Kind, Token, tokens
from dosmesas.lang.lookalikes import WORDS
from dosmesas.lang.nodes import (
    Arithmetic,
    Asked,
    Call,
    Compare,
    Junction,
    Name,
    Node,
    Not,
    Number,
    Sign,
    YesNo,
)
from dosmesas.text.diagnostic import did_you_mean
from dosmesas.text.phrase import NOTHING, Phrase, phrase

MOST_NODES = 80
MOST_DEPTH = 20
FUNCTIONS = {"min": (2, 8), "max": (2, 8), "abs": (1, 1), "clamp": (3, 3)}
"""The closed table of functions, with the fewest and most arguments."""
QUESTIONS = ("chose", "happened", "turns_since")
_COMPARISONS = ("<", "<=", ">", ">=", "==", "!=")
_YES_NO = {"yes": True, "no": False, "true": True, "false": False}
_RESERVED = {"and", "or", "not"}


def parse(text: str, count: int = 0, depth: int = 0) -> Node:
    """The expression of a text; `count` parts stand before it and it lies `depth` deep, as an item of a list.

    Raises:
        ExpressionError: it is none; the error has the place and what to write instead.
    """
    parser = _Parser(tokens(text), 0, count, depth)
    node = parser.either()
    parser.expect_end()
    return node


@define(eq=False, repr=False, match_args=False)
class _Parser:
    found: list[Token]
    at: int = 0
    count: int = 0
    depth: int = 0

    @property
    def token(self) -> Token:
        return self.found[self.at]

    @property
    def end(self) -> int:
        """Where the last token taken ends: a closing bracket belongs to the part that it ends."""
        return self.found[self.at - 1].end

    def take(self) -> Token:
        token = self.token
        self.at += 1
        return token

    def takes(self, *texts: str) -> bool:
        return self.token.kind in {Kind.OPERATOR, Kind.WORD} and self.token.text in texts

    def made(self, node: Node) -> Node:
        self.count += 1
        if self.count > MOST_NODES:
            message = phrase("an expression has at most {most} parts", most=MOST_NODES)
            hint = phrase("split it into two rules")
            raise ExpressionError("E0302", message, node.start, node.end, hint)
        return node

    def deeper(self) -> None:
        self.depth += 1
        if self.depth > MOST_DEPTH:
            message = phrase("brackets, lists and signs go at most {most} deep", most=MOST_DEPTH)
            raise ExpressionError("E0302", message, self.token.start, self.token.end)

    def either(self) -> Node:
        return self._joined("or", self.both)

    def both(self) -> Node:
        return self._joined("and", self.negation)

    def _joined(self, word: str, part: Callable[[], Node]) -> Node:
        start = self.token.start
        parts = [part()]
        while self.takes(word):
            self.take()
            parts.append(part())
        if len(parts) == 1:
            return parts[0]
        return self.made(Junction(start, self.end, word, tuple(parts)))

    def negation(self) -> Node:
        if not self.takes("not"):
            return self.comparison()
        start = self.take().start
        self.deeper()
        inner = self.negation()
        self.depth -= 1
        return self.made(Not(start, self.end, inner))

    def comparison(self) -> Node:
        start = self.token.start
        operands, operators = [self.sum()], []
        while self.takes(*_COMPARISONS):
            operators.append(self.take().text)
            operands.append(self.sum())
        if not operators:
            return operands[0]
        return self.made(Compare(start, self.end, tuple(operators), tuple(operands)))

    def sum(self) -> Node:
        start, node = self.token.start, self.product()
        while self.takes("+", "-"):
            operator = self.take().text
            right = self.product()
            node = self.made(Arithmetic(start, self.end, operator, node, right))
        return node

    def product(self) -> Node:
        start, node = self.token.start, self.signed()
        while self.takes("*", "/"):
            operator = self.take().text
            right = self.signed()
            node = self.made(Arithmetic(start, self.end, operator, node, right))
        return node

    def signed(self) -> Node:
        if not self.takes("+", "-"):
            return self.atom()
        token = self.take()
        if self.takes("+", "-"):  # `a - -3` is arithmetic and never comes here; `--3` is a slip
            hint = phrase("write one sign; a difference from a negative number is 'a - -3'")
            raise ExpressionError("E0301", phrase("two signs in a row"), token.start, self.token.end, hint)
        self.deeper()
        inner = self.atom()
        self.depth -= 1
        return self.made(Sign(token.start, self.end, token.text, inner))

    def atom(self) -> Node:
        token = self.take()
        if token.kind is Kind.NUMBER:
            return self.made(Number(token.start, token.end, _thousandths(token.text)))
        if token.kind is Kind.OPERATOR and token.text == "(":
            return self._bracket(token)
        if token.kind is Kind.WORD and token.text not in _RESERVED:
            return self._word(token)
        self.at -= 1
        if token.kind is Kind.END:
            message = phrase("something is missing at the end")
            raise ExpressionError("E0301", message, max(0, token.start - 1), token.end)
        if token.kind is Kind.TEXT:
            message = phrase("an id in quotation marks stands only in a question")
            hint = phrase("ask with chose('{id}') or happened('{id}')", id=token.text)
            raise ExpressionError("E0301", message, token.start, token.end, hint)
        message = phrase("a value is missing before '{word}'", word=token.text)
        raise ExpressionError("E0301", message, token.start, token.end)

    def _bracket(self, opening: Token) -> Node:
        self.deeper()
        node = self.either()
        self.depth -= 1
        self._close(opening)
        return node

    def _close(self, opening: Token) -> int:
        if self.takes(")"):
            return self.take().end
        if self.token.kind is Kind.END:
            raise ExpressionError("E0301", phrase("this bracket is never closed"), opening.start, opening.end)
        # The bracket may well be closed further on: the fault is what stands here.
        raise self._stray(phrase("close the bracket before it"))

    def _word(self, token: Token) -> Node:
        if self.takes("("):
            return self._question(token) if token.text in QUESTIONS else self._call(token)
        if token.text in _YES_NO:
            return self.made(YesNo(token.start, token.end, _YES_NO[token.text]))
        return self.made(Name(token.start, token.end, token.text))

    def _call(self, name: Token) -> Node:
        if name.text not in FUNCTIONS:
            known = [*FUNCTIONS, *QUESTIONS]
            hint = did_you_mean(name.text, known) or phrase("functions are {known}", known=tuple(known))
            message = phrase("'{name}' is not a function", name=name.text)
            raise ExpressionError("E0301", message, name.start, name.end, hint)
        opening = self.take()
        self.deeper()
        arguments = [self.either()]
        while self.takes(","):
            self.take()
            arguments.append(self.either())
        self.depth -= 1
        end = self._close(opening)
        fewest, most = FUNCTIONS[name.text]
        if not fewest <= len(arguments) <= most:
            raise ExpressionError("E0304", _takes(name.text, len(arguments)), name.start, end)
        return self.made(Call(name.start, end, name.text, tuple(arguments)))

    def _question(self, name: Token) -> Node:
        opening = self.take()
        token = self.token
        if token.kind is Kind.TEXT:
            self.take()
        if token.kind is not Kind.TEXT or self.takes(","):
            message = phrase("'{name}' asks about one id", name=name.text)
            hint = phrase("write {name}('id')", name=name.text)
            raise ExpressionError("E0304", message, name.start, self.token.end, hint)
        end = self._close(opening)
        return self.made(Asked(name.start, end, name.text, token.text))

    def expect_end(self) -> None:
        if self.token.kind is not Kind.END:
            raise self._stray(NOTHING)

    def _stray(self, hint: Phrase) -> ExpressionError:
        """The error for a token after a whole value; `hint` is for an operator."""
        token = self.token
        if token.kind is Kind.NUMBER and self.found[self.at - 1].kind is Kind.NUMBER:
            hint = phrase("a number has no spaces in it")
        elif token.kind is not Kind.OPERATOR:
            hint = WORDS.get(token.text.lower(), phrase("put an operator before it, such as 'and'"))
        elif token.text == "," and not hint and self.found[self.at - 1].kind is Kind.NUMBER:
            hint = phrase("decimals have a point: 0.5")
        message = phrase("'{word}' does not belong here", word=token.text)
        return ExpressionError("E0301", message, token.start, token.end, hint)


def _takes(name: str, count: int) -> Phrase:
    """How many values a function takes."""
    fewest, most = FUNCTIONS[name]
    if most == 1:
        return phrase("'{name}' takes one value, not {count}", name=name, count=count)
    if fewest == most:
        return phrase("'{name}' takes {most} values, not {count}", name=name, most=most, count=count)
    return phrase(
        "'{name}' takes {fewest} to {most} values, not {count}",
        name=name,
        fewest=fewest,
        most=most,
        count=count,
    )


def _thousandths(text: str) -> int:
    whole, _, rest = text.partition(".")
    return int(whole) * 1000 + int((rest + "000")[:3])
