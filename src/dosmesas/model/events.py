"""What comes onto the table: events with options and deals, and bulletins without choices.

`former` holds the names that a thing had before, oldest first; `when_at`, `requires_at` and
`chance_at` are the places of those keys.
"""

from collections.abc import Mapping

from attrs import frozen

from dosmesas.lang.nodes import Node
from dosmesas.model.arguments import Act, Argue, Card, Ratify
from dosmesas.model.effects import Effect, ViewMarks
from dosmesas.text.local import NO_TEXT, Text
from dosmesas.text.span import NOWHERE, Span


@frozen(eq=False, repr=False, match_args=False)
class Option:
    """One answer that an office may give to an event; `id` is `event/option`.

    `lines` are the policy lines whose cards argue it; `home` is what it adds to the standing with audiences.
    `sure` comes in full even where the option is watered down, `watered` only there, `blocked` instead of
    everything else. `clash` are the options of its own country that cannot be carried out beside it;
    `decided` are the claims that say that this was done at the time.
    """

    id: str
    label: Text
    reason: Text
    headline: Text
    because: tuple[str, ...]
    effects: tuple[Effect, ...]
    where: Span
    requires: Node | None = None
    views: ViewMarks = ()
    former: tuple[str, ...] = ()
    act: Act | None = None
    lines: tuple[str, ...] = ()
    home: tuple[tuple[str, Node], ...] = ()
    sure: tuple[Effect, ...] = ()
    watered: tuple[Effect, ...] = ()
    blocked: tuple[Effect, ...] = ()
    clash: tuple[str, ...] = ()
    decided: tuple[str, ...] = ()
    requires_at: Span = NOWHERE

    @property
    def short(self) -> str:
        """The id within its event."""
        return self.id.partition("/")[2]

    @property
    def first(self) -> str:
        """The oldest name, which draws and fingerprints go by."""
        return self.former[0] if self.former else self.id


@frozen(eq=False, repr=False, match_args=False)
class Deal:
    """Two options, one of each country, with joint effects; `between` is (office, option id) twice."""

    id: str
    name: Text
    between: tuple[tuple[str, str], ...]
    effects: tuple[Effect, ...]
    because: tuple[str, ...]
    headlines: tuple[tuple[str, Text], ...]
    where: Span
    former: tuple[str, ...] = ()

    def option_of(self, office: str) -> str | None:
        """The option by which this office keeps the deal, if it is a party."""
        return next((option for party, option in self.between if party == office), None)

    @property
    def first(self) -> str:
        """The oldest name, which draws and fingerprints go by."""
        return self.former[0] if self.former else self.id


@frozen(eq=False, repr=False, match_args=False)
class Event:
    """An event: `turn` fixes it, else the agenda draws it by tier and weight while `when` holds.

    `at` are the places in which it happens; none where it happens in no place of the map. `question` is one
    for a class to discuss afterwards.
    """

    id: str
    title: Text
    soil: str
    brief: Text
    seats: Mapping[str, tuple[Option, ...]]
    deals: tuple[Deal, ...]
    because: tuple[str, ...]
    where: Span
    turn: int | None = None
    tier: int = 0
    weight: int = 1
    when: Node | None = None
    repeats: bool = False
    former: tuple[str, ...] = ()
    argue: Argue = Argue.NONE
    ratify: Ratify = Ratify.CONSENT
    cards: tuple[Card, ...] = ()
    at: tuple[str, ...] = ()
    question: Text = NO_TEXT
    when_at: Span = NOWHERE

    @property
    def first(self) -> str:
        """The oldest name, which draws and fingerprints go by."""
        return self.former[0] if self.former else self.id


@frozen(eq=False, repr=False, match_args=False)
class Bulletin:
    """News without choices: comes once, at its turn or while `when` holds, with its chance in 100.

    `at` are the places that it comes from.
    """

    id: str
    text: Text
    because: tuple[str, ...]
    effects: tuple[Effect, ...]
    where: Span
    turn: int | None = None
    when: Node | None = None
    chance: int = 100
    former: tuple[str, ...] = ()
    at: tuple[str, ...] = ()
    when_at: Span = NOWHERE
    chance_at: Span = NOWHERE

    @property
    def first(self) -> str:
        """The oldest name, which draws and fingerprints go by."""
        return self.former[0] if self.former else self.id
