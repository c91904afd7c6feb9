"""Who argues for a seat: three levels, each stronger than the one below, on the information state alone."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from attrs import evolve

from dosmesas.bots.bot import Official, make_bot
from dosmesas.bots.random import RandomBot
from dosmesas.bots.speaker import SPEAKERS, Speaker, speaks
from dosmesas.debate.judge import REST, Judge, Play
from dosmesas.debate.search import LEVELS, advocate, answers, best_answer, naive_case
from dosmesas.engine.benches import INCONSISTENT
from dosmesas.engine.floor import ARGUING, Debate
from dosmesas.engine.game import Game
from dosmesas.engine.observe import InformationState
from dosmesas.engine.playout import playout
from dosmesas.engine.plays import answer_of, play_of, text_of, text_of_answer
from dosmesas.engine.state import Point, State
from dosmesas.model.decks import deck
from dosmesas.model.rules import Pack
from tests.support.debating import ALL_SEATS, WARDEN, parley_game, reach
from tests.support.full import cases
from tests.support.making import NORDEN, SUDEN
from tests.support.small import parley

GAME = parley_game()
SEEDS = range(cases(60, 10))


@cache
def speaker(level: str, seed: int = 7) -> Speaker:
    return Speaker(parley(), GAME.view, level, seed)


def spoken(level: str, state: State, seat: str) -> str:
    return speaker(level).choose(GAME.information_state(state, seat))


@cache
def states(point: Point) -> tuple[State, ...]:
    """States of many random games at a point of the debate."""
    games = [playout(GAME, seed, RandomBot(seed).choose) for seed in SEEDS]
    return tuple(one.state for path in games for one in path if one.state.point is point)


def debates(point: Point, seats: tuple[str, ...] = ALL_SEATS) -> Iterator[tuple[State, Debate]]:
    """All debates of these states whose seat has something to say."""
    for state in states(point):
        for seat, one in GAME.tables.debates(state, answered=point is Point.REPLY).items():
            mover = one.foe if point is Point.REBUT else seat
            if seat in seats and mover in GAME.to_move(state):
                yield state, one


@pytest.mark.parametrize("level", SPEAKERS)
@pytest.mark.parametrize("point", ARGUING)
def test_whatever_the_level_it_says_something_legal_and_the_same_each_time(level: str, point: Point) -> None:
    for state in states(point)[:8]:
        for seat in GAME.to_move(state):
            said = spoken(level, state, seat)
            assert said in GAME.legal_actions(state, seat)
            again = Speaker(parley(), GAME.view, level, 7)
            assert again.choose(GAME.information_state(state, seat)) == said


def test_a_novice_says_anything_by_draws_of_its_own() -> None:
    state = states(Point.CASE)[0]
    info = GAME.information_state(state, NORDEN)
    said = Counter(speaker("novice", seed).choose(info) for seed in range(400))
    assert {*said} == {*info.legal}
    assert max(said.values()) < 3 * 400 / len(info.legal)


def test_an_advocate_rebuts_as_the_search_does() -> None:
    for state, one in debates(Point.REBUT):
        assert spoken("advocate", state, one.foe) == text_of(advocate(one.judge, one.case))


def test_an_advocate_makes_its_case_card_by_card_and_everyone_else_but_a_novice_replies_for_the_best() -> (
    None
):
    for state, one in debates(Point.CASE):
        assert spoken("advocate", state, one.seat) == text_of(naive_case(one.judge))
    for state, one in debates(Point.REPLY):
        best = text_of_answer(best_answer(one.judge, one.case, one.against))
        assert spoken("advocate", state, one.seat) == spoken("expert", state, one.seat) == best


def left(judge: Judge, case: Play, against: Play) -> int:
    """What the best answer leaves."""
    return max(judge.worth(case, against, answer) for answer in answers(judge, case, against))


def means(point: Point, worth: Callable[[Debate, str], int]) -> list[float]:
    """The mean worth of a debate by the level of who speaks at this point."""
    found = [*debates(point)]
    assert len(found) > 30
    means = []
    for level in SPEAKERS:
        values = [
            worth(one, spoken(level, state, one.foe if point is Point.REBUT else one.seat))
            for state, one in found
        ]
        means.append(sum(values) / len(values))
    return means


def test_the_case_of_an_expert_keeps_more_than_an_advocates_and_that_more_than_a_novices() -> None:
    def kept(one: Debate, said: str) -> int:
        case = play_of(said)
        return left(one.judge, case, LEVELS["expert"](one.judge, case))

    novice, an_advocate, an_expert = means(Point.CASE, kept)
    assert an_expert > an_advocate > novice


def test_the_rebuttals_of_an_expert_leave_no_more_than_an_advocates_and_these_less_than_a_novices() -> None:
    novice, an_advocate, an_expert = means(
        Point.REBUT, lambda one, said: left(one.judge, one.case, play_of(said))
    )
    assert an_expert <= an_advocate < novice


def test_a_reply_for_the_best_keeps_more_than_a_novices() -> None:
    novice, an_advocate, an_expert = means(
        Point.REPLY, lambda one, said: one.judge.worth(one.case, one.against, answer_of(said))
    )
    assert an_expert == an_advocate > novice


def test_no_answer_of_an_advocate_leaves_less_than_resting() -> None:
    for state, one in debates(Point.REPLY):
        answer = answer_of(spoken("advocate", state, one.seat))
        assert one.judge.worth(one.case, one.against, answer) >= one.judge.worth(one.case, one.against, REST)


@pytest.mark.parametrize("level", SPEAKERS)
@pytest.mark.parametrize("point", ARGUING)
def test_it_decides_on_its_information_state_alone(level: str, point: Point) -> None:
    """A speaker that never saw the game or its state, only the bytes' worth of one seat, says the same."""
    for state in states(point)[:5]:
        for seat in GAME.to_move(state):
            info = GAME.information_state(state, seat)
            alone = InformationState(*(getattr(info, name) for name in InformationState.__annotations__))
            other_seed = Speaker(parley(), GAME.view, level, 7)
            assert other_seed.choose(alone) == spoken(level, state, seat)


class Nothing:
    """Draws that nobody may ask for."""

    def number(self, *asked: object) -> int:
        raise AssertionError(f"{asked} was drawn")


@pytest.mark.parametrize("level", ["advocate", "expert"])
@pytest.mark.parametrize("point", ARGUING)
def test_but_for_a_novice_no_draw_decides_and_none_is_dealt_anew(level: str, point: Point) -> None:
    found = Speaker(parley(), GAME.view, level, 7, Nothing())
    object.__setattr__(found.floor.dealer, "draws", Nothing())
    for state in states(point)[:5]:
        for seat in GAME.to_move(state):
            found.choose(GAME.information_state(state, seat))


def wide() -> Pack:
    """Parley with more rebuttals in its bank than lie ready at once."""
    bank = parley().ruleset.bank
    line = bank.lines["quota"]
    warm = next(card for card in line.cards if card.id == "waters-are-warm")
    more = tuple(evolve(warm, id=f"{warm.id}-{number}") for number in range(6))
    lines = {**bank.lines, "quota": evolve(line, cards=(*line.cards, *more))}
    return evolve(parley(), ruleset=evolve(parley().ruleset, bank=evolve(bank, lines=lines)))


def test_where_rebuttals_lie_face_down_any_that_there_might_be_is_reckoned_with() -> None:
    pack = wide()
    game = parley_game(pack)
    state = reach(game, 1, Point.CASE)
    info = game.information_state(state, SUDEN)
    known = {
        card.id for card in Speaker(pack, game.view, "expert", 7).judge(info, info.debates[0]).bench.ready
    }
    there = {card.id for card in game.tables.debates(state)[SUDEN].bench.ready}
    assert len(there) == info.debates[0].waiting == 6
    assert there < known


def test_of_a_hand_that_it_does_not_see_any_card_of_the_bank_might_back_the_case() -> None:
    state = next(one for one in states(Point.REBUT))
    info = GAME.information_state(state, SUDEN)
    one = next(one for one in info.debates if one.foe == SUDEN)
    bench = speaker("expert").judge(info, one).bench
    option = parley().option(one.option)
    assert {card.id for card in bench.hand} == {
        card.id for card in deck(option, parley().events[info.event], parley().ruleset.bank)
    }
    assert {card.id for card in bench.ready if not card.id.startswith(INCONSISTENT)} <= {*one.ready}


@pytest.mark.parametrize("name", ["persona", "random"])
def test_a_bot_decides_and_argues_and_its_level_is_its_speakers(name: str) -> None:
    path = playout(GAME, 3, choosers(parley(), GAME, name))
    assert path[-1].state.point is Point.END
    assert {one.point for one in path[-1].state.decisions} >= {*ARGUING}
    if name == "persona":
        bots = [make_bot(name, parley(), GAME.view, 7, level) for level in SPEAKERS]
        assert [one.speaker.level for one in bots if isinstance(one, Official)] == [*SPEAKERS]


def choosers(pack: Pack, game: Game, name: str) -> Callable[[InformationState], str]:
    bots = {seat: make_bot(name, pack, game.view, 7) for seat in pack.seats}
    return lambda info: bots[info.seat].choose(info)


def test_an_argument_is_asked_for_at_the_points_of_the_debate_and_nowhere_else() -> None:
    said = {
        one.state.point: GAME.information_state(one.state, WARDEN)
        for one in playout(GAME, 3, RandomBot(3).choose)
    }
    assert {point for point, info in said.items() if speaks(info)} == {*ARGUING}
    assert {*said} == {*Point}
