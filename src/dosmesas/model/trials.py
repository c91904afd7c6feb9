"""Tests and promises that an author writes beside a pack: what is played, and what is to come of it."""

from collections.abc import Mapping
from enum import StrEnum

from attrs import Factory, frozen

from dosmesas.lang.nodes import Node
from dosmesas.text.span import Span


class Sign(StrEnum):
    """How an outcome that is no number is expected: the keys under `expect:` that name one thing."""

    FIRED = "fired"
    NOT_FIRED = "not_fired"
    CITES = "cites"
    NOT_CITES = "not_cites"
    COMES = "comes"
    NOT_COMES = "not_comes"
    CHOSEN = "chosen"
    NOT_CHOSEN = "not_chosen"
    CARRIED = "carried"
    WATERED = "watered"
    BLOCKED = "blocked"
    GAVE_WAY = "gave_way"
    STRUCK = "struck"
    NOT_STRUCK = "not_struck"
    BROKEN = "broken"
    NOT_BROKEN = "not_broken"
    ENDING = "ending"


class Form(StrEnum):
    """What of a number is expected: where it stands, how far it moved, how far it is from the other game."""

    LEVEL = "level"
    MOVE = "move"
    GAP = "gap"


class Debates(StrEnum):
    """Whether officials argue for what they chose, or nobody speaks."""

    AUTO = "auto"
    NONE = "none"


class Chances(StrEnum):
    """Whether chance is drawn from the seed, or whatever may come does, or nothing that need not."""

    DRAWN = "drawn"
    ALL = "all"
    NONE = "none"


class Others(StrEnum):
    """Who decides for offices that a test does not name."""

    PERSONA = "persona"
    RANDOM = "random"


@frozen(eq=False, repr=False, match_args=False)
class Wish:
    """What an office is to do in a turn: a full id of an option, or an id of a deal, decline or silent."""

    id: str
    where: Span


@frozen(eq=False, repr=False, match_args=False)
class Line:
    """One course of a game: where it begins, what is decided, which events are made to come when."""

    values: Mapping[str, int] = Factory(dict)
    flags: Mapping[str, bool] = Factory(dict)
    wishes: Mapping[tuple[int, str], tuple[Wish, ...]] = Factory(dict)
    events: Mapping[int, str] = Factory(dict)
    view: str = ""


@frozen(eq=False, repr=False, match_args=False)
class Measure:
    """A number that is to lie between two ends (thousandths; None: no such end)."""

    indicator: str
    form: Form
    low: int | None
    high: int | None


@frozen(eq=False, repr=False, match_args=False)
class FlagIs:
    """A flag that is to be set, or not."""

    flag: str
    value: bool


@frozen(eq=False, repr=False, match_args=False)
class Holds:
    """A condition that is to hold."""

    condition: Node


@frozen(eq=False, repr=False, match_args=False)
class Shown:
    """Something that is to have come, or not: a rule, claim, event, option, deal or ending."""

    sign: Sign
    id: str


What = Measure | FlagIs | Holds | Shown


@frozen(eq=False, repr=False, match_args=False)
class Expectation:
    """One line under `expect:`.

    `key` and `where` are the places of its key and its value, `text` the value as written. `turn` is the turn
    that it is about (None: the last, or any), `since` that from whose end a move counts. `share` is in how
    many of 100 games it is to hold, and `shared` where that stands.
    """

    what: What
    key: Span
    where: Span
    text: str
    turn: int | None = None
    since: int = 0
    share: int = 100
    shared: Span | None = None


@frozen(eq=False, repr=False, match_args=False)
class Trial:
    """A test: what is played (`other` is what it is compared with), so many games, what is expected.

    `until` None is the end of the game, which has so many `turns`; `alone` means that only the rules are at
    work.
    """

    name: str
    where: Span
    line: Line
    other: Line | None
    seats: tuple[str, ...]
    seed: int
    seeds: int
    others: Others
    debates: Debates
    chances: Chances
    alone: bool
    until: int | None
    turns: int
    expect: tuple[Expectation, ...]


class Promise(StrEnum):
    """What an invariant says of every state, or of every turn."""

    ALWAYS = "always"
    NEVER = "never"
    RISES = "rises_at_most"
    FALLS = "falls_at_most"


@frozen(eq=False, repr=False, match_args=False)
class Invariant:
    """What holds in every state of every game. `limits` are the most that indicators move in a turn."""

    name: str
    where: Span
    promise: Promise
    condition: Node | None
    limits: Mapping[str, tuple[int, Span]]
    reason: str
    because: tuple[str, ...]
