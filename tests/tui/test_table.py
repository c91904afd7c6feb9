"""The table on the screen: what is in sight, what stays where it is, and how little a moved highlight costs."""

import re

import pytest
from attrs import evolve
from textual.pilot import Pilot
from textual.widgets import OptionList

from dosmesas.engine.state import SILENT
from dosmesas.model.rules import Pack
from dosmesas.session.session import Session
from dosmesas.session.settings import Settings
from dosmesas.session.setup import Setup
from dosmesas.text.local import Text, plain
from dosmesas.tui.app import DosMesasApp, Wish
from dosmesas.tui.screens import table
from tests.support.screens import in_sight, press, run, screen_text
from tests.support.shipped import shipped
from tests.support.small import harbour

SEAT = "mx.security_secretary"
SIZES = [(80, 24), (100, 30), (120, 40)]


def game(pack: Pack | None = None, seat: str = SEAT, language: str = "en") -> Session:
    return Session.start(pack or shipped("culiacan"), Setup((seat,), 5, language=language))


def labelled(count: int) -> Pack:
    """Culiacán with so many options for the first event, all with the longest labels there may be."""
    pack = shipped("culiacan")
    event = pack.events["culiacan"]
    own = event.seats[SEAT]
    label = "Pedir a la Secretaría de Relaciones Exteriores otra nota"
    options = tuple(
        evolve(
            own[at % len(own)],
            id=own[at].id if at < len(own) else f"culiacan/more-{at}",
            label=plain(f"{label} {at + 1}"),
        )
        for at in range(count)
    )
    event = evolve(event, seats={**event.seats, SEAT: options})
    return evolve(pack, events={**pack.events, "culiacan": event})


def areas(app: DosMesasApp) -> dict[str, object]:
    """Where each part of the screen stands."""
    return {one.id: one.region for one in app.screen.query("*") if one.id}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "es"])
def test_brief_options_and_a_table_are_in_sight_together_with_the_heading(
    size: tuple[int, int], language: str
) -> None:
    session = game(language=language)

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "3", "enter")
        seen = " ".join(in_sight(app).split())
        event = session.pack.events["culiacan"]
        assert session.pack.title(language) in seen.split("─")[0]
        assert event.title(language) in seen
        assert " ".join(event.brief(language).split()[:6]) in seen
        for one in event.seats[SEAT]:
            assert " ".join(one.label(language).split()[:4]) in seen
        assert session.pack.ruleset.audiences["governors"].name(language) in seen

    run(session, play, size, language)


def test_where_there_is_room_all_panes_are_in_sight_at_once() -> None:
    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        seen = in_sight(app)
        titles = ("Home table", "Joint table", "Situation", "Coming", "Your word", "What stands behind it")
        for title in titles:
            assert title in seen
        assert "A truce until a judge comes" in seen
        assert "State authority" in seen
        assert "Then you choose among these." in seen

    run(game(), play, (120, 40))


@pytest.mark.parametrize("key", ["tab", "t"])
def test_where_there_is_little_room_a_key_opens_one_table_after_the_other(key: str) -> None:
    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        marks = ("the governors", "● fits both", "Guns going south", "Nothing that you know of.")
        for mark in (*marks, marks[0]):
            assert [one for one in marks if one in in_sight(app)] == [mark]
            await press(pilot, key)

    run(game(), play)


def test_the_open_table_is_remembered_within_a_game_and_forgotten_in_the_next() -> None:
    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "t", "t", "3", "enter")
        assert "Guns going south" in in_sight(app)
        await press(pilot, "1", "enter", "enter")
        assert "Turn 2/4" in in_sight(app)
        assert "Guns going south" in in_sight(app)
        app.begin(game())
        await pilot.pause()
        assert "the governors" in in_sight(app)

    run(game(), play)


@pytest.mark.parametrize("size", SIZES)
def test_nothing_jumps_when_the_highlight_moves_or_another_table_is_opened(size: tuple[int, int]) -> None:
    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        for _ in range(2):
            before = areas(app)
            await press(pilot, "down")
            assert areas(app) == before
            await press(pilot, "down", "t", "t", "t")
            assert areas(app) == before
            await press(pilot, "3", "enter")

    run(game(), play, size)


def test_the_view_is_computed_once_and_a_moved_highlight_writes_two_rows_and_one_pane(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    computed = list[str]()
    view_of = table.table_view

    def counted(session: Session, seat: str, language: str) -> object:
        computed.append(language)
        return view_of(session, seat, language)

    monkeypatch.setattr(table, "table_view", counted)

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        assert computed == ["en"]
        await press(pilot, "down", "down", "up", "2", "t", "pagedown")
        assert computed == ["en"]
        await press(pilot, "e")
        assert computed == ["en", "es"]
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert computed == ["en", "es"]

    run(game(), play)


def test_the_highlight_and_what_stands_behind_it_go_together_by_arrow_and_by_digit() -> None:
    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "3", "enter")
        for keys, wanted in ((["down"], 1), (["4"], 3), (["up"], 2)):
            await press(pilot, *keys)
            assert re.findall(r"▸(\d) ", in_sight(app)) == [str(wanted + 1)]
            reason = app.game.pack.events["culiacan"].seats[SEAT][wanted].reason("en")
            assert " ".join(reason.split()[:5]) in in_sight(app)

    run(game(), play)


def test_the_highlight_stays_when_the_language_or_the_size_changes() -> None:
    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "2", "e")
        assert app.screen.query_one(OptionList).highlighted == 1
        assert "Rechazar abiertamente." in in_sight(app)
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert app.screen.query_one(OptionList).highlighted == 1
        assert "Mesa conjunta" in in_sight(app)

    run(game(), play)


@pytest.mark.parametrize("size", SIZES)
def test_five_options_with_the_longest_labels_can_all_be_read_and_taken(size: tuple[int, int]) -> None:
    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "3", "enter")
        for number in "12345":
            await press(pilot, number)
            seen = " ".join(in_sight(app).split())
            assert f"▸{number} Pedir a la Secretaría" in seen
            assert f"otra nota {number}" in seen.replace("│ ", "")

    run(game(labelled(5)), play, size)


def test_options_that_wait_for_the_words_cannot_be_taken_before() -> None:
    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "end", "down", "down", "4", "5")
        assert (app.screen.query_one(OptionList).highlighted or 0) < 3
        await press(pilot, "3", "enter")
        assert app.game.state.words(1)[SEAT] == "silent"

    run(game(), play, (120, 40))


@pytest.mark.parametrize("size", SIZES)
def test_a_pack_without_home_tables_shows_no_forecast_and_says_that_nobody_is_asked(
    size: tuple[int, int],
) -> None:
    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "3", "enter")
        assert "Nobody at home is asked here." in in_sight(app)
        assert "┃" not in in_sight(app)

    run(game(harbour(), "no.minister"), play, size)


def test_places_may_stand_among_the_indicators() -> None:
    pack = shipped("culiacan")
    places = [one.id for one in pack.ruleset.indicators.values() if one.is_place]

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "t", "t")
        assert "1 (tense) ▅" in in_sight(app)
        assert "2 (violent) █" in in_sight(app)

    run(game(evolve(pack, headline=tuple(places[:4]))), play)


def test_page_down_reads_on_and_comes_back_to_the_beginning() -> None:
    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        story = app.screen.query_one("#story")
        assert story.max_scroll_y > 0
        await press(pilot, "pagedown")
        assert story.scroll_offset.y > 0
        for _ in range(5):
            await press(pilot, "pagedown")
            if story.scroll_offset.y == 0:
                break
        assert story.scroll_offset.y == 0

    run(game(), play)


@pytest.mark.parametrize(("detail", "wanted"), [("first", "an inquiry"), ("full", "38")])
def test_forecasts_are_told_as_the_player_has_set_it(detail: str, wanted: str) -> None:
    session = game()

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        app.wish = Wish(Settings(detail=detail))
        app.screen.refresh_texts()  # type: ignore[attr-defined]
        await press(pilot, "3", "enter")
        first = str(app.screen.query_one(OptionList).get_option_at_index(0).prompt)
        assert first.endswith(wanted)

    run(session, play)


HOSTILE = "[@click=app.quit]x[/] \x1b[2J [/nope] [$y]"


@pytest.mark.parametrize("size", SIZES)
def test_hostile_texts_everywhere_are_shown_as_they_are(size: tuple[int, int]) -> None:
    pack = shipped("culiacan")
    bad, ruleset = Text((("en", HOSTILE),)), pack.ruleset
    event = pack.events["culiacan"]
    seats = {
        seat: tuple(evolve(one, label=bad, reason=bad) for one in own) for seat, own in event.seats.items()
    }
    deals = tuple(evolve(one, name=bad) for one in event.deals)
    event = evolve(event, title=bad, brief=bad, seats=seats, deals=deals)
    ruleset = evolve(
        ruleset,
        indicators={name: evolve(one, name=bad, unit=bad) for name, one in ruleset.indicators.items()},
        audiences={name: evolve(one, name=bad) for name, one in ruleset.audiences.items()},
        offices={name: evolve(one, name=bad) for name, one in ruleset.offices.items()},
    )
    pack = evolve(pack, title=bad, ruleset=ruleset, events={**pack.events, "culiacan": event})

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        for _ in range(2):
            for _ in range(4):
                assert "\x1b" not in screen_text(app)
                assert "x[/]" in in_sight(app)
                await press(pilot, "t", "down")
            await press(pilot, "3", "enter")

    run(game(pack), play, size)


def test_at_the_words_the_cursor_starts_on_silence_so_that_an_enter_too_many_binds_nobody() -> None:
    session = game()

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "enter")
        assert session.state.words(1)[SEAT] == SILENT

    run(session, play)


def test_a_change_of_language_leaves_the_cursor_where_the_player_has_put_it() -> None:
    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "1", "e")
        assert app.screen.query_one(OptionList).highlighted == 0

    run(game(), play)
