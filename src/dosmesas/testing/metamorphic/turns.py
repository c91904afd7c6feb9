"""A game that ends sooner is the beginning of one that goes on."""

from collections.abc import Iterator, Sequence

from attrs import evolve

from dosmesas.engine.game import Game
from dosmesas.testing.metamorphic.material import Material
from dosmesas.testing.metamorphic.playing import Kept, parted, play
from dosmesas.testing.metamorphic.property import NotApplicableError, Wrong, named


@named
def shorter_games(material: Material, seeds: Sequence[int]) -> Iterator[Wrong]:
    """Up to its last decision a game of fewer turns is the same: no rule knows how long a game lasts."""
    turns = material.pack.turns
    if turns < 2:
        raise NotApplicableError("the pack has one turn")
    for number, seed in enumerate(seeds):
        view, last = material.view(number), 1 + number % (turns - 1)
        pack = evolve(material.pack, turns=last)
        short = play(Game(pack, pack.ruleset.worldviews[view]), seed, material.lens)[:-1]
        if found := parted(material.steps(view, seed)[: len(short)], short, Kept.STATES):
            place = material.place("pack/pack.yaml")
            yield Wrong(seed, view, found.turn, found.text, place, f"the pack has {last} turns")
            return


PROPERTIES = (shorter_games,)
