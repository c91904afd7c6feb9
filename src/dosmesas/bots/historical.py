"""A bot that does what was decided at the time, where the scenario knows, and else what another bot does."""

from attrs import frozen

from dosmesas.bots.protocol import Bot
from dosmesas.engine.observe import InformationState
from dosmesas.engine.state import SILENT, Point
from dosmesas.model.events import Event
from dosmesas.model.rules import Pack


@frozen
class HistoricalBot:
    """Takes the option marked `decided:`, and gives its word where that keeps a deal."""

    pack: Pack
    otherwise: Bot

    def choose(self, info: InformationState) -> str:
        """What was decided, as far as it is known and legal now."""
        event = self.pack.events[info.event]
        decided = decided_by(event, info.seat)
        if not decided or (info.point is Point.CHOOSE and decided not in info.legal):
            return self.otherwise.choose(info)
        if info.point is Point.CHOOSE:
            return decided
        kept = (deal.id for deal in event.deals if deal.option_of(info.seat) == decided)
        return next((deal for deal in kept if deal in info.legal), SILENT)


def decided_by(event: Event, seat: str) -> str:
    """The id of the option that an office took at the time; empty where nobody says."""
    return next((one.id for one in event.seats.get(seat, ()) if one.decided), "")
