"""The persona: it wants what its mandate wants, keeps an eye on its word, and sees what its seat sees."""

from collections import Counter

import pytest
from attrs import evolve

from dosmesas.bots.bot import make_bot
from dosmesas.bots.doctrine import DoctrineBot
from dosmesas.engine.game import Game
from dosmesas.engine.playout import playout
from dosmesas.engine.state import State
from dosmesas.load.loading import load_pack
from dosmesas.load.locate import shipped_packs
from dosmesas.model.effects import Effect
from dosmesas.model.rules import Pack
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


@pytest.mark.parametrize("name", ["harbour", "regatta", *shipped_packs()])
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
