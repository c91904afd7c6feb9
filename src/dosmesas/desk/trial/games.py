"""The games of a test: the pack with what the test changes of it."""

from collections.abc import Mapping

from attrs import define, evolve, field

from dosmesas.engine.draws import GREATEST, LEAST, Draws, NamedDraws
from dosmesas.engine.game import Game
from dosmesas.engine.program import Program
from dosmesas.engine.tables import Tables
from dosmesas.load.trials.alone import alone
from dosmesas.model.events import Event
from dosmesas.model.rules import Pack
from dosmesas.model.trials import Chances, Line, Trial

_DRAWS: Mapping[Chances, Draws] = {
    Chances.DRAWN: NamedDraws(),
    Chances.ALL: LEAST,
    Chances.NONE: GREATEST,
}
_LATER = 1000
"""A turn that no game has."""
AUTHORS = "authors"
_Key = tuple[object, ...]


@define(eq=False)
class Games:
    """Games of one pack, by what is changed of it.

    Where only the start differs, the tables are shared; where events are made to come, the program is.
    """

    pack: Pack
    _tables: dict[_Key, Tables] = field(factory=dict)
    _programs: dict[_Key, Program] = field(factory=dict)

    def game(self, trial: Trial, line: Line) -> Game:
        """The game of a line of a test."""
        turns = trial.turns if trial.alone else 0
        pack = alone(self.pack.ruleset, turns, self.pack.seats) if trial.alone else self.pack
        if trial.seats:
            pack = evolve(pack, seats=trial.seats)
        views = pack.ruleset.worldviews
        view = views.get(line.view or AUTHORS) or next(iter(views.values()))
        draws = _DRAWS[trial.chances]
        shared = (view.id, trial.seats, trial.chances, turns)
        if shared not in self._programs:
            self._programs[shared] = Program.of(pack, pack.ruleset.beliefs(view), draws)
        pack = with_line(pack, line)
        key = (tuple(sorted(line.events.items())), *shared)
        if key not in self._tables:
            self._tables[key] = Tables(pack, view, draws, self._programs[shared])
        return Game(pack, view, draws, self._tables[key])


def with_line(pack: Pack, line: Line) -> Pack:
    """The pack with the start of a line, and the events that it makes come."""
    ruleset = pack.ruleset
    indicators = {
        name: evolve(one, start=line.values[name]) if name in line.values else one
        for name, one in ruleset.indicators.items()
    }
    flags = {
        name: evolve(one, start=line.flags[name]) if name in line.flags else one
        for name, one in ruleset.flags.items()
    }
    when = {name: turn for turn, name in line.events.items()}
    events = {one.id: _fixed(one, when) for one in pack.events.values()}
    return evolve(pack, ruleset=evolve(ruleset, indicators=indicators, flags=flags), events=events)


def _fixed(event: Event, when: Mapping[str, int]) -> Event:
    """An event that comes when the line says; one whose turn is taken does not come."""
    if event.id in when:
        return evolve(event, turn=when[event.id], when=None)
    if event.turn in when.values():
        return evolve(event, turn=_LATER)
    return event
