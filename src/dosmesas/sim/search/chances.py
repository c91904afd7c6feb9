"""Draws that answer from a script and note what they were asked, so that every outcome is tried once.

A run of the engine asks for draws one after another. It is run with a script of answers; what it asks beyond
the script gets a first answer, and each other answer makes a new script. Weights are exact.
"""

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from itertools import combinations
from typing import TypeVar

from attrs import Factory, define, field, frozen

from dosmesas.engine.draws import Draws
from dosmesas.model.effects import Chance, walk
from dosmesas.model.expressions import owners
from dosmesas.model.limits import BULLETINS_A_TURN
from dosmesas.model.rules import Pack
from dosmesas.sim.search.races import news_weight

YES, ALSO, NO = 0, 1, (1 << 64) - 1
"""Numbers of a draw: the least, the next, the greatest. A chance above 0 comes with the first two."""
CERTAIN = Fraction(1)
_Result = TypeVar("_Result")


@frozen(cache_hash=True)
class Answer:
    """How chance went: `chance` (yes or no), `news` (which bulletins came), `race` (which event won)."""

    kind: str
    about: str
    came: tuple[str, ...]


@define
class Asked:
    """A question of a run, the answer that it got, and the outcomes that it might have had with their odds.

    Who else takes part in `news` or a `race` is known only when the run goes on.
    """

    kind: str
    turn: int
    parties: list[str]
    answer: tuple[str, ...]

    def outcomes(self, odds: Mapping[str, int]) -> Mapping[tuple[str, ...], Fraction]:
        """Every outcome that has any weight."""
        return _outcomes(self.kind, tuple((name, odds[name]) for name in self.parties))


@lru_cache(1 << 12)
def _outcomes(kind: str, parties: tuple[tuple[str, int], ...]) -> Mapping[tuple[str, ...], Fraction]:
    if kind == "chance":
        yes = Fraction(parties[0][1], 100)
        return {came: weight for came, weight in ((("yes",), yes), (("no",), 1 - yes)) if weight}
    if kind == "race":
        total = sum(weight for _, weight in parties)
        return {(name,): Fraction(weight, total) for name, weight in parties}
    return dict(_news(parties))


def _news(parties: tuple[tuple[str, int], ...]) -> Iterator[tuple[tuple[str, ...], Fraction]]:
    """The sets of bulletins that may come, at most four of them."""
    for size in range(min(len(parties), BULLETINS_A_TURN) + 1):
        for chosen in combinations(range(len(parties)), size):
            came = [parties[place][1] for place in chosen]
            left = [odds for place, (_, odds) in enumerate(parties) if place not in chosen]
            weight = news_weight(came, left)
            if weight:
                yield tuple(parties[place][0] for place in chosen), weight


@define
class ScriptedDraws(Draws):
    """A source of draws for a search. `odds` has what there is to draw, by its name, as percent or weight."""

    odds: Mapping[str, int]
    kinds: Mapping[str, str]
    asked: list[Asked] = Factory(list)
    _script: tuple[tuple[str, ...], ...] = ()
    _known: dict[tuple[str, int], int] = field(factory=dict)

    @classmethod
    def of(cls, pack: Pack) -> "ScriptedDraws":
        """The draws of a pack."""
        chances = {
            one.id: one.percent
            for _, _, effects in owners(pack)
            for one in walk(effects)
            if isinstance(one, Chance)
        }
        news = {f"bulletin:{one.first}": one.chance for one in pack.bulletins.values()}
        races = {f"agenda:{one.first}": one.weight for one in pack.events.values()}
        named = (("chance", chances), ("news", news), ("race", races))
        return cls(
            {name: odds for _, each in named for name, odds in each.items()},
            {name: kind for kind, each in named for name in each},
        )

    def begin(self, script: tuple[tuple[str, ...], ...]) -> None:
        """Start a run that is answered so."""
        self._script = script
        self.asked = []
        self._known = {}

    def number(self, seed: int, name: str, turn: int, index: int) -> int:  # noqa: ARG002 - no seed, no index
        """The number that makes happen what the script says; the same draw is the same number."""
        known = self._known.get((name, turn))
        if known is None:
            known = self._known[name, turn] = self._answer(self.kinds[name], name, turn)
        return known

    def _answer(self, kind: str, name: str, turn: int) -> int:
        last = self.asked[-1] if self.asked else None
        if kind == "chance" or last is None or (last.kind, last.turn) != (kind, turn):
            place = len(self.asked)
            scripted = place < len(self._script)
            last = Asked(kind, turn, [], self._script[place] if scripted else ())
            self.asked.append(last)
        first, sure = len(self.asked) > len(self._script), self.odds[name] == 100
        last.parties.append(name)
        if kind == "chance":
            if first:
                last.answer = ("yes",) if self.odds[name] else ("no",)
            return YES if last.answer == ("yes",) else NO
        if first and (not last.answer if kind == "race" else sure and len(last.answer) < BULLETINS_A_TURN):
            last.answer = (*last.answer, name)
        came = name in last.answer
        if kind == "race":
            return NO if came else YES  # the greatest wins
        return ALSO if came else YES if sure else NO


def outcomes(
    draws: ScriptedDraws, run: Callable[[], _Result], most: int | None = None
) -> Iterator[tuple[Fraction, tuple[Answer, ...], _Result]]:
    """Every outcome of a run with its weight and how chance went; only the first `most`, where given.

    Those in which one draw alone goes another way come before those in which several do.
    """
    todo: deque[tuple[tuple[str, ...], ...]] = deque([()])
    while todo and most != 0:
        script = todo.popleft()
        draws.begin(script)
        result = run()
        asked = draws.asked
        if not asked:
            yield CERTAIN, (), result
            return
        weight, answers = CERTAIN, tuple(one.answer for one in asked)
        for place, one in enumerate(asked):
            every = one.outcomes(draws.odds)
            weight *= every[one.answer]
            if place >= len(script):
                todo += [(*answers[:place], other) for other in every if other != one.answer]
        yield weight, tuple(Answer(one.kind, one.parties[0], one.answer) for one in asked), result
        most = None if most is None else most - 1
