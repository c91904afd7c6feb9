"""What `simulate` prints of many games."""

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from dosmesas.model.rules import Pack
from dosmesas.sim.shares import Share
from dosmesas.sim.sweep.summary import AFTER, JOINT, Spread, Summary
from dosmesas.text.catalog import say
from dosmesas.text.number import fixed

_QUANTILES = (10, 50, 90)


@frozen
class Simulated:
    """A sweep as it was asked for and what it took."""

    pack: Pack
    summary: Summary
    view: str
    bot: str
    seed: int
    seconds: float


def simulation_lines(done: Simulated, language: str) -> Iterator[str]:
    """The lines for a terminal."""
    summary, pack = done.summary, done.pack
    yield say(
        language,
        "sweep_head",
        games=_whole(summary.games),
        pack=pack.title(language),
        view=pack.ruleset.worldviews[done.view].name(language),
        bot=done.bot,
        seed=done.seed,
    )
    yield say(
        language,
        "sweep_rate",
        seconds=fixed(round(done.seconds * 1000)),
        rate=_whole(round(summary.games / done.seconds)),
        turns=_whole(round(summary.turns / done.seconds)),
    )
    yield say(language, "sweep_endings")
    for ending in pack.ruleset.endings:
        share = Share(summary.endings[ending.id], summary.games)
        yield f"  {ending.title(language)}: {share_text(share, language)}"
    yield from _returns(done, language)
    yield from _numbers(done, language)
    yield from _idle(done, language)
    yield say(language, "sweep_digest", digest=summary.digest)


def share_text(share: Share, language: str) -> str:
    """A share with its interval."""
    low, high = tenths(share.low), tenths(share.high)
    return say(language, "sweep_share", share=tenths(share.percent), low=low, high=high)


def tenths(number: float) -> str:
    """A number with one decimal."""
    return fixed(round(number * 1000))


def _returns(done: Simulated, language: str) -> Iterator[str]:
    yield say(language, "sweep_returns")
    offices = done.pack.ruleset.offices
    for office, spread in done.summary.returns.items():
        name = say(language, "sweep_joint") if office == JOINT else offices[office].name(language)
        low, middle, high = (tenths(spread.quantile(one)) for one in _QUANTILES)
        text = say(
            language,
            "sweep_return",
            mean=tenths(spread.mean()),
            error=tenths(spread.error()) if spread.count > 1 else say(language, "sweep_any"),
            p10=low,
            p50=middle,
            p90=high,
        )
        yield f"  {name}: {text}"


def _numbers(done: Simulated, language: str) -> Iterator[str]:
    """The headline indicators, turn by turn."""
    yield say(language, "sweep_indicators")
    for name in done.pack.headline:
        yield f"  {done.pack.ruleset.indicators[name].name(language)}"
        found = {turn: spread for (turn, one), spread in done.summary.indicators.items() if one == name}
        for turn in (*sorted(turn for turn in found if turn != AFTER), AFTER):
            spread = found[turn]
            low, high = tenths(spread.quantile(10)), tenths(spread.quantile(90))
            text = say(language, "sweep_number", mean=tenths(spread.mean()), p10=low, p90=high)
            key = "sweep_after" if turn == AFTER else "sweep_turn"
            yield "    " + say(language, key, turn=turn, text=text)


def _idle(done: Simulated, language: str) -> Iterator[str]:
    """What never came, and what was never chosen."""
    pack, summary = done.pack, done.summary
    never = [name for name in (*pack.events, *pack.bulletins) if not summary.came[name]]
    if never:
        yield say(language, "sweep_never", names=", ".join(never))
    options = [
        one.id for event in pack.events.values() for seat in pack.seats for one in event.seats.get(seat, ())
    ]
    if unchosen := [name for name in options if not summary.chosen[name]]:
        yield say(language, "sweep_unchosen", names=", ".join(unchosen))


def simulation_record(done: Simulated) -> dict[str, Any]:
    """The same for another program: everything, in units; `after` is after the outlook.

    `error` is null where one game says nothing of others.
    """
    summary = done.summary
    turns: dict[str, dict[str, Any]] = {}
    for (turn, name), spread in sorted(summary.indicators.items()):
        turns.setdefault(name, {})["after" if turn == AFTER else str(turn)] = _spread(spread)
    return {
        "pack": done.pack.id,
        "worldview": done.view,
        "bot": done.bot,
        "seed": done.seed,
        "games": summary.games,
        "seconds": round(done.seconds, 3),
        "games_per_second": round(summary.games / done.seconds, 1),
        "turns_per_second": round(summary.turns / done.seconds, 1),
        "endings": {one.id: summary.endings[one.id] for one in done.pack.ruleset.endings},
        "indicators": turns,
        "returns": {office: _spread(spread) for office, spread in sorted(summary.returns.items())},
        "came": dict(sorted(summary.came.items())),
        "chosen": dict(sorted(summary.chosen.items())),
        "digest": summary.digest,
    }


def _spread(spread: Spread) -> dict[str, float | None]:
    quantiles = {f"p{percent}": round(spread.quantile(percent), 3) for percent in _QUANTILES}
    error = round(spread.error(), 4) if spread.count > 1 else None
    return {"mean": round(spread.mean(), 4), "error": error, **quantiles}


def progress_text(done: int, total: int, begun: int, seconds: float, language: str) -> str:
    """How far a sweep is: games, rate, time left. `begun` were done when the clock started."""
    rate = max(1e-9, (done - begun) / max(seconds, 1e-9))
    left = (total - done) / rate
    minutes = left >= 120
    key = "sweep_minutes" if minutes else "sweep_seconds"
    told = say(language, key, count=_whole(round(left / 60 if minutes else left)))
    return say(
        language,
        "sweep_progress",
        done=_whole(done),
        total=_whole(total),
        rate=_whole(round(rate)),
        left=told,
    )


def _whole(number: int) -> str:
    return f"{number:,}"
