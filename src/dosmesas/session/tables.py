"""The two tables as a seat sees them: those it answers to at home, and the offices at the joint table."""

from collections.abc import Iterable

from attrs import frozen

from dosmesas.engine.deals import open_deals
from dosmesas.model.effects import Change
from dosmesas.model.rules import Ruleset
from dosmesas.session.session import Session
from dosmesas.session.turns import Turn

_TONE = "rhetoric"
"""The indicator of the tone between capitals, in a ruleset that has one."""


@frozen
class AudienceView:
    """An audience that the office answers to: its share of the home table, how far it stands with the office.

    `standing` is in thousandths of 100.
    """

    id: str
    name: str
    share: int
    standing: int


@frozen
class Party:
    """An office at the joint table: what it has said of this turn's deals, and how it kept its earlier words.

    `said` is a deal, decline, silent, or empty where nothing has been said; `deal` is the deal's name.
    `given` counts the words given in turns that are over, `kept` those not broken by choice.
    """

    id: str
    name: str
    own: bool
    said: str
    deal: str
    given: int
    kept: int


def audiences_now(session: Session, seat: str, language: str) -> tuple[AudienceView, ...]:
    """Those whom an office answers to, as they stand now; none where no home table is asked."""
    if not session.foreteller.asks:
        return ()
    ruleset, scene = session.pack.ruleset, session.game.tables.scene(session.state)
    return tuple(
        AudienceView(name, ruleset.audiences[name].name(language), share, scene.value(name))
        for name, share in ruleset.offices[seat].audiences
    )


def parties_now(session: Session, seat: str, language: str, turns: Iterable[Turn]) -> tuple[Party, ...]:
    """The seat, then the others it could strike a deal with now or that have given their word before.

    None where there is neither a deal of the seat nor a word given before.
    """
    pack, state, turns = session.pack, session.state, tuple(turns)
    event = pack.events[state.event]
    deals = [one for one in open_deals(pack, event, session.game.tables.scene(state)) if one.option_of(seat)]
    partners = {party for deal in deals for party, _ in deal.between}
    own, said = pack.ruleset.offices[seat].country, state.words(state.turn)
    names = {deal.id: deal.name(language) for deal in event.deals}
    found = []
    for other in (seat, *(one for one in pack.seats if one != seat)):
        office, (given, kept) = pack.ruleset.offices[other], _record(other, turns)
        if other == seat or other in partners or (given and office.country != own):
            word = said.get(other, "")
            found.append(
                Party(other, office.name(language), other == seat, word, names.get(word, ""), given, kept)
            )
    return tuple(found) if len(found) > 1 or found[0].given else ()


def between(ruleset: Ruleset, seat: str) -> tuple[str, ...]:
    """What stands between the capitals: the indicators that words and conduct move, and the tone."""
    moved = dict.fromkeys(
        effect.indicator
        for rule in ruleset.conduct.values()
        for effect in rule.effects
        if isinstance(effect, Change) and not effect.counted
    )
    names = [*moved, *([_TONE] if _TONE in ruleset.indicators else [])]
    return tuple(name for name in dict.fromkeys(names) if ruleset.indicators[name].seen(seat))


def _record(seat: str, turns: tuple[Turn, ...]) -> tuple[int, int]:
    """How many words a seat has given, and how many of them it did not break by choice."""
    deals = [deal for turn in turns for deal in turn.deals if seat in deal.given]
    return len(deals), sum(seat not in deal.broken for deal in deals)
