"""What an office is there for: enough to choose by in a line, and goal by goal where it is asked for."""

import pytest
from attrs import evolve

from dosmesas.engine.returns import points
from dosmesas.session.mandate import main_goals, mandate_brief, mandate_of, mandate_told
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from dosmesas.text.number import exact, fixed
from tests.support.making import NORDEN
from tests.support.playing import finish, start
from tests.support.shipped import shipped
from tests.support.small import harbour

CULIACAN = shipped("culiacan")


def test_the_heaviest_goals_are_named_with_the_way_they_should_go() -> None:
    assert main_goals(CULIACAN, "us.president", "en") == (
        ("Approval in the U.S.", True),
        ("Drugs going north", False),
    )
    assert mandate_brief(CULIACAN, "us.president", "en") == (
        "Mandate: Approval in the U.S. up, Drugs going north down."
    )
    assert mandate_brief(CULIACAN, "us.president", "es") == (
        "Mandato: más Aprobación en EE. UU., menos Drogas hacia el norte."
    )


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_whole_mandate_has_every_goal_with_its_weight_and_ends_and_every_audience(language: str) -> None:
    for seat in CULIACAN.seats:
        office = CULIACAN.ruleset.offices[seat]
        text = "\n".join(
            mandate_told(mandate_of(Session.start(CULIACAN, Setup((seat,), 3)), seat, language), language)
        )
        for goal in office.goals:
            name = CULIACAN.ruleset.indicators[goal.indicator].name(language)
            (line,) = (one for one in text.splitlines() if one.startswith(f"  {name} "))
            for part in (str(goal.weight), exact(goal.worst), exact(goal.best)):
                assert (
                    part in line.replace(";", " ").replace(",", " ").replace(".\n", " ").rstrip(".").split()
                )
        for name, share in office.audiences:
            assert f"{CULIACAN.ruleset.audiences[name].name(language)} {share}" in text


def test_where_each_goal_stands_and_what_it_gives_is_what_the_office_would_be_scored_on_now() -> None:
    session = finish(start(NORDEN))
    office = session.pack.ruleset.offices[NORDEN]
    values = dict(zip(session.game.tables.names, session.state.values, strict=True))
    view = mandate_of(session, NORDEN, "en")
    assert view.points == points(office, values)
    by_name = {one.name: one for one in view.goals}
    for goal in office.goals:
        one = by_name[session.pack.ruleset.indicators[goal.indicator].name("en")]
        assert one.now == fixed(values[goal.indicator])
        assert one.up is (goal.best > goal.worst)
    assert [one.weight for one in view.goals] == sorted((one.weight for one in view.goals), reverse=True)


def test_a_goal_that_the_office_does_not_see_gives_nothing_away() -> None:
    session = start(NORDEN)
    ruleset = session.pack.ruleset
    goal = ruleset.offices[NORDEN].goals[0]
    hidden = evolve(ruleset.indicators[goal.indicator], seen_by=frozenset({"su.minister"}))
    pack = evolve(
        session.pack, ruleset=evolve(ruleset, indicators={**ruleset.indicators, goal.indicator: hidden})
    )
    view = mandate_of(start(NORDEN, pack=pack), NORDEN, "en")
    one = next(one for one in view.goals if one.name == hidden.name("en"))
    assert (one.now, one.points) == ("", 0)
    assert any("which you do not see" in line for line in mandate_told(view, "en"))


def test_an_office_without_audiences_has_a_mandate_too() -> None:
    ruleset = harbour().ruleset
    offices = {**ruleset.offices, NORDEN: evolve(ruleset.offices[NORDEN], audiences=())}
    session = start(NORDEN, pack=evolve(harbour(), ruleset=evolve(ruleset, offices=offices)))
    lines = mandate_told(mandate_of(session, NORDEN, "en"), "en")
    assert lines[0].startswith("Minister of Norden")
    assert not any("Answers to" in line for line in lines)
