"""The home tables: how far each audience stands behind a choice, and what they let through.

Support of an audience is its standing with the office, plus what the option is to it (`home`), plus 40 points
for each full strength that the case stands above the audience's par. The home table is their mean by shares.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from attrs import evolve, frozen

from dosmesas.debate.graph import ONE
from dosmesas.engine.floor import Debate
from dosmesas.engine.scene import Scene
from dosmesas.lang.evaluate import evaluate
from dosmesas.model.arguments import Ratify
from dosmesas.model.events import Deal, Event, Option
from dosmesas.model.rules import Pack
from dosmesas.text.number import half_even

CARRIES, WATERS = 50_000, 40_000
"""Support that carries an option, and that which lets half of it through, in thousandths of 100."""
CASE_POINTS = 40
"""What a case is worth from nothing to full strength, in points of support."""
_MOST = 100_000


class Band(StrEnum):
    """What a home table makes of a choice; `gave_way` where a colleague's clashing choice stood instead."""

    CARRIED = "carried"
    WATERED = "watered"
    BLOCKED = "blocked"
    GAVE_WAY = "gave_way"

    @property
    def passes(self) -> bool:
        """Whether anything of the option is carried out."""
        return self in {Band.CARRIED, Band.WATERED}


@frozen
class Heard:
    """An audience on a choice: all in thousandths of points, but for `strength` in billionths.

    `strength` is how far the case stood with it, None where the choice was not argued.
    """

    audience: str
    share: int
    standing: int
    stance: int
    par: int
    strength: int | None = None

    @property
    def support(self) -> int:
        """How far the audience stands behind the choice, 0 to 100 in thousandths."""
        argued = (
            0 if self.strength is None else half_even(CASE_POINTS * (self.strength - self.par), ONE // 1000)
        )
        return min(max(self.standing + self.stance + argued, 0), _MOST)


@frozen
class Verdict:
    """What came of a choice at home."""

    seat: str
    option: Option
    audiences: tuple[Heard, ...]
    band: Band
    inquiry: bool = False

    @property
    def support(self) -> int:
        """The support of the home table, in thousandths of 100."""
        return support_of(self.audiences)


def support_of(audiences: Iterable[Heard]) -> int:
    """The mean of the audiences by their shares; full where an office answers to nobody."""
    heard = [*audiences]
    shares = sum(one.share for one in heard)
    return half_even(sum(one.share * one.support for one in heard), shares) if shares else _MOST


def band_of(support: int) -> Band:
    """What a support lets through."""
    return Band.CARRIED if support >= CARRIES else Band.WATERED if support >= WATERS else Band.BLOCKED


def fate_of(ratify: Ratify, support: int) -> tuple[Band, bool]:
    """What becomes of a choice with this support, and whether its office is looked into for it."""
    if ratify is Ratify.ANSWER_FOR:
        return Band.CARRIED, support < WATERS
    return band_of(support), False


def audiences_of(
    pack: Pack, seat: str, option: Option, scene: Scene, strengths: Mapping[str, int]
) -> tuple[Heard, ...]:
    """The audiences of a seat on an option, as the world is; `strengths` is empty where it is not argued."""
    doubters, home = pack.ruleset.bank.doubters, dict(option.home)
    return tuple(
        Heard(
            name,
            share,
            scene.value(name),
            int(evaluate(home[name], scene)) if name in home else 0,
            doubters[name].par * (ONE // 1000) if name in doubters else 0,
            strengths.get(name),
        )
        for name, share in pack.ruleset.offices[seat].audiences
    )


def verdicts(
    pack: Pack, event: Event, chosen: Mapping[str, str], scene: Scene, debates: Mapping[str, Debate]
) -> dict[str, Verdict]:
    """What the home tables make of the choices of a turn, by seat."""
    found = {}
    for seat, name in chosen.items():
        option = pack.option(name)
        strengths = debates[seat].strengths() if seat in debates else {}
        heard = audiences_of(pack, seat, option, scene, strengths)
        found[seat] = Verdict(seat, option, heard, *fate_of(event.ratify, support_of(heard)))
    return _one_voice(pack, found)


def band_of_deal(deal: Deal, found: Mapping[str, Verdict]) -> Band:
    """How much of a struck deal is carried out: half where one half was, none where one was stopped."""
    bands = [found[seat].band for seat, _ in deal.between if seat in found]
    if not all(band.passes for band in bands):
        return Band.BLOCKED
    return Band.WATERED if Band.WATERED in bands else Band.CARRIED


def _one_voice(pack: Pack, found: dict[str, Verdict]) -> dict[str, Verdict]:
    """Where choices of one country clash, the one with more support stands; then the seat listed first."""
    place = {seat: number for number, seat in enumerate(pack.seats)}
    standing: list[Verdict] = []
    for one in sorted(found.values(), key=lambda one: (-one.support, place[one.seat])):
        if any(_clash(pack, one, other) for other in standing):
            found[one.seat] = evolve(one, band=Band.GAVE_WAY, inquiry=False)
        else:
            standing.append(one)
    return found


def _clash(pack: Pack, one: Verdict, other: Verdict) -> bool:
    offices = pack.ruleset.offices
    same = offices[one.seat].country == offices[other.seat].country
    return same and (other.option.id in one.option.clash or one.option.id in other.option.clash)
