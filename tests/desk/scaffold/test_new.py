"""A new pack is whole: it checks without a word, plays to its end, fits its schemas and teaches."""

from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from dosmesas.desk.scaffold.answers import (
    AnswerError,
    Answers,
    checked_seats,
    checked_title,
    checked_turns,
    name_of,
    offices_of,
    usual_seats,
)
from dosmesas.desk.scaffold.writing import write_new
from dosmesas.desk.schema.known import known_of
from dosmesas.desk.schema.places import FOLDER, kind_of
from dosmesas.desk.schema.schemas import schemas
from dosmesas.load.loading import Loaded, load_pack
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from tests.desk.schema.plain import plain_file
from tests.support.small import harbour

NORTH_SOUTH = ("no.minister", "so.minister")
PAIRS = [("mx.president", "us.president"), ("us.attorney_general", "mx.security_secretary")]


def written(tmp_path: Path, answers: Answers, *, ruleset: bool = False) -> tuple[Path, Loaded]:
    return write_new(tmp_path / "my-pack", answers, ruleset=ruleset)


def told(loaded: Loaded) -> list[str]:
    return [f"{one.span} {one.code} {one.message}" for one in loaded.problems]


@pytest.mark.parametrize("seats", PAIRS)
@pytest.mark.parametrize("languages", [("en",), ("es",), ("en", "es")])
def test_a_new_pack_checks_without_a_word(
    tmp_path: Path, seats: tuple[str, str], languages: tuple[str, ...]
) -> None:
    _, loaded = written(tmp_path, Answers('Our "border": a # test', seats, 4, languages))
    assert told(loaded) == []
    assert loaded.pack is not None
    assert (loaded.pack.title("en"), loaded.pack.languages) == ('Our "border": a # test', languages)
    assert set(loaded.pack.seats) == set(seats)


@pytest.mark.parametrize("languages", [("en",), ("es",), ("en", "es")])
def test_a_new_ruleset_checks_without_a_word(tmp_path: Path, languages: tuple[str, ...]) -> None:
    _, loaded = written(tmp_path, Answers("Two shores", NORTH_SOUTH, 3, languages), ruleset=True)
    assert told(loaded) == []


@pytest.mark.parametrize("turns", [2, 4, 24])
def test_a_new_pack_plays_to_its_end(tmp_path: Path, turns: int) -> None:
    folder, _ = written(tmp_path, Answers("Two shores", PAIRS[0], turns))
    session = Session.start(load_pack(str(folder)), Setup((), 3))
    assert session.over
    assert session.state.ending
    assert max(one.turn for one in session.state.decisions) == turns


def test_a_new_ruleset_is_played_with_the_rules_beside_it(tmp_path: Path) -> None:
    folder, _ = written(tmp_path, Answers("Two shores", NORTH_SOUTH), ruleset=True)
    pack = load_pack(str(folder))
    assert Session.start(pack, Setup((), 3)).state.ending
    assert set(pack.ruleset.offices) == set(NORTH_SOUTH)


@pytest.mark.parametrize("ruleset", [False, True])
def test_every_file_begins_with_the_line_that_finds_its_schema(tmp_path: Path, *, ruleset: bool) -> None:
    base = tmp_path / "my-pack"
    folder, loaded = written(tmp_path, Answers("T", NORTH_SOUTH if ruleset else PAIRS[0]), ruleset=ruleset)
    made = schemas(known_of(loaded))
    areas = [("pack", folder)] + ([("seeds", base / "seeds"), ("game", base / "game")] if ruleset else [])
    for area, root in areas:
        for path in sorted(root.rglob("*.yaml")):
            first = path.read_text().split("\n", 1)[0]
            schema = path.parent / first.partition("$schema=")[2]
            kind = kind_of(path, root, area)
            assert kind is not None
            assert schema.is_file()
            assert (schema.stem, schema.parent.name) == (kind.name, FOLDER)
            Draft7Validator(made[kind.name]).validate(plain_file(path))


def test_every_file_has_a_comment_that_teaches_beside_that_line(tmp_path: Path) -> None:
    folder, _ = written(tmp_path, Answers("T", PAIRS[0]))
    for path in folder.rglob("*.yaml"):
        assert sum(line.strip().startswith("# ") for line in path.read_text().split("\n")) >= 2


def test_nothing_is_written_over_what_is_there(tmp_path: Path) -> None:
    base = tmp_path / "my-pack"
    base.mkdir()
    (base / "notes.txt").write_text("mine")
    with pytest.raises(AnswerError, match="not empty"):
        written(tmp_path, Answers("T", PAIRS[0]))
    assert [one.name for one in base.iterdir()] == ["notes.txt"]


@pytest.mark.parametrize("name", ["My Pack", "2020", "ñandú", "x" * 41])
def test_a_folder_that_is_no_id_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(AnswerError, match="cannot be called"):
        name_of(tmp_path / name)


def test_answers_that_fit_no_pack_are_refused() -> None:
    offices = offices_of(None)
    for bad in ("no.minister", "no.minister,no.minister", "no.minister,so.ministre", ""):
        with pytest.raises(AnswerError, match=r"no\.minister"):
            checked_seats(bad, offices)
    assert checked_seats(" so.minister , no.minister ", offices) == ("so.minister", "no.minister")
    assert usual_seats(offices) == NORTH_SOUTH
    for title in ("", " ", "x" * 61, "a\x1bb"):
        with pytest.raises(AnswerError):
            checked_title(title)
    for turns in (1, 25):
        with pytest.raises(AnswerError):
            checked_turns(turns)


def test_a_ruleset_that_the_new_events_do_not_fit_is_told() -> None:
    with pytest.raises(AnswerError, match="copy one of the packs"):
        offices_of(harbour().ruleset)
