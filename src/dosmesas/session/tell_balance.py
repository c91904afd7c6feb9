"""What `balance` prints of the debates of a pack: figures against what is wanted, then names."""

from collections.abc import Iterator

from dosmesas.debate.graph import ONE
from dosmesas.model.rules import Pack
from dosmesas.sim.debates import Report
from dosmesas.text.catalog import say
from dosmesas.text.number import fixed

KEEPS = (0.2, 0.6)
"""What best play should keep with every audience: enough to gain, and something left to lose."""
_LEVELS = {"novice": "level_novice", "advocate": "level_advocate", "expert": "level_expert"}
PAR_DRIFT = 0.05
"""How far a `par:` may lie from what an ordinary debate leaves before it is told."""
MOST_NAIVE = 50
"""Of so many debates in 100 at most, the case that looks best before anybody answers may be the best."""


def balance_lines(pack: Pack, found: Report, language: str, *, deals: bool = False) -> Iterator[str]:
    """The lines for a terminal; with `deals`, the worst hand of each option as well."""
    levels = found.levels()
    yield say(
        language, "balance_head", pack=pack.title(language), options=len(found.options), hands=found.hands
    )
    yield say(language, "balance_silent", kept=_share(found.silent()))
    for level, kept in levels.items():
        yield say(language, "balance_level", level=say(language, _LEVELS[level]), kept=_share(kept))
    yield say(language, "balance_naive", share=round(found.naive_share()), most=MOST_NAIVE)
    outside = outside_band(found)
    low, high = (_share(one) for one in KEEPS)
    yield say(
        language,
        "balance_band",
        inside=len(found.best()) - len(outside),
        all=len(found.best()),
        low=low,
        high=high,
    )
    for (option, audience), kept in outside:
        name = pack.ruleset.audiences[audience].name(language)
        yield "  " + say(language, "balance_outside", option=option, audience=name, kept=_share(kept))
    for key, cards in (("balance_dead", dead(found)), ("balance_must", must(found))):
        if cards:
            yield say(language, key, cards=", ".join(cards))
    yield from _pars(pack, found, language)
    if deals:
        yield say(language, "balance_deals")
        for option, hand, kept in worst_deals(found):
            yield "  " + say(
                language, "balance_deal", option=option, cards=", ".join(hand), kept=_share(kept)
            )


def _pars(pack: Pack, found: Report, language: str) -> Iterator[str]:
    """What is ordinary with each audience, and where game/debate.yaml says otherwise."""
    yield say(language, "balance_pars")
    stale = stale_pars(pack, found)
    for audience, par in found.pars().items():
        line = f"{pack.ruleset.audiences[audience].name(language)}: {_share(par)}"
        if audience in stale:
            line += "; " + say(language, "balance_stale", par=_share(stale[audience]))
        yield "  " + line


def balance_record(pack: Pack, found: Report) -> dict[str, object]:
    """The same for another program."""
    return {
        "pack": pack.id,
        "debates": {
            "hands_an_option": found.hands,
            "silent": round(found.silent(), 3),
            "levels": {level: round(kept, 3) for level, kept in found.levels().items()},
            "naive_is_best": round(found.naive_share(), 1),
            "pars": {audience: round(par, 3) for audience, par in found.pars().items()},
            "stale_pars": {audience: round(par, 3) for audience, par in stale_pars(pack, found).items()},
            "worst_deals": [
                {"option": option, "hand": [*hand], "kept": round(kept, 3)}
                for option, hand, kept in worst_deals(found)
            ],
            "best": [
                {"option": option, "audience": audience, "kept": round(kept, 3)}
                for (option, audience), kept in found.best().items()
            ],
            "cards": [
                {"card": card, "dealt": dealt, "in_best_case": used}
                for card, (dealt, used) in found.cards().items()
            ],
        },
    }


def outside_band(found: Report) -> list[tuple[tuple[str, str], float]]:
    """Options and audiences with which best play keeps too little or too much."""
    low, high = KEEPS
    return [(key, kept) for key, kept in found.best().items() if not low <= kept <= high]


def stale_pars(pack: Pack, found: Report) -> dict[str, float]:
    """The `par:` of game/debate.yaml, 0 to 1, of audiences with whom it is no longer what is ordinary."""
    written = {name: one.par / 1000 for name, one in pack.ruleset.bank.doubters.items()}
    return {
        audience: written[audience]
        for audience, par in found.pars().items()
        if abs(par - written[audience]) > PAR_DRIFT
    }


def worst_deals(found: Report) -> list[tuple[str, tuple[str, ...], float]]:
    """By option, the hand with which best play keeps least, and how much of full strength that is."""
    worst = [(one.option.id, min(one.hands, key=lambda hand: hand.left["expert"])) for one in found.options]
    return [(option, hand.hand, hand.left["expert"] / ONE) for option, hand in worst]


def dead(found: Report) -> list[str]:
    """Cards that were dealt and in no best case."""
    return [card for card, (_, used) in found.cards().items() if not used]


def must(found: Report) -> list[str]:
    """Cards that were in the best case whenever they were dealt."""
    return [card for card, (dealt, used) in found.cards().items() if used == dealt]


def _share(kept: float) -> str:
    return fixed(round(kept * 1000), 2)
