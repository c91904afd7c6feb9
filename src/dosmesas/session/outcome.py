"""What came of a turn: who decided what, which numbers moved and by which receipts, what the papers wrote."""

from collections.abc import Mapping

from attrs import frozen

from dosmesas.engine.home import Band, Verdict, band_of_deal
from dosmesas.engine.receipts import LIMIT, Receipt, ReceiptKind
from dosmesas.session.debates.flow import fate
from dosmesas.session.debates.past import judged_turn
from dosmesas.session.debates.tell import band_word
from dosmesas.session.debates.told import debate_lines
from dosmesas.session.forecast import better
from dosmesas.session.session import FULL, Session
from dosmesas.session.turns import Turn, turns_of
from dosmesas.session.views import source_name, unexplained, visible
from dosmesas.text.catalog import say

_STRUCK = {Band.CARRIED: "deal_struck", Band.WATERED: "deal_watered", Band.BLOCKED: "deal_lost"}


@frozen
class Entry:
    """One receipt as a line: what moved, by how much, by what, and on which claims.

    `places` are the paragraphs behind it, `basis` the same with whose figure its size is; `who` is the office
    whose choice it comes from.
    """

    receipt: str
    applied: int
    text: str
    basis: str
    claims: tuple[str, ...]
    places: str = ""
    who: str = ""


@frozen
class Moved:
    """One indicator over a turn and the receipts of its change; `much`: a hundredth of its `span` or more."""

    id: str
    name: str
    before: int
    after: int
    better: bool | None
    entries: tuple[Entry, ...]
    much: bool
    span: int


@frozen
class Headline:
    """A line of a country's press; `by` is the option or deal it is about."""

    country: str
    paper: str
    text: str
    by: str


@frozen
class Decided:
    """What an office chose, and what its home table made of it (empty where none was asked).

    `band` says it in words; `fate` is the band itself, or `inquiry`.
    """

    office: str
    label: str
    band: str = ""
    mine: bool = False
    fate: str = ""


@frozen
class OutcomeView:
    """A finished turn in the player's language; `debates` tells how the seat's own case went."""

    turn: int
    decisions: tuple[Decided, ...]
    debates: tuple[str, ...]
    events: tuple[str, ...]
    moved: tuple[Moved, ...]
    headlines: tuple[Headline, ...]


def outcome_view(
    session: Session, number: int, seat: str | None, language: str, *, points: bool = True
) -> OutcomeView:
    """The outcome of a turn as a seat sees it; with no seat, everything is opened (the debrief).

    How the own case went is told with its numbers, or, not in `points`, in short.
    """
    what = ("outcome", number, seat, language, points)
    return session.once(what, lambda: _outcome_view(session, number, seat, language, points=points))


def _outcome_view(
    session: Session, number: int, seat: str | None, language: str, *, points: bool
) -> OutcomeView:
    turns = turns_of(session)
    turn = turns[number - 1]
    before = turns[number - 2].values if number > 1 else starts(session)
    return OutcomeView(
        number,
        decided(session, turn, seat, language),
        tuple(debate_lines(session, number, seat, language, points=points)),
        tuple(events(session, turn, seat, language)),
        moved(session, turn, before, seat, language),
        headlines(session, turn, language),
    )


def decided(session: Session, turn: Turn, seat: str | None, language: str) -> tuple[Decided, ...]:
    """What each office chose, and what its home table made of it."""
    pack, found = session.pack, verdicts_of(session, turn)
    fates = {one: fate(verdict) for one, verdict in found.items()}
    return tuple(
        Decided(
            pack.ruleset.offices[one].name(language),
            pack.option(option).label(language),
            band_word(fates[one], language) if one in fates else "",
            mine=one == seat,
            fate=fates.get(one, ""),
        )
        for one, option in sorted(turn.decisions.items())
    )


def verdicts_of(session: Session, turn: Turn) -> Mapping[str, Verdict]:
    """What the home tables made of a turn's choices; empty where they were not asked."""
    judged = judged_turn(session, turn.number) if turn.event else None
    return judged.verdicts if judged else {}


def starts(session: Session) -> dict[str, int]:
    """Where every indicator began."""
    return {one.id: one.start for one in session.pack.ruleset.indicators.values()}


def moved(
    session: Session, turn: Turn, before: Mapping[str, int], seat: str | None, language: str
) -> tuple[Moved, ...]:
    """The indicators that moved in a turn, those with the largest share of their range first."""
    found, by_indicator = [], dict[str, list[Receipt]]()
    for receipt in turn.receipts:
        if receipt.moves:
            by_indicator.setdefault(receipt.indicator, []).append(receipt)
    for one in session.pack.ruleset.indicators.values():
        if seat is not None and not one.seen(seat):
            continue
        receipts = by_indicator.get(one.id)
        if receipts:
            start, end = before[one.id], turn.values[one.id]
            entries = tuple(entry(session, receipt, seat, language) for receipt in receipts)
            much = abs(end - start) * 100 >= one.high - one.low
            found.append(
                Moved(
                    one.id,
                    one.name(language),
                    start,
                    end,
                    better(one, end - start),
                    entries,
                    much,
                    one.high - one.low,
                )
            )
    return tuple(sorted(found, key=lambda one: (-abs(one.after - one.before) * 1000 // one.span, one.id)))


def entry(session: Session, receipt: Receipt, seat: str | None, language: str) -> Entry:
    """A receipt as a line."""
    if seat is not None and unexplained(session, receipt, seat):
        return Entry(receipt.id, receipt.applied, say(language, "hidden_reason"), "", ())
    if receipt.by == LIMIT:
        return Entry(receipt.id, receipt.applied, say(language, "limit_reason"), "", ())
    return Entry(
        receipt.id,
        receipt.applied,
        _told(session, receipt, language),
        basis(session, receipt, language),
        receipt.claims,
        _places(session, receipt, language, "assumption_short"),
        _office(session, receipt.by, language),
    )


def basis(session: Session, receipt: Receipt, language: str) -> str:
    """Paragraphs (or rival, or assumption) behind a receipt, and whose figure its size is."""
    claims = session.pack.ruleset.dossier.claims
    figure = claims.get(receipt.figure)
    size = say(language, "figure_of", paragraph=figure.paragraph) if figure else say(language, "our_estimate")
    indicator = session.pack.ruleset.indicators.get(receipt.indicator)
    counts = session.counts(receipt.claims) if indicator and not indicator.counts else FULL
    partly = f"; {say(language, 'counts_partly', percent=counts)}" if counts < FULL else ""
    return f"{_places(session, receipt, language)}; {size}{partly}"


def _places(session: Session, receipt: Receipt, language: str, assumed: str = "assumption") -> str:
    claims, places = session.pack.ruleset.dossier.claims, []
    for name in receipt.claims:
        claim = claims.get(name)
        if claim is None:
            places.append(say(language, assumed))
        else:
            places.append(say(language, "rival") if claim.rival else claim.paragraph)
    return ", ".join(dict.fromkeys(places))


def headlines(session: Session, turn: Turn, language: str) -> tuple[Headline, ...]:
    """Each country's press in the order of its front page: deals struck, decisions, what was stopped."""
    pack, offices = session.pack, session.pack.ruleset.offices
    verdicts = verdicts_of(session, turn)
    found = [
        (offices[seat].country, press_line(session, option, verdicts.get(seat), language), option)
        for seat in sorted(pack.seats, key=lambda one: not passed(verdicts.get(one)))
        if (option := turn.decisions.get(seat)) is not None
    ]
    struck = {kept.deal for kept in turn.deals if kept.struck}
    for deal in pack.events[turn.event].deals if turn.event else ():
        if deal.id in struck and band_of_deal(deal, verdicts).passes:
            found += [(country, text(language), deal.id) for country, text in deal.headlines]
    countries = pack.ruleset.countries
    return tuple(
        Headline(country, countries[country].paper(language), text, by)
        for country, text, by in sorted(found, key=lambda one: (one[0], "/" in one[2]))
    )


def press_line(session: Session, option: str, verdict: Verdict | None, language: str) -> str:
    """What the press writes of a decision; where home or a colleague stopped it, that it did."""
    if passed(verdict):
        return session.pack.option(option).headline(language)
    gave_way = verdict is not None and verdict.band is Band.GAVE_WAY
    key = "headline_gave_way" if gave_way else "headline_stopped"
    return say(language, key, office=_office(session, option, language))


def passed(verdict: Verdict | None) -> bool:
    """Whether anything came of a decision: where no home table is asked, all of it did."""
    return verdict is None or verdict.band.passes


def _told(session: Session, receipt: Receipt, language: str) -> str:
    name = source_name(session, receipt.by, language)
    if office := _office(session, receipt.by, language):
        name = f"{office}: {name}"
    if receipt.cause and _cause_kind(session, receipt) is ReceiptKind.SCHEDULED:
        name = say(language, "from_before", name=name)
    return name


def _office(session: Session, by: str, language: str) -> str:
    """The office of an option; nothing for what is none."""
    return session.pack.ruleset.offices[office_of(session, by)].name(language) if "/" in by else ""


def _cause_kind(session: Session, receipt: Receipt) -> ReceiptKind:
    return session.receipt(receipt.cause).kind


def office_of(session: Session, option: str) -> str:
    """The office that an option belongs to."""
    event = session.pack.events[option.partition("/")[0]]
    return next(seat for seat, options in event.seats.items() if any(one.id == option for one in options))


def events(session: Session, turn: Turn, seat: str | None, language: str) -> list[str]:
    """Deals, broken words, draws and flags, each as a sentence."""
    pack = session.pack
    deals = {deal.id: deal for deal in pack.events[turn.event].deals} if turn.event else {}
    names, verdicts = {name: deal.name(language) for name, deal in deals.items()}, verdicts_of(session, turn)
    lines = _unseen(session, turn, language) if seat is not None else []
    for kept in turn.deals:
        if kept.struck:
            band = band_of_deal(deals[kept.deal], verdicts)
            lines.append(say(language, _STRUCK[band], name=names[kept.deal]))
        for office in kept.broken:
            who = pack.ruleset.offices[office].name(language)
            lines.append(say(language, "word_broken", office=who, name=names[kept.deal]))
    for receipt in turn.receipts:
        if seat is not None and unexplained(session, receipt, seat):
            continue
        if receipt.kind is ReceiptKind.DRAWN and (receipt.applied or "/" in receipt.by):
            key = "draw_came" if receipt.applied else "draw_stayed"
            lines.append(say(language, key, source=source_name(session, receipt.by, language)))
        elif receipt.kind is ReceiptKind.FLAG and (seat is None or visible(session, receipt.indicator, seat)):
            flag = pack.ruleset.flags[receipt.indicator].name(language)
            line = say(language, "flag_on" if receipt.applied else "flag_off", name=flag)
            lines += [line] if line not in lines else []
    return lines


def _unseen(session: Session, turn: Turn, language: str) -> list[str]:
    """The event of a month in which a player had nothing to decide, and so has not read it."""
    if turn.event and any(one not in turn.decisions for one in session.setup.seats):
        event = session.pack.events[turn.event]
        title, brief = event.title(language), event.brief(language)
        return [say(language, "month_brought", title=title, brief=brief)]
    return []
