"""The nodes of a parsed expression; `start` and `end` are character offsets in the text, end excluded."""

from attrs import frozen


@frozen(eq=False, repr=False, match_args=False)
class Number:
    """A number in thousandths."""

    start: int
    end: int
    value: int


@frozen(eq=False, repr=False, match_args=False)
class YesNo:
    """`yes` or `no`."""

    start: int
    end: int
    value: bool


@frozen(eq=False, repr=False, match_args=False)
class Name:
    """An indicator, place, flag or `turn`."""

    start: int
    end: int
    name: str


@frozen(eq=False, repr=False, match_args=False)
class Sign:
    """A sign before an operand: `-` or `+`."""

    start: int
    end: int
    op: str
    operand: "Node"


@frozen(eq=False, repr=False, match_args=False)
class Arithmetic:
    """`+`, `-`, `*` or `/` between two operands."""

    start: int
    end: int
    op: str
    left: "Node"
    right: "Node"


@frozen(eq=False, repr=False, match_args=False)
class Compare:
    """A chain of comparisons: one operator fewer than operands."""

    start: int
    end: int
    operators: tuple[str, ...]
    operands: "tuple[Node, ...]"


@frozen(eq=False, repr=False, match_args=False)
class Not:
    """`not` before a condition."""

    start: int
    end: int
    operand: "Node"


@frozen(eq=False, repr=False, match_args=False)
class Junction:
    """`and` or `or` between two or more conditions."""

    start: int
    end: int
    op: str
    operands: "tuple[Node, ...]"


@frozen(eq=False, repr=False, match_args=False)
class Call:
    """A function of the closed table: min, max, abs, clamp."""

    start: int
    end: int
    function: str
    arguments: "tuple[Node, ...]"


@frozen(eq=False, repr=False, match_args=False)
class Asked:
    """A question to the history: `chose('option')`, `happened('event')` or `turns_since('either')`."""

    start: int
    end: int
    function: str
    argument: str


NEVER = 36_000
"""What `turns_since` gives for what never came: longer ago than any game lasts, with its outlook."""

Node = Number | YesNo | Name | Sign | Arithmetic | Compare | Not | Junction | Call | Asked


def children(node: Node) -> "tuple[Node, ...]":
    """The nodes directly inside one."""
    match node:
        case Sign(operand=inner) | Not(operand=inner):
            return (inner,)
        case Arithmetic(left=left, right=right):
            return (left, right)
        case Compare(operands=inside) | Junction(operands=inside) | Call(arguments=inside):
            return inside
        case _:
            return ()
