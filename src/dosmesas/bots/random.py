"""A bot that takes any legal action, all alike."""

from attrs import field, frozen

from dosmesas.engine.draws import Draws, NamedDraws
from dosmesas.engine.observe import InformationState


@frozen
class RandomBot:
    """Each action makes one draw of its own name and the greatest wins."""

    seed: int
    draws: Draws = field(factory=NamedDraws)

    def choose(self, info: InformationState) -> str:
        """One of the legal actions."""
        return max(info.legal, key=lambda action: (self._draw(info, action), action))

    def _draw(self, info: InformationState, action: str) -> int:
        return self.draws.number(self.seed, f"bot:random:{info.seat}:{info.point}:{action}", info.turn, 0)
