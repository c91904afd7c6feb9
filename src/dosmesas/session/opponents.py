"""Who sits across, in words: the name of a bot, and what it wants."""

from dosmesas.bots.names import GREEDY, HISTORICAL, PERSONA, PLANNER, RANDOM
from dosmesas.model.rules import Pack
from dosmesas.text.catalog import say

_OWN_WORDS = {PERSONA, GREEDY, HISTORICAL, PLANNER, RANDOM}


def bot_name(pack: Pack, name: str, language: str) -> str:
    """What a bot is called; its id where neither the game nor the ruleset has a name for it."""
    if name in _OWN_WORDS:
        return say(language, f"setup_{name}")
    doctrine = pack.ruleset.doctrines.get(name)
    return doctrine.name(language) if doctrine else name


def bot_about(pack: Pack, name: str, language: str) -> str:
    """What a bot wants, in a sentence or two."""
    if name in _OWN_WORDS:
        return say(language, f"setup_{name}_about")
    doctrine = pack.ruleset.doctrines.get(name)
    return doctrine.text(language) if doctrine else ""
