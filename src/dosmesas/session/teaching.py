"""Where a player's game stood by what the pack teaches: with the article, its opponents, both or neither."""

from collections.abc import Iterator
from enum import StrEnum

from attrs import evolve, frozen

from dosmesas.engine.plays import play_of
from dosmesas.engine.scene import Scene
from dosmesas.engine.state import Point
from dosmesas.lang.evaluate import evaluate
from dosmesas.model.effects import After, Chance, Change, Effect, SetFlag, When
from dosmesas.model.rules import Pack, Teaching
from dosmesas.session.forecast import better
from dosmesas.session.session import Session
from dosmesas.session.turns import Turn, turns_of

_SURE = 100**4
"""The odds of what comes for certain, large enough for chances inside chances."""


Meant = tuple[Change | SetFlag, int]
"""An effect and its weight: odds on the way, then its share of a range, above 0 the good way."""


class Side(StrEnum):
    """Whose claims a decision rests on."""

    ARTICLE = "article"
    OPPONENTS = "opponents"
    BOTH = "both"
    NEITHER = "neither"


@frozen
class Stood:
    """A player's decision, and whose claims it rests on; `event` and `label` are in the player's language."""

    turn: int
    event: str
    label: str
    side: Side


def stood(session: Session, seat: str, language: str) -> tuple[Stood, ...]:
    """Where each decision of a seat stood, in order; nothing in a pack that does not say what it teaches."""
    pack, teaches = session.pack, session.pack.teaches
    if teaches is None:
        return ()
    return tuple(
        Stood(
            turn.number,
            pack.events[turn.event].title(language),
            pack.option(turn.decisions[seat]).label(language),
            side_of(session, turn, seat, teaches),
        )
        for turn in turns_of(session)
        if seat in turn.decisions
    )


def side_of(session: Session, turn: Turn, seat: str, teaches: Teaching) -> Side:
    """Whose claims a decision rests on, by what it was meant to bring.

    Read are those effects of the option, and of the deals that it struck, which cite a claim of either view:
    as they were written, chances by their odds, whatever luck or the home table made of them. A view is
    followed where its claims promise good: the effects, as shares of their ranges, add up to the good way.
    Where they add up to the bad way, the decision did what the view warns of, and goes with the other.
    Citing is enough for a flag, which tells only where no number does, and for the cards of its case, which
    tell only where no effect does.
    """
    effects = tuple(_meant(session, turn, seat))
    views = views_of(session.pack, teaches)
    article, rivals = (_promise(effects, claims) for claims in views)
    if not article and not rivals:
        said = {claim for one in _case(session, turn, seat) for claim in one}
        article, rivals = (int(bool(said & claims)) for claims in views)
    with_article, with_rivals = article > 0 or rivals < 0, rivals > 0 or article < 0
    if with_article and with_rivals:
        return Side.BOTH
    return Side.ARTICLE if with_article else Side.OPPONENTS if with_rivals else Side.NEITHER


def views_of(pack: Pack, teaches: Teaching) -> tuple[set[str], set[str]]:
    """The claims that a thesis rests on, with those of the article that support one; the views against it."""
    claims = pack.ruleset.dossier.claims.values()
    support = {one.id for one in claims if not one.rival and {*one.supports} & {*teaches.holds}}
    return {*teaches.holds, *support}, {*teaches.against}


def _promise(effects: tuple[Meant, ...], claims: set[str]) -> int:
    """Above 0 where claims promise good of these effects, below it where they warn of harm."""
    cited = [(one, weight) for one, weight in effects if claims.intersection(one.because)]
    return sum(weight for _, weight in cited) or int(any(isinstance(one, SetFlag) for one, _ in cited))


def _meant(session: Session, turn: Turn, seat: str) -> Iterator[Meant]:
    """What a decision was to bring, as the world stood when all had chosen; a flag weighs nothing."""
    last = max(place for place, one in enumerate(session.path[:-1]) if one.state.turn == turn.number)
    state = evolve(session.path[last].state, decisions=session.path[last + 1].state.decisions)
    scene, indicators = session.game.tables.scene(state), session.pack.ruleset.indicators
    option, struck = turn.decisions[seat], {one.deal for one in turn.deals if one.struck}
    deals = [one for one in session.pack.events[turn.event].deals if one.id in struck]
    written = [session.pack.option(option).effects]
    written += [one.effects for one in deals if one.option_of(seat) == option]
    for effect, odds in _expected(tuple(one for part in written for one in part), scene, _SURE):
        weight = 0
        if isinstance(effect, Change):
            one, amount = indicators[effect.indicator], evaluate(effect.amount, scene)
            good = better(one, amount)
            way = 0 if good is None else 1 if good else -1
            weight = way * (abs(amount) * odds // (one.high - one.low))
        yield effect, weight


def _expected(effects: tuple[Effect, ...], scene: Scene, odds: int) -> Iterator[Meant]:
    """The changes inside effects that the scene lets come, each with its odds."""
    for effect in effects:
        match effect:
            case After(effects=inside):
                yield from _expected(inside, scene, odds)
            case Chance(percent=percent, effects=yes, otherwise=no):
                yield from _expected(yes, scene, odds * percent // 100)
                yield from _expected(no, scene, odds * (100 - percent) // 100)
            case When(condition=condition, effects=yes, otherwise=no):
                yield from _expected(yes if evaluate(condition, scene) else no, scene, odds)
            case Change() | SetFlag():
                yield effect, odds


def _case(session: Session, turn: Turn, seat: str) -> Iterator[tuple[str, ...]]:
    """What the cards cite with which a seat, or its staff, made its case in a turn."""
    cards = session.game.tables.floor.cards
    for one in session.state.decisions:
        if (one.turn, one.seat, one.point) == (turn.number, seat, Point.CASE):
            yield from (cards[name].because for name in play_of(one.action))
