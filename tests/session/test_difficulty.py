"""How hard a game is: a handicap is kept wherever the game goes, counts once, and is told."""

import asyncio
from pathlib import Path

import pytest
from attrs import evolve

from dosmesas.bots.known import players_of
from dosmesas.bots.speaker import SPEAKERS
from dosmesas.journal.journal import read_journal
from dosmesas.model.rules import Pack
from dosmesas.session.beforehand import handicap_line
from dosmesas.session.difficulty import (
    DIFFICULTIES,
    USUAL,
    eased,
    handicap_in,
)
from dosmesas.session.fork import fork, fork_of_save
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup, checked
from dosmesas.session.whatif import Change, changed_decision, what_if
from dosmesas.tui.app import DosMesasApp
from tests.support.making import NORDEN, SUDEN
from tests.support.playing import finish
from tests.support.screens import notices, opened
from tests.support.shipped import shipped
from tests.support.small import harbour, parley
from tests.support.talking import talk

WARDEN = "no.warden"
WARM, COLD = 5, -5


def starts(pack: Pack) -> dict[str, int]:
    """Where each indicator begins, in points."""
    return {name: one.start // 1000 for name, one in pack.ruleset.indicators.items()}


def changed(pack: Pack, written: Pack | None = None) -> dict[str, int]:
    """By how much each indicator begins elsewhere than written."""
    before = starts(written or parley())
    return {name: now - before[name] for name, now in starts(pack).items() if now != before[name]}


def begun(points: int, *seats: str, save: Path | None = None, bot: str = "persona") -> Session:
    """A game of parley with a handicap."""
    return Session.start(parley(), Setup(seats or (NORDEN,), 7, bot, handicap=points), save=save)


def standing(session: Session) -> int:
    """How the fishers stand now, in points."""
    return dict(zip(session.game.tables.names, session.state.values, strict=True))["fishers"] // 1000


def test_every_difficulty_can_be_played_and_the_usual_one_has_no_handicap() -> None:
    for one in DIFFICULTIES.values():
        assert one.counterpart in players_of(parley())
        assert one.level in SPEAKERS
        checked(parley(), Setup((NORDEN,), counterpart=one.counterpart, level=one.level))
    assert DIFFICULTIES[USUAL].handicap == 0
    handicaps = [one.handicap for one in DIFFICULTIES.values()]
    assert handicaps == sorted(handicaps, reverse=True)
    assert handicaps[0] > 0 > handicaps[-1]


@pytest.mark.parametrize(
    ("seats", "moved"),
    [
        ((NORDEN,), {"fishers": 5}),
        ((WARDEN,), {"fishers": 5, "press": 5}),
        ((NORDEN, SUDEN), {"fishers": 5}),  # both answer to them, yet they are warmer once
        ((), {}),
    ],
)
def test_the_home_tables_of_the_players_and_no_others_begin_warmer(
    seats: tuple[str, ...], moved: dict[str, int]
) -> None:
    assert changed(eased(parley(), seats, WARM)) == moved
    assert changed(eased(parley(), seats, COLD)) == {name: -by for name, by in moved.items()}
    assert eased(parley(), seats, 0) is parley()


def test_a_pack_is_eased_once_and_never_twice() -> None:
    once = eased(parley(), (NORDEN,), WARM)
    assert changed(eased(once, (NORDEN,), WARM)) == {"fishers": 5}
    assert changed(eased(once, (NORDEN,), COLD)) == {"fishers": -5}
    assert changed(eased(once, (WARDEN,), WARM)) == {"fishers": 5, "press": 5}
    assert changed(eased(eased(once, (WARDEN,), WARM), (NORDEN,), WARM)) == {"fishers": 5}
    assert changed(eased(once, (NORDEN,), 0)) == {}
    assert eased(once, (NORDEN,), 0).handicap == 0


def test_a_table_at_its_bound_stays_there_and_comes_back_to_what_was_written() -> None:
    full = evolve(parley().ruleset.indicators["fishers"], start=98_000)
    rules = evolve(parley().ruleset, indicators={**parley().ruleset.indicators, "fishers": full})
    pack = evolve(parley(), ruleset=rules)
    warm = eased(pack, (NORDEN,), WARM)
    assert changed(warm, pack) == {"fishers": 2}
    assert changed(eased(warm, (NORDEN,), COLD), pack) == {"fishers": -5}


def test_where_nothing_is_carried_home_there_is_no_handicap_and_none_is_told() -> None:
    assert eased(harbour(), (NORDEN,), WARM) is harbour()
    assert handicap_in(harbour(), WARM) == 0
    assert handicap_in(parley(), WARM) == WARM
    session = Session.start(harbour(), Setup((NORDEN,), handicap=WARM))
    assert "Handicap" not in talk(session, "quit")


@pytest.mark.parametrize("points", [WARM, COLD])
def test_a_game_begins_with_the_handicap_and_its_save_goes_on_with_it(points: int, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    session = begun(points, save=path)
    assert standing(session) == 50 + points
    session.decide(NORDEN, session.legal(NORDEN)[0])
    session.close()
    assert read_journal(path).header.handicap == f"{points:+}"
    resumed = Session.resume(parley(), path)
    assert resumed.setup.handicap == points
    assert resumed.state == session.state
    assert standing(Session.replay(parley(), path)) == standing(session)
    resumed.close()


def test_a_save_without_a_handicap_says_nothing_of_one(tmp_path: Path) -> None:
    begun(0, save=tmp_path / "a.jsonl").close()
    assert read_journal(tmp_path / "a.jsonl").header.handicap == ""
    assert Session.replay(parley(), tmp_path / "a.jsonl").pack.handicap == 0


def test_a_finished_game_replays_to_the_same_state_and_under_another_handicap_it_would_not(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.jsonl"
    session = finish(begun(COLD, save=path))
    session.close()
    assert Session.replay(parley(), path).digest() == session.digest()
    assert finish(begun(0)).digest() != session.digest()


def test_a_fork_keeps_the_handicap_and_does_not_add_another(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    old = finish(begun(WARM, save=path))
    old.close()
    for other in (fork(old, 1), fork_of_save(Session.replay(parley(), path), path, 1)):
        assert other.setup.handicap == WARM
        assert other.pack.handicap == WARM
        assert standing(other) == 55
        other.close()
    again = fork(old, 2, tmp_path / "b.jsonl")
    again.close()
    assert Session.replay(parley(), tmp_path / "b.jsonl").state == again.state


def test_what_if_plays_on_under_the_same_handicap() -> None:
    session = finish(begun(COLD))
    first = session.state.decisions[0]
    same = changed_decision(session, first.turn, first.point, first.seat, first.action)
    assert what_if(session, same).other.state == session.state
    other = what_if(session, Change(view="doubter")).other
    assert other.pack.handicap == COLD
    assert other.path[0].state.values == session.path[0].state.values


def test_from_the_next_chair_the_handicap_is_that_chairs_and_the_save_replays(tmp_path: Path) -> None:
    session = begun(WARM)
    setup = evolve(session.setup, seats=(WARDEN,))
    chair = finish(Session.start(session.pack, setup, save=tmp_path / "b.jsonl"))
    chair.close()
    assert changed(chair.pack) == {"fishers": 5, "press": 5}
    assert Session.replay(parley(), tmp_path / "b.jsonl").state == chair.state


def test_bots_across_know_of_the_handicap_as_they_know_the_rules() -> None:
    session = begun(WARM)
    assert session.game.pack.ruleset.indicators["fishers"].start == 55_000
    assert finish(session).over


@pytest.mark.parametrize(
    ("points", "language", "line"),
    [
        (0, "en", ""),
        (5, "en", "Handicap: your home tables begin 5 points warmer than written."),
        (-5, "en", "Handicap: your home tables begin 5 points colder than written."),
    ],
)
def test_a_handicap_is_told_in_points_and_which_way_it_goes(points: int, language: str, line: str) -> None:
    assert handicap_line(points, language) == line


def test_the_spanish_line_tells_an_advantage_from_a_disadvantage() -> None:
    warm, cold = handicap_line(5, "es"), handicap_line(-5, "es")
    assert "5 puntos más" in warm
    assert "5 puntos menos" in cold
    assert warm.startswith("Ventaja")
    assert cold.startswith("Desventaja")


@pytest.mark.parametrize("points", [0, WARM, COLD])
def test_plain_mode_says_it_once_before_the_first_decision(points: int) -> None:
    told = talk(begun(points), "1", "1", "1", "1", "quit")
    assert told.count("Handicap") == (1 if points else 0)
    if points:
        assert told.index("Handicap") < told.index("Turn 1")


def test_the_first_table_says_it_on_the_screen() -> None:
    async def told(points: int) -> list[str]:
        async with opened(begun(points)) as (app, _):
            assert isinstance(app, DosMesasApp)
            return notices(app)

    line = handicap_line(COLD, "en")
    assert line in asyncio.run(told(COLD))
    assert not any("andicap" in text for text in asyncio.run(told(0)))


def test_the_shipped_pack_has_home_tables_for_every_office() -> None:
    pack = shipped("culiacan")
    for seat in pack.seats:
        assert len(changed(eased(pack, (seat,), WARM), pack)) >= 2
