"""Finished debates for a seat: its own with the verdict, the other's without what its own country sees."""

import pytest

from dosmesas.engine.state import Point
from dosmesas.session.debates.past import judged_turn
from dosmesas.session.debates.tell import points
from dosmesas.session.debates.tell_flow import FlowTeller
from dosmesas.session.debates.told import credit_lines, debate_lines, flow_lines, sheet_of
from dosmesas.session.session import Session
from dosmesas.text.catalog import say
from tests.support.athome import apart
from tests.support.making import NORDEN, SUDEN
from tests.support.playing import finish
from tests.support.rounds import EVERY, WARDEN, session_of, until

SESSION = finish(session_of(apart(), seed=5), which=11)
GOING_ON = until(session_of(apart(), seed=5), 2, Point.REBUT)


def verdict_of(session: Session, turn: int, seat: str) -> str:
    judged = judged_turn(session, turn)
    assert judged is not None
    return FlowTeller("en").verdict(sheet_of(session, judged, seat, "en"))


@pytest.mark.parametrize("session", [SESSION, GOING_ON], ids=["over", "going on"])
@pytest.mark.parametrize("seat", EVERY)
def test_the_sheets_of_a_turn_show_the_support_of_the_own_debate_only(session: Session, seat: str) -> None:
    lines = flow_lines(session, 1, seat, "en")
    verdicts = {one: verdict_of(session, 1, one) for one in EVERY}
    assert verdicts[seat] in lines
    assert not [one for one in EVERY if one != seat and verdicts[one] in lines]
    heads = [line for line in lines if line.startswith(say("en", "flow_heading", **BLANK)[:10])]
    assert len(heads) == 3
    assert SESSION.pack.ruleset.offices[seat].name("en") in heads[0]
    assert lines.index(verdicts[seat]) < lines.index(heads[1])


BLANK = {"turn": "", "office": "", "label": "", "foe": ""}


def test_in_the_debrief_every_debate_is_opened() -> None:
    lines = flow_lines(SESSION, 1, None, "en")
    assert all(verdict_of(SESSION, 1, seat) in lines for seat in EVERY)


@pytest.mark.parametrize("tell", [flow_lines, credit_lines, debate_lines])
def test_of_a_turn_that_goes_on_nothing_is_told(tell: object) -> None:
    for seat in EVERY:
        assert tell(GOING_ON, 2, seat, "en") == []  # type: ignore[operator] # one of three


def test_the_outcome_tells_the_own_verdict_last_and_why_before_it() -> None:
    for seat in (NORDEN, WARDEN, SUDEN):
        lines = debate_lines(SESSION, 1, seat, "en")
        assert lines[-1] == verdict_of(SESSION, 1, seat)
    assert debate_lines(SESSION, 1, None, "en") == []
    assert debate_lines(SESSION, 1, "nobody", "en") == []


def test_a_choice_that_was_not_argued_has_a_verdict_and_no_more() -> None:
    (line,) = debate_lines(SESSION, 3, NORDEN, "en")
    judged = judged_turn(SESSION, 3)
    assert judged is not None
    assert line == FlowTeller("en").heard(SESSION.pack, judged.verdicts[NORDEN])
    assert credit_lines(SESSION, 3, NORDEN, "en") == flow_lines(SESSION, 3, NORDEN, "en") == []


def test_an_inquiry_is_told_with_the_verdict_of_an_argued_choice_as_of_any_other() -> None:
    judged = judged_turn(SESSION, 2)
    assert judged is not None
    looked_into = [seat for seat, one in judged.verdicts.items() if one.inquiry]
    assert looked_into
    for seat, verdict in judged.verdicts.items():
        line = debate_lines(SESSION, 2, seat, "en")[-1]
        assert (say("en", "band_inquiry") in line) == (seat in looked_into)
        assert line == FlowTeller("en").heard(SESSION.pack, verdict)
        assert points(verdict.support) in line


def test_the_credit_is_that_of_the_own_case() -> None:
    lines = credit_lines(SESSION, 1, NORDEN, "en")
    judged = judged_turn(SESSION, 1)
    assert judged is not None
    debate = judged.debates[NORDEN]
    faces = [card.face("en") for card in debate.dealt.hand if card.id in debate.case]
    assert faces
    played = say("en", "play_case")
    assert all(sum(line.endswith(f" {played} {face}") for line in lines) == 3 for face in faces)
