"""What a bot is, and the list of those there are."""

from typing import Protocol

from dosmesas.engine.names import FirstNames
from dosmesas.engine.observe import InformationState
from dosmesas.model.rules import Pack, Worldview

NAMES = ("persona", "random")


class Bot(Protocol):
    """Answers for a seat."""

    def choose(self, info: InformationState) -> str:
        """One of the legal actions of the information state."""


def make_bot(name: str, pack: Pack, view: Worldview, seed: int) -> Bot:
    """The bot of this name; its ties and noise come from streams of the seed that no rule uses."""
    if name == "random":
        from dosmesas.bots.random import RandomBot

        names = FirstNames.of(pack)
        return RandomBot(seed, first={**names.deals, **names.options})
    from dosmesas.bots.persona import PersonaBot

    return PersonaBot(pack, view, seed)
