"""What a seat may not know changes nothing of what it is given: pairs of states that differ in hidden things only."""

from collections.abc import Callable
from random import Random

import pytest
from attrs import evolve, frozen

from dosmesas.bots.random import RandomBot
from dosmesas.engine.draws import NamedDraws
from dosmesas.engine.game import Game
from dosmesas.engine.playout import playout
from dosmesas.engine.state import Pending, Point, State
from dosmesas.model.rules import Pack
from tests.support.full import cases
from tests.support.making import NORDEN, SUDEN, game_of, regatta
from tests.support.playing import secretive
from tests.support.shipped import shipped
from tests.support.small import harbour, parley

PACKS = {
    "harbour": harbour(),
    "regatta": regatta(),
    "secretive": secretive(),
    "parley": parley(),
    "culiacan": shipped("culiacan"),
}
PAIRS = cases(10_000, 1600)


def hidden_changed(game: Game, state: State, seat: str, random: Random) -> State:
    """The same state to a seat, with everything that it does not see made anew."""
    values = tuple(
        value if one.seen(seat) else random.randrange(one.low, one.high + 1)
        for one, value in zip(game.tables.indicators, state.values, strict=True)
    )
    flags = tuple(
        value if flag.seen(seat) else random.random() < 0.5
        for flag, value in zip(game.pack.ruleset.flags.values(), state.flags, strict=True)
    )
    pending = tuple(
        Pending(99, name, "nobody", "1.1") for name in list(game.tables.delayed)[: random.randrange(3)]
    )
    opened = tuple(random.randrange(one.low, one.high + 1) for one in game.tables.indicators)
    # Where cards are dealt the seed shows in one's own hand.
    seed = state.seed if "argue" in game.pack.stages else random.getrandbits(63)
    return evolve(state, values=values, flags=flags, opened=opened, pending=pending, seed=seed, made=9)


@pytest.mark.parametrize("name", PACKS)
def test_states_that_differ_in_hidden_things_only_are_one_to_a_seat(name: str) -> None:
    game, random, pairs = game_of(PACKS[name]), Random(name), 0
    while pairs < PAIRS // len(PACKS):
        for transition in playout(game, pairs, RandomBot(pairs).choose):
            state = transition.state
            for seat in game.pack.seats:
                other = hidden_changed(game, state, seat, random)
                known, known_too = (game.information_state(one, seat).encode() for one in (state, other))
                assert known == known_too, (name, seat, state.turn)
                pairs += 1


def test_something_is_hidden_in_these_packs() -> None:
    for name in ("harbour", "secretive", "culiacan"):
        ruleset = PACKS[name].ruleset
        assert any(one.seen_by for one in (*ruleset.indicators.values(), *ruleset.flags.values())), name


@frozen
class OtherCards:
    """The named draws, but that some cards are dealt otherwise."""

    pack: Pack
    salt: int
    hidden: Callable[[str, bool], bool]

    def number(self, seed: int, name: str, turn: int, index: int) -> int:
        kind, *card = name.split(":")
        if kind == "card" and self._is_hidden(*card):
            seed += self.salt
        return NamedDraws().number(seed, name, turn, index)

    def _is_hidden(self, option: str, card: str) -> bool:
        owner = next(
            seat
            for event in self.pack.events.values()
            for seat, own in event.seats.items()
            if option in {one.id for one in own}
        )
        return self.hidden(owner, bool(CARDS[card].answers))


CARDS = game_of(parley()).tables.floor.cards
FOES = {NORDEN: SUDEN, SUDEN: NORDEN, "no.warden": ""}


def not_seen_yet(seat: str, point: Point) -> Callable[[str, bool], bool]:
    """Whether a card is hidden from a seat: by whose option it argues, and whether it is a reason."""

    def hidden(owner: str, reason: bool) -> bool:
        if point is Point.REBUT:
            return not reason and FOES[owner] != seat
        return owner != seat or not reason

    return hidden


@pytest.mark.parametrize("seat", FOES)
def test_hands_of_others_and_what_lies_face_down_might_be_any_and_a_seat_knew_the_same(seat: str) -> None:
    pack, game, differ = parley(), game_of(parley()), 0
    dealt = {}
    for point in (Point.WORD, Point.CHOOSE, Point.CASE, Point.REBUT):
        dealt[point] = [
            game_of(pack, draws=OtherCards(pack, salt, not_seen_yet(seat, point))) for salt in (1, 2, 3)
        ]
    for seed in range(cases(60, 6)):
        for transition in playout(game, seed, RandomBot(seed).choose):
            state = transition.state
            for other in dealt.get(state.point, ()):
                known, known_too = (one.information_state(state, seat).encode() for one in (game, other))
                assert known == known_too, (seed, state.turn, state.point)
                differ += table_of(game, state) != table_of(other, state)
    assert differ > 50


def table_of(game: Game, state: State) -> list[object]:
    """All cards of the debates of a state, as only the engine knows them."""
    debates = game.tables.debates(state).values()
    return [[card.id for card in (*one.bench.hand, *one.bench.ready)] for one in debates]
