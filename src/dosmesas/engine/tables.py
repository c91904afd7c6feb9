"""What the engine looks up of a pack: slots in sorted order, delayed effects by id, beliefs by claim."""

from collections.abc import Mapping

from attrs import field, frozen

from dosmesas.engine.draws import Draws, NamedDraws
from dosmesas.engine.effects import Performer
from dosmesas.engine.ledger import Ledger
from dosmesas.engine.scene import Scene, scene_of
from dosmesas.engine.state import State
from dosmesas.model.effects import After, Effect, walk
from dosmesas.model.rules import Pack, Worldview
from dosmesas.model.world import Indicator


@frozen
class Tables:
    """A pack made ready to be played under a worldview, with a source of draws."""

    pack: Pack
    view: Worldview
    draws: Draws = field(factory=NamedDraws)
    indicators: tuple[Indicator, ...] = field(init=False)
    names: tuple[str, ...] = field(init=False)
    flags: tuple[str, ...] = field(init=False)
    belief: Mapping[str, int] = field(init=False)
    delayed: Mapping[str, After] = field(init=False)

    @indicators.default
    def _indicators(self) -> tuple[Indicator, ...]:
        return tuple(self.pack.ruleset.indicators.values())

    @names.default
    def _names(self) -> tuple[str, ...]:
        return tuple(self.pack.ruleset.indicators)

    @flags.default
    def _flags(self) -> tuple[str, ...]:
        return tuple(self.pack.ruleset.flags)

    @belief.default
    def _belief(self) -> Mapping[str, int]:
        return beliefs(self.pack, self.view)

    @delayed.default
    def _delayed(self) -> Mapping[str, After]:
        return {one.id: one for one in walk(all_effects(self.pack)) if isinstance(one, After)}

    def scene(self, state: State) -> Scene:
        """What conditions read in this state."""
        return scene_of(state, self.names, self.flags)

    def performer(self, state: State, ledger: Ledger) -> Performer:
        """One that carries out effects in this state into this ledger."""
        return Performer(self.scene(state), ledger, self.draws, state.seed, self.belief)

    def close(self, ledger: Ledger, state: State) -> State:
        """The state after a stage."""
        return ledger.close(state, self.indicators, self.flags)


def beliefs(pack: Pack, view: Worldview) -> dict[str, int]:
    """Belief in percent per claim under a view."""
    return pack.ruleset.beliefs(view)


def all_effects(pack: Pack) -> tuple[Effect, ...]:
    """The top effects of every option, deal, bulletin, rule and rule of conduct."""
    found: list[Effect] = []
    for event in pack.events.values():
        for options in event.seats.values():
            found += [effect for option in options for effect in option.effects]
        found += [effect for deal in event.deals for effect in deal.effects]
    found += [effect for bulletin in pack.bulletins.values() for effect in bulletin.effects]
    for rule in (*pack.ruleset.rules.values(), *pack.ruleset.conduct.values()):
        found += rule.effects
    return tuple(found)
