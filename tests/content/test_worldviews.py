"""Three schools: each serious, each argued in both languages, each playable to the end, none the same."""

from pathlib import Path
from textwrap import dedent

import pytest

from dosmesas.bots.bot import make_bot
from dosmesas.engine.game import Game
from dosmesas.engine.playout import playout
from dosmesas.model.dossier import ClaimKind
from dosmesas.model.rules import Worldview
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from dosmesas.session.whatif import changed_view, what_if
from dosmesas.session.worldviews import chosen_view
from tests.support.full import cases
from tests.support.shipped import shipped

PACK = shipped("culiacan")
RULES = PACK.ruleset
CLAIMS = RULES.dossier.claims
VIEWS = list(RULES.worldviews.values())
SCHOOLS = [view for view in VIEWS if view.id != "authors"]
EACH = pytest.mark.parametrize("view", VIEWS, ids=lambda one: one.id)


def test_three_worldviews_are_shipped() -> None:
    assert [view.id for view in VIEWS] == ["authors", "prevention-first", "security-first"]


@EACH
def test_facts_are_facts_in_every_worldview(view: Worldview) -> None:
    belief = RULES.beliefs(view)
    assert all(
        belief[one.id] == 100 for one in CLAIMS.values() if one.kind is ClaimKind.FACT and not one.rival
    )


@EACH
def test_every_worldview_is_argued_in_both_languages(view: Worldview) -> None:
    for language in ("en", "es"):
        assert 80 <= len(view.text(language).split()) <= 140
        assert all(6 <= len(reason(language).split()) <= 40 for reason in view.rationale.values())
    assert 6 <= len(view.rationale) <= 10
    assert all(reason("en") != reason("es") for reason in view.rationale.values())
    assert all(
        any(word in reason("en") for word in ("hold", "credit", "weight"))
        for reason in view.rationale.values()
    )


@pytest.mark.parametrize("view", SCHOOLS, ids=lambda one: one.id)
def test_a_school_doubts_the_article_and_believes_rivals_and_nothing_of_it_is_idle(view: Worldview) -> None:
    for name, percent in view.beliefs.items():
        assert percent != (view.rivals if CLAIMS[name].rival else view.article), name
    assert sum(not CLAIMS[name].rival for name in view.beliefs) >= 15
    assert sum(CLAIMS[name].rival for name in view.beliefs) >= 15


@pytest.mark.parametrize("view", SCHOOLS, ids=lambda one: one.id)
def test_a_school_takes_nothing_of_the_article_for_false(view: Worldview) -> None:
    """An official who would defend the school would not deny the other side's case outright."""
    assert all(percent > 0 for percent in view.beliefs.values())


@EACH
def test_random_games_play_to_an_end_and_end_in_many_ways(view: Worldview) -> None:
    game = Game(PACK, view)
    games = cases(200, 40)
    ends = [
        playout(game, seed, make_bot("random", PACK, view, seed).choose)[-1].state for seed in range(games)
    ]
    assert all(game.is_terminal(end) for end in ends)
    assert len({end.ending for end in ends}) >= 4


def test_the_same_decisions_lead_elsewhere_in_each_school() -> None:
    session = Session.start(PACK, Setup((), 11))
    games = [session] + [what_if(session, changed_view(session, view.id)).other for view in SCHOOLS]
    assert len({game.state.values for game in games}) == len(VIEWS)
    human = Session.start(PACK, Setup(PACK.seats, 11))
    while (seat := human.next_seat()) is not None:
        human.decide(seat, human.legal(seat)[0])
    for view in SCHOOLS:
        other = what_if(human, changed_view(human, view.id)).other
        first = [one.action for one in human.state.decisions if one.turn == 1]
        assert [one.action for one in other.state.decisions if one.turn == 1] == first
        assert other.state.values != human.state.values


def test_the_example_of_the_page_is_read_and_makes_a_difference(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "worldviews.md").read_text()
    example = page.partition("```yaml\n")[2].partition("```")[0]
    path = tmp_path / "border-first.yaml"
    path.write_text(dedent(example))
    session = Session.start(PACK, Setup((), 11))
    assert what_if(session, changed_view(session, *chosen_view(PACK, str(path)))).first is not None


def test_no_school_makes_one_countrys_offices_win_by_itself() -> None:
    """Even-handed: over many games the two countries' means differ by less than ten points in each view."""
    for view in VIEWS:
        game = Game(PACK, view)
        total = {"mx": 0, "us": 0}
        for seed in range(60):
            end = playout(game, seed, make_bot("random", PACK, view, seed).choose)[-1].state
            for seat, value in game.returns(end).items():
                total[seat.partition(".")[0]] += value
        assert abs(total["mx"] - total["us"]) / 60 / 2 < 10_000
