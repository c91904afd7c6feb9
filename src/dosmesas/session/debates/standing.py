"""How a choice would stand at home in mid-debate: support and band, audience by audience."""

from attrs import frozen

from dosmesas.debate.judge import REST, Answer, Play
from dosmesas.engine.floor import Debate
from dosmesas.engine.home import Band, audiences_of, band_of, support_of
from dosmesas.model.arguments import Ratify
from dosmesas.session.debates.cards import question_of
from dosmesas.session.session import Session
from dosmesas.text.number import half_even


@frozen
class ListenerView:
    """An audience: its share, its doubts (short question and percent, heaviest first), where it stands now.

    `support` is in thousandths of 100, None where the seat does not see it; `strength` in billionths.
    """

    id: str
    name: str
    share: int
    doubts: tuple[tuple[str, int], ...]
    support: int | None
    strength: int


@frozen
class Standing:
    """How a choice would go through at home: thousandths of 100, and the band; None where it is not seen."""

    support: int | None
    band: Band | None
    listeners: tuple[ListenerView, ...]

    @property
    def doubts(self) -> tuple[tuple[str, int], ...]:
        """The doubts of the home table as a whole, in percent, heaviest first."""
        shares, total = max(1, sum(one.share for one in self.listeners)), dict[str, int]()
        for one in self.listeners:
            for question, weight in one.doubts:
                total[question] = total.get(question, 0) + one.share * weight
        mean = {question: half_even(weight, shares) for question, weight in total.items()}
        return tuple(sorted(mean.items(), key=lambda pair: (-pair[1], pair[0])))

    @property
    def strength(self) -> int:
        """How far the policy stands with the home table as a whole, in billionths."""
        shares = max(1, sum(one.share for one in self.listeners))
        return sum(one.share * one.strength for one in self.listeners) // shares


def standing(  # noqa: PLR0913 - a debate has three moves
    session: Session,
    debate: Debate,
    case: Play,
    language: str,
    *,
    against: Play = (),
    answer: Answer = REST,
    seen: bool = True,
) -> Standing:
    """How an option stands at home after these plays; not `seen`, only how far the case stands."""
    pack, state = session.pack, session.state
    strengths = debate.judge.strengths(case, against, answer)
    heard = audiences_of(pack, debate.seat, debate.option, session.game.tables.scene(state), strengths)
    supports = {one.audience: one.support for one in heard} if seen else {}
    listeners = tuple(
        ListenerView(
            one.id,
            pack.ruleset.audiences[one.id].name(language),
            one.share,
            tuple(
                (question_of(pack, question, language), weight // 10_000_000)
                for question, weight in sorted(one.doubts.items(), key=lambda pair: (-pair[1], pair[0]))
            ),
            supports.get(one.id),
            strengths[one.id],
        )
        for one in debate.bench.listeners
    )
    if not seen:
        return Standing(None, None, listeners)
    support = support_of(heard)
    band = Band.CARRIED if pack.events[state.event].ratify is Ratify.ANSWER_FOR else band_of(support)
    return Standing(support, band, listeners)
