"""What an office is there for, in a line: enough to choose by, and the whole where it is asked for."""

from attrs import evolve

from dosmesas.load.loading import load_pack
from dosmesas.session.mandate import mandate_brief, mandate_line
from tests.support.making import NORDEN
from tests.support.small import harbour

CULIACAN = load_pack("culiacan")


def test_the_heaviest_goals_are_named_with_the_way_they_should_go() -> None:
    assert mandate_brief(CULIACAN, "us.president", "en") == (
        "Mandate: Approval in the U.S. up, Drugs going north down."
    )
    assert mandate_brief(CULIACAN, "us.president", "es") == (
        "Mandato: más Aprobación en EE. UU., menos Drogas hacia el norte."
    )


def test_the_whole_mandate_has_every_weight_and_audience() -> None:
    for seat in CULIACAN.seats:
        office = CULIACAN.ruleset.offices[seat]
        for language in ("en", "es"):
            line = mandate_line(CULIACAN, seat, language)
            for goal in office.goals:
                assert f"{CULIACAN.ruleset.indicators[goal.indicator].name(language)} {goal.weight}" in line
            for name, share in office.audiences:
                assert f"{CULIACAN.ruleset.audiences[name].name(language)} {share}" in line


def test_an_office_without_audiences_has_a_mandate_too() -> None:
    ruleset = harbour().ruleset
    offices = {**ruleset.offices, NORDEN: evolve(ruleset.offices[NORDEN], audiences=())}
    line = mandate_line(evolve(harbour(), ruleset=evolve(ruleset, offices=offices)), NORDEN, "en")
    assert line.startswith("Minister of Norden. Mandate, in weights: ")
    assert line.endswith("Answers to: -.")
