"""Where a condition tips: starts on this side and on the other, as near as makes sense."""

from collections.abc import Iterator, Mapping
from itertools import islice, product

from attrs import frozen

from dosmesas.engine.scene import Scene
from dosmesas.lang.evaluate import evaluate
from dosmesas.lang.names import asked_in, names_in
from dosmesas.lang.nodes import Compare, Name, Node, Number, Sign, children
from dosmesas.model.rules import Pack
from dosmesas.testing.mutation.sheets.sketch import Start
from dosmesas.text.number import THOUSAND

_NEAR = 100
"""A start lies beside a bound by so manieth of its indicator's range."""
_MOST = 20_000
TURN = "turn"


@frozen
class Tipping:
    """A start with which a condition holds, and one that differs in a single name, with which it does not."""

    name: str
    holds: Start
    fails: Start


def starts_of(pack: Pack) -> dict[str, int | bool]:
    """Where all numbers and flags of a pack begin."""
    ruleset = pack.ruleset
    numbers: dict[str, int | bool] = {name: one.start for name, one in ruleset.indicators.items()}
    return {**numbers, **{name: one.start for name, one in ruleset.flags.items()}}


def holds(node: Node, start: Start, pack: Pack, turn: int = 1) -> bool:
    """Whether a condition holds where a game begins so; nothing has happened yet."""
    numbers = {name: int(value) for name, value in {**starts_of(pack), **start}.items()}
    return bool(evaluate(node, Scene({**numbers, TURN: turn * THOUSAND})))


def tippings(node: Node, pack: Pack, turn: int = 1) -> list[Tipping]:
    """Where a condition tips by each of the names that it reads; none by what asks the history."""
    usual = starts_of(pack)
    choices = candidates(node, pack)
    if not choices:
        return []
    found: dict[tuple[str, object, object], Tipping] = {}
    good = [one for one in _assignments(choices, usual) if holds(node, one, pack, turn)]
    for start in good:
        for name, values in choices.items():
            place = (
                values.index(start.get(name, usual[name])) if start.get(name, usual[name]) in values else -1
            )
            for other in {place - 1, place + 1} & {*range(len(values))} if place >= 0 else ():
                changed = {**start, name: values[other]}
                if not holds(node, changed, pack, turn):
                    full = {**start, name: values[place]}
                    found.setdefault((name, values[place], values[other]), Tipping(name, full, changed))
    return [*found.values()]


def satisfied(node: Node, pack: Pack, turn: int = 1) -> Start | None:
    """The start nearest to the usual one with which a condition holds."""
    if holds(node, {}, pack, turn):
        return {}
    usual = starts_of(pack)
    return next(
        (one for one in _assignments(candidates(node, pack), usual) if holds(node, one, pack, turn)), None
    )


def _assignments(choices: Mapping[str, list[int | bool]], usual: Start) -> list[dict[str, int | bool]]:
    """All combinations, those first that change the fewest names; a name at its usual start is not named."""
    names = [*choices]
    every = islice(product(*([usual[name], *choices[name]] for name in names)), _MOST)
    starts = [{name: it for name, it in zip(names, one, strict=True) if it != usual[name]} for one in every]
    unique = {tuple(sorted(one.items())): one for one in starts}
    return sorted(unique.values(), key=lambda one: (len(one), sorted(one.items())))


def candidates(node: Node, pack: Pack) -> dict[str, list[int | bool]]:
    """By name, the values at which a condition may change its mind, in order."""
    ruleset = pack.ruleset
    found: dict[str, set[int | bool]] = {}
    for name in names_in(node):
        if name in ruleset.flags:
            found[name] = {False, True}
    for compare in _compared(node):
        for place, one in enumerate(compare.operands):
            if isinstance(one, Name) and one.name in ruleset.indicators:
                beside = [
                    *compare.operands[max(0, place - 1) : place],
                    *compare.operands[place + 1 : place + 2],
                ]
                for bound in map(_number, beside):
                    found.setdefault(one.name, set()).update(_around(one.name, bound, pack))
    return {name: sorted(values) for name, values in sorted(found.items()) if values}


def _around(name: str, bound: int | None, pack: Pack) -> Iterator[int]:
    """A bound, and the values just below and above it."""
    one = pack.ruleset.indicators[name]
    near = THOUSAND if one.counts or one.is_place else (one.high - one.low) // _NEAR
    for value in () if bound is None else (bound - near, bound, bound + near):
        if one.low <= value <= one.high:
            yield value


def _compared(node: Node) -> Iterator[Compare]:
    if isinstance(node, Compare):
        yield node
    for one in children(node):
        yield from _compared(one)


def _number(node: Node) -> int | None:
    match node:
        case Number(value=value):
            return value
        case Sign(op="-", operand=Number(value=value)):
            return -value
        case _:
            return None


def asks_history(node: Node | None) -> bool:
    """Whether a condition asks what happened or was chosen."""
    return node is not None and bool(asked_in(node))
