"""What brought an ending about: the parts of its condition that held, and the receipts behind each."""

from collections import Counter
from collections.abc import Iterator

from attrs import frozen

from dosmesas.engine.receipts import Receipt
from dosmesas.lang.evaluate import evaluate
from dosmesas.lang.names import names_in
from dosmesas.lang.nodes import Junction, Node
from dosmesas.model.rules import Ending
from dosmesas.session.conditions import in_words
from dosmesas.session.session import Session
from dosmesas.session.views import source_name
from dosmesas.text.catalog import say
from dosmesas.text.number import exact, signed

_MOVERS = 2
"""How many of the largest movers of a number are named."""
_PARTS = 4
"""So many parts of a condition are told at most."""


def earned(session: Session, language: str) -> tuple[str, ...]:
    """Why the game ended as it did, a line for each part of the ending's condition.

    An ending without a condition is told by what was missing for the first one.
    """
    endings = session.pack.ruleset.endings
    ending = next(one for one in endings if one.id == session.state.ending)
    teller = _Teller(session, language)
    if ending.when is None:
        return tuple(teller.missing(endings[0]))[:_PARTS] if endings[0].when is not None else ()
    return tuple(teller.part(one) for one in teller.held(ending.when))[:_PARTS]


@frozen
class _Teller:
    """Tells of the parts of conditions in a game that is over."""

    session: Session
    language: str

    def _say(self, key: str, **values: object) -> str:
        return say(self.language, key, **values)

    def _holds(self, node: Node) -> bool:
        return bool(evaluate(node, self.session.game.tables.scene(self.session.state)))

    def held(self, node: Node) -> Iterator[Node]:
        """The parts by which a condition holds: all of an `and`, the first that holds of an `or`."""
        if not isinstance(node, Junction):
            yield node
        elif node.op == "and":
            for one in node.operands:
                yield from self.held(one)
        else:
            yield from self.held(next(one for one in node.operands if self._holds(one)))

    def missing(self, ending: Ending) -> Iterator[str]:
        """What the condition of an ending asked for, and did not find."""
        assert ending.when is not None, "asked of endings with a condition"
        parts = ending.when.operands if isinstance(ending.when, Junction) else (ending.when,)
        if isinstance(ending.when, Junction) and ending.when.op == "or":
            parts = (ending.when,)
        failed = [one for one in parts if not self._holds(one)]
        title = ending.title(self.language)
        for one in failed:
            yield self._say("earned_missing", title=title, what=in_words(self.session, one, self.language))

    def part(self, node: Node) -> str:
        """One part of a condition in words, with what moved it."""
        told = in_words(self.session, node, self.language)
        behind = [text for name in sorted(names_in(node)) if (text := self._behind(name))]
        return self._say("earned_by", what=told, behind="; ".join(behind)) if behind else f"{told}."

    def _behind(self, name: str) -> str:
        ruleset = self.session.pack.ruleset
        receipts = [one for one in self.session.receipts if one.indicator == name]
        if name in ruleset.flags:
            return self._setter(receipts)
        indicator = ruleset.indicators.get(name)
        return self._movers(receipts, indicator.start) if indicator else ""

    def _setter(self, receipts: list[Receipt]) -> str:
        if not receipts:
            return self._say("earned_start")
        last = receipts[-1]
        return self._say("earned_flag", turn=last.turn, source=self._source(last.by))

    def _movers(self, receipts: list[Receipt], start: int) -> str:
        """The sources that moved a number most, the way that it went."""
        total: Counter[str] = Counter()
        for one in receipts:
            if one.moves:
                total[one.by] += one.applied
        way = 1 if sum(total.values()) >= 0 else -1
        most = sorted(total, key=lambda by: (-way * total[by], by))[:_MOVERS]
        movers = [f"{signed(total[by])} {self._source(by)}" for by in most if way * total[by] > 0]
        return self._say("earned_number", start=exact(start), movers=", ".join(movers)) if movers else ""

    def _source(self, by: str) -> str:
        return source_name(self.session, by, self.language)
