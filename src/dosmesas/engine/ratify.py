"""The stage `ratify`: what a debate leaves behind and what the home tables let through, as blocks."""

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from dosmesas.debate.graph import ONE
from dosmesas.engine.deals import outcomes
from dosmesas.engine.floor import Debate
from dosmesas.engine.generate import HALF
from dosmesas.engine.home import Band, Verdict, band_of_deal
from dosmesas.engine.program import Block, Program, key_of
from dosmesas.engine.receipts import ReceiptKind, Site
from dosmesas.engine.stages import Due
from dosmesas.engine.state import Decision
from dosmesas.model.arguments import Card, Tone
from dosmesas.model.events import Event
from dosmesas.model.home import dissent_flag, inquiry_flag
from dosmesas.model.rules import Ruleset
from dosmesas.model.world import Office
from dosmesas.text.number import half_even

CASE_MADE, INQUIRY, GAVE_WAY = "case-made", "inquiry", "gave-way"
"""Rules of conduct whose effects the engine brings itself: they name the text and what it rests on."""
RATIFICATION_LOST = "ratification-lost"
APPROVAL_POINTS = 10
"""What a case moves the standing with an audience by, from par to full strength above it, in points."""
_TONES = {Tone.BLAME: "blamed", Tone.CREDIT: "credited"}


@frozen(eq=False, repr=False)
class HomeSites:
    """Where receipts of the home tables come from: the number of a site by rule of conduct and indicator."""

    program: Program
    numbers: Mapping[tuple[str, str], int]
    offices: Mapping[str, Office]

    @classmethod
    def of(cls, ruleset: Ruleset, program: Program) -> "HomeSites":
        """The sites of a ruleset, entered into its program."""
        wanted = [(CASE_MADE, name, ReceiptKind.CHANGE) for name in ruleset.audiences]
        for office in ruleset.offices:
            wanted += [
                (INQUIRY, inquiry_flag(office), ReceiptKind.FLAG),
                (GAVE_WAY, dissent_flag(office), ReceiptKind.FLAG),
            ]
        numbers = {}
        for rule, name, kind in wanted:
            if rule in ruleset.conduct and (name in ruleset.indicators or name in ruleset.flags):
                numbers[rule, name] = len(program.sites)
                program.sites.append(Site(kind, rule, name, ruleset.conduct[rule].because))
        return cls(program, numbers, ruleset.offices)

    def change(self, rule: str, indicator: str, amount: int) -> Block:
        """A block that adds an amount to an indicator."""
        site, slot = self.numbers[rule, indicator], self.program.slots.values[indicator]

        def block(work: tuple[Any, ...], cause: int) -> None:
            sums, write = work[4], work[7]
            sums[slot] += amount
            write((site, amount, cause))

        return block

    def set_flag(self, rule: str, flag: str) -> Block:
        """A block that sets a flag, where it is not set yet."""
        site, slot = self.numbers[rule, flag], self.program.slots.flags[flag]

        def block(work: tuple[Any, ...], cause: int) -> None:
            flags, changed, write = work[1], work[5], work[7]
            if not flags[slot]:
                changed[slot] = 1
                write((site, 1, cause))

        return block


def ratified(  # noqa: PLR0913, PLR0917 - plain values, see stages.py
    sites: HomeSites,
    event: Event,
    turn: int,
    decisions: tuple[Decision, ...],
    debates: Mapping[str, Debate],
    found: Mapping[str, Verdict],
    cards: Mapping[str, Card],
) -> list[Due]:
    """The blocks of the stage: standings by cases, conduct, inquiries, dissent, lost ratifications."""
    blocks = [(block, 0) for block in _said(sites, debates, found, cards)]
    for seat, verdict in found.items():
        if verdict.inquiry:
            blocks.append((sites.set_flag(INQUIRY, inquiry_flag(seat)), 0))
        if verdict.band is Band.GAVE_WAY:
            blocks.append((sites.set_flag(GAVE_WAY, dissent_flag(seat)), 0))
    for outcome in outcomes(event, turn, decisions):
        kept = [seat for seat in outcome.given if seat not in outcome.broken]
        lost = [seat for seat in kept if not found[seat].band.passes]
        blocks += [(conduct, 0) for _ in lost for conduct in _conduct(sites, RATIFICATION_LOST)]
    return blocks


def enacted(
    program: Program, event: Event, turn: int, decisions: tuple[Decision, ...], found: Mapping[str, Verdict]
) -> list[Due]:
    """The blocks of what the home tables let through: of each option, and of deals struck."""
    blocks: list[Due] = []
    for verdict in found.values():
        blocks += [(program.blocks[key], 0) for key in _keys(verdict)]
    for outcome in outcomes(event, turn, decisions):
        band = band_of_deal(outcome.deal, found)
        if outcome.struck and band.passes:
            key = key_of("deal", outcome.deal.id)
            blocks.append((program.blocks[key if band is Band.CARRIED else HALF + key], 0))
    return blocks


def _keys(verdict: Verdict) -> Iterator[str]:
    option, band = verdict.option, verdict.band
    if band.passes:
        yield option.id if band is Band.CARRIED else HALF + option.id
        if option.sure:
            yield key_of("sure", option.id)
    if band is Band.WATERED and option.watered:
        yield key_of("watered", option.id)
    if band is Band.BLOCKED and option.blocked:
        yield key_of("blocked", option.id)


def manners(debate: Debate, cards: Mapping[str, Card], offices: Mapping[str, Office]) -> list[str]:
    """The rules of conduct that a debate calls for: who blamed, who gave credit, who conceded; each once."""
    answer = debate.answer
    conceded = {answer.card} if answer.kind == "concede" else set[str]()
    spoken = [*({*debate.case} - conceded), *([answer.card] if answer.kind == "reply" else [])]
    sides = [(debate.seat, spoken), *([(debate.foe, [*debate.against])] if debate.foe else [])]
    tones = [
        {cards[name].tone_of(offices[seat].country) for name in names if name in cards}
        for seat, names in sides
    ]
    found = [rule for side in tones for tone, rule in _TONES.items() if tone in side]
    return [*found, *(["conceded"] if conceded else [])]


def _said(
    sites: HomeSites, debates: Mapping[str, Debate], found: Mapping[str, Verdict], cards: Mapping[str, Card]
) -> Iterator[Block]:
    """What was said moves the standing with those who heard it, and trust by its manner."""
    for seat, debate in debates.items():
        for heard in found[seat].audiences:
            strength = heard.strength
            points = 0 if strength is None else half_even(APPROVAL_POINTS * (strength - heard.par), ONE)
            if points:
                yield sites.change(CASE_MADE, heard.audience, points * 1000)
        for rule in manners(debate, cards, sites.offices):
            yield from _conduct(sites, rule)


def _conduct(sites: HomeSites, rule: str) -> Iterator[Block]:
    key = key_of("conduct", rule)
    if sites.program.blocks.has(key):
        yield sites.program.blocks[key]
