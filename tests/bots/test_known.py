"""The bots there are: which of them a player may sit across from, and what is said to a wrong name."""

import pytest
from attrs import evolve

from dosmesas.bots.known import BUILT_IN, NOTES, UnknownBotError, doctrine_of, players_of
from dosmesas.bots.names import GREEDY, PERSONA, PLANNER, RANDOM
from dosmesas.model.arguments import Act
from dosmesas.model.doctrines import BOTS, Doctrine
from dosmesas.model.rules import Pack
from tests.support.shipped import shipped
from tests.support.small import harbour


def zealous() -> Pack:
    """Harbour with a doctrine of its own."""
    doctrines = {"zealot": Doctrine("zealot", never=frozenset({Act.SHARE}))}
    return evolve(harbour(), ruleset=evolve(harbour().ruleset, doctrines=doctrines))


def test_a_player_chooses_among_the_games_bots_and_the_rulesets_doctrines() -> None:
    assert players_of(harbour()) == ("persona", "greedy", "historical", "planner", "random")
    assert players_of(zealous()) == ("persona", "greedy", "historical", "planner", "zealot", "random")


def test_the_shipped_game_has_four_doctrines_with_a_name_and_a_text_in_both_languages() -> None:
    doctrines = shipped("culiacan").ruleset.doctrines
    assert set(doctrines) == {"dove", "hawk", "populist", "technocrat"}
    for one in doctrines.values():
        assert one.because
        assert one.name("en") != one.name("es")
        assert one.text("en") != one.text("es")


def test_a_doctrine_is_found_by_its_name_wherever_it_was_declared() -> None:
    assert doctrine_of("zealot", zealous()).never == {Act.SHARE}
    assert doctrine_of("hard", zealous()) is NOTES["hard"]
    assert doctrine_of("persona", zealous()).noise == 2500
    assert doctrine_of("historical", zealous()) is doctrine_of("persona", zealous())
    assert doctrine_of("greedy", zealous()).noise == 0


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("personna", "did you mean 'persona'"),
        ("zealto", "did you mean 'zealot'"),
        ("randon", "did you mean 'random'"),
        ("plannner", "did you mean 'planner'"),
        ("softt", "did you mean 'soft'"),
    ],
)
def test_a_name_that_nobody_has_is_answered_with_the_nearest_and_with_those_there_are(
    name: str, hint: str
) -> None:
    with pytest.raises(UnknownBotError) as told:
        doctrine_of(name, zealous())
    assert str(told.value).startswith(f"no bot '{name}'. {hint}")
    assert str(told.value).endswith("There are: persona, greedy, historical, planner, zealot, random")


def test_without_a_near_name_only_those_there_are_are_told() -> None:
    with pytest.raises(UnknownBotError, match=r"^no bot 'xyz'\. There are: persona, greedy"):
        doctrine_of("xyz", harbour())


def test_the_names_that_a_doctrine_may_not_take_are_those_of_the_games_bots() -> None:
    assert set(BOTS) == {*BUILT_IN, *NOTES, RANDOM, PLANNER}
    assert {PERSONA, GREEDY} <= set(BOTS)


def test_those_who_always_do_the_same_put_their_act_above_any_gain() -> None:
    thousand = 1_000_000
    assert min(NOTES["hard"].acts.values()) >= thousand
    assert min(NOTES["soft"].acts.values()) >= thousand
    assert NOTES["cooperative"].deals >= thousand
    assert NOTES["do-little"].acts == {Act.WAIT: thousand}
    assert NOTES["do-little"].stir < 0
