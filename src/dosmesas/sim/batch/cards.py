"""All cards of a pack as tables: what each rests on, answers, cuts, speaks against; by number.

Cards are numbered in the order of their names, with those that hold a speaker to earlier words among them, so
that an order of numbers is an order of names wherever a debate asks for one.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from attrs import frozen

from dosmesas.debate.table import How, Said
from dosmesas.engine.benches import INCONSISTENT, Dealer, inconsistent
from dosmesas.model.arguments import Card, Tone
from dosmesas.sim.batch.numbers import Bits, Ints, Small, Yes

NOBODY = -1
"""No card, no question."""


class MixedLayersError(ValueError):
    """A card speaks against cards of more than one layer: its debates are not for tables."""


@frozen(eq=False, repr=False)
class Cards:
    """The tables, one row a card.

    `speaks[c]`: c speaks against something; `aims[c, d]`: against d. `alike[c, d]`: a denial of c hits d
    too. `claims` are bit sets in words of 64. `held_by` is the card that holds a speaker to this one,
    `about` what such a card is about. `rank` orders cards, `cut_rank` what they cut, among both. `tone`
    has a column a country.
    """

    names: tuple[str, ...]
    number: Mapping[str, int]
    base: Ints
    answers: Small
    worsens: Small
    cuts: Ints
    cutting: Yes
    speaks: Yes
    aims: Yes
    alike: Yes
    denies: Yes
    turns: Yes
    claims: Bits
    held_by: Small
    about: Small
    rank: Small
    cut_rank: Small
    tone: Small
    questions: tuple[str, ...]

    @classmethod
    def of(cls, dealer: Dealer, cards: Mapping[str, Card]) -> "Cards":
        """The tables of a bank as it is heard under a view.

        Raises:
            MixedLayersError: a card aims at reasons and at rebuttals both, or at a reply.
        """
        said = {card.id: dealer.said(card) for card in cards.values()}
        layers = _layers(said)
        held = [inconsistent(card) for card in cards.values() if layers[card.id] < 2]
        every = sorted([*said.values(), *held], key=lambda one: one.id)
        names = tuple(one.id for one in every)
        number = {name: place for place, name in enumerate(names)}
        bank = dealer.pack.ruleset.bank
        questions = tuple(sorted(bank.questions))
        layers |= {one.id: 1 + layers[one.against[0]] for one in held}
        ordered = sorted([*names, *(f"{name}:" for name in names)])
        place_of = {name: place for place, name in enumerate(ordered)}
        aims = np.zeros((len(names), len(names)), bool)
        for one in every:
            for target in one.against:
                if target in number:
                    aims[number[one.id], number[target]] = True
        cuts = np.zeros((len(names), len(questions)), np.int64)
        for one in every:
            for question, weight in one.cuts:
                cuts[number[one.id], questions.index(question)] = weight
        return cls(
            names,
            number,
            np.array([one.base for one in every], np.int64),
            _places([one.answers for one in every], questions),
            _places([one.worsens for one in every], questions),
            cuts,
            np.any(cuts > 0, axis=1),
            np.array([bool(one.against) for one in every]),
            aims,
            _alike(every, [layers[one.id] for one in every]),
            np.array([one.how is How.DENIES for one in every]),
            np.array([one.how is How.TURNS for one in every]),
            _claims(every),
            np.array([number.get(f"{INCONSISTENT}{name}", NOBODY) for name in names], np.int16),
            np.array([number.get(name.removeprefix(INCONSISTENT), NOBODY) for name in names], np.int16),
            np.array([place_of[name] for name in names], np.int16),
            np.array([place_of[f"{name}:"] for name in names], np.int16),
            _tones(names, cards, tuple(dealer.pack.ruleset.countries)),
            questions,
        )


def _places(names: Sequence[str], among: tuple[str, ...]) -> Small:
    return np.array([among.index(name) if name in among else NOBODY for name in names], np.int16)


def _layers(said: Mapping[str, Said]) -> dict[str, int]:
    """0 for reasons, 1 for what speaks against them or for a doubt, 2 for what speaks against that."""

    def layer(one: Said, deep: int = 0) -> int:
        if one.answers:
            return 0
        aimed = {layer(said[name], deep + 1) for name in one.against if name in said} if deep < 2 else {2}
        if len(aimed) > 1 or max(aimed, default=0) > 1 or one.cuts:
            raise MixedLayersError(one.id)
        return 1 + max(aimed, default=0)

    return {name: layer(one) for name, one in said.items()}


def _alike(every: Sequence[Said], layers: list[int]) -> Yes:
    claims = [set(one.claims) for one in every]
    same = [
        [bool(mine & others) and layers[k] == layers[j] for j, others in enumerate(claims)]
        for k, mine in enumerate(claims)
    ]
    return np.array(same, bool)


def _claims(every: Sequence[Said]) -> Bits:
    names = sorted({claim for one in every for claim in one.claims})
    place = {name: number for number, name in enumerate(names)}
    found = np.zeros((len(every), max(1, -(-len(names) // 64))), np.uint64)
    for row, one in enumerate(every):
        for claim in one.claims:
            found[row, place[claim] // 64] |= np.uint64(1 << place[claim] % 64)
    return found


TONES = {None: 0, Tone.BLAME: 1, Tone.CREDIT: 2}


def _tones(names: Sequence[str], cards: Mapping[str, Card], countries: tuple[str, ...]) -> Small:
    return np.array(
        [
            [TONES[cards[name].tone_of(country)] if name in cards else 0 for country in countries]
            for name in names
        ],
        np.int16,
    )
