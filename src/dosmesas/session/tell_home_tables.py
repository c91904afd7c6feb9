"""What `balance` prints of the home tables of a pack: what they let through, and whether argument matters."""

from collections.abc import Iterator

from dosmesas.engine.home import Band
from dosmesas.sim.home_tables import Sittings, Speech
from dosmesas.text.catalog import say

CHANGES = (20, 50)
"""In so many of 100 decisions argument should change what a home table lets through: often, not always."""
ENOUGH = 6
"""An option is called certain only after so many sittings."""
_SPEECHES = {Speech.SILENT: "table_silent", Speech.PLAYED: "table_played", Speech.BEST: "table_best"}

_NAMED = {
    "settled": "table_settled",
    "always_carried": "table_always_carried",
    "always_blocked": "table_always_blocked",
    "unrivalled": "table_unrivalled",
}


def table_lines(sat: Sittings, language: str) -> Iterator[str]:
    """The lines for a terminal; none for a pack that is not argued."""
    if not sat.found:
        return
    yield say(language, "table_head", games=sat.games, options=len(sat.by_option()), sittings=len(sat.found))
    for speech, key in _SPEECHES.items():
        yield "  " + _bands(sat.bands(speech), language, key)
    yield "  " + _bands(sat.bands(Speech.PLAYED, chosen=True), language, "table_chosen")
    low, high = CHANGES
    yield say(
        language,
        "table_changed",
        share=round(sat.changed(Speech.PLAYED)),
        low=low,
        high=high,
        best=round(sat.changed(Speech.BEST)),
    )
    times = {option: len(sittings) for option, sittings in sat.by_option().items()}
    for key, options in named(sat).items():
        if options:
            counted = ", ".join(f"{option} ({times[option]})" for option in options)
            yield say(language, _NAMED[key], options=counted)


def table_record(sat: Sittings) -> dict[str, object]:
    """The same for another program; shares are of 100."""
    return {
        "home_tables": {
            "games": sat.games,
            "sittings": len(sat.found),
            "bands": {speech.value: _rounded(sat.bands(speech)) for speech in Speech},
            "chosen": _rounded(sat.bands(Speech.PLAYED, chosen=True)),
            "changed": {
                speech.value: round(sat.changed(speech), 1) for speech in (Speech.PLAYED, Speech.BEST)
            },
            **named(sat),
            "options": [
                {
                    "option": option,
                    "sittings": len(sittings),
                    "support": {
                        audience: round(points, 1) for audience, points in sat.support(option).items()
                    },
                }
                for option, sittings in sat.by_option().items()
            ],
        }
    }


def named(sat: Sittings) -> dict[str, list[str]]:
    """Options that leave a debate nothing to decide, by what is wrong with them."""
    often = {option for option, sittings in sat.by_option().items() if len(sittings) >= ENOUGH}
    return {
        "settled": [option for option, _ in sat.settled() if option in often],
        "always_carried": [option for option in sat.certain(Band.CARRIED) if option in often],
        "always_blocked": [option for option in sat.certain(Band.BLOCKED) if option in often],
        "unrivalled": sat.unrivalled(),
    }


def _bands(shares: dict[Band, float], language: str, key: str) -> str:
    return say(language, key, **{band.value: round(share) for band, share in shares.items()})


def _rounded(shares: dict[Band, float]) -> dict[str, float]:
    return {band.value: round(share, 1) for band, share in shares.items()}
