"""What a bot is."""

from typing import Protocol

from dosmesas.engine.observe import InformationState


class Bot(Protocol):
    """Answers for a seat."""

    def choose(self, info: InformationState) -> str:
        """One of the legal actions of the information state."""
