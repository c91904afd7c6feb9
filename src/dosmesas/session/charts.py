"""The indicators over the turns so far, as an office sees them: what a chart draws and its table tells."""

from attrs import frozen

from dosmesas.engine.scene import Scene
from dosmesas.model.world import Indicator
from dosmesas.session.behind import office_of
from dosmesas.session.session import Session
from dosmesas.session.turns import Turn, finished_turns, turns_of
from dosmesas.session.views import headline_of, level
from dosmesas.text.catalog import say


@frozen
class Moment:
    """A moment on the time axis; `turn` is 0 where no turn begins: at the end, and in the outlook.

    `short` fits below an axis, `long` begins a sentence.
    """

    turn: int
    short: str
    long: str
    outlook: bool = False


@frozen
class Series:
    """An indicator at every moment so far, in thousandths, and the same numbers in words with their decimals.

    `low` and `high` are the ends of its own range, which never move.
    """

    id: str
    name: str
    unit: str
    low: int
    high: int
    values: tuple[int, ...]
    told: tuple[str, ...]


@frozen
class Taken:
    """A decision: in which turn, by whom, whether by the one who looks."""

    turn: int
    office: str
    label: str
    mine: bool


@frozen
class ChartsView:
    """All indicators that an office sees; the first `main` of them are those on its table.

    `moments` go on to the end of the game, `series` only as far as it has been played.
    """

    series: tuple[Series, ...]
    main: int
    moments: tuple[Moment, ...]
    taken: tuple[Taken, ...]


def charts_view(session: Session, seat: str | None, language: str) -> ChartsView:
    """The charts as a seat sees them; with no seat, everything is opened (the debrief)."""
    pack = session.pack
    office = seat or (session.setup.seats or pack.seats)[0]
    seen = [one for one in pack.ruleset.indicators.values() if seat is None or one.seen(seat)]
    first = [name for name in headline_of(session, office) if any(one.id == name for one in seen)]
    rest = sorted(
        (one for one in seen if one.id not in first),
        key=lambda one: (one.counts, one.is_place, one.name(language).lower()),
    )
    turns = turns_of(session)
    last = turns[finished_turns(session) - 1 :] if session.over else ()
    scenes = _scenes(session)
    return ChartsView(
        tuple(
            _series(session, name, (scenes, last), language) for name in (*first, *(one.id for one in rest))
        ),
        len(first),
        _moments(session, language),
        _taken(session, turns, office, language),
    )


def _scenes(session: Session) -> list[Scene]:
    """The world as each turn began, its bulletins told."""
    begun = {one.state.turn: one.state for one in reversed(session.path)}
    last = finished_turns(session) if session.over else session.state.turn
    return [session.game.tables.scene(begun[turn]) for turn in range(1, last + 1)]


def _series(session: Session, name: str, when: tuple[list[Scene], tuple[Turn, ...]], language: str) -> Series:
    """An indicator as each turn began, now, and at the end with the outlook."""
    one: Indicator = session.pack.ruleset.indicators[name]
    scenes, last = when
    values = [*(scene.value(name) for scene in scenes), *(turn.values[name] for turn in last)]
    if not session.over:
        values[-1] = session.game.tables.scene(session.state).value(name)
    unit = "" if one.is_place else one.unit(language)
    told = tuple(level(one, value, language) for value in values)
    return Series(name, one.name(language), unit, one.low, one.high, tuple(values), told)


def _moments(session: Session, language: str) -> tuple[Moment, ...]:
    turns = finished_turns(session) if session.over else session.pack.turns
    found = []
    for turn in range(1, turns + 1):
        month = session.pack.month(turn)(language)
        long = say(language, "chart_turn", turn=turn, month=month)
        found.append(Moment(turn, f"{turn} {month[:3]}", long))
    found.append(Moment(0, say(language, "chart_end_short"), say(language, "chart_end")))
    later = session.state.turn - turns if session.over else 0
    for step in range(1, later + 1):
        long = say(language, "chart_later", months=step)
        found.append(Moment(0, f"+{step}", long, outlook=True))
    return tuple(found)


def _taken(session: Session, turns: tuple[Turn, ...], office: str, language: str) -> tuple[Taken, ...]:
    pack, found = session.pack, []
    for turn in turns:
        chosen = sorted(turn.decisions.values(), key=lambda one: (office_of(session, one) != office, one))
        for option in chosen:
            who = office_of(session, option)
            name = pack.ruleset.offices[who].name(language)
            found.append(Taken(turn.number, name, pack.option(option).label(language), who == office))
    return tuple(found)
