"""A claim's page: who speaks for and against it, what rests on it, and nothing of what has not come up."""

import pytest

from dosmesas.session.dossier import Dossier
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from dosmesas.session.tell_dossier import page_lines
from tests.support.making import NORDEN, SUDEN
from tests.support.playing import BOTH, do, finish, start
from tests.support.shipped import shipped

SECRETARY = "mx.security_secretary"


def game(view: str = "authors") -> Session:
    return Session.start(shipped("culiacan"), Setup((SECRETARY,), 3, view=view, argue="auto"))


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_claim_and_every_rule_of_the_game_itself_has_a_page(language: str) -> None:
    dossier = Dossier(game(), SECRETARY, language)
    assert len(dossier.ids) == len(set(dossier.ids)) == 130 + len(dossier.session.pack.ruleset.assumptions)
    for name in dossier.ids:
        lines = page_lines(dossier.page(name), language)
        assert lines[0].text.startswith(f"{name} (")
        assert all(one.text for one in lines)


def test_attacks_and_supports_are_told_at_both_ends() -> None:
    dossier = Dossier(game(), None, "en")
    for name in dossier.ids:
        page = dossier.page(name)
        for other in page.attacks:
            assert name in {one.id for one in dossier.page(other.id).attacked}
        for other in page.supports:
            assert name in {one.id for one in dossier.page(other.id).supported}
    assert dossier.page("release-was-humiliation").attacked


def test_a_claim_counts_as_far_as_the_games_worldview_believes_it() -> None:
    rival = "captures-splinter-groups"
    usual = Dossier(game(), SECRETARY, "en").page(rival)
    assert (usual.believed, usual.heard, usual.rival) == (0, 80, True)
    views = shipped("culiacan").ruleset.worldviews
    other = next(name for name, one in views.items() if one.beliefs.get(rival))
    assert Dossier(game(other), SECRETARY, "en").page(rival).believed == views[other].beliefs[rival]


def test_what_rests_on_a_claim_is_told_once_it_has_come_up_and_only_counted_before() -> None:
    session = game()
    early = Dossier(session, SECRETARY, "en")
    opened = Dossier(session, None, "en")
    came = set(session.pack.events) & {name for name, _ in session.state.happened}
    for name in early.ids:
        page, whole = early.page(name), opened.page(name)
        assert len(page.uses) + page.later == len(whole.uses)
        for use in page.uses:
            if use.kind == "option":
                assert use.id.partition("/")[0] in came
                seats = session.pack.events[use.id.partition("/")[0]].seats
                assert use.id in {one.id for one in seats[SECRETARY]}
    assert any(page.later for page in map(early.page, early.ids))


def test_the_other_offices_options_are_told_once_all_have_chosen() -> None:
    session = start(*BOTH)

    def options(seat: str) -> set[str]:
        dossier = Dossier(session, seat, "en")
        return {use.id for name in dossier.ids for use in dossier.page(name).uses if use.kind == "option"}

    assert options(NORDEN) == {"talks/sign", "talks/refuse", "talks/threaten"}
    assert not options(NORDEN) & options(SUDEN)
    assert options("") == set()
    do(session, "quota", "quota", "talks/sign", "talks/agree")
    assert options(NORDEN) >= {"talks/sign", "talks/agree"}
    finish(session)


def test_a_page_says_where_the_claim_stands_and_who_is_against_it() -> None:
    dossier = Dossier(finish(start(NORDEN)), None, "en")
    lines = [one.text for one in page_lines(dossier.page("pact-saves-stock"), "en")]
    assert lines[0].startswith("pact-saves-stock (forecast, P2): ")
    assert lines[1].startswith("Paragraph 2 of the article: ")
    assert "Against it:" in lines
    told = next(
        one for one in page_lines(dossier.page("pact-saves-stock"), "en") if one.claim == "fish-come-back"
    )
    assert told.text == "  fish-come-back (rival view): Fish come back by themselves. Believed 0 %."
