"""The dossier: whole, attributed, every number of the article a figure, a rival beside every judgement."""

import pytest

from dosmesas.load.citations import at_work
from dosmesas.model.dossier import Claim, ClaimKind
from tests.support.shipped import shipped

PACK = shipped("culiacan")
CLAIMS = PACK.ruleset.dossier.claims
OWN = [claim for claim in CLAIMS.values() if not claim.rival]
RIVALS = [claim for claim in CLAIMS.values() if claim.rival]


def test_there_are_enough_claims_and_every_paragraph_is_covered() -> None:
    assert len(OWN) >= 60
    assert len(RIVALS) >= 15
    assert {claim.paragraph for claim in OWN} == {f"P{number}" for number in range(1, 17)}


@pytest.mark.parametrize(
    ("value", "unit"),
    [
        ("9", "people"),
        ("2019-10-17", "date"),
        ("2.4", "percent"),
        ("28", "per-100000"),
        ("52", "per-100000"),
        ("10000", "people"),
        ("12", "years"),
        ("3", "billion-usd"),
        ("70", "percent"),
        ("56", "percent"),
        ("2008", "year"),
        ("2017", "year"),
        ("2018", "year"),
        ("2019-10", "month"),
        ("2019-11", "month"),
    ],
)
def test_every_number_of_the_article_is_a_figure(value: str, unit: str) -> None:
    assert (value, unit) in {(figure.value, figure.unit) for claim in OWN for figure in claim.figures}


@pytest.mark.parametrize(
    "claim", [one for one in OWN if one.kind in {"normative", "forecast"}], ids=lambda one: one.id
)
def test_beside_every_judgement_and_forecast_stands_one_who_disagrees(claim: Claim) -> None:
    against = [one for one in CLAIMS.values() if claim.id in one.attacks]
    assert any(one.rival or one.voice != claim.voice for one in against)


@pytest.mark.parametrize("rival", RIVALS, ids=lambda one: one.id)
def test_a_rival_says_where_it_comes_from_and_what_it_attacks(rival: Claim) -> None:
    assert rival.source
    assert rival.attacks
    assert all(not CLAIMS[name].rival for name in rival.attacks)


@pytest.mark.parametrize(
    "claim", [one for one in OWN if one.kind is not ClaimKind.FACT], ids=lambda one: one.id
)
def test_every_claim_that_explains_judges_or_predicts_drives_a_rule_or_an_option(claim: Claim) -> None:
    assert claim.id in at_work(PACK)


def test_rivals_drive_something_too() -> None:
    assert {rival.id for rival in RIVALS} - at_work(PACK) == set()


def test_both_languages_are_there_and_are_not_the_same() -> None:
    for claim in CLAIMS.values():
        assert claim.text("en") != claim.text("es")
        assert 6 <= len(claim.text("en").split()) <= 45, claim.id
