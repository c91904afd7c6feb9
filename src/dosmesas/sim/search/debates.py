"""Debates that are supposed, not held: hands are dealt from too many cards for all of them to be tried.

A case is taken to stand as far above or below what is ordinary (`par`) with each audience as brings a choice
into each band that it can come into at all; of all such cases, the nearest to the ordinary one.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import product
from typing import TypeVar

from attrs import evolve, field, frozen

from dosmesas.debate.graph import ONE
from dosmesas.debate.judge import Bench, Judge
from dosmesas.engine.benches import Dealt
from dosmesas.engine.floor import Debate
from dosmesas.engine.home import Heard, audiences_of, fate_of, support_of
from dosmesas.engine.state import State
from dosmesas.engine.tables import Tables
from dosmesas.engine.turn import Judgement, judged
from dosmesas.model.arguments import Ratify

_STEPS = 40
"""In so many steps, up and down, a case is moved from the ordinary one to the strongest and the weakest."""
_Thing = TypeVar("_Thing")
_NOBODY = Judge(Bench((), (), (), ()))


class Supposing(StrEnum):
    """How debates are supposed: come out in each band that they can, or as an ordinary one."""

    BANDS = "bands"
    PAR = "par"


@frozen(eq=False)
class Supposed(Debate):
    """A debate that stands so with each audience; nobody blames, gives credit or concedes in it."""

    stands: Mapping[str, int] = field(factory=dict)

    def strengths(self) -> dict[str, int]:
        """How far the option stands with each audience at home, in billionths."""
        return {**self.stands}


def supposed(tables: Tables, state: State, how: Supposing, *, few: bool) -> Iterator[Judgement]:
    """The ways in which the debates of a turn, all chosen, may end, and what comes of each at home.

    `few`: only so many of them that each choice still comes into all of its bands.
    """
    chosen = state.chosen(state.turn)
    event, scene, pack = tables.events[state.event].event, tables.scene(state), tables.pack
    ways: list[list[Debate]] = []
    for seat, name in chosen.items():
        option = pack.option(name)
        heard = audiences_of(pack, seat, option, scene, {})
        ways.append(
            [
                Supposed(seat, "", option, Dealt((), ()), _NOBODY, answered=False, stands=dict(stands))
                for stands in _stands(heard, frozenset(pack.ruleset.bank.doubters), event.ratify, how)
            ]
        )
    for debates in few_of(ways) if few else product(*ways):
        yield judged(tables, state, dict(zip(chosen, debates, strict=True)))


def few_of(ways: Sequence[Sequence[_Thing]], shift: int = 0) -> Iterator[tuple[_Thing, ...]]:
    """So few combinations that each part still is everything that it may be; others for another `shift`."""
    most = max(map(len, ways), default=1)
    return (
        tuple(one[(number + shift * place) % len(one)] for place, one in enumerate(ways))
        for number in range(most)
    )


@lru_cache(1 << 14)
def _stands(
    heard: tuple[Heard, ...], listens: frozenset[str], ratify: Ratify, how: Supposing
) -> tuple[tuple[tuple[str, int], ...], ...]:
    """Where a case may stand with each audience: for each fate of the choice the nearest to the ordinary."""
    found: dict[object, tuple[tuple[str, int], ...]] = {}
    for step in range(_STEPS + 1 if how is Supposing.BANDS else 1):
        for shift in dict.fromkeys((step, -step)):
            stands = tuple(
                (one.audience, min(max(one.par + shift * ONE // _STEPS, 0), ONE))
                for one in heard
                if one.audience in listens
            )
            argued = [evolve(one, strength=dict(stands).get(one.audience)) for one in heard]
            found.setdefault(fate_of(ratify, support_of(argued)), stands)
    return tuple(found.values())
