"""Those who decide by a doctrine: what they want, what they like, what they never do, what their word is worth.

Most of it is asked of the persona, whose doctrine is its mandate.
"""

from collections import Counter

import pytest
from attrs import evolve

from dosmesas.bots.bot import make_bot
from dosmesas.bots.doctrine import DoctrineBot
from dosmesas.engine.game import Game
from dosmesas.engine.playout import playout
from dosmesas.engine.state import State
from dosmesas.load.loading import load_pack
from dosmesas.model.arguments import Act
from dosmesas.model.doctrines import Doctrine
from dosmesas.model.effects import Effect
from dosmesas.model.rules import Pack
from dosmesas.model.world import Goal
from tests.support.full import packs
from tests.support.making import (
    NORDEN,
    SUDEN,
    change,
    deal,
    game_of,
    made,
    option,
    regatta,
    set_flag,
)
from tests.support.making import event as an_event
from tests.support.small import game, harbour

SEEDS = range(60)


def persona(pack: Pack, seed: int, view: str = "authors") -> DoctrineBot:
    """A persona under a view."""
    return DoctrineBot(pack, pack.ruleset.worldviews[view], seed)


def chosen(contest: Game, seat: str, state: State | None = None, *, view: str = "authors") -> Counter[str]:
    """What personas of many seeds choose in one state."""
    state = state or contest.new_initial_state(7)
    info = contest.information_state(state, seat)
    return Counter(persona(contest.pack, seed, view).choose(info) for seed in SEEDS)


def between(*effects: tuple[Effect, ...]) -> Game:
    """A game in which Norden has one option for each group of effects, named a, b, ..."""
    own = tuple(option(f"day/{'abcdef'[n]}", *one) for n, one in enumerate(effects))
    return game_of(made((an_event("day", {NORDEN: own, SUDEN: (option("day/rest"),)}, repeats=True),)))


def test_the_same_seed_plays_the_same_game_and_moods_differ_between_seeds() -> None:
    games = []
    for seed in range(20):
        one, two = (
            playout(game_of(regatta()), 7, persona(regatta(), seed).choose)[-1].state.digest()
            for _ in range(2)
        )
        assert one == two
        games.append(one)
    assert len(set(games)) > 1


def test_it_prefers_what_its_mandate_likes() -> None:
    contest = between((change("stock", "-3"),), (change("stock", "+3"),), (change("poaching", "-30"),))
    assert set(chosen(contest, NORDEN)) == {"day/b"}


def test_two_offices_want_opposite_things_of_one_event() -> None:
    up, down = change("stock", "+4"), change("stock", "-4")
    seats = {
        NORDEN: (option("day/up", up), option("day/down", down)),
        SUDEN: (option("day/more", up), option("day/less", down)),
    }
    contest = game_of(made((an_event("day", seats, repeats=True),)))
    assert set(chosen(contest, NORDEN)) == {"day/up"}
    assert set(chosen(contest, SUDEN)) == {"day/less"}


def test_among_equals_its_mood_decides() -> None:
    contest = between((change("stock", "+1"),), (change("stock", "+1"),))
    times = chosen(contest, NORDEN)
    assert set(times) == {"day/a", "day/b"}
    assert min(times.values()) > 10


def test_a_view_changes_what_it_believes_will_help() -> None:
    contest = between((change("stock", "+3", "fish-come-back"),), (change("stock", "+2", "stock-falls"),))
    assert set(chosen(contest, NORDEN)) == {"day/b"}
    assert set(chosen(contest, NORDEN, view="doubter")) == {"day/a"}


def test_a_flag_that_a_rule_reads_is_worth_something_to_it() -> None:
    assert set(chosen(game(), NORDEN)) == {"quota"}
    seats = {
        NORDEN: (option("day/sign", set_flag("pact")), option("day/wait", change("goodwill", "+3"))),
        SUDEN: (option("day/rest"),),
    }
    day = an_event("day", seats, repeats=True)
    pack = evolve(made((day,)), ruleset=harbour().ruleset)
    assert set(chosen(game_of(pack), NORDEN)) == {"day/sign"}


def bargain(gain: str, alone: str) -> Game:
    """Norden may keep a deal that brings goodwill, or do something else that brings some too."""
    seats = {
        NORDEN: (option("day/keep"), option("day/leave", change("goodwill", alone))),
        SUDEN: (option("day/keep-too"), option("day/rest")),
    }
    offer = deal("offer", {NORDEN: "day/keep", SUDEN: "day/keep-too"}, change("goodwill", gain))
    return game_of(made((an_event("day", seats, (offer,), repeats=True),)))


@pytest.mark.parametrize(
    ("gain", "alone", "word"), [("+9", "+1", "offer"), ("+1", "+9", "decline"), ("-1", "+9", "decline")]
)
def test_it_gives_its_word_on_a_deal_that_it_wants_and_declines_one_that_hurts(
    gain: str, alone: str, word: str
) -> None:
    assert set(chosen(bargain(gain, alone), NORDEN)) == {word}


def test_it_says_nothing_on_a_deal_that_it_could_live_with() -> None:
    assert "silent" in chosen(bargain("+1", "+2"), NORDEN)


def test_it_does_its_part_of_a_deal_the_more_the_likelier_the_other_does() -> None:
    contest = bargain("+8", "+3")
    begun = contest.new_initial_state(7)
    kept = {}
    for said in ("offer", "silent", "decline"):
        state = contest.apply(begun, {NORDEN: "silent", SUDEN: said}).state
        kept[said] = chosen(contest, NORDEN, state)["day/keep"]
    assert kept["offer"] > kept["silent"] >= kept["decline"]
    assert kept["decline"] == 0


def test_a_word_of_its_own_weighs_on_its_choice() -> None:
    contest = bargain("+5", "+3")
    begun = contest.new_initial_state(7)
    kept = {
        mine: chosen(contest, NORDEN, contest.apply(begun, {NORDEN: mine, SUDEN: "silent"}).state)["day/keep"]
        for mine in ("offer", "silent")
    }
    assert kept["offer"] > kept["silent"]


def test_a_word_that_was_openly_declined_does_not_weigh_on_its_choice() -> None:
    contest = bargain("+5", "+3")
    begun = contest.new_initial_state(7)
    took = [
        chosen(contest, NORDEN, contest.apply(begun, {NORDEN: mine, SUDEN: "decline"}).state)
        for mine in ("offer", "silent")
    ]
    assert took[0] == took[1]


def word_keeping(pack: Pack) -> tuple[int, int]:
    """How often personas kept and broke words in games among themselves."""
    kept = broken = 0
    contest = game_of(pack)
    for seed in range(40):
        state = playout(contest, seed, make_bot("persona", pack, contest.view, seed).choose)[-1].state
        for word in (one for one in state.decisions if one.point == "word"):
            event = next(name for name, turn in state.happened if turn == word.turn and name in pack.events)
            own = next((one for one in pack.events[event].deals if one.id == word.action), None)
            if own is not None:
                kept_it = state.chosen(word.turn)[word.seat] == own.option_of(word.seat)
                kept, broken = kept + kept_it, broken + (not kept_it)
    return kept, broken


@pytest.mark.parametrize("name", ["harbour", "regatta", *packs(3)])
def test_it_keeps_its_word_more_often_than_it_breaks_it(name: str) -> None:
    small = {"harbour": harbour, "regatta": regatta}
    kept, broken = word_keeping(small[name]() if name in small else load_pack(name))
    assert kept > 0
    assert kept > broken


def test_the_same_knowledge_gives_the_same_choice_whatever_is_hidden() -> None:
    contest = game_of(regatta())
    begun = contest.new_initial_state(7)
    hidden = evolve(begun, values=(begun.values[0], 99_000, *begun.values[2:]), seed=99)
    for seed in SEEDS:
        bot = persona(regatta(), seed)
        assert bot.choose(contest.information_state(begun, NORDEN)) == bot.choose(
            contest.information_state(hidden, NORDEN)
        )


def test_what_it_sees_does_change_its_choice() -> None:
    own = (option("day/a", change("goodwill", "+4")), option("day/b", change("goodwill", "0.2 * stock")))
    day = an_event("day", {NORDEN: own, SUDEN: (option("day/rest"),)}, repeats=True)
    contest = game_of(made((day,)))
    begun = contest.new_initial_state(7)
    poor = evolve(begun, values=(begun.values[0], begun.values[1], 0))
    assert set(chosen(contest, NORDEN, begun)) == {"day/b"}
    assert set(chosen(contest, NORDEN, poor)) == {"day/a"}


def test_an_option_that_is_not_open_does_not_keep_it_from_giving_its_word() -> None:
    seats = {
        NORDEN: (
            option("day/keep", change("goodwill", "+4")),
            option("day/leave"),
            option("day/dream", change("goodwill", "+50"), requires="goodwill >= 90"),
        ),
        SUDEN: (option("day/keep-too"), option("day/rest")),
    }
    offer = deal("offer", {NORDEN: "day/keep", SUDEN: "day/keep-too"}, change("goodwill", "+5"))
    contest = game_of(made((an_event("day", seats, (offer,), repeats=True),)))
    assert set(chosen(contest, NORDEN)) == {"offer"}


def doing(**effects: tuple[Act | None, Effect]) -> Game:
    """A game in which Norden has these options, each an act with effects."""
    own = tuple(evolve(option(f"day/{name}", effect), act=act) for name, (act, effect) in effects.items())
    return game_of(made((an_event("day", {NORDEN: own, SUDEN: (option("day/rest"),)}, repeats=True),)))


def taken(contest: Game, doctrine: Doctrine, state: State | None = None, seed: int = 7) -> str:
    """What an official of a doctrine chooses as Norden, or says."""
    info = contest.information_state(state or contest.new_initial_state(7), NORDEN)
    return DoctrineBot(contest.pack, contest.view, seed, doctrine).choose(info)


FISH_OR_FRIENDS = {"fish": (None, change("stock", "+3")), "friends": (None, change("goodwill", "+3"))}
"""To Norden's mandate 3 points of stock are worth 6, 3 of goodwill are worth 3."""
FRIENDLY = (Goal("goodwill", 100, 20_000, 60_000),)
"""An aim to which 3 points of goodwill are worth 7.5."""


@pytest.mark.parametrize(
    ("own", "goals", "choice"),
    [
        (100, (), "fish"),
        (0, FRIENDLY, "friends"),
        (100, FRIENDLY, "friends"),  # 3 + 7.5 against 6
        (30, (Goal("goodwill", 10, 20_000, 60_000),), "fish"),  # 0.9 + 0.75 against 1.8
        (10, (Goal("goodwill", 10, 20_000, 60_000),), "friends"),  # 0.3 + 0.75 against 0.6
    ],
)
def test_the_aims_of_a_doctrine_stand_beside_the_mandate_which_counts_as_much_as_it_says(
    own: int, goals: tuple[Goal, ...], choice: str
) -> None:
    assert taken(doing(**FISH_OR_FRIENDS), Doctrine("x", goals=goals, own=own)) == f"day/{choice}"


def test_with_a_mandate_that_does_not_count_and_no_aims_nothing_is_worth_anything() -> None:
    contest = doing(b_worst=(None, change("stock", "-5")), a_best=(None, change("stock", "+5")))
    assert taken(contest, Doctrine("x", own=0)) == "day/b_worst"  # of equals the last by name
    assert taken(contest, Doctrine("x", own=1)) == "day/a_best"


@pytest.mark.parametrize(("likes", "choice"), [(2900, "fish"), (3100, "friends")])
def test_an_act_that_a_doctrine_likes_weighs_what_it_says_against_what_comes_of_it(
    likes: int, choice: str
) -> None:
    contest = doing(fish=(None, change("stock", "+3")), friends=(Act.SHARE, change("goodwill", "+3")))
    assert taken(contest, Doctrine("x", acts={Act.SHARE: likes, Act.SPEND: 9000})) == f"day/{choice}"
    dislikes = doing(fish=(Act.SPEND, change("stock", "+3")), friends=(None, change("goodwill", "+3")))
    assert taken(dislikes, Doctrine("x", acts={Act.SPEND: -likes})) == f"day/{choice}"


def test_a_red_line_is_not_crossed_however_much_lies_behind_it() -> None:
    contest = doing(free=(Act.RELEASE, change("stock", "+5")), hold=(Act.CAPTURE, change("stock", "-5")))
    assert taken(contest, Doctrine("x")) == "day/free"
    assert taken(contest, Doctrine("x", never=frozenset({Act.RELEASE}))) == "day/hold"


def test_where_every_way_is_behind_a_red_line_the_best_of_them_is_taken() -> None:
    contest = doing(free=(Act.RELEASE, change("stock", "+5")), rest=(Act.WAIT, change("stock", "-5")))
    assert taken(contest, Doctrine("x", never=frozenset({Act.RELEASE, Act.WAIT}))) == "day/free"


def test_no_word_is_given_for_what_is_behind_a_red_line() -> None:
    seats = {
        NORDEN: (evolve(option("day/keep"), act=Act.RELEASE), option("day/leave")),
        SUDEN: (option("day/keep-too"), option("day/rest")),
    }
    offer = deal("offer", {NORDEN: "day/keep", SUDEN: "day/keep-too"}, change("goodwill", "+9"))
    contest = game_of(made((an_event("day", seats, (offer,), repeats=True),)))
    assert taken(contest, Doctrine("x")) == "offer"
    assert taken(contest, Doctrine("x", never=frozenset({Act.RELEASE}))) == "silent"


@pytest.mark.parametrize(("deals", "word", "choice"), [(0, "silent", "leave"), (3000, "offer", "keep")])
def test_who_likes_deals_keeps_one_that_is_worth_a_little_less(deals: int, word: str, choice: str) -> None:
    contest = bargain("+1", "+3")  # 1 point if it is kept, against 3
    doctrine = Doctrine("x", deals=deals)
    assert taken(contest, doctrine) == word
    silent = contest.apply(contest.new_initial_state(7), {NORDEN: "silent", SUDEN: "silent"}).state
    assert taken(contest, doctrine, silent) == f"day/{choice}"


def test_a_deal_with_an_office_that_does_not_sit_at_the_table_is_liked_by_nobody() -> None:
    contest = bargain("+1", "+3")
    silent = contest.apply(contest.new_initial_state(7), {NORDEN: "silent", SUDEN: "silent"}).state
    alone = evolve(contest.pack, seats=(NORDEN,))
    info = contest.information_state(silent, NORDEN)
    fond = Doctrine("x", deals=9000)
    assert DoctrineBot(contest.pack, contest.view, 7, fond).choose(info) == "day/keep"
    assert DoctrineBot(alone, contest.view, 7, fond).choose(info) == "day/leave"


def test_who_shuns_stir_takes_what_moves_least_in_either_direction() -> None:
    contest = doing(
        down=(None, change("stock", "-2")),
        little=(None, change("goodwill", "-1")),
        up=(None, change("stock", "+3")),
    )
    assert taken(contest, Doctrine("x", own=0, stir=-1000)) == "day/little"
    assert taken(contest, Doctrine("x", own=0, stir=1000)) == "day/up"
    assert taken(contest, Doctrine("x", stir=-1000)) == "day/up"  # 6 of mandate less 3 for stir, against -2


def test_a_mood_is_at_most_as_large_as_the_doctrine_says_and_has_its_own_name() -> None:
    contest = doing(a=(None, change("stock", "+1")), b=(None, change("stock", "+2")))  # 2 and 4 points
    moods = {
        noise: Counter(taken(contest, Doctrine("x", noise=noise), seed=seed) for seed in SEEDS)
        for noise in (0, 1900, 9000)
    }
    assert set(moods[0]) == set(moods[1900]) == {"day/b"}
    assert set(moods[9000]) == {"day/a", "day/b"}
    others = [taken(contest, Doctrine("y", noise=9000), seed=seed) for seed in SEEDS]
    assert others != [taken(contest, Doctrine("x", noise=9000), seed=seed) for seed in SEEDS]


def test_what_a_persona_decides_stays_as_it_was_before_there_were_doctrines() -> None:
    contest = between((change("stock", "+1"),), (change("stock", "+1"),), (change("goodwill", "+1"),))
    found = "".join(
        persona(contest.pack, seed).choose(contest.information_state(contest.new_initial_state(7), NORDEN))[
            -1
        ]
        for seed in range(24)
    )
    assert found == "aaaacaacbaababbbbacbbbba"
