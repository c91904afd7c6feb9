"""The hunt: the same for a seed, held to everything at once, and more often where few games come."""

import pytest

from dosmesas.engine.game import Game
from dosmesas.testing.fuzz.guide import Guide
from dosmesas.testing.fuzz.hunt import Hunt
from dosmesas.testing.fuzz.target import MANY, SAVED, WRITTEN, Target
from tests.support.full import cases
from tests.support.small import SMALL

REGATTA = str(SMALL / "content" / "regatta")
HARBOUR = str(SMALL / "content" / "harbour")


def test_a_clean_pack_has_nothing() -> None:
    for name in (REGATTA, HARBOUR, str(SMALL / "content" / "parley")):
        hunt = Hunt(Target.of(name), seed=3)
        assert [one for _ in range(cases(600, 15)) for one in hunt.next()] == []


def test_the_same_seed_hunts_the_same_games() -> None:
    def hunted(seed: int) -> dict[str, int]:
        hunt = Hunt(Target.of(REGATTA), seed)
        for _ in range(8):
            hunt.next()
        return dict(hunt.guide.reached)

    assert hunted(4) == hunted(4) != hunted(5)


def test_the_first_game_is_held_to_everything() -> None:
    target = Target.of(REGATTA)
    hunt = Hunt(target)
    assert len([*hunt._due(0)]) == sum(one.at in {None, 0} for one in target.properties.values())
    assert {SAVED, MANY, WRITTEN, "values-within-range", "every-game-ends"} <= {*target.properties}


def test_dear_properties_come_by_turns() -> None:
    target = Target.of(REGATTA)
    hunt = Hunt(target)
    seen = {one.name for number in range(1, 121) for one in hunt._due(number)}
    once = {one.name for one in target.properties.values() if one.at == 0}
    assert WRITTEN in once
    assert seen == {*target.properties} - once


def test_a_game_that_raises_is_caught_with_what_led_to_it() -> None:
    class Raises(Game):
        def apply(self, state, actions):  # type: ignore[no-untyped-def]
            if state.turn == 2:
                raise ZeroDivisionError("turn two")
            return super().apply(state, actions)

    target = Target.of(HARBOUR)
    pack = target.pack
    target._games.update({name: Raises(pack, view) for name, view in pack.ruleset.worldviews.items()})
    caught = Hunt(target).next()
    ends = next(one for one in caught if one.property.name == "every-game-ends")
    assert "turn two" in ends.wrong.text
    assert ends.replay.plays[-1].keys() == {*pack.seats}


def test_rare_places_get_more_games_than_chance_gives_them(monkeypatch: pytest.MonkeyPatch) -> None:
    target = Target.of(REGATTA, ("values-within-range",))

    def seldom() -> int:
        hunt = Hunt(target, seed=11)
        for _ in range(150):
            hunt.next()
        counts = (hunt.guide.reached.get(one.key, 0) for one in hunt.places)
        return sum(1 <= count < 8 for count in counts)

    guided = seldom()
    monkeypatch.setattr(Guide, "lead", lambda self, number: None)
    assert guided < seldom() / 3
