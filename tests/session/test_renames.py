"""An author gives things new names: saves from before play again to the same states, and so do saves from after."""

import re
from functools import partial
from pathlib import Path

import pytest

from dosmesas.engine.draws import NamedDraws
from dosmesas.journal.journal import read_journal
from dosmesas.session.opening import look, open_save
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from tests.support.changing import World, small_world
from tests.support.full import cases
from tests.support.making import NORDEN, SUDEN

DECLARED = re.compile(
    r"^ *(?:- )?(event|option|deal|bulletin|indicator|flag|place): ([a-z0-9_-]+)$", re.MULTILINE
)
PLACE = """places:
  - place: cove
    name: The cove
    start: 1
    source: estimate
    willing: yes
    text: A quiet place.
"""
CHANCE = """      - chance: 50
        effects:
          - stock: +1.5
          - after: 1
            effects:
              - goodwill: -1
"""
DEAL = """  - deal: abeam
    name: Side by side
    between:
      no.minister: inner-course
      su.minister: outer-course
    effects:
      - after: 2
        effects:
          - goodwill: +0.5
    headlines:
      no: Side by side
      su: Side by side
"""
SNAKE = {"indicator", "flag", "place"}


def renamed(world: World, *, again: bool = False, without: str = "") -> dict[str, str]:
    """Give all events, options, deals, bulletins, indicators and flags new ids, in the opposite order of sorting.

    `again` for a second time, where the first names stay listed; `without` leaves the former name of one out.
    """
    paths = [*(world.base / "game").rglob("*.yaml"), *world.folder.rglob("*.yaml")]
    # The questions of a debate have a key `stock:`, which is an indicator's name here, and hold no ids of these kinds.
    texts = {path: path.read_text() for path in paths if path.name != "debate.yaml"}
    found = sorted(
        {(name, kind in SNAKE) for text in texts.values() for kind, name in DECLARED.findall(text)}
    )
    new = {
        name: f"{chr(ord('z') - number // 5)}{'edcba'[number % 5]}{'_' if snake else '-'}{name}"
        for number, (name, snake) in enumerate(found)
    }
    keys = {name for name, snake in found if snake}
    former = {to: old for old, to in new.items() if old != without}
    for path, text in texts.items():
        written = text
        for name, to in new.items():
            colon = "" if name in keys else "(?!:)"
            written = re.sub(rf"(?<![\w-]){name}{colon}(?![\w-])", to, written)
        path.write_text(DECLARED.sub(partial(declared, former), written))
        if again:
            path.write_text(merged(path.read_text()))
    return new


def declared(former: dict[str, str], found: re.Match[str]) -> str:
    """The line that declares an id, and below it the former one."""
    line, name = found[0], found[2]
    indent = " " * (len(line) - len(line.lstrip(" -")))
    return f"{line}\n{indent}renamed_from: {former[name]}" if name in former else line


def merged(text: str) -> str:
    """Two lines of former names, the newer above, as one list, oldest first."""
    return re.sub(
        r"^( *)renamed_from: (\S+)\n *renamed_from: (\S+)$",
        r"\1renamed_from:\n\1  - \3\n\1  - \2",
        text,
        flags=re.MULTILINE,
    )


@pytest.fixture(params=["harbour", "regatta"])
def world(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    world = small_world(tmp_path, monkeypatch, request.param)
    (world.base / "game/places.yaml").write_text(PLACE)
    if world.name == "regatta":
        # What the pack lacks: chance in a deal and a bulletin, and two deals that are struck at once.
        world.change(
            "content/regatta/events/start.yaml", "      - goodwill: +4\n", "      - goodwill: +4\n" + CHANCE
        )
        world.change("content/regatta/events/start.yaml", "  - deal: prize\n", DEAL + "  - deal: prize\n")
        world.change(
            "content/regatta/bulletins/gulls.yaml", "      - stock: +0.2\n", "      - stock: +0.2\n" + CHANCE
        )
    return world


@pytest.mark.parametrize("seats", [(NORDEN,), (SUDEN,), (NORDEN, SUDEN)])
@pytest.mark.parametrize("which", [0, 1, -1])
def test_a_save_made_before_everything_was_renamed_goes_on_without_a_difference(
    world: World, seats: tuple[str, ...], which: int
) -> None:
    session = world.played(4, *seats, which=which)
    values = {round(value) for value in session.state.values}
    new = renamed(world)
    again = open_save(world.save)
    assert again.notice == "The pack has changed since, and every decision still leads to the same states"
    assert again.digest() == session.digest()
    assert again.state.event == new.get(session.state.event, "")
    assert {round(value) for value in again.state.values} == values
    assert len(list(again.receipts)) == len(list(session.receipts))


def game(world: World, seed: int, double: str = "") -> tuple[str, ...]:
    """The fingerprints of a whole game whose decisions go by their places in the list."""
    session = Session.start(world.pack(), Setup((NORDEN, SUDEN), seed, draws=double))
    draws, seen = NamedDraws(), [session.digest()]
    while (seat := session.next_seat()) is not None:
        legal = session.legal(seat)
        session.decide(seat, legal[draws.number(seed, "which", len(seen), 0) % len(legal)])
        seen.append(session.digest())
    return tuple(seen)


@pytest.mark.parametrize("double", ["", "fixed", "least"])
def test_renamed_things_keep_their_draws_in_whole_games(world: World, double: str) -> None:
    seeds = range(cases(400, 25))
    before = [game(world, seed, double) for seed in seeds]
    renamed(world)
    assert [game(world, seed, double) for seed in seeds] == before
    assert len({seen[-1] for seen in before}) > len(before) // 2


def test_saves_from_between_two_renamings_and_from_after_them_go_on_too(world: World) -> None:
    first = world.played(4)
    renamed(world)
    middle = World(world.base, world.save.with_name("middle.jsonl"), world.name)
    second = middle.played(4)
    renamed(world, again=True)
    last = World(world.base, world.save.with_name("last.jsonl"), world.name)
    third = last.played(4)
    assert first.digest() == second.digest() == third.digest()
    for one in (world, middle, last):
        session = open_save(one.save)
        assert session.digest() == first.digest()
        assert session.state == third.state
        session.close()
    actions = [{getattr(one, "at", "") for one in read_journal(each.save).records} for each in (world, last)]
    assert actions[0] == actions[1]


@pytest.mark.parametrize("world", ["harbour"], indirect=True)
@pytest.mark.parametrize("name", ["talks", "sign"])
def test_one_former_name_that_is_missing_is_a_changed_pack(world: World, name: str) -> None:
    world.played(4)
    renamed(world, without=name)
    assert "these are the rules that the save was played under" in look(world.save)[1]
    with pytest.raises(Exception, match=r"lead elsewhere|differs"):
        open_save(world.save)


@pytest.mark.parametrize("world", ["harbour"], indirect=True)
def test_a_game_under_new_names_shows_new_names_only(world: World) -> None:
    world.played(4)
    new = renamed(world)
    session = open_save(world.save)
    assert session.state.decisions[-1].action.startswith(tuple(new.values()))
    assert all(
        one.by in new.values() or "/" in one.by or one.by == "limit" or "-" in one.by
        for one in session.receipts
    )
    assert {one.indicator for one in session.receipts if one.moves} <= set(new.values())
