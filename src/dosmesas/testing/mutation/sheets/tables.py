"""Starts with which home tables just carry what was chosen, or just do not."""

from collections.abc import Mapping

from attrs import frozen

from dosmesas.desk.trial.games import Games
from dosmesas.engine.home import CARRIES, WATERS, Verdict
from dosmesas.model.arguments import Ratify
from dosmesas.model.events import Event
from dosmesas.model.rules import Pack
from dosmesas.session.debates.past import judged_turn
from dosmesas.testing.mutation.sheets.sketch import Decided, Sketch, Start
from dosmesas.text.number import THOUSAND

_TENTH = THOUSAND // 10
_USUAL = 50 * THOUSAND
_FULL = 100 * THOUSAND
_TRIES = 4
_NARROW, _LOW, _HIGH = 35, 200, 2000
"""How far from tipping: in 100 of the least that an audience weighs; at least and at most, in thousandths."""


@frozen(eq=False)
class Tables:
    """The home tables of those who choose in an event."""

    games: Games
    event: Event
    chosen: Mapping[str, str]

    @property
    def _pack(self) -> Pack:
        return self.games.pack

    @property
    def threshold(self) -> int:
        """The support that decides: what carries, or what spares an office an inquiry."""
        return WATERS if self.event.ratify is Ratify.ANSWER_FOR else CARRIES

    def start(self, start: Start, threshold: int, *, above: bool) -> Start:
        """A start with which each table is a little above a support, or below it, as far as that can be."""
        own = {office: self._own(office) for office in self.chosen}
        levels = dict.fromkeys(own, _USUAL)
        for _ in range(_TRIES):
            verdicts = self.verdicts({**start, **_flat(own, levels)})
            for office, verdict in verdicts.items():
                wanted = threshold + _margin(verdict) * (1 if above else -1)
                shares = sum(one.share for one in verdict.audiences)
                weight = sum(one.share for one in verdict.audiences if one.audience in own[office])
                if weight:
                    missing = (wanted - verdict.support) * shares // weight
                    levels[office] = min(max(_round(levels[office] + missing, up=above), 0), _FULL)
        return {**start, **_flat(own, levels)}

    def verdicts(self, start: Start) -> dict[str, Verdict]:
        """What the tables make of it where a game begins so."""
        decided = (Decided(1, self.event.id, self.chosen),)
        course = Sketch("", start, decided, until=1).courses(self.games)[0]
        judged = judged_turn(course.session, 1)
        return {**judged.verdicts} if judged else {}

    def _own(self, office: str) -> list[str]:
        """The audiences that no other office here answers to."""
        offices = self._pack.ruleset.offices
        others = {name for one in self.chosen if one != office for name, _ in offices[one].audiences}
        known = self._pack.ruleset.indicators
        return [name for name, _ in offices[office].audiences if name in known and name not in others]


def _flat(own: Mapping[str, list[str]], levels: Mapping[str, int]) -> dict[str, int | bool]:
    return {name: levels[office] for office, names in own.items() for name in names}


def _margin(verdict: Verdict) -> int:
    """So far from tipping that half of what any audience thinks of the option would tip it."""
    shares = sum(one.share for one in verdict.audiences)
    weights = [one.share * abs(one.stance) // shares for one in verdict.audiences if one.stance]
    return min(max(min(weights, default=_HIGH) * _NARROW // 100, _LOW), _HIGH)


def _round(value: int, *, up: bool) -> int:
    return -(-value // _TENTH) * _TENTH if up else value // _TENTH * _TENTH
