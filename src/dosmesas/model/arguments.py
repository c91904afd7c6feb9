"""What is said in a debate: questions, what each audience doubts, and the bank of cards by policy line."""

from collections.abc import Mapping
from enum import StrEnum

from attrs import Factory, frozen

from dosmesas.debate.table import How
from dosmesas.model.dossier import ClaimKind
from dosmesas.text.local import Text
from dosmesas.text.span import Span

MOST_STRENGTH = 950
"""The most that a card, a cut or a doubt may weigh, in thousandths: one of full strength mutes all others."""


USUAL_PAR = 350
"""What an ordinary case keeps with an audience whose `par` nobody has measured, in thousandths."""


class Act(StrEnum):
    """What an option does, whatever it is about: some cards speak for some acts only."""

    CAPTURE = "capture"
    RELEASE = "release"
    SPEND = "spend"
    REFORM = "reform"
    RESTRICT = "restrict"
    SHARE = "share"
    SPEAK = "speak"
    WAIT = "wait"


class Tone(StrEnum):
    """How a card speaks of the other country."""

    BLAME = "blame"
    CREDIT = "credit"


class Argue(StrEnum):
    """How long an event is debated."""

    NONE = "none"
    SHORT = "short"
    FULL = "full"


class Ratify(StrEnum):
    """Whether the home table is asked before a choice is carried out, or the office answers for it after."""

    CONSENT = "consent"
    ANSWER_FOR = "answer-for"


@frozen(eq=False, repr=False, match_args=False)
class Question:
    """A doubt in plain words; `stock` is its name among debaters, `short` fits the head of a column."""

    id: str
    text: Text
    short: Text
    stock: str
    where: Span


@frozen(eq=False, repr=False, match_args=False)
class Card:
    """One thing to say, resting on claims: a reason, a rebuttal or a reply.

    A reason `answers` a question; the others speak `against` cards, or make a doubt worse (`worsens`). `cuts`
    are the doubts that the same fact feeds, in thousandths. `only` are the acts it speaks for (none: all),
    `not_for` the options of its event in whose debates it does not come up. `toward` is the country that its
    tone is about; without one, it is whoever sits across.
    """

    id: str
    because: tuple[str, ...]
    face: Text
    warrant: Text
    where: Span
    answers: str = ""
    cuts: tuple[tuple[str, int], ...] = ()
    against: tuple[str, ...] = ()
    how: How = How.UNDERCUTS
    worsens: str = ""
    only: tuple[Act, ...] = ()
    tone: Tone | None = None
    toward: str = ""
    not_for: tuple[str, ...] = ()

    def tone_of(self, country: str) -> Tone | None:
        """How the card speaks of the other country when somebody of this country says it."""
        return None if self.toward == country else self.tone

    def fits(self, act: Act | None) -> bool:
        """Whether the card can speak for an option with this act."""
        return not self.only or act in self.only

    def comes_up(self, option: str) -> bool:
        """Whether the card can come up when this option is argued."""
        return option not in self.not_for


@frozen(eq=False, repr=False, match_args=False)
class Line:
    """A policy line, and the cards for it, against these, and in reply."""

    id: str
    name: Text
    cards: tuple[Card, ...]
    where: Span


@frozen(eq=False, repr=False, match_args=False)
class Doubter:
    """What an audience doubts before anyone speaks, in thousandths, by question.

    `par` is what an ordinary case keeps with it: a case above par wins it over, one below puts it off.
    """

    id: str
    doubts: Mapping[str, int]
    where: Span
    par: int = USUAL_PAR


@frozen(eq=False, repr=False, match_args=False)
class Bank:
    """All that debates are made from; `force` is the strength of a claim by its kind, in thousandths."""

    questions: Mapping[str, Question] = Factory(dict)
    force: Mapping[ClaimKind, int] = Factory(dict)
    doubters: Mapping[str, Doubter] = Factory(dict)
    lines: Mapping[str, Line] = Factory(dict)
