"""What hangs on which claim, as one picture: a tornado of bars with their intervals."""

from collections.abc import Sequence

from dosmesas.desk.certificate.bars import Bar, bars
from dosmesas.session.tell_sensitivity import SHOWN, Asked
from dosmesas.session.tell_simulation import tenths
from dosmesas.sim.sensitivity.work import Hinge
from dosmesas.text.catalog import say

_STYLE = (
    "<style>svg{font:12px system-ui,sans-serif;background:#fff}.in{fill:#4c78a8}.span{stroke:#1b1f24;"
    "stroke-width:2}</style>"
)


def tornado(asked: Asked, found: Sequence[Hinge], language: str) -> str:
    """The text of an SVG file: in how many of 100 games the ending is another without each claim."""
    shown = found[:SHOWN]
    most = max((one.ending.high for one in shown), default=1.0)
    rows = [
        Bar(one.claim, one.ending.percent, one.ending.low, one.ending.high, tenths(one.ending.percent))
        for one in shown
    ]
    title = say(language, "sens_title", pack=asked.pack.title(language), games=f"{asked.games:,}")
    chart = bars(title, rows, most, (None, None))
    return chart.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1).replace(
        "</title>", f"</title>{_STYLE}", 1
    )
