"""The bots there are, by name: for players, and some more for those who try rules out."""

from dosmesas.bots.names import GREEDY, HISTORICAL, PERSONA, PLANNER, RANDOM
from dosmesas.model.arguments import Act
from dosmesas.model.doctrines import Doctrine
from dosmesas.model.rules import Pack
from dosmesas.text.diagnostic import did_you_mean
from dosmesas.text.phrase import PhraseError, phrase, sentences

_SURE = 1_000_000
"""A thousand points: more than anything an option can be worth."""

PERSON = Doctrine(PERSONA, noise=2500)
"""One who wants what the mandate wants, with moods of up to two and a half points."""
BUILT_IN = {
    PERSONA: PERSON,
    GREEDY: Doctrine(GREEDY),
    HISTORICAL: PERSON,
}
NOTES = {
    "do-little": Doctrine("do-little", own=0, acts={Act.WAIT: _SURE}, stir=-100),
    "hard": Doctrine("hard", own=1, acts={Act.CAPTURE: 2 * _SURE, Act.RESTRICT: _SURE}),
    "soft": Doctrine(
        "soft", own=1, acts={Act.RELEASE: 2 * _SURE, Act.WAIT: _SURE, Act.SHARE: _SURE, Act.SPEND: _SURE}
    ),
    "cooperative": Doctrine("cooperative", own=1, deals=_SURE),
}
"""Those who always do the same, for asking what rules make of that."""


class UnknownBotError(PhraseError, ValueError):
    """No bot of this name plays this pack; the message says which do."""


def players_of(pack: Pack) -> tuple[str, ...]:
    """The bots that sit across from a player."""
    return (PERSONA, GREEDY, HISTORICAL, PLANNER, *pack.ruleset.doctrines, RANDOM)


def doctrine_of(name: str, pack: Pack) -> Doctrine:
    """The doctrine of a bot.

    Raises:
        UnknownBotError: no bot of this name goes by a doctrine.
    """
    every = {**BUILT_IN, **pack.ruleset.doctrines, **NOTES}
    if name not in every:
        hint = did_you_mean(name, (*every, RANDOM, PLANNER))
        known = phrase("There are: {known}", known=players_of(pack))
        raise UnknownBotError(sentences(phrase("no bot '{name}'.", name=name), hint, known))
    return every[name]
