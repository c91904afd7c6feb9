"""The random bot: any legal action, all alike, the same for a seed."""

from collections import Counter

import pytest

from dosmesas.bots.bot import make_bot
from dosmesas.bots.known import NOTES
from dosmesas.bots.random import RandomBot
from dosmesas.engine.playout import playout
from tests.support.making import NORDEN, SUDEN, game_of, regatta
from tests.support.small import game, harbour


def test_over_many_seeds_every_legal_action_comes_about_equally_often() -> None:
    contest = game_of(regatta())
    info = contest.information_state(contest.new_initial_state(7), NORDEN)
    times = Counter(RandomBot(seed).choose(info) for seed in range(4000))
    assert set(times) == set(info.legal)
    assert all(abs(count / 4000 - 1 / len(info.legal)) < 0.03 for count in times.values())


def test_random_games_reach_every_option_and_never_an_illegal_one() -> None:
    chosen = set()
    for seed in range(80):
        contest = game_of(regatta())
        path = playout(contest, seed, RandomBot(seed).choose)
        chosen |= {one.action for one in path[-1].state.decisions if one.point == "choose"}
    options = {
        option.id for event in regatta().events.values() for own in event.seats.values() for option in own
    }
    assert chosen == options


def test_the_same_seed_chooses_the_same_and_a_seats_choice_is_its_own() -> None:
    state = game().new_initial_state(7)
    infos = {seat: game().information_state(state, seat) for seat in (NORDEN, SUDEN)}
    choices = {seat: [RandomBot(seed).choose(info) for seed in range(50)] for seat, info in infos.items()}
    assert choices[NORDEN] == [RandomBot(seed).choose(infos[NORDEN]) for seed in range(50)]
    assert choices[NORDEN] != choices[SUDEN]


@pytest.mark.parametrize("name", ["random", "persona", "greedy", "historical", *NOTES])
def test_every_listed_bot_plays_a_whole_game(name: str) -> None:
    bot = make_bot(name, harbour(), harbour().ruleset.worldviews["authors"], 7)
    assert game().is_terminal(playout(game(), 7, bot.choose)[-1].state)
