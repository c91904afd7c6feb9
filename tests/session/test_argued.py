"""The debates of the turns that are over: which there are, who decided them, and what the staff said."""

import pytest
from attrs import evolve

from dosmesas.debate.graph import ONE
from dosmesas.engine.home import Band, Heard
from dosmesas.session.argued import Argued, argued, deciding, own_words
from dosmesas.session.setup import ALL, ALTERNATE, AUTO
from tests.support.arguing import WARDEN, argue
from tests.support.making import NORDEN, SUDEN
from tests.support.playing import finish, start


def test_every_choice_of_an_argued_turn_that_is_over_is_told_and_none_of_one_that_goes_on() -> None:
    session = argue(turns=3)
    assert session.state.turn == 4
    session.decide(NORDEN, session.legal(NORDEN)[0])
    found = [(one.turn, one.debate.seat) for one in argued(session)]
    assert found == [(turn, seat) for turn in (1, 2) for seat in (NORDEN, WARDEN, SUDEN)]
    assert [one.turn for one in argued(argue())] == [1, 1, 1, 2, 2, 2, 4, 4, 4]


def test_the_verdict_is_the_one_that_the_game_went_by() -> None:
    session = argue(turns=1)
    bands = {one.debate.seat: one.verdict.band for one in argued(session)}
    assert bands == {NORDEN: Band.WATERED, WARDEN: Band.GAVE_WAY, SUDEN: Band.BLOCKED}
    assert any(one.indicator == "dissent_no_warden" for one in session.receipts)


def test_a_pack_without_debates_has_none() -> None:
    assert argued(finish(start(NORDEN))) == ()


def warden(press: Heard, fishers: Heard) -> Argued:
    """The warden's first debate, with these audiences."""
    one = next(one for one in argued(argue(turns=1)) if one.debate.seat == WARDEN)
    return evolve(one, verdict=evolve(one.verdict, audiences=(press, fishers)))


def heard(audience: str, share: int, standing: int, strength: int | None) -> Heard:
    """An audience whose par is what silence leaves with it, so that silence is worth no point."""
    par = {"press": ONE * 20 // 100, "fishers": ONE * 18 // 100}[audience]
    return Heard(audience, share, standing, 0, par, par if strength is None else strength)


@pytest.mark.parametrize(
    ("press", "fishers", "decided"),
    [
        ((49_000, None), (50_000, 980_000_000), "fishers"),  # without their 32 points: 49.25, watered
        ((49_000, None), (53_000, None), "press"),  # carried with or without: 3 x 1 short
        ((45_000, None), (20_000, None), "fishers"),  # watered anyway: 1 x 30 short, 3 x 5
        ((40_000, None), (25_000, None), "press"),  # blocked anyway: 3 x 10 short, 1 x 25
        ((60_000, None), (55_000, None), "fishers"),  # carried anyway: the one least beyond 50
        ((38_000, 500_000_000), (38_000, 980_000_000), "press"),  # either moved it: by 9 points, by 8
        ((38_000, 340_000_000), (38_000, 980_000_000), "fishers"),  # either moved it: by 4.2 points, by 8
        ((70_000, 0), (52_000, 100_000_000), "fishers"),  # carried with or without either; 1 x 1.2 short
    ],
)
def test_the_audience_that_moved_the_band_decided_else_the_one_furthest_short(
    press: tuple[int, int | None], fishers: tuple[int, int | None], decided: str
) -> None:
    found = deciding(warden(heard("press", 3, *press), heard("fishers", 1, *fishers)))
    assert found is not None
    assert found.audience == decided


def test_an_audience_without_doubts_decides_nothing() -> None:
    press = evolve(heard("press", 3, 10_000, None), strength=None)
    found = deciding(warden(press, heard("fishers", 1, 60_000, None)))
    assert found is not None
    assert found.audience == "fishers"
    assert deciding(warden(press, evolve(press, audience="fishers"))) is None


def test_what_the_staff_said_is_not_the_players() -> None:
    cases = {
        (1, "case", NORDEN): "half-is-enough+haul-counted",
        (2, "case", NORDEN): "drill-counted+half-is-enough",
        (4, "case", NORDEN): "half-is-enough+tally-counted",
    }

    def said(mode: str) -> list[tuple[int, str]]:
        found = own_words(argue(cases, NORDEN, argue=mode), NORDEN)
        return [(one.decision.turn, str(one.decision.point)) for one in found]

    assert said(AUTO) == []
    own_cases = [(1, "case"), (1, "reply"), (2, "case"), (2, "rebut"), (4, "case"), (4, "reply")]
    assert said(ALTERNATE) == own_cases
    assert said(ALL) == sorted([*own_cases, (1, "rebut"), (2, "reply"), (4, "rebut")], key=_order)


def _order(said: tuple[int, str]) -> tuple[int, int]:
    return said[0], ("case", "rebut", "reply").index(said[1])


def test_each_own_word_knows_the_state_and_the_transition_that_it_became() -> None:
    session = argue()
    for one in own_words(session, SUDEN):
        assert session.path[one.made - 1].state is one.before
        assert one.decision in session.path[one.made].state.decisions
        assert one.decision not in one.before.decisions
