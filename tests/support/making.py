"""Parts of packs made in a line each, and the second pack of the small world, in which much can happen."""

from functools import cache

from attrs import evolve, frozen

from dosmesas.engine.draws import LEAST, Draws, NamedDraws
from dosmesas.engine.game import Game, Transition
from dosmesas.engine.receipts import Receipt, Receipts, cause_from
from dosmesas.engine.scene import Scene
from dosmesas.engine.stages import delayed, stage
from dosmesas.engine.state import Point, State
from dosmesas.lang.parser import parse
from dosmesas.load.loading import read
from dosmesas.model.effects import After, Chance, Change, Effect, SetFlag, When
from dosmesas.model.events import Bulletin, Deal, Event, Option
from dosmesas.model.rules import Pack, Rule
from dosmesas.text.local import NO_TEXT, plain
from dosmesas.text.span import NOWHERE
from tests.support.small import SMALL, harbour, roots_of

NORDEN, SUDEN = "no.minister", "su.minister"
CITED = ("stock-falls",)


@cache
def regatta() -> Pack:
    """Four turns: nested effects, two deals with one seat in common, a turn that asks one seat only."""
    loaded = read(SMALL / "content" / "regatta", roots_of(SMALL))
    assert not list(loaded.problems)
    assert loaded.pack is not None
    return loaded.pack


def game_of(pack: Pack, view: str = "authors", draws: Draws | None = None) -> Game:
    """A game of any pack."""
    return Game(pack, pack.ruleset.worldviews[view], draws or NamedDraws())


def change(indicator: str, amount: str, *because: str, figure: str = "") -> Change:
    """Add an amount."""
    return Change(indicator, parse(amount), because or CITED, NOWHERE, figure)


def set_flag(flag: str, *, to: bool = True) -> SetFlag:
    """Set a flag."""
    return SetFlag(flag, to, CITED, NOWHERE)


def after(name: str, turns: int, *effects: Effect) -> After:
    """Effects so many turns on."""
    return After(name, turns, effects, NOWHERE)


def chance(name: str, percent: int, *effects: Effect, otherwise: tuple[Effect, ...] = ()) -> Chance:
    """Effects that may come."""
    return Chance(name, percent, effects, otherwise, NOWHERE)


def when(condition: str, *effects: Effect, otherwise: tuple[Effect, ...] = ()) -> When:
    """Effects that come where something holds."""
    return When(parse(condition), effects, otherwise, NOWHERE)


def option(name: str, *effects: Effect, requires: str = "") -> Option:
    """An option; its label is its short id."""
    label = plain(name.partition("/")[2])
    return Option(
        name, label, NO_TEXT, NO_TEXT, CITED, effects, NOWHERE, parse(requires) if requires else None
    )


def deal(name: str, between: dict[str, str], *effects: Effect) -> Deal:
    """A deal, without headlines."""
    return Deal(name, plain(name), tuple(between.items()), effects, CITED, (), NOWHERE)


def event(
    name: str,
    seats: dict[str, tuple[Option, ...]] | None = None,
    deals: tuple[Deal, ...] = (),
    *,
    turn: int | None = None,
    tier: int = 0,
    weight: int = 1,
    condition: str = "",
    repeats: bool = False,
) -> Event:
    """An event; without seats each of the two offices has one option that does nothing."""
    seats = seats or {NORDEN: (option(f"{name}/wait"),), SUDEN: (option(f"{name}/rest"),)}
    held = parse(condition) if condition else None
    return Event(
        name,
        plain(name),
        "both",
        NO_TEXT,
        seats,
        deals,
        CITED,
        NOWHERE,
        turn,
        tier,
        weight,
        held,
        repeats,
    )


def bulletin(
    name: str, *effects: Effect, turn: int | None = None, condition: str = "", percent: int = 100
) -> Bulletin:
    """A bulletin."""
    held = parse(condition) if condition else None
    return Bulletin(name, plain(name), CITED, effects, NOWHERE, turn, held, percent)


def rule(name: str, *effects: Effect, condition: str = "") -> Rule:
    """A rule of the dynamics."""
    return Rule(name, plain(name), CITED, effects, NOWHERE, parse(condition) if condition else None)


def made(
    events: tuple[Event, ...],
    *,
    bulletins: tuple[Bulletin, ...] = (),
    rules: tuple[Rule, ...] = (),
    turns: int = 3,
    **indicators: dict[str, object],
) -> Pack:
    """A pack on the ruleset of harbour with these events, bulletins and rules only.

    Indicators may be changed by name, such as `stock={"max_step": None}`.
    """
    pack = harbour()
    world = {name: evolve(one, **indicators.get(name, {})) for name, one in pack.ruleset.indicators.items()}
    ruleset = evolve(pack.ruleset, rules={one.id: one for one in rules}, indicators=world)
    return evolve(
        pack,
        turns=turns,
        events={one.id: one for one in events},
        bulletins={one.id: one for one in bulletins},
        ruleset=ruleset,
    )


def scene(**numbers: int) -> Scene:
    """A scene of the small world's numbers in thousandths, some of them changed."""
    usual = {"goodwill": 40_000, "poaching": 30_000, "stock": 50_000, "informer": 1, "pact": 0, "turn": 1000}
    return Scene({**usual, **numbers})


def state(turn: int = 1, **changed: object) -> State:
    """A state of harbour at its starting values, outside any game."""
    values = tuple(one.start for one in harbour().ruleset.indicators.values())
    flags = tuple(flag.start for flag in harbour().ruleset.flags.values())
    return evolve(State(7, turn, Point.CHOOSE, values, values, flags), **changed)


@frozen
class Staged:
    """What came of a stage."""

    state: State
    receipts: tuple[Receipt, ...]


def performed(
    *effects: Effect,
    draws: Draws = LEAST,
    view: str = "authors",
    at: State | None = None,
    cause: str = "",
) -> Staged:
    """A stage in which an option of the small world has these effects, led to by a receipt or by none."""
    inside = (after("talks/sign~0", 1, *effects),) if cause else effects
    seats = {NORDEN: (option("talks/sign", *inside),), SUDEN: (option("talks/agree"),)}
    program = game_of(made((event("talks", seats),)), view, draws).tables.program
    before = at or state(turn=2)
    block = program.blocks["talks/sign~0" if cause else "talks/sign"]
    world = (before.values, before.flags, (), before.turn)
    due = [(block, cause_from(cause))]
    values, flags, entries, delays = stage(program, world, before.opened, before.made, before.seed, due)
    page = (before.turn, "enact", before.made, entries)
    receipts = tuple(Receipts(program.sites, [page]))
    pending = delayed(program, before.pending, delays)
    count = before.made + len(receipts)
    return Staged(evolve(before, values=values, flags=flags, pending=pending, made=count), receipts)


def played(game: Game, seed: int, *rounds: dict[str, str]) -> list[Transition]:
    """A game in which these actions are taken, one round a decision point."""
    path = [game.begin(seed)]
    for actions in rounds:
        path.append(game.apply(path[-1].state, actions))
    return path


def value(game: Game, found: State, name: str) -> int:
    """An indicator's value in a state."""
    return dict(zip(game.tables.names, found.values, strict=True))[name]


def with_admiral(*, turns: int = 2) -> Pack:
    """A pack with a third office, `no.admiral`, who has no part in the deal of every day."""
    offices = harbour().ruleset.offices
    admiral = evolve(offices[NORDEN], id="no.admiral", name=plain("Admiral of Norden"))
    seats = {
        NORDEN: (option("day/keep"), option("day/leave")),
        SUDEN: (option("day/keep-too"), option("day/rest")),
        "no.admiral": (option("day/sail", change("stock", "-1")), option("day/anchor")),
    }
    offer = deal("offer", {NORDEN: "day/keep", SUDEN: "day/keep-too"}, change("goodwill", "+1"))
    pack = made((event("day", seats, (offer,), repeats=True),), turns=turns)
    ruleset = evolve(pack.ruleset, offices={**offices, "no.admiral": admiral})
    return evolve(pack, seats=("no.admiral", NORDEN, SUDEN), ruleset=ruleset)
