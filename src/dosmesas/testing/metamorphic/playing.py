"""Random games written down by name, so that a game of a changed pack can be held against one of the pack."""

from collections import Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum

from attrs import evolve, field, frozen

from dosmesas.bots.random import RandomBot
from dosmesas.engine.game import Game, Transition
from dosmesas.engine.names import FirstNames, first_by
from dosmesas.engine.observe import InformationState
from dosmesas.engine.playout import playout
from dosmesas.engine.state import State
from dosmesas.model.rules import Pack
from dosmesas.model.world import Flag, Indicator
from dosmesas.text.number import exact

Facts = Mapping[tuple[str, str], object]
"""What is so in a state, by kind and name."""
VALUE = "value"


class Kept(StrEnum):
    """How much of a game has to stay as it was.

    States: every fingerprint, with the receipts. Ledger: all but the numbers and the order of receipts.
    Numbers: all but receipts.
    """

    STATES = "states"
    LEDGER = "ledger"
    NUMBERS = "numbers"


@frozen
class Lens:
    """How the ids of a pack read in those of the one that it is compared with.

    Everything is called by its first name, unless `seats`, `flags` or `options` call it otherwise.
    """

    pack: Pack
    seats: Mapping[str, str] = field(factory=dict)
    flags: Mapping[str, str] = field(factory=dict)
    options: Mapping[str, str] = field(factory=dict)
    names: FirstNames = field(init=False)
    actions: Mapping[str, str] = field(init=False)
    slots: Mapping[str, str] = field(init=False)

    @names.default
    def _names(self) -> FirstNames:
        return FirstNames.of(self.pack)

    @actions.default
    def _actions(self) -> Mapping[str, str]:
        return {**self.names.events, **self.names.deals, **self.names.options, **self.options}

    @slots.default
    def _slots(self) -> Mapping[str, str]:
        ruleset = self.pack.ruleset
        things: list[Indicator | Flag] = [*ruleset.indicators.values(), *ruleset.flags.values()]
        return {**{one.id: one.former[0] for one in things if one.former}, **self.flags}

    def seat(self, name: str) -> str:
        """What a seat is called."""
        return self.seats.get(name, name)

    def action(self, name: str) -> str:
        """What an option, deal or event is called."""
        return self.actions.get(name, name)

    def slot(self, name: str) -> str:
        """What an indicator or flag is called."""
        return self.slots.get(name, name)


@frozen(eq=False)
class Step:
    """A state of a game, as far as games are compared."""

    turn: int
    digest: str
    facts: Facts
    receipts: Counter[tuple[str, ...]]


@frozen
class Difference:
    """Where two games part, in words."""

    turn: int
    text: str


@frozen(eq=False)
class _Player:
    """Takes what the random bot takes, whatever its seat and the actions are called now."""

    lens: Lens
    bot: RandomBot

    def choose(self, info: InformationState) -> str:
        return self.bot.choose(evolve(info, seat=self.lens.seat(info.seat)))


def path_of(game: Game, seed: int, lens: Lens) -> list[Transition]:
    """A random game."""
    bot = RandomBot(seed, first=lens.actions)
    return playout(game, seed, _Player(lens, bot).choose)


def play(game: Game, seed: int, lens: Lens) -> tuple[Step, ...]:
    """A random game, as far as it is compared."""
    return tuple(_step(game, one, lens) for one in path_of(game, seed, lens))


def parted(
    before: tuple[Step, ...], after: tuple[Step, ...], kept: Kept, without: frozenset[str] = frozenset()
) -> Difference | None:
    """Where the second game is another than the first.

    Facts that only the second has do not count, nor those of which kind or name are among `without`.
    """
    for one, other in zip(before, after, strict=False):
        for key, was in one.facts.items():
            now = other.facts.get(key)
            if now != was and not without & {*key}:
                return Difference(one.turn, _told(key, was, now))
        if kept is not Kept.NUMBERS and one.receipts != other.receipts:
            return Difference(one.turn, _of_receipts(one.receipts, other.receipts))
        if kept is Kept.STATES and one.digest != other.digest:
            return Difference(one.turn, f"the state has the digest {other.digest}, not {one.digest}")
    if len(before) != len(after):
        last = min(before[-1].turn, after[-1].turn)
        return Difference(last, f"the game has {len(after)} states, not {len(before)}")
    return None


def _step(game: Game, reached: Transition, lens: Lens) -> Step:
    state = reached.state
    facts = dict([*_scene(game, state, lens), *_history(state, lens)])
    for seat in game.to_move(state):
        legal = sorted(map(lens.action, game.legal_actions(state, seat)))
        facts["what may be done by", lens.seat(seat)] = tuple(legal)
    if game.is_terminal(state):
        for seat, value in game.returns(state).items():
            facts["return of", lens.seat(seat)] = value
        facts["return", "joint"] = game.joint_return(state)
    receipts: Counter[tuple[str, ...]] = Counter(
        (one.stage, lens.action(one.by), one.kind, lens.slot(one.indicator), exact(one.applied))
        for one in reached.receipts
    )
    return Step(state.turn, lens.names.digest(state), facts, receipts)


def _scene(game: Game, state: State, lens: Lens) -> Iterator[tuple[tuple[str, str], object]]:
    yield ("the", "event"), lens.action(state.event)
    yield ("the", "ending"), state.ending
    for name, flag in zip(game.tables.flags, state.flags, strict=True):
        yield ("flag", lens.slot(name)), "yes" if flag else "no"
    for name, value in zip(game.tables.names, state.values, strict=True):
        yield (VALUE, lens.slot(name)), value
    for name, value in zip(game.tables.names, state.at_last, strict=False):
        yield ("value at the last turn of", lens.slot(name)), value


def _history(state: State, lens: Lens) -> Iterator[tuple[tuple[str, str], object]]:
    yield ("the", "point"), str(state.point)
    yield ("what has", "come"), tuple((lens.action(name), turn) for name, turn in state.happened)
    made = ((one.turn, one.point, lens.seat(one.seat), lens.action(one.action)) for one in state.decisions)
    yield ("what was", "decided"), tuple(sorted(made))
    yield (
        ("what is", "on its way"),
        tuple(sorted((one.due, one.after, first_by(one)) for one in state.pending)),
    )


def _told(key: tuple[str, str], was: object, now: object) -> str:
    kind, name = key
    if kind == VALUE:
        kind = ""
    if isinstance(was, int):
        return f"{kind} {name} is {exact(now) if isinstance(now, int) else now}, not {exact(was)}".strip()
    if isinstance(was, tuple) and isinstance(now, tuple):
        gone = next((one for one in was if one not in now), "")
        new = next((one for one in now if one not in was), "")
        return f"{kind} {name} is otherwise: {new or 'nothing'} in place of {gone or 'nothing'}"
    return f"{kind} {name} is {now or 'none'}, not {was or 'none'}"


def _of_receipts(was: Counter[tuple[str, ...]], now: Counter[tuple[str, ...]]) -> str:
    gone, new = next(iter(was - now), ()), next(iter(now - was), ())
    return f"receipts are otherwise: {' '.join(new) or 'none'} in place of {' '.join(gone) or 'none'}"
