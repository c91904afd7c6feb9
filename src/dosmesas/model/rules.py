"""The ruleset: everything in game/ that all packs share, and the pack that is played under it."""

from collections.abc import Mapping

from attrs import Factory, field, frozen

from dosmesas.lang.nodes import Node
from dosmesas.model.arguments import Bank
from dosmesas.model.balance import Bound
from dosmesas.model.doctrines import Doctrine
from dosmesas.model.dossier import Assumption, Dossier
from dosmesas.model.effects import Effect, ViewMarks, When
from dosmesas.model.events import Bulletin, Event, Option
from dosmesas.model.world import Audience, Country, Flag, Indicator, Office
from dosmesas.text.local import Month, Text
from dosmesas.text.span import NOWHERE, Span

HEARS_ARTICLE, HEARS_RIVALS = 100, 80
"""How far, in 100, claims of the article and of rivals are heard where a worldview says nothing of it."""


@frozen(eq=False, repr=False, match_args=False)
class Rule:
    """A rule of the dynamics: fires in every drift while `when`, which stands at `when_at`, holds."""

    id: str
    text: Text
    because: tuple[str, ...]
    effects: tuple[Effect, ...]
    where: Span
    when: Node | None = None
    views: ViewMarks = ()
    when_at: Span = NOWHERE

    @property
    def guarded(self) -> tuple[Effect, ...]:
        """The effects under the rule's condition."""
        return (When(self.when, self.effects, (), self.where, self.when_at),) if self.when else self.effects


@frozen(eq=False, repr=False, match_args=False)
class Ending:
    """A named outcome: the first whose `when` holds after the outlook, or at once where `now` is set.

    `when_at` is the place of the condition.
    """

    id: str
    title: Text
    text: Text
    because: tuple[str, ...]
    where: Span
    when: Node | None = None
    now: bool = False
    when_at: Span = NOWHERE


@frozen(eq=False, repr=False, match_args=False)
class Worldview:
    """Belief in 100 per claim: what an effect that cites it counts. An assumption counts in full.

    `rationale` says for the claims that matter most why this school believes them so far. `hears_article` and
    `hears_rivals` are how far, in 100, a card that rests on a claim is heard in a debate.
    """

    id: str
    name: Text
    text: Text
    article: int
    rivals: int
    beliefs: Mapping[str, int]
    where: Span
    rationale: Mapping[str, Text] = field(factory=dict)
    hears_article: int = HEARS_ARTICLE
    hears_rivals: int = HEARS_RIVALS


@frozen(eq=False, repr=False, match_args=False)
class Term:
    """An entry of the glossary."""

    term: Text
    text: Text


@frozen(eq=False, repr=False, match_args=False)
class Override:
    """What a pack changed of the ruleset: a start value, a rule replaced or left out.

    `was` and `now` are the two versions; `now` is None for a rule that is left out.
    """

    id: str
    was: "Indicator | Rule"
    now: "Indicator | Rule | None"
    where: Span


@frozen(eq=False, repr=False, match_args=False)
class Ruleset:
    """All of game/ with the dossier it rests on; mappings are by id, in sorted order."""

    dossier: Dossier
    countries: Mapping[str, Country]
    indicators: Mapping[str, Indicator]
    flags: Mapping[str, Flag]
    audiences: Mapping[str, Audience]
    offices: Mapping[str, Office]
    assumptions: Mapping[str, Assumption]
    rules: Mapping[str, Rule]
    conduct: Mapping[str, Rule]
    endings: tuple[Ending, ...]
    worldviews: Mapping[str, Worldview]
    glossary: tuple[Term, ...]
    overrides: Mapping[str, Override]
    bank: Bank
    doctrines: Mapping[str, Doctrine] = field(factory=dict)

    def beliefs(self, view: Worldview) -> dict[str, int]:
        """Belief in percent per claim; assumptions, which are the game's own, count in full."""
        claims = self.dossier.claims.values()
        usual = {claim.id: view.rivals if claim.rival else view.article for claim in claims}
        return {**usual, **view.beliefs, **dict.fromkeys(self.assumptions, 100)}

    def hearing(self, view: Worldview) -> dict[str, int]:
        """How far a card resting on a claim is heard, in percent; a belief that the view names goes first."""
        claims = self.dossier.claims.values()
        usual = {claim.id: view.hears_rivals if claim.rival else view.hears_article for claim in claims}
        return {**usual, **view.beliefs, **dict.fromkeys(self.assumptions, 100)}


@frozen
class Short:
    """A short version of a pack: its first turns, and how many minutes they take."""

    turns: int
    minutes: int


@frozen(eq=False, repr=False, match_args=False)
class Teaching:
    """What a pack teaches: the claims of the article that it holds up, and the rival views against them.

    `thesis` and `opponent` say each side in a sentence or two, attributed.
    """

    holds: tuple[str, ...]
    thesis: Text
    against: tuple[str, ...]
    opponent: Text


@frozen(eq=False, repr=False, match_args=False)
class Pack:
    """A scenario with the ruleset that it is played under, its overrides merged in.

    `digest` is the fingerprint of the files that it was read from, `sources` their texts by name; both are
    empty for a pack that was not loaded to be played. `balance` are its own bounds for its certificate.
    `handicap` are the points by which its players' home tables begin warmer (session/difficulty.py), and
    `unhandicapped` the starts, by indicator, that were written in place of those. `skips` are months in which
    nothing is decided. A pack that ships says what it `teaches`.
    """

    id: str
    title: Text
    about: Text
    note: Text
    languages: tuple[str, ...]
    begins: Month
    turns: int
    minutes: int
    stages: tuple[str, ...]
    seats: tuple[str, ...]
    headline: tuple[str, ...]
    questions: tuple[Text, ...]
    events: Mapping[str, Event]
    bulletins: Mapping[str, Bulletin]
    ruleset: Ruleset
    digest: str
    sources: Mapping[str, str] = Factory(dict)
    balance: Mapping[str, Bound] = Factory(dict)
    handicap: int = 0
    unhandicapped: Mapping[str, int] = Factory(dict)
    skips: tuple[Month, ...] = ()
    short: Short | None = None
    teaches: Teaching | None = None

    def month(self, turn: int) -> Month:
        """The month of a turn, from 1 on."""
        month, skipped = self.begins, {*self.skips}
        for _ in range(1, turn):
            month = month.plus(1)
            while month in skipped:
                month = month.plus(1)
        return month

    def option(self, full_id: str) -> Option:
        """The option with this `event/option` id; KeyError when there is none."""
        event = self.events[full_id.partition("/")[0]]
        for options in event.seats.values():
            for option in options:
                if option.id == full_id:
                    return option
        raise KeyError(full_id)
