"""Packs: a few turns of a small world, with all that content can be made of."""

from collections.abc import Mapping, Sequence
from functools import partial

from attrs import evolve, frozen
from hypothesis import strategies as st

from dosmesas.lang.scope import Kind
from dosmesas.load.shapes.content import BULLETIN, DEAL, EVENT, OPTION
from dosmesas.load.shapes.debate import OWN_CARD
from dosmesas.load.shapes.pack import PACK
from dosmesas.model.arguments import Act, Argue
from dosmesas.model.home import dissent_flag, inquiry_flag
from dosmesas.model.limits import FREE_STAGES, STAGES
from dosmesas.testing.strategies.debates import draw_cards
from dosmesas.testing.strategies.drawn import PACK_ID, DrawnPack
from dosmesas.testing.strategies.effects import marked
from dosmesas.testing.strategies.filling import Filler, Found
from dosmesas.testing.strategies.given import whole
from dosmesas.testing.strategies.rulesets import (
    draw_counters,
    draw_dynamics,
    draw_endings,
    draw_flags,
    draw_ruleset,
    draw_views,
    new_filler,
    several,
)
from dosmesas.testing.strategies.tree import Tree
from dosmesas.testing.strategies.world import World
from dosmesas.testing.strategies.writing import Data
from dosmesas.text.local import NO_TEXT

MOST_TURNS = 4
EVENTS = ("talks", "storm", "feast", "raid")
OPTIONS = (("sign", "wait", "leave"), ("agree", "delay", "refuse"), ("sail", "stay", "guard"))
"""Of the first seat, of the second, of the third."""
_ALL = 4
"""So many events ask all seats to one that asks one of them."""
_HOME = f"content/{PACK_ID}"


@frozen
class Planned:
    """An event before it is written: what all else may ask about."""

    id: str
    seats: Mapping[str, tuple[str, ...]]
    deals: tuple[tuple[str, str, str, str, str], ...] = ()
    """Each with its id, then an office and its option, twice."""


def packs(*, slips: int = 0) -> st.SearchStrategy[DrawnPack]:
    """Small packs as their files, which the loader takes; with `slips=1` each has one error.

    They have 1 to 4 turns, 1 to 4 events and seats of two countries, and shrink to one turn with one event,
    in which one seat has one option, by which trust rises by 1.

    Raises:
        InvalidArgument: more slips are asked for than one.
    """
    return _packs(whole("slips", slips, 0, 1))


@st.composite
def _packs(draw: st.DrawFn, slips: int) -> DrawnPack:
    return DrawnPack(*tree_of(new_filler(draw)).finished(draw, slips))


def tree_of(filler: Filler) -> Tree:
    """The files of a pack as data, before they are written."""
    tree = Tree()
    filler.apart(partial(draw_ruleset, tree))
    filler.apart(partial(_draw_pack, tree))
    return tree


def _draw_pack(tree: Tree, filler: Filler) -> None:
    world = filler.world
    world.turns = filler.few(1, MOST_TURNS)
    seats = _seats(filler)
    stages = _stages(filler)
    fixed: dict[str, Data | None] = {
        "pack": PACK_ID,
        "languages": [*world.languages],
        "stages": [*stages],
        "seats": [*seats],
    }
    pack = filler.under(PACK_ID).section(lambda inside: inside.thing(PACK, fixed))
    tree.put(f"{_HOME}/pack.yaml", PACK, pack)
    draw_flags(filler, tree, _HOME, ("tip_off",))
    draw_counters(filler, tree, _HOME, "risks")
    if "ratify" in stages:
        _have_home_tables(world)
        _draw_news(filler, tree, "game/bulletins.yaml", ("inquiry-opens",))
    plans = [_planned(filler, name, seats) for name in EVENTS[: filler.few(1, len(EVENTS))]]
    draw_views(filler, tree, _HOME, ("hawks",))
    _draw_news(filler, tree, f"{_HOME}/bulletins/news.yaml", ("gulls", "rumour"))
    draw_dynamics(filler, tree, _HOME, ("tide", *world.of_kind("rule")))
    if filler.perhaps():
        draw_endings(filler, tree, _HOME, ("own-peace", "own-end"))
    for plan, agenda in zip(plans, _agendas(filler, len(plans)), strict=True):
        event = filler.under(plan.id).apart(partial(_event, plan, agenda, stages))
        tree.put(f"{_HOME}/events/{plan.id}.yaml", EVENT, event)


def _seats(filler: Filler) -> list[str]:
    """Two seats of two countries, or all that there are."""
    offices = filler.world.of_kind("office")
    return offices if filler.perhaps() else offices[:2]


def _stages(filler: Filler) -> list[str]:
    """All stages, or without those that a pack may leave out."""
    argued, home = FREE_STAGES
    world, left = filler.world, {*FREE_STAGES}
    if world.home and filler.mostly():
        left.discard(home)
        if filler.mostly():
            left.discard(argued)
    return [stage for stage in STAGES if stage not in left]


def _have_home_tables(world: World) -> None:
    """What the loader adds to a pack that ratifies: standings with audiences, and two flags an office.

    The flags can be asked about only: the home tables alone set them.
    """
    for audience in world.of_kind("audience"):
        answering = {world.country[office] for office, names in world.answers.items() if audience in names}
        if answering:
            world.names[world.declare("indicator", audience)] = (Kind.NUMBER, 0, 100_000, NO_TEXT, False)
            world.seen[audience] = tuple(
                one for one, country in world.country.items() if country in answering
            )
    for office in world.country:
        for flag in (inquiry_flag(office), dissent_flag(office)):
            world.flag({"flag": flag})


def _planned(filler: Filler, name: str, seats: Sequence[str]) -> Planned:
    """Who chooses among what in an event, and which options make deals; noted as what may be asked about."""
    world = filler.world
    count = filler.one_of((1, *[len(seats)] * _ALL))
    asked = filler.some(seats, count, count)
    chosen = {seat: OPTIONS[seats.index(seat)][: filler.few(1, 3)] for seat in asked}
    world.options += [f"{name}/{option}" for options in chosen.values() for option in options]
    world.events.append(name)
    pairs = [
        (one, other)
        for one in asked
        for other in asked
        if one < other and world.country[one] != world.country[other]
    ]
    deals = []
    for number, (one, other) in enumerate(filler.some(pairs) if pairs else []):
        deal = world.declare("deal", f"{name}-deal-{number + 1}")
        deals.append((deal, one, filler.one_of(chosen[one]), other, filler.one_of(chosen[other])))
    return Planned(world.declare("event", name), chosen, tuple(deals))


def _agendas(filler: Filler, count: int) -> list[dict[str, Data | None]]:
    """When each event comes: the first whenever no other can, or a turn is fixed for each of them."""
    turns = filler.world.turns
    fixed: dict[str, Data | None] = {"tier": None, "weight": None, "when": None, "repeats": None}
    if count >= turns and filler.perhaps():
        drawn: list[dict[str, Data | None]] = [{"turn": None, "repeats": None} for _ in range(count - turns)]
        return [{**fixed, "turn": str(turn)} for turn in range(1, turns + 1)] + drawn
    agendas: list[dict[str, Data | None]] = [{"turn": None, "when": None, "repeats": "yes"}]
    free = [*range(1, turns + 1)]
    for _ in range(count - 1):
        if free and filler.perhaps():
            turn = filler.one_of(free)
            free.remove(turn)
            agendas.append({**fixed, "turn": str(turn)})
        else:
            agendas.append({"turn": None, "repeats": None})
    return agendas


def _event(plan: Planned, agenda: Mapping[str, Data | None], stages: Sequence[str], filler: Filler) -> Found:
    argued = "argue" in stages and bool(filler.world.of_kind("line")) and filler.mostly()
    because = filler.because() if not filler.perhaps() else None
    inside = evolve(filler, cited=because is not None)
    cards = argued and filler.mostly()
    seats = {
        seat: [
            _option(inside.under(name, seat), plan, seat, name, because or [], argued=argued)
            for name in names
        ]
        for seat, names in plan.seats.items()
    }
    own: dict[str, Data | None] = {
        **agenda,
        "event": plan.id,
        "because": because,
        "argue": filler.one_of([str(Argue.SHORT), str(Argue.FULL)]) if argued else None,
        "cards": _own_cards(filler, plan) if cards else None,
        "deals": [_deal(inside.under(deal[0]), deal) for deal in plan.deals] or None,
        "seats": {seat: [*options] for seat, options in seats.items()},
    }
    return filler.thing(EVENT, own)


def _own_cards(filler: Filler, plan: Planned) -> Data:
    """Cards that only this event has, perhaps kept out of the debates of an option."""
    options = [option for options in plan.seats.values() for option in options]
    not_for: list[Data] | None = [*filler.some(options, 1)] if filler.mostly() else None
    return [*draw_cards(filler, plan.id, OWN_CARD, not_for=not_for)]


def _option(
    filler: Filler, plan: Planned, seat: str, name: str, because: list[Data], *, argued: bool
) -> Found:
    """An option: the first of a seat is always open, and alone may be what was decided at the time."""
    first = name == plan.seats[seat][0]
    fixed: dict[str, Data | None] = {"option": name, "view": None}
    if first:
        fixed["requires"] = None
    else:
        fixed["decided"] = None
    fixed["clash"] = _clash(filler, plan, seat)
    if plan.deals:
        filler = evolve(filler, offices=(seat, *(one for one in plan.seats if one != seat)))
    if argued:
        fixed |= {
            "lines": [*filler.some(filler.world.of_kind("line"), 1)],
            "act": filler.one_of([*map(str, Act)]),
        }
    return marked(filler.world, filler.thing(OPTION, fixed), map(str, because))


def _clash(filler: Filler, plan: Planned, seat: str) -> Data | None:
    """Options of a colleague of the same country in the same event, where there is one; mostly none."""
    country = filler.world.country
    others = [one for one in plan.seats if one != seat and country[one] == country[seat]]
    if not others or not filler.perhaps():
        return None
    return [f"{others[0]}/{option}" for option in filler.some(plan.seats[others[0]], 1)]


def _deal(filler: Filler, deal: tuple[str, str, str, str, str]) -> Data:
    name, one, option, other, its_option = deal
    return filler.thing(DEAL, {"deal": name, "between": {one: option, other: its_option}})


def _draw_news(filler: Filler, tree: Tree, path: str, names: Sequence[str]) -> None:
    """A bulletin or two, or none."""
    news = several(filler, "", BULLETIN, names)
    filler.world.events += [str(one["bulletin"]) for one in news]
    tree.put_list(path, "bulletins", news)
