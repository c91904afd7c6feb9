"""What a bot is, and the list of those there are."""

from typing import Protocol

from attrs import frozen

from dosmesas.bots.speaker import ADVOCATE, Speaker, speaks
from dosmesas.engine.names import FirstNames
from dosmesas.engine.observe import InformationState
from dosmesas.model.rules import Pack, Worldview

NAMES = ("persona", "random")


class Bot(Protocol):
    """Answers for a seat."""

    def choose(self, info: InformationState) -> str:
        """One of the legal actions of the information state."""


@frozen
class Official:
    """One who decides, and one who argues for it."""

    decider: Bot
    speaker: Speaker

    def choose(self, info: InformationState) -> str:
        """A decision, or an argument."""
        return (self.speaker if speaks(info) else self.decider).choose(info)


def make_bot(name: str, pack: Pack, view: Worldview, seed: int, level: str = ADVOCATE) -> Bot:
    """The bot of this name; its ties and noise come from streams of the seed that no rule uses.

    `level` is how well it argues; the random bot argues at random too.
    """
    if name == "random":
        from dosmesas.bots.random import RandomBot

        names = FirstNames.of(pack)
        return RandomBot(seed, first={**names.deals, **names.options})
    from dosmesas.bots.persona import PersonaBot

    return Official(PersonaBot(pack, view, seed), Speaker(pack, view, level, seed))
