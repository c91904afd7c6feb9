"""What a bot is, and how one is made."""

from attrs import frozen

from dosmesas.bots.known import doctrine_of
from dosmesas.bots.names import HISTORICAL, RANDOM
from dosmesas.bots.protocol import Bot
from dosmesas.bots.speaker import ADVOCATE, Speaker, speaks
from dosmesas.engine.names import FirstNames
from dosmesas.engine.observe import InformationState
from dosmesas.model.rules import Pack, Worldview


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

    Raises:
        UnknownBotError: there is none of this name in this pack.
    """
    if name == RANDOM:
        return _random(pack, seed)
    from dosmesas.bots.doctrine import DoctrineBot

    decider: Bot = DoctrineBot(pack, view, seed, doctrine_of(name, pack))
    if name == HISTORICAL:
        from dosmesas.bots.historical import HistoricalBot

        decider = HistoricalBot(pack, decider)
    return Official(decider, Speaker(pack, view, level, seed))


def _random(pack: Pack, seed: int) -> Bot:
    from dosmesas.bots.random import RandomBot

    names = FirstNames.of(pack)
    return RandomBot(seed, first={**names.deals, **names.options})
