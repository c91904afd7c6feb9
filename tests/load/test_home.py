"""What a pack with home tables has besides: a standing for each audience, two flags an office."""

from dosmesas.model.arguments import USUAL_PAR
from dosmesas.model.home import dissent_flag, inquiry_flag
from tests.support.making import NORDEN, SUDEN
from tests.support.shipped import shipped
from tests.support.small import harbour, parley


def test_each_audience_that_is_answered_to_has_a_standing_from_the_middle() -> None:
    indicators = parley().ruleset.indicators
    for name in parley().ruleset.audiences:
        assert (indicators[name].low, indicators[name].start, indicators[name].high) == (0, 50_000, 100_000)


def test_standing_reads_in_spanish_as_how_one_is_seen_and_not_as_a_loan() -> None:
    ruleset = shipped("culiacan").ruleset
    armed = ruleset.indicators["army"].name
    assert armed("en") == "standing with the armed forces"
    assert armed("es") == "imagen ante las fuerzas armadas"
    assert "Imagen" in [one.term("es") for one in ruleset.glossary if one.term("en") == "Standing"]


def test_a_standing_is_seen_by_the_offices_of_the_country_that_answers_to_it() -> None:
    press, fishers = (parley().ruleset.indicators[name] for name in ("press", "fishers"))
    assert [press.seen(seat) for seat in (NORDEN, "no.warden", SUDEN)] == [True, True, False]
    assert [fishers.seen(seat) for seat in (NORDEN, "no.warden", SUDEN)] == [True, True, True]


def test_each_office_may_be_looked_into_and_may_have_given_way_and_all_know_it() -> None:
    flags = parley().ruleset.flags
    for office in parley().ruleset.offices:
        for name in (inquiry_flag(office), dissent_flag(office)):
            assert flags[name].start is False
            assert all(flags[name].seen(seat) for seat in parley().seats)


def test_an_audience_that_nobody_has_measured_has_the_usual_par() -> None:
    doubters = parley().ruleset.bank.doubters
    assert (doubters["fishers"].par, doubters["press"].par) == (USUAL_PAR, 300)


def test_a_pack_without_home_tables_has_none_of_it() -> None:
    ruleset = harbour().ruleset
    assert not {*ruleset.audiences} & {*ruleset.indicators}
    assert not [name for name in ruleset.flags if name.startswith(("inquiry", "dissent"))]
