"""Hostile input made of the pieces that YAML and expressions are made of, and what the reader says of it."""

from collections.abc import Callable
from typing import TypeVar

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from dosmesas.load.nodes import Mapping, Node, Scalar, Sequence, parse
from dosmesas.load.source import Sources
from dosmesas.text.diagnostic import Problems
from tests.support.small import SMALL

_Case = TypeVar("_Case")
PORTION = 2_500
CLEAN = [path.read_bytes() for path in sorted(SMALL.rglob("*.yaml"))]
LINES = [line for body in CLEAN for line in body.decode().split("\n")]
PIECES = [
    *("a: b", "- x", "[a, b]", "{a: b, c: d}", '"q\\n"', "'s'", "|\n  x\n", ">-\n  y\n   z\n", "# c", "? k\n: v"),
    *("&a ", "*a", "!t ", "!!str ", "%YAML 1.1\n---\n", "---\n", "...\n", ": ", "- ", "\n  ", "\n", "  ", "\\x41"),
    *("\\U00110000", "\\ud800", "\\e", "\\\n", "é", "\u00a0", "\U0001f600", "|2\n", "|+\n", ">1-\n", "<<: ", "~"),
    *("!<x> ", '"a":b', "- - - a", "-\n", "? ", "\n...\n", "\n---\n", "key: |", "- |\n\n x\n", '"\\', '""', "''"),
    *("\n\n\n", "::", "a:b", "[a: b]", "{a, b}", "{a}", "[a, ]", "{a: }", "{: b}", "[? a: b]", " : ", "\n? a"),
    *("\t", "\r", "\x1b[2J", "\u202e", "\u0301" * 5, "\ufeff", "\u2028", "\x00"),
    *LINES,
]  # fmt: skip
SIGNS = "ab:-[]{}#&*!|>'\"%@` \n\n  ,?~0<\u00e9\\u.="

texts = st.lists(st.sampled_from(PIECES) | st.text(SIGNS, max_size=4), max_size=12).map("".join)
"""Texts that look like YAML until one looks closer."""

WORDS = [
    *("and", "or", "not", "yes", "no", "stock", "goodwill", "pact", "turn", "min", "max", "abs", "clamp", "chose"),
    *("happened", "'sign'", "'talks/sign'", "'talks'", "'x'", "(", "(", ")", ")", ",", "+", "-", "*", "/", "<", "<="),
    *(">", ">=", "==", "!=", "0", "1", "0.5", "999999999", "1000000000", "0.0001", "**", "=", "%", ".", "[", "]"),
    *("'", '"', "≥", "−", "٣", "\u00a0", "\n", "x" * 50, "stock - stock", "if", "lambda x:", "1_000", "1e9", "0x1F"),
]  # fmt: skip
expressions = st.lists(st.sampled_from(WORDS), max_size=24).map(" ".join) | st.text(max_size=40)
"""Texts that look like expressions: tokens in any order, and any text at all."""


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """The bytes of a file: a clean one with a few bytes cut, doubled, flipped or put in; or any bytes at all."""
    if draw(st.integers(0, 9)) == 0:
        return draw(st.binary(max_size=200))
    data = bytearray(draw(st.sampled_from(CLEAN)))
    begin = draw(st.integers(0, len(data) - 1))
    data = data[begin : begin + 400]
    for _ in range(draw(st.integers(1, 4))):
        at, how = draw(st.integers(0, len(data))), draw(st.integers(0, 3))
        if how == 0:
            del data[at : at + draw(st.integers(1, 9))]
        elif how == 1 and at < len(data):
            data[at] ^= 1 << draw(st.integers(0, 7))
        elif how == 2:
            data[at:at] = draw(st.sampled_from(PIECES)).encode("utf-8", "surrogatepass")
        else:
            data[at:at] = draw(st.binary(min_size=1, max_size=3))
    return bytes(data)


def text_of(data: bytes) -> str | None:
    """The text of a file of these bytes, or None where they are refused."""
    return Sources()._decoded("f.yaml", data, Problems())


def verdict(text: str) -> tuple[list[tuple[str, str, str]], object]:
    """What is wrong with a text, and the nodes it makes if nothing is."""
    problems = Problems()
    node = parse(text, "f.yaml", problems)
    told = [(one.code, str(one.span), str(one.message)) for one in problems]
    return told, None if told else dumped(node)


def dumped(node: Node | None) -> object:
    """A node as plain data, with the places of all its parts."""
    match node:
        case Scalar():
            return (node.text, node.plain, str(node.span))
        case Sequence():
            return ([dumped(one) for one in node.items], str(node.span))
        case Mapping():
            return ([(dumped(key), dumped(value)) for key, value in node.items], str(node.span))
    return None


def in_portions(strategy: st.SearchStrategy[_Case], check: Callable[[_Case], None], number: int) -> None:
    """Check as many cases as a portion has; the number of the portion is its seed, so a failure comes again.

    A run of a million in one piece would keep a tree of all that it tried.
    """
    settled = settings(
        max_examples=PORTION, deadline=None, database=None, suppress_health_check=list(HealthCheck)
    )

    @seed(number)
    @settled
    @given(strategy)
    def portion(one: _Case) -> None:
        check(one)

    portion()
