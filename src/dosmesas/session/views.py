"""What a face shows of the moment: plain data in the player's language, nothing to compute."""

from attrs import evolve, frozen

from dosmesas.engine.deals import legal_options
from dosmesas.engine.receipts import Receipt
from dosmesas.engine.state import Point
from dosmesas.model.events import Option
from dosmesas.model.world import Indicator
from dosmesas.session.conditions import in_words
from dosmesas.session.deals import DealView, deals_of
from dosmesas.session.forecast import Move, better, moves_of
from dosmesas.session.home import HomeForecast
from dosmesas.session.session import Session
from dosmesas.session.tables import AudienceView, Party, audiences_now, between, parties_now
from dosmesas.session.turns import Turn, turns_of
from dosmesas.session.winsets import win_sets
from dosmesas.text.catalog import say
from dosmesas.text.number import exact, fixed


@frozen
class IndicatorRow:
    """An indicator on screen: its value, and what the last turn changed."""

    id: str
    name: str
    unit: str
    value: str
    change: int
    better: bool | None
    history: tuple[int, ...]
    low: int
    high: int


@frozen
class OptionView:
    """An option with its forecast; `home` is None where no home table is asked, or all have chosen."""

    id: str
    label: str
    reason: str
    moves: tuple[Move, ...]
    deals: tuple[DealView, ...]
    legal: bool
    needs: str
    home: HomeForecast | None = None


@frozen
class Pending:
    """A delayed effect on its way: when it lands, what it moves, where it comes from.

    `text` is the whole in points, `banded` in bands.
    """

    month: str
    moves: tuple[Move, ...]
    source: str
    text: str
    banded: str


@frozen
class TableView:
    """All that a seat has before it when it decides."""

    seat: str
    office: str
    turn: int
    turns: int
    month: str
    title: str
    bulletins: tuple[str, ...]
    brief: str
    point: Point
    rows: tuple[IndicatorRow, ...]
    options: tuple[OptionView, ...]
    deals: tuple[DealView, ...]
    pending: tuple[Pending, ...]
    audiences: tuple[AudienceView, ...] = ()
    parties: tuple[Party, ...] = ()
    between: tuple[IndicatorRow, ...] = ()

    @property
    def coming(self) -> tuple[str, ...]:
        """What is on its way, a line each, in points."""
        return tuple(one.text for one in self.pending)

    def coming_told(self, *, points: bool) -> tuple[str, ...]:
        """The same, in points or in bands."""
        return self.coming if points else tuple(one.banded for one in self.pending)


def table_view(session: Session, seat: str, language: str) -> TableView:
    """The table as a seat sees it now."""
    return session.once(("table", seat, language), lambda: _table_view(session, seat, language))


def _table_view(session: Session, seat: str, language: str) -> TableView:
    state, pack = session.state, session.pack
    event, info = pack.events[state.event], session.game.information_state(state, seat)
    home = session.foreteller.options(info)
    wins = win_sets(session.foreteller, info, home)
    deals = deals_of(session, seat, {one.deal: one for one in wins}, language)
    turns = turns_of(session)
    legal = set(session.legal(seat)) if state.point is Point.CHOOSE else set(_legal_later(session, seat))
    options = tuple(
        evolve(_option(session, seat, one, deals, legal, language), home=home.get(one.id))
        for one in event.seats[seat]
    )
    news = [
        pack.bulletins[name] for name, turn in state.happened if turn == state.turn and name in pack.bulletins
    ]
    return TableView(
        seat,
        pack.ruleset.offices[seat].name(language),
        state.turn,
        pack.turns,
        pack.month(state.turn)(language),
        event.title(language),
        tuple(one.text(language) for one in news),
        event.brief(language),
        state.point,
        tuple(row(session, name, language, turns) for name in headline_of(session, seat)),
        options,
        deals,
        pending_now(session, seat, language),
        audiences_now(session, seat, language),
        parties_now(session, seat, language, turns),
        tuple(row(session, name, language, turns) for name in between(pack.ruleset, seat)),
    )


def headline_of(session: Session, seat: str) -> tuple[str, ...]:
    """The six indicators on screen: the pack's four and two of the office's own."""
    watch = session.pack.ruleset.offices[seat].watch
    names = [*session.pack.headline, *(name for name in watch if name not in session.pack.headline)]
    return tuple(names[:6])


def row(session: Session, name: str, language: str, turns: tuple[Turn, ...]) -> IndicatorRow:
    """One indicator with its path; the last value is the present one, this turn's bulletins included."""
    indicator = session.pack.ruleset.indicators[name]
    path = [indicator.start, *(turn.values[name] for turn in turns)]
    path[-1] = session.game.tables.scene(session.state).value(name)
    change = path[-1] - path[-2] if len(path) > 1 else 0
    return IndicatorRow(
        name,
        indicator.name(language),
        indicator.unit(language),
        level(indicator, path[-1], language),
        change,
        better(indicator, change),
        tuple(path),
        indicator.low,
        indicator.high,
    )


def level(indicator: Indicator, value: int, language: str) -> str:
    """A value for the screen; a place's level in words."""
    if indicator.counts:
        return exact(value)
    if not indicator.is_place:
        return fixed(value)
    return f"{exact(value)} ({say(language, place_level(value))})"


def place_level(value: int) -> str:
    """How a place stands, as the catalog's key: the nearest of 0 calm, 1 tense, 2 violent."""
    return ("calm", "tense", "violent")[0 if value < 500 else 1 if value < 1500 else 2]


def pending_now(session: Session, seat: str, language: str) -> tuple[Pending, ...]:
    """Delayed effects on their way, with their months; those of hidden origin are left out."""
    pack = session.pack
    found = []
    for one in sorted(session.state.pending, key=lambda pending: (pending.due, pending.after)):
        receipt = session.receipt(one.cause)
        if unexplained(session, receipt, seat):
            continue
        month = pack.month(one.due)(language)
        effects = session.game.tables.delayed[one.after].effects
        moves = moves_of(session, effects, seat, language)
        if moves:
            source = source_name(session, one.by, language)
            told = [", ".join(move.told(points=points) for move in moves) for points in (True, False)]
            texts = (say(language, "coming_line", month=month, what=what, source=source) for what in told)
            found.append(Pending(month, moves, source, *texts))
    return tuple(found)


EVERYBODY = ""
"""In place of a seat: one who sees what every office sees, and no more."""


def visible(session: Session, name: str, seat: str) -> bool:
    """Whether an office sees an indicator or flag."""
    thing = session.pack.ruleset.indicators.get(name) or session.pack.ruleset.flags.get(name)
    return thing is None or thing.seen(seat)


def unexplained(session: Session, receipt: Receipt, seat: str) -> bool:
    """Whether a receipt, or one that led to it, rests on something that an office does not see."""
    if not all(visible(session, name, seat) for name in receipt.reads):
        return True
    return bool(receipt.cause) and unexplained(session, session.receipt(receipt.cause), seat)


def source_name(session: Session, by: str, language: str) -> str:
    """What a receipt's `by` is called on screen."""
    pack = session.pack
    if "/" in by:
        return pack.option(by).label(language)
    if by in pack.bulletins:
        return say(language, "news")
    rule = pack.ruleset.rules.get(by) or pack.ruleset.conduct.get(by)
    if rule is not None:
        return rule.text(language)
    deals = {deal.id: deal for event in pack.events.values() for deal in event.deals}
    return say(language, "deal_named", name=deals[by].name(language)) if by in deals else say(language, by)


def _option(
    session: Session,
    seat: str,
    option: Option,
    deals: tuple[DealView, ...],
    legal: set[str],
    language: str,
) -> OptionView:
    needs = ""
    if option.requires is not None:
        needs = say(language, "needs", condition=in_words(session, option.requires, language))
    return OptionView(
        option.id,
        option.label(language),
        option.reason(language),
        moves_of(session, option.effects, seat, language),
        tuple(deal for deal in deals if deal.mine == option.id),
        option.id in legal,
        needs,
    )


def _legal_later(session: Session, seat: str) -> tuple[str, ...]:
    """The options that will be legal at `choose`, while the game still waits for words."""
    event = session.pack.events[session.state.event]
    return tuple(one.id for one in legal_options(event, seat, session.game.tables.scene(session.state)))
