"""How cards of the quick pack speak of the other country: both manners are open to both countries."""

import pytest

from dosmesas.model.arguments import Argue, Tone
from dosmesas.model.decks import counters, deck
from dosmesas.model.rules import Pack
from tests.support.shipped import shipped

PACK: Pack = shipped("culiacan")
BANK = PACK.ruleset.bank


def tones(country: str) -> set[tuple[str, Tone]]:
    """Who may speak how when options of a country are argued: its own seat, or the one that answers."""
    found = set()
    for event in (one for one in PACK.events.values() if one.argue is not Argue.NONE):
        for seat in (one for one in PACK.seats if PACK.ruleset.offices[one].country == country):
            for option in event.seats[seat]:
                found |= {("own", card.tone) for card in deck(option, event, BANK) if card.tone}
                answers = counters(option, event, BANK)
                found |= {("answer", card.tone) for card in answers if card.tone}
    return found


@pytest.mark.parametrize("country", ["mx", "us"])
def test_each_country_may_give_credit_and_may_be_blamed(country: str) -> None:
    assert {("own", Tone.CREDIT), ("answer", Tone.BLAME)} <= tones(country)
