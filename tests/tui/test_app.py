"""The screens, driven by keys alone."""

import shutil
from pathlib import Path

import pytest
from attrs import evolve
from textual.pilot import Pilot
from textual.widgets import OptionList

from dosmesas.journal.journal import JournalError
from dosmesas.load.loading import load_pack
from dosmesas.model.rules import Pack
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from dosmesas.text.local import Text, plain
from dosmesas.tui.app import DosMesasApp
from tests.support.full import sampled
from tests.support.screens import debrief_text, in_sight, press, run, screen_text
from tests.support.shipped import shipped
from tests.support.small import harbour


def game(*seats: str, pack: Pack | None = None, language: str = "en", save: Path | None = None) -> Session:
    return Session.start(pack or harbour(), Setup(seats or ("no.minister",), 1, language=language), save=save)


@pytest.mark.parametrize(
    ("seat", "language", "size"),
    sampled(
        [
            ("mx.security_secretary", "en", (80, 24)),
            ("mx.security_secretary", "es", (80, 24)),
            ("us.attorney_general", "en", (120, 40)),
            ("us.attorney_general", "es", (120, 40)),
        ],
        3,
    ),
)
def test_a_whole_game_is_played_with_enter_alone(seat: str, language: str, size: tuple[int, int]) -> None:
    session = game(seat, pack=shipped("culiacan"), language=language)
    seen: list[str] = []

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        for _ in range(80):
            seen.append(type(app.screen).__name__)
            if seen[-1] == "DebriefScreen":
                break
            await press(pilot, "enter")
        assert session.over
        assert len(await debrief_text(app, pilot)) > 4000

    run(session, play, size, language)
    assert seen.count("OutcomeScreen") == 4


def test_a_digit_goes_to_a_choice_and_enter_takes_it() -> None:
    session = game()

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "3", "enter", "2", "enter")
        assert "Refuse" in screen_text(app)

    run(session, play)
    assert session.state.chosen(1)["no.minister"] == "talks/refuse"


def test_an_option_that_is_not_open_is_refused_and_nothing_happens() -> None:
    session = game()

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "3", "enter", "3", "enter")
        assert type(app.screen).__name__ == "TableScreen"

    run(session, play)
    assert session.state.turn == 1


def test_undo_goes_back_to_the_beginning_of_the_turn() -> None:
    session = game()

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "3", "enter", "u")
        assert "Give your word" in screen_text(app)

    run(session, play)
    assert session.state.decisions == ()


def test_the_language_changes_in_the_middle_of_a_turn() -> None:
    session = game("us.president", pack=shipped("culiacan"))

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        assert "Decline openly." in screen_text(app)
        await press(pilot, "e")
        assert "Rechazar abiertamente." in screen_text(app)
        await press(pilot, "e")
        assert "Decline openly." in screen_text(app)

    run(session, play)


def test_between_two_players_a_curtain_hides_what_the_first_one_chose() -> None:
    session = game("no.minister", "su.minister")

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "3", "enter")
        assert type(app.screen).__name__ == "CurtainScreen"
        assert "Say nothing" not in screen_text(app)
        assert "Minister of Suden" in screen_text(app)
        await press(pilot, "enter", "3", "enter", "enter", "2", "enter")
        assert type(app.screen).__name__ == "CurtainScreen"
        assert "Refuse" not in screen_text(app)
        await press(pilot, "enter")
        assert "Refuse" not in screen_text(app)

    run(session, play)
    assert session.held == {"no.minister": "talks/refuse"}


def test_why_help_and_dossier_open_over_the_table_and_close_again() -> None:
    session = game()

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "3", "enter", "2", "enter", "w")
        assert "more is caught than grows" in screen_text(app) or "Goodwill, turn 1" in screen_text(app)
        await press(pilot, "escape", "enter", "question_mark", "q", "u", "o")
        assert "Quota. How much may be caught." in screen_text(app)
        await press(pilot, "escape", "d")
        assert "stock-falls" in screen_text(app)
        await press(pilot, "escape")
        assert type(app.screen).__name__ == "TableScreen"

    run(session, play)


def test_a_terminal_that_is_too_small_says_so_until_it_is_large_enough() -> None:
    session = game()

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await pilot.resize_terminal(60, 12)
        await pilot.pause()
        assert "80 columns and 24 rows" in screen_text(app)
        await pilot.resize_terminal(90, 30)
        await pilot.pause()
        assert type(app.screen).__name__ == "TableScreen"

    run(session, play)


HOSTILE = "[@click=app.quit]x[/] \x1b[2J [/nope] [$y]"


def test_hostile_texts_are_shown_as_they_are_and_do_nothing() -> None:
    pack = harbour()
    talks = pack.events["talks"]
    bad = Text((("en", HOSTILE),))
    options = {
        seat: tuple(evolve(one, label=bad, reason=bad) for one in own) for seat, own in talks.seats.items()
    }
    events = {**pack.events, "talks": evolve(talks, title=bad, brief=bad, seats=options)}
    session = game(pack=evolve(pack, events=events, title=bad))

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        text = screen_text(app)
        assert "[@click=app.quit]x[/]" in text
        assert "\x1b" not in text
        await press(pilot, "3", "enter", "1", "enter")
        assert "[/nope]" in screen_text(app)

    run(session, play)


def test_a_save_that_cannot_be_written_is_told_and_the_game_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = game(save=tmp_path / "a.jsonl")
    assert session.journal is not None

    def full(*_: object) -> None:
        raise JournalError("cannot write the save: No space left on device")

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        monkeypatch.setattr("dosmesas.journal.journal.Journal.append", full)
        await press(pilot, "3", "enter")
        assert "Give your word" in screen_text(app)

    run(session, play)
    assert session.held == {}


def test_the_title_starts_the_first_game_with_one_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOSMESAS_SAVES", str(tmp_path))

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        assert "D O S   M E S A S" in screen_text(app)
        await press(pilot, "r")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "no saved game" in screen_text(app)
        await press(pilot, "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert type(app.screen).__name__ == "TableScreen"

    app = run(None, play)
    assert app.game.setup.seats == ("mx.security_secretary",)
    assert len(list(tmp_path.glob("culiacan-*.jsonl"))) == 1


START = ("up",)
"""From the first line of the set-up, up goes round to the line that starts."""


def test_another_game_is_set_up_with_the_keyboard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOSMESAS_SAVES", str(tmp_path))

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "o", "down")
        assert "Mandate, in weights" in screen_text(app)
        await press(pilot, "up", *START, "enter")
        assert type(app.screen).__name__ == "TableScreen"

    app = run(None, play)
    assert app.game.setup.seats == ("mx.president",)


def test_two_players_are_set_up_and_never_share_an_office(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOSMESAS_SAVES", str(tmp_path))

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "o", "down", "down", "right", "up", "right")
        assert "nobody: you play alone" in in_sight(app)
        await press(pilot, "down", "right", "g")

    app = run(None, play)
    assert app.game.setup.seats == ("mx.security_secretary", "mx.president")


def test_how_well_the_others_argue_and_how_much_is_ones_own_is_set_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOSMESAS_SAVES", str(tmp_path))

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "o", *["down"] * 6, "right", "down", "left", "left", "g")

    setup = run(None, play, language="es").game.setup
    assert (setup.level, setup.argue, setup.language) == ("expert", "all", "es")


@pytest.mark.parametrize(
    ("typed", "seed"),
    [(("backspace",) * 8, 0), ((*["backspace"] * 8, "4", "2"), 42), ((*["backspace"] * 8, "7", "left"), 6)],
)
def test_a_seed_is_typed_and_half_typed_it_starts_a_game_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: tuple[str, ...], seed: int
) -> None:
    monkeypatch.setenv("DOSMESAS_SAVES", str(tmp_path))

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "o", "up", "up", *typed, "g")

    assert run(None, play).game.setup.seed == seed


def test_another_worldview_is_chosen_by_name_with_its_text_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOSMESAS_SAVES", str(tmp_path))

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "o", "down", "down", "down", "right")
        assert "It would rather lose a prisoner" in " ".join(screen_text(app).split())
        await press(pilot, "g")

    app = run(None, play)
    assert app.game.setup.view == "prevention-first"


def test_a_worldviews_name_is_never_read_as_markup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOSMESAS_SAVES", str(tmp_path))
    hostile = "[@click=app.quit]Mine[/]"
    pack = shipped("culiacan")
    view = evolve(pack.ruleset.worldviews["security-first"], name=plain(hostile))
    ruleset = evolve(pack.ruleset, worldviews={**pack.ruleset.worldviews, view.id: view})
    monkeypatch.setattr("dosmesas.tui.screens.setup.load_pack", lambda _: evolve(pack, ruleset=ruleset))

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "o", "down", "down", "down", "right", "right")
        assert hostile in in_sight(app)
        assert app.screen.query_one(OptionList)._markup is False

    run(None, play)


def test_the_same_seed_is_played_from_another_chair_in_one_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOSMESAS_SAVES", str(tmp_path))
    session = game()
    while (seat := session.next_seat()) is not None:
        session.decide(seat, session.legal(seat)[0])

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        assert type(app.screen).__name__ == "DebriefScreen"
        await press(pilot, "v")
        assert "Minister of Suden" in screen_text(app)

    app = run(session, play)
    assert (app.game.setup.seed, app.game.setup.seats) == (1, ("su.minister",))


@pytest.mark.parametrize("harm", ["rules", "middle", "held", "gone"])
def test_a_save_that_cannot_simply_go_on_is_told_on_the_title(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, harm: str
) -> None:
    monkeypatch.setenv("DOSMESAS_SAVES", str(tmp_path / "saves"))
    shutil.copytree(Path(__file__).parents[2] / "content" / "culiacan", tmp_path / "mine")
    save, mine = tmp_path / "saves" / "g.jsonl", tmp_path / "mine"
    setup = Setup(("mx.security_secretary",), 1)
    session = Session.start(load_pack(str(mine)), setup, save=save, folder=str(mine))
    for _ in range(2):
        session.decide("mx.security_secretary", session.legal("mx.security_secretary")[0])
    if harm != "held":
        session.close()
    if harm == "rules":
        with (mine / "pack.yaml").open("a") as file:
            file.write("start:\n  homicides: 29\n")
    elif harm == "middle":
        save.write_bytes(save.read_bytes().replace(b"decision", b"decisiom", 1))
    elif harm == "gone":
        shutil.rmtree(mine)
        shutil.rmtree(save.parent / "packs")
    wanted = {
        "rules": "--rules old",
        "middle": "--from-whole-part",
        "held": "is being played elsewhere",
        "gone": "no pack",
    }

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "r")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert type(app.screen).__name__ == "TitleScreen"
        assert wanted[harm] in screen_text(app)

    run(None, play)


def test_leaving_a_game_for_the_title_lets_its_save_go(tmp_path: Path) -> None:
    save = tmp_path / "g.jsonl"
    session = game(save=save)

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        app.open_title()
        await pilot.pause()
        Session.resume(harbour(), save).close()

    run(session, play)
