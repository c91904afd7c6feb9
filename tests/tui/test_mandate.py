"""The mandate on the screen: a key away wherever one decides, and named beside the choices."""

import pytest
from textual.pilot import Pilot

from dosmesas.engine.state import Point
from dosmesas.load.loading import load_pack
from dosmesas.session.mandate import main_goals, mandate_of
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from dosmesas.text.catalog import say
from dosmesas.text.number import fixed
from dosmesas.tui.app import DosMesasApp
from tests.support.full import packs
from tests.support.midway import SECRETARY, arguing
from tests.support.screens import in_sight, name, press, run
from tests.support.shipped import shipped

LANGUAGES = pytest.mark.parametrize("language", ["en", "es"])


@LANGUAGES
def test_its_key_shows_every_goal_with_weight_ends_and_where_it_stands_and_closes_it_again(
    language: str,
) -> None:
    session = Session.start(shipped("culiacan"), Setup((SECRETARY,), 3, language=language))
    view = mandate_of(session, SECRETARY, language)

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "o")
        assert name(app) == "MandateScreen"
        lines = [" ".join(line.split()) for line in in_sight(app).splitlines()]
        for one in view.goals:
            line = next(line for line in lines if f" {one.name} " in line)
            assert f" {one.now} {one.worst} › {one.best} {fixed(one.points)}/{one.weight} " in line
            assert line.startswith("▲" if one.up else "▼")
        text = " ".join(lines)
        assert say(language, "mandate_total", points=fixed(view.points)) in text
        assert say(language, "mandate_publics", publics=view.publics) in text
        await press(pilot, "o")
        assert name(app) == "TableScreen"

    run(session, play, (80, 24), language)


@pytest.mark.parametrize("point", [Point.CASE, Point.REBUT, Point.REPLY])
def test_it_can_be_read_in_a_debate_and_over_a_report(point: Point) -> None:
    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        before = name(app)
        await press(pilot, "o", "o")
        assert name(app) == before
        await press(pilot, "o")
        assert name(app) == "MandateScreen"
        await press(pilot, "escape")
        if point is Point.REPLY:
            await press(pilot, "enter", "o")
            assert name(app) == "MandateScreen"
            await press(pilot, "escape")
            assert name(app) == "OutcomeScreen"

    run(arguing(point), play)


@LANGUAGES
@pytest.mark.parametrize("pack", packs(2))
def test_the_heaviest_goal_of_every_office_stands_beside_the_choices_at_80_columns(
    pack: str, language: str
) -> None:
    for seat in load_pack(pack).seats:
        session = Session.start(load_pack(pack), Setup((seat,), 3, language=language))
        goals = main_goals(session.pack, seat, language)

        async def play(
            app: DosMesasApp, pilot: Pilot[None], goals: tuple[tuple[str, bool], ...] = goals
        ) -> None:
            await pilot.pause()
            title = next(line for line in in_sight(app).splitlines() if say(language, "pane_behind") in line)
            heaviest, up = goals[0]
            assert f"{heaviest} {'▲' if up else '▼'}" in title

        if session.state.turn == 1:
            run(session, play, (80, 24), language)
