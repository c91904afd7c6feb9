"""How a game is broken on purpose: one thing that it hands out is spoilt, and the rest is the engine's."""

from collections.abc import Callable, Mapping

from attrs import evolve, frozen

from dosmesas.engine.game import Game, Transition
from dosmesas.engine.observe import InformationState
from dosmesas.engine.receipts import Receipt
from dosmesas.engine.state import State
from dosmesas.engine.tables import Tables
from dosmesas.model.rules import Pack
from tests.support.making import regatta

Build = Callable[[Pack], Game]
"""A broken game of a pack, under the authors' view."""


@frozen(eq=False, slots=False)
class Told(Transition):
    """A transition with receipts of one's own."""

    told: tuple[Receipt, ...] = ()

    @property
    def receipts(self) -> tuple[Receipt, ...]:  # type: ignore[override] # a list of receipts as good as any
        return self.told


class Twin(Game):
    """A game with one thing spoilt; each twin overrides what it breaks."""

    def begin(self, seed: int) -> Transition:
        return self.spoilt(super().begin(seed))

    def apply(self, state: State, actions: Mapping[str, str]) -> Transition:
        return self.spoilt(super().apply(state, actions))

    def information_state(self, state: State, seat: str) -> InformationState:
        return self.info_of(super().information_state(state, seat), state)

    def spoilt(self, found: Transition) -> Transition:
        told = tuple(self.receipts_of([*found.receipts]))
        return Told(self.state_of(found.state), found.sites, found.pages, told)

    def state_of(self, state: State) -> State:
        return state

    def receipts_of(self, receipts: list[Receipt]) -> list[Receipt]:
        return receipts

    def info_of(self, info: InformationState, found: State) -> InformationState:  # noqa: ARG002 - twins do
        return info


def of(twin: type[Game]) -> Build:
    """A broken game of this class."""
    return lambda pack: twin(pack, pack.ruleset.worldviews["authors"])


def method(name: str, body: Callable[..., object]) -> Build:
    """A broken game with one method of its own; it is given the unbroken one first."""

    def replaced(self: Game, *given: object) -> object:
        return body(lambda *asked: getattr(Game, name)(self, *asked), self, *given)

    return of(type("Broken", (Game,), {name: replaced}))


def state(spoil: Callable[[State], State]) -> Build:
    """Every state that comes is spoilt."""
    return of(type("Broken", (Twin,), {"state_of": lambda self, found: spoil(found)}))


def ledger(spoil: Callable[[list[Receipt]], list[Receipt]]) -> Build:
    """The receipts of every transition are spoilt together."""
    return of(type("Broken", (Twin,), {"receipts_of": lambda self, found: spoil(found)}))


def receipt(spoil: Callable[[Receipt], Receipt]) -> Build:
    """Every receipt is spoilt by itself."""
    return ledger(lambda found: [spoil(one) for one in found])


def knowledge(spoil: Callable[[InformationState, State], InformationState]) -> Build:
    """What every seat knows is spoilt."""
    return of(type("Broken", (Twin,), {"info_of": lambda self, info, found: spoil(info, found)}))


def rules(change: Callable[[Pack], Pack]) -> Build:
    """The engine plays by other rules than those of the pack that the game shows."""

    def build(pack: Pack) -> Game:
        game = Game(pack, pack.ruleset.worldviews["authors"])
        object.__setattr__(game, "tables", Tables(change(pack), game.view, game.draws))
        return game

    return build


def boundless(pack: Pack) -> Pack:
    """The same pack, in which any number may go anywhere at once."""
    indicators = pack.ruleset.indicators.items()
    wide = {name: evolve(one, low=-(10**6), high=10**6, max_step=None) for name, one in indicators}
    return evolve(pack, ruleset=evolve(pack.ruleset, indicators=wide))


def first(values: tuple[int, ...], by: int) -> tuple[int, ...]:
    """Values with the first of them changed."""
    return (values[0] + by, *values[1:])


COUNTER = tuple(regatta().ruleset.indicators).index("risks")
"""The slot of regatta's counter."""
