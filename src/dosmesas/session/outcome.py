"""What came of a turn: who decided what, which numbers moved and by which receipts, what the papers wrote."""

from collections.abc import Mapping

from attrs import evolve, frozen

from dosmesas.engine.home import Band, Verdict, band_of_deal
from dosmesas.engine.receipts import LIMIT, Receipt, ReceiptKind
from dosmesas.model.world import Indicator
from dosmesas.session.behind import office_behind, office_of
from dosmesas.session.debates.flow import fate
from dosmesas.session.debates.past import verdicts_of
from dosmesas.session.debates.tell import band_word
from dosmesas.session.debates.told import debate_lines
from dosmesas.session.forecast import better
from dosmesas.session.happened import happened
from dosmesas.session.own import own_receipts
from dosmesas.session.session import FULL, Session
from dosmesas.session.turns import Turn, turns_of
from dosmesas.session.views import place_level, source_name, unexplained
from dosmesas.session.weight import rates
from dosmesas.text.catalog import say
from dosmesas.text.number import A_TENTH


@frozen
class Entry:
    """One receipt as a line: what moved, by how much, by what, and on which claims.

    `places` are the paragraphs behind it, `basis` the same with whose figure its size is; `who` is the office
    whose choice it comes from. `mine` says that it comes of the reader's own decisions, `weight` what it is
    worth to the reader in thousandths of a mandate point.
    """

    receipt: str
    applied: int
    text: str
    basis: str
    claims: tuple[str, ...]
    places: str = ""
    who: str = ""
    mine: bool = False
    weight: int = 0


@frozen
class Moved:
    """One indicator over a turn and the receipts of its change; `much`: a hundredth of its `span` or more.

    A place has its levels in words, before and after; it has moved much where that is another word.
    """

    id: str
    name: str
    before: int
    after: int
    better: bool | None
    entries: tuple[Entry, ...]
    much: bool
    span: int
    levels: tuple[str, str] | None = None

    @property
    def slight(self) -> bool:
        """Whether there is nothing to tell: less than a tenth, or a place that is as tense as it was."""
        return not self.much if self.levels else abs(self.after - self.before) < A_TENTH


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
        tuple(happened(session, turn, seat, language)),
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


def starts(session: Session) -> dict[str, int]:
    """Where every indicator began."""
    return {one.id: one.start for one in session.pack.ruleset.indicators.values()}


def moved(
    session: Session, turn: Turn, before: Mapping[str, int], seat: str | None, language: str
) -> tuple[Moved, ...]:
    """The indicators that moved in a turn, those with the largest share of their range first."""
    by_indicator = dict[str, list[Receipt]]()
    for receipt in turn.receipts:
        if receipt.moves:
            by_indicator.setdefault(receipt.indicator, []).append(receipt)
    own, worth = own_receipts(session, turn, seat), rates(session, seat)
    found = [
        _moved(one, before[one.id], turn.values[one.id], entries, language)
        for one in session.pack.ruleset.indicators.values()
        if (seat is None or one.seen(seat))
        and (
            entries := tuple(
                evolve(
                    entry(session, receipt, seat, language),
                    mine=receipt.id in own,
                    weight=abs(receipt.applied) * worth[one.id] // 1000,
                )
                for receipt in by_indicator.get(one.id, ())
            )
        )
    ]
    return tuple(sorted(found, key=lambda one: (-abs(one.after - one.before) * 1000 // one.span, one.id)))


def _moved(one: Indicator, start: int, end: int, entries: tuple[Entry, ...], language: str) -> Moved:
    span = one.high - one.low
    levels = (say(language, place_level(start)), say(language, place_level(end))) if one.is_place else None
    much = levels[0] != levels[1] if levels else abs(end - start) * 100 >= span
    return Moved(
        one.id, one.name(language), start, end, better(one, end - start), entries, much, span, levels
    )


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
        _office(session, receipt, language) if "/" in receipt.by else "",
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
    return say(language, key, office=_named(session, office_of(session, option), language))


def passed(verdict: Verdict | None) -> bool:
    """Whether anything came of a decision: where no home table is asked, all of it did."""
    return verdict is None or verdict.band.passes


def _told(session: Session, receipt: Receipt, language: str) -> str:
    name = source_name(session, receipt.by, language)
    if office := _office(session, receipt, language):
        name = f"{office}: {name}"
    if receipt.cause and _cause_kind(session, receipt) is ReceiptKind.SCHEDULED:
        name = say(language, "from_before", name=name)
    return name


def _office(session: Session, receipt: Receipt, language: str) -> str:
    """The name of the office behind a receipt; nothing where there is none."""
    office = office_behind(session, receipt)
    return _named(session, office, language) if office else ""


def _named(session: Session, office: str, language: str) -> str:
    return session.pack.ruleset.offices[office].name(language)


def _cause_kind(session: Session, receipt: Receipt) -> ReceiptKind:
    return session.receipt(receipt.cause).kind
