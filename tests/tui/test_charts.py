"""The charts and the map on the screen: opened, chosen, turned into text, with keys alone."""

import pytest
from textual.pilot import Pilot

from dosmesas.load.loading import read
from dosmesas.model.rules import Pack
from dosmesas.session.charts import charts_view
from dosmesas.session.places import places_view
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from dosmesas.text.safe import faults
from dosmesas.tui.app import DosMesasApp
from dosmesas.tui.canvas import Canvas
from dosmesas.tui.marks import PATTERNS
from dosmesas.tui.screens.charts import ChartsScreen
from dosmesas.tui.screens.map import MapScreen
from dosmesas.tui.themes import ALL
from tests.support.hostile import ALIVE, hostile_world
from tests.support.making import NORDEN
from tests.support.midway import SECRETARY
from tests.support.playing import start
from tests.support.screens import in_sight, name, notices, press, run, text_of
from tests.support.shipped import shipped
from tests.support.small import roots_of

SIZES = [(80, 24), (120, 40)]


def game(turns: int = 2, pack: Pack | None = None) -> Session:
    session = Session.start(pack or shipped("culiacan"), Setup((SECRETARY,), 5, argue="none"))
    while session.next_seat() and session.state.turn <= turns:
        session.decide(SECRETARY, session.legal(SECRETARY)[-1])
    return session


def looked_at(screen: ChartsScreen | MapScreen, *keys: str, session: Session, **how: object) -> str:
    """What is in sight on this screen after these keys."""
    seen = []

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await app.push_screen(screen)
        await press(pilot, *keys)
        await pilot.pause()
        seen.append(in_sight(app))

    run(session, play, **how)  # type: ignore[arg-type] # size and language
    return seen[0]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "es"])
def test_the_main_indicators_are_in_sight_with_their_numbers(size: tuple[int, int], language: str) -> None:
    session = game()
    text = looked_at(ChartsScreen(), session=session, size=size, language=language)
    words = " ".join(text.split())
    for one in charts_view(session, SECRETARY, language).series[:6]:
        assert one.told[-1] in text
        assert one.name.split()[0] in words


@pytest.mark.parametrize("size", SIZES)
def test_a_digit_opens_an_indicator_and_arrows_go_through_all_that_the_office_sees(
    size: tuple[int, int],
) -> None:
    session = game()
    names = [one.name for one in charts_view(session, SECRETARY, "en").series]
    assert f"Chart 4 of {len(names)}: {names[3]}" in looked_at(
        ChartsScreen(), "4", session=session, size=size
    )
    assert names[4] in looked_at(ChartsScreen(), "4", "right", session=session, size=size).split("\n")[0]
    assert names[-1] in looked_at(ChartsScreen(), "left", session=session, size=size).split("\n")[0]
    assert "main indicators" in looked_at(ChartsScreen(), "4", "0", session=session, size=size)


def test_both_open_from_the_table_with_a_key_and_close_with_it() -> None:
    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        for key, screen in {"c": "ChartsScreen", "m": "MapScreen"}.items():
            await press(pilot, key)
            assert name(app) == screen
            await press(pilot, key)
            assert name(app) == "TableScreen"
        app.open("charts", "trust")
        await pilot.pause()
        assert ": Trust" in text_of(app, "#header")
        app.pop_screen()
        app.open("charts", "nothing of the kind")
        await pilot.pause()
        assert "main indicators" in text_of(app, "#header")

    run(game(), play)


def test_the_scale_is_said_and_can_be_the_whole_range() -> None:
    session = game()
    assert "a quarter of the range of 0 to 100" in looked_at(ChartsScreen("trust"), session=session)
    whole = looked_at(ChartsScreen("trust"), "z", session=session)
    assert "0 to 100, the whole range" in whole
    assert "100┤" in whole
    unlike = looked_at(ChartsScreen("trust"), "v", "1", session=session)
    assert "percent of each one's own range" in " ".join(unlike.split())


def test_up_to_four_are_compared_and_a_fifth_is_refused() -> None:
    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await app.push_screen(ChartsScreen())
        await press(pilot, "2", "v", "4", "v", "5", "v", "6")
        text = in_sight(app)
        assert text.split("\n")[0].count(",") == 3
        assert all(mark in text for mark in "●▲■◆")
        await press(pilot, "v")
        assert notices(app) == ["Four at a time are the most."]
        await press(pilot, "2", "v")
        assert text_of(app, "#header").count(",") == 2

    run(game(), play)


@pytest.mark.parametrize("keys", [(), ("4",), ("4", "v", "2")])
def test_the_text_says_the_numbers_of_the_picture(keys: tuple[str, ...]) -> None:
    session = game()
    ids = {(): range(6), ("4",): [3], ("4", "v", "2"): [3, 1]}[keys]
    series = charts_view(session, SECRETARY, "en").series
    seen = []

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await app.push_screen(ChartsScreen())
        await press(pilot, *keys, "t")
        assert not app.screen.query_one(Canvas).display
        seen.append(text_of(app, "#twin"))
        await press(pilot, "t")
        assert app.screen.query_one(Canvas).display

    run(session, play)
    for n in ids:
        assert all(value in seen[0] for value in series[n].told)
    assert ("Decided by" if keys == ("4",) else "┻ 1 Oct") in seen[0]


def test_decisions_are_in_sight_below_the_chart() -> None:
    session = game(1)
    label = next(one.label for one in charts_view(session, SECRETARY, "en").taken if one.mine)
    assert f"┻ 1 Oct  {label}" in looked_at(ChartsScreen("trust"), session=session)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_place_is_on_the_map_in_sight_with_its_credit(size: tuple[int, int], language: str) -> None:
    session = game()
    text = looked_at(MapScreen(), session=session, size=size, language=language)
    for number, one in enumerate(places_view(session, SECRETARY, language), 1):
        assert one.name in text
        for state in one.states:
            assert any(f"{number}{pattern}{state[3:]}" in text for pattern in "░▒▓")
    assert "Made with Natural Earth. U.S. state lines: U.S. Census Bureau." in text
    assert "★" in text


def test_the_map_opens_at_the_place_of_the_last_event_and_tells_what_happened_at_each() -> None:
    session = game(1)

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await app.push_screen(MapScreen())
        await pilot.pause()
        assert "The killings near the border" in text_of(app, "#place")
        await press(pilot, "1")
        assert "Culiacán, 17 October" in text_of(app, "#place")
        await press(pilot, "left")
        assert text_of(app, "#place").startswith("6. Chiapas")
        await press(pilot, "t")
        told = text_of(app, "#twin")
        assert all(one.name in told for one in places_view(session, SECRETARY, "en"))
        await press(pilot, "e")
        assert "Los lugares del mapa." in text_of(app, "#twin")
        await press(pilot, "escape")
        assert name(app) == "TableScreen"

    run(session, play)


def test_a_world_without_places_has_a_screen_of_text_and_no_map_of_mexico() -> None:
    text = looked_at(MapScreen(), "right", session=start(NORDEN))
    assert "There are no places in this world." in text
    assert "SON" not in text


@pytest.mark.parametrize("screen", [ChartsScreen, MapScreen])
def test_the_picture_follows_the_size_and_outlives_a_terminal_that_is_too_small(
    screen: type[ChartsScreen | MapScreen],
) -> None:
    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await app.push_screen(screen())
        await pilot.pause()
        small = app.screen.query_one(Canvas).picture
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        large = app.screen.query_one(Canvas).picture
        assert len(large) > len(small)
        await pilot.resize_terminal(30, 8)
        await pilot.pause()
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert len(app.screen.query_one(Canvas).picture) == len(small)

    run(game(), play)


@pytest.mark.parametrize("text", ALIVE[:3])
def test_a_strangers_names_are_shown_and_do_nothing(tmp_path: object, text: str) -> None:
    base = hostile_world(tmp_path, text)  # type: ignore[arg-type] # a path
    pack = read(base / "content/harbour", roots_of(base)).pack
    assert pack is not None
    for keys in ((), ("1",), ("1", "v", "2"), ("t",)):
        seen = looked_at(ChartsScreen(), *keys, session=start(NORDEN, pack=pack))
        assert faults(seen) == []
        assert text[:6] in seen


def test_the_chart_of_a_game_that_is_over_opens_what_was_hidden() -> None:
    session = game(9)
    text = looked_at(ChartsScreen("trust"), session=session)
    assert "a year in which nobody decides" in text
    assert "+12" in text


@pytest.mark.parametrize("theme", [theme.name for theme in ALL])
def test_in_every_theme_the_fill_of_a_level_can_be_told_from_its_ground(theme: str) -> None:
    inks: dict[str, set[tuple[object, object]]] = {}

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        app.theme = theme
        await app.push_screen(MapScreen())
        await pilot.pause()
        for segment in (one for y in range(12) for one in app.screen.query_one(Canvas).render_line(y)):
            for mark in PATTERNS.values():
                if segment.text.strip() and not segment.text.strip(mark) and segment.style:
                    inks.setdefault(mark, set()).add((segment.style.color, segment.style.bgcolor))

    run(game(), play)
    assert len(inks) >= 2
    assert all(colour != ground for pairs in inks.values() for colour, ground in pairs)
    assert len({pair for pairs in inks.values() for pair in pairs}) == len(inks)
