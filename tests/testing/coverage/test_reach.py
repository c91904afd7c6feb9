"""What a game reached: held against the engine, which tells of every condition while it plays."""

from collections import Counter
from itertools import pairwise

import pytest
from attrs import evolve

from dosmesas.engine.draws import GREATEST, LEAST
from dosmesas.engine.game import Game
from dosmesas.lang.parser import parse
from dosmesas.model.rules import Pack
from dosmesas.testing.coverage import Reach
from tests.support import making
from tests.support.full import cases
from tests.support.making import NORDEN, SUDEN, game_of, played, regatta
from tests.support.small import harbour, parley
from tests.testing.coverage.brute import Engine


def _shipped(name: str) -> Pack:
    from dosmesas.load.loading import load_pack

    return load_pack(name)


def _often(counts: Counter[str], options: set[str]) -> Counter[str]:
    """What options require is asked as often as anybody likes: that it was asked is enough."""
    return Counter(
        {
            key: 1 if key.removeprefix("condition:").rpartition(":")[0] in options else count
            for key, count in counts.items()
        }
    )


@pytest.mark.parametrize("pack", [harbour(), regatta(), parley()], ids=lambda pack: pack.id)
def test_a_game_reached_what_the_engine_read_and_wrote(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    _hold(pack, cases(40, 8), monkeypatch)


@pytest.mark.parametrize("name", ["culiacan", "clean-money", "iron-river"])
def test_a_game_of_a_shipped_pack_too(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _hold(_shipped(name), cases(20, 2), monkeypatch)


def _hold(pack: Pack, games: int, monkeypatch: pytest.MonkeyPatch) -> None:
    options = {one.id for event in pack.events.values() for seat in event.seats.values() for one in seat}
    reach = Reach(Game(pack, pack.ruleset.worldviews["authors"]))
    engine = Engine(pack)
    listening = engine.listen(monkeypatch)
    for seed in range(1, games + 1):
        path = engine.play(listening, seed)
        # Inquiries into offices without a seat are asked for every turn, and are no places.
        told = Counter(
            {
                key: count
                for key, count in engine.seen.items()
                if key in reach.keys or not key.startswith("condition:bulletin:inquiry")
            }
        )
        assert _often(reach.of(path), options) == _often(told, options), seed


PLAIN = {NORDEN: "talks/sign", SUDEN: "talks/agree"}


def _game(*effects: making.Effect, draws=LEAST, rules=()) -> Game:
    seats = {NORDEN: (making.option("talks/sign", *effects),), SUDEN: (making.option("talks/agree"),)}
    pack = making.made((making.event("talks", seats, repeats=True),), rules=rules, turns=1)
    return game_of(pack, draws=draws)


def test_a_condition_that_held_nothing_back_and_one_that_did_are_told_apart() -> None:
    game = _game(
        making.when("stock > 90", making.change("goodwill", "+1")),
        making.when("stock < 90", making.change("goodwill", "+1"), otherwise=(making.set_flag("pact"),)),
    )
    found = Reach(game).of(played(game, 1, PLAIN))
    assert found["condition:talks/sign#1:no"] == found["condition:talks/sign#3:yes"] == 1
    assert not {"condition:talks/sign#1:yes", "condition:talks/sign#3:no"} & found.keys()
    assert found["effect:talks/sign#4"] == 1
    assert "effect:talks/sign#2" not in found


@pytest.mark.parametrize(("draws", "side", "asked"), [(LEAST, "happened", 2), (GREATEST, "did-not", 4)])
def test_what_stands_under_a_chance_is_asked_where_it_came(draws, side: str, asked: int) -> None:
    good, bad = (making.when("turn == 1", making.change("stock", amount)) for amount in ("+1", "-1"))
    game = _game(making.chance("luck", 50, good, otherwise=(bad,)), draws=draws)
    found = Reach(game).of(played(game, 1, PLAIN))
    assert {key for key in found if "luck" in key} == {f"chance:luck:{side}"}
    assert {key for key in found if key.startswith("condition:talks")} == {
        f"condition:talks/sign#{asked}:yes"
    }


def test_what_lands_later_is_asked_when_it_lands() -> None:
    late = making.after("late", 2, making.when("turn == 3", making.change("stock", "+1")))
    game = _game(late, making.after("too-late", 36, making.change("stock", "+1")))
    found = Reach(game).of(played(game, 1, PLAIN))
    assert found["delay:late"] == found["condition:talks/sign#2:yes"] == 1
    assert "delay:too-late" not in found


def test_a_rule_is_asked_in_every_drift_of_the_outlook_as_well() -> None:
    rule = making.rule("calm", making.change("goodwill", "+1"), condition="turn > 3")
    game = _game(rules=(rule,))
    found = Reach(game).of(played(game, 1, PLAIN))
    assert (found["condition:rule:calm:no"], found["condition:rule:calm:yes"]) == (3, 10)
    assert found["rule:calm"] == 10


def test_parts_of_a_game_add_up_to_the_whole() -> None:
    game = game_of(regatta())
    reach, path = Reach(game), _any(game)
    parts = sum((reach.of(pair) for pair in pairwise(path)), Counter[str]())
    assert parts == reach.of(path)
    assert not reach.of([])


def _any(game: Game):
    path = [game.begin(3)]
    while not game.is_terminal(path[-1].state):
        state = path[-1].state
        actions = {seat: game.legal_actions(state, seat)[0] for seat in game.to_move(state)}
        path.append(game.apply(state, actions))
    return path


def test_nothing_is_told_that_is_no_place_of_the_pack() -> None:
    game = game_of(regatta())
    few = Reach(game, frozenset({"event:start", "option:nowhere/none"}))
    assert few.of(_any(game)) == {"event:start": 1}


def test_the_first_brief_is_asked_on_the_world_as_the_game_began() -> None:
    news = (
        making.change("stock", "+5"),
        making.set_flag("pact"),
        making.when("stock > 50 or pact", making.change("goodwill", "+1")),
    )
    seats = {NORDEN: (making.option("talks/sign"),), SUDEN: (making.option("talks/agree"),)}
    talks = making.event("talks", seats, repeats=True)
    pack = making.made((talks,), bulletins=(making.bulletin("news", *news, turn=1),), turns=1)
    game = game_of(pack)
    assert Reach(game).of([game.begin(1)])["condition:bulletin:news#3:no"] == 1


@pytest.mark.parametrize(("condition", "held"), [("turn == 1", True), ("turn > 30", False)])
def test_where_an_ending_came_at_once_none_is_read_after_the_outlook(condition: str, held: bool) -> None:
    pack = harbour()
    first, *others = pack.ruleset.endings
    endings = (evolve(first, when=parse(condition), now=True), *others)
    game = game_of(evolve(pack, ruleset=evolve(pack.ruleset, endings=endings)))
    found, name = Reach(game).of(_any(game)), f"condition:ending:{first.id}"
    assert found[f"{name}:yes"] == held
    assert found[f"{name}:no"] == (0 if held else pack.turns + 1), "each turn, and once more at the end"
