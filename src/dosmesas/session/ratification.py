"""How the home table of an office voted on its choice, and what the verdict means for that choice."""

from collections.abc import Mapping

from attrs import evolve, frozen

from dosmesas.engine.home import Band, Heard, Verdict, support_of
from dosmesas.engine.scene import Scene
from dosmesas.model.arguments import Ratify
from dosmesas.model.effects import Effect
from dosmesas.session.debates.flow import FlowSheet, fate
from dosmesas.session.debates.past import Judged, judged_turn
from dosmesas.session.debates.story import story_of
from dosmesas.session.debates.tell_flow import FlowTeller
from dosmesas.session.debates.told import sheet_of
from dosmesas.session.forecast import moves_of
from dosmesas.session.scenes import scene_of_vote
from dosmesas.session.session import Session
from dosmesas.session.turns import Turn, turns_of
from dosmesas.text.catalog import say

_BANDS = {Band.CARRIED: "means_carried", Band.WATERED: "means_watered", Band.BLOCKED: "means_blocked"}


@frozen
class Supports:
    """Support in silence, with the case, after the rebuttals and at the end: thousandths of 100."""

    silent: int
    made: int
    rebutted: int
    final: int


@frozen
class Vote:
    """An audience on a choice. `stood` and `stands` are its standing before the turn and after it."""

    id: str
    name: str
    share: int
    supports: Supports
    stood: int
    stands: int


@frozen
class Ratification:
    """What a home table made of a choice. `fate` is its band, or `inquiry`; `means` and `why` are sentences.

    Where nothing was argued, the four supports are one.
    """

    turn: int
    seat: str
    office: str
    label: str
    votes: tuple[Vote, ...]
    together: Supports
    argued: bool
    answers_for: bool
    fate: str
    means: tuple[str, ...]
    why: tuple[str, ...]


def ratification(
    session: Session, number: int, seat: str, language: str, turns: tuple[Turn, ...] = ()
) -> Ratification | None:
    """The vote of a seat's own home table in a finished turn; None where no table was asked.

    `turns` are those of the session, where they are at hand.
    """
    judged = judged_turn(session, number)
    verdict = judged.verdicts.get(seat) if judged else None
    if judged is None or verdict is None:
        return None
    pack, argued, turns = session.pack, seat in judged.debates, turns or turns_of(session)
    sheet = sheet_of(session, judged, seat, language) if argued else None
    heard = _heard(verdict, sheet)
    answers_for = pack.events[turns[number - 1].event].ratify is Ratify.ANSWER_FOR
    return Ratification(
        number,
        seat,
        pack.ruleset.offices[seat].name(language),
        verdict.option.label(language),
        _votes(session, turns[:number], heard, language),
        Supports(*(support_of(moment) for moment in heard)),
        argued,
        answers_for,
        fate(verdict),
        tuple(_means(session, judged, verdict, language, answers_for=answers_for)),
        tuple(FlowTeller(language).story(story_of(judged.debates[seat], sheet), mine=True)) if sheet else (),
    )


def _heard(verdict: Verdict, sheet: FlowSheet | None) -> tuple[tuple[Heard, ...], ...]:
    """The audiences at the four moments of the debate."""
    if sheet is None:
        return (verdict.audiences,) * 4
    policy = {one.id: one.policy for one in sheet.audiences}
    return tuple(
        tuple(
            evolve(one, strength=policy[one.audience][moment]) if one.audience in policy else one
            for one in verdict.audiences
        )
        for moment in range(4)
    )


def _votes(
    session: Session, turns: tuple[Turn, ...], heard: tuple[tuple[Heard, ...], ...], language: str
) -> tuple[Vote, ...]:
    audiences, indicators = session.pack.ruleset.audiences, session.pack.ruleset.indicators
    before: Mapping[str, int] = turns[-2].values if len(turns) > 1 else {}
    after = turns[-1].values
    return tuple(
        Vote(
            one[0].audience,
            audiences[one[0].audience].name(language),
            one[0].share,
            Supports(*(moment.support for moment in one)),
            before.get(one[0].audience, indicators[one[0].audience].start),
            after[one[0].audience],
        )
        for one in zip(*heard, strict=True)
    )


def _means(
    session: Session, judged: Judged, verdict: Verdict, language: str, *, answers_for: bool
) -> list[str]:
    """What the verdict lets through, and what comes besides or instead."""
    option, scene = verdict.option, scene_of_vote(session, judged.turn)
    if verdict.band is Band.GAVE_WAY:
        return [_gave_way(session, judged, verdict, language)]
    if answers_for:
        key = "means_inquiry" if verdict.inquiry else "means_answered"
        return [say(language, key)]
    lines = [say(language, _BANDS[verdict.band])]
    more: dict[Band, tuple[tuple[str, tuple[Effect, ...]], ...]] = {
        Band.WATERED: (("means_sure", option.sure), ("means_besides", option.watered)),
        Band.BLOCKED: (("means_instead", option.blocked),),
    }
    for key, effects in more.get(verdict.band, ()):
        if what := _moves(session, effects, verdict.seat, language, scene):
            lines.append(say(language, key, what=what))
    return lines


def _moves(session: Session, effects: tuple[Effect, ...], seat: str, language: str, scene: Scene) -> str:
    return "; ".join(move.text for move in moves_of(session, effects, seat, language, scene))


def _gave_way(session: Session, judged: Judged, verdict: Verdict, language: str) -> str:
    """The colleague whose choice stood instead."""
    offices, mine = session.pack.ruleset.offices, verdict.option
    other = next(
        one
        for one in judged.verdicts.values()
        if one.band is not Band.GAVE_WAY
        and offices[one.seat].country == offices[verdict.seat].country
        and (one.option.id in mine.clash or mine.id in one.option.clash)
    )
    office, label = offices[other.seat].name(language), other.option.label(language)
    return say(language, "means_gave_way", office=office, label=label)
