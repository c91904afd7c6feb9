"""Every pack keeps the contract of a game, and every check finds the game that was broken for it."""

from functools import cache

import pytest

from dosmesas.engine.game import Game
from dosmesas.load.loading import load_pack
from dosmesas.model.rules import Pack
from dosmesas.testing.conformance import CHECKS, Finding, run
from tests.support.full import cases, packs
from tests.support.making import game_of, regatta, with_admiral
from tests.support.small import harbour, parley
from tests.testing import second_twins, twins_of_data, twins_of_debates, twins_of_play
from tests.testing.breaking import Build, method

TWINS: dict[str, Build] = {**twins_of_play.TWINS, **twins_of_data.TWINS, **twins_of_debates.TWINS}
SECOND = {**second_twins.SECOND, **twins_of_debates.SECOND}
SEEDS = range(1, 13)
SEEDS_OF_DEBATES = range(2, 4)
NEED_HARBOUR = {"legal-options-are-those-that-hold"}
"""What regatta's rules cannot show: there a `requires` is seldom false."""


PACKS = ("harbour", "regatta", "admiral", "parley", *packs(1))


@cache
def pack_named(name: str) -> Pack:
    """A pack that ships, a small one, or `admiral`: a seat there has no part in the deal."""
    small = {"harbour": harbour, "regatta": regatta, "admiral": with_admiral, "parley": parley}
    return small[name]() if name in small else load_pack(name)


@pytest.mark.parametrize("name", PACKS)
def test_a_game_keeps_every_check_in_every_view(name: str) -> None:
    pack = pack_named(name)
    for number, view in enumerate(pack.ruleset.worldviews):
        assert run(game_of(pack, view), range(number, number + cases(200, 1))) == ()


def found_in(build: Build, name: str, pack: Pack) -> list[Finding]:
    """What a check itself says of a broken game, leaving out that it could not go on."""
    found = run(build(pack), SEEDS_OF_DEBATES if pack.id == "parley" else SEEDS)
    return [one for one in found if one.check == name and "could not go on" not in one.message]


@pytest.mark.parametrize("name", TWINS)
def test_a_check_finds_the_game_that_was_broken_for_it(name: str) -> None:
    others = {**dict.fromkeys(NEED_HARBOUR, harbour), **dict.fromkeys(twins_of_debates.TWINS, parley)}
    assert found_in(TWINS[name], name, others.get(name, regatta)())


@pytest.mark.parametrize("what", SECOND)
def test_a_check_finds_further_games_that_were_broken_for_it(what: str) -> None:
    name, build = SECOND[what]
    assert found_in(build, name, parley() if what in twins_of_debates.SECOND else second_twins.pack_of(what))


def test_the_unbroken_game_has_no_finding_on_the_seeds_of_the_broken_ones() -> None:
    assert run(game_of(regatta()), SEEDS) == ()
    assert run(game_of(harbour()), SEEDS) == ()
    assert run(game_of(parley()), SEEDS_OF_DEBATES) == ()


def test_every_check_has_a_broken_twin_and_there_are_at_least_thirty() -> None:
    assert set(TWINS) == set(CHECKS)
    assert len(CHECKS) >= 30


@pytest.mark.parametrize("name", CHECKS)
def test_a_check_says_in_one_sentence_what_it_guards(name: str) -> None:
    guards = CHECKS[name].guards
    assert guards.endswith(".")
    assert "\n" not in guards
    assert name == name.lower()
    assert "_" not in name


def test_a_finding_names_the_check_the_turn_the_seed_and_the_decisions_that_lead_there() -> None:
    finding = run(TWINS["outlook-has-all-its-steps"](regatta()), [3])[0]
    text = str(finding)
    assert text.startswith("outlook-has-all-its-steps: turn 15, end: the last turn was 4")
    assert "seed 3, after no.minister=" in text
    game = game_of(regatta())
    state = game.new_initial_state(finding.seed)
    for actions in finding.decisions:
        state = game.apply(state, actions).state
    assert game.is_terminal(state)


def test_a_game_that_raises_at_once_is_a_finding_and_no_traceback() -> None:
    def raising(true: object, game: Game, seed: int) -> None:
        raise ZeroDivisionError("no seed is good enough")

    found = run(method("begin", raising)(regatta()), [1])
    assert [one.check for one in found] == ["every-game-ends"]
    assert "ZeroDivisionError: no seed is good enough (seed 1, after no decision)" in str(found[0])


def test_a_check_that_a_broken_game_trips_up_is_a_finding_too() -> None:
    found = run(method("returns", lambda true, game, state: None)(regatta()), [1])
    assert any("could not go on: " in one.message for one in found)


def test_of_one_check_and_seed_no_more_than_three_findings_are_told() -> None:
    found = run(TWINS["seed-is-kept"](regatta()), [1])
    assert len([one for one in found if one.check == "seed-is-kept"]) == 3
