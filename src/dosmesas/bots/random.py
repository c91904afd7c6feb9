"""A bot that takes any legal action, all alike."""

from collections.abc import Mapping

from attrs import field, frozen

from dosmesas.engine.draws import Draws, NamedDraws
from dosmesas.engine.observe import InformationState


@frozen
class RandomBot:
    """Each action makes one draw of its own name (the first, where it was renamed) and the greatest wins."""

    seed: int
    draws: Draws = field(factory=NamedDraws)
    first: Mapping[str, str] = field(factory=dict)

    def choose(self, info: InformationState) -> str:
        """One of the legal actions."""
        return max(info.legal, key=lambda action: (self._draw(info, action), action))

    def _draw(self, info: InformationState, action: str) -> int:
        name = self.first.get(action, action)
        return self.draws.number(self.seed, f"bot:random:{info.seat}:{info.point}:{name}", info.turn, 0)
