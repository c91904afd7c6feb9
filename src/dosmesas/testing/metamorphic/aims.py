"""What an office wants says what it gets of a game, and moves nothing in it."""

from collections.abc import Iterator, Sequence

from attrs import evolve

from dosmesas.engine.game import Game
from dosmesas.engine.state import State
from dosmesas.model.rules import Pack
from dosmesas.model.world import Goal, Office
from dosmesas.testing.metamorphic.material import Material
from dosmesas.testing.metamorphic.playing import Kept, path_of
from dosmesas.testing.metamorphic.property import Wrong, named
from dosmesas.text.number import exact

_OFFICES = "game/offices.yaml"


@named
def goals_in_two(material: Material, seeds: Sequence[int]) -> Iterator[Wrong]:
    """A goal in two parts, its weight shared, gives the same return but for the rounding of each part."""
    pack = _goals_in_two(material.pack)
    for number, seed in enumerate(seeds):
        view = material.view(number)
        game = Game(pack, pack.ruleset.worldviews[view])
        end = path_of(game, seed, material.lens)[-1].state
        found = material.difference(game, view, seed, Kept.STATES, without=("return", "return of"))
        slips = (
            [(found.turn, found.text)]
            if found
            else [(end.turn, text) for text in _slips(material, game, end)]
        )
        for turn, text in slips:
            yield Wrong(seed, view, turn, text, material.place(_OFFICES), "every goal is in two parts")
            return


def _goals_in_two(pack: Pack) -> Pack:
    offices = {name: evolve(one, goals=_halves(one)) for name, one in pack.ruleset.offices.items()}
    return evolve(pack, ruleset=evolve(pack.ruleset, offices=offices))


def _halves(office: Office) -> tuple[Goal, ...]:
    parts = [(goal, (goal.weight // 2, goal.weight - goal.weight // 2)) for goal in office.goals]
    return tuple(evolve(goal, weight=weight) for goal, weights in parts for weight in weights if weight)


def _slips(material: Material, game: Game, end: State) -> Iterator[str]:
    """The returns that differ by more than a thousandth a part."""
    parted, whole = game.returns(end), Game(material.pack, game.view).returns(end)
    for seat, value in whole.items():
        if abs(parted[seat] - value) > len(game.pack.ruleset.offices[seat].goals):
            yield f"the return of {seat} is {exact(parted[seat])}, not {exact(value)}"


PROPERTIES = (goals_in_two,)
