"""Which games are counted, and which are not."""

from functools import cache
from pathlib import Path

import pytest
from attrs import evolve

from dosmesas.desk.trial.finding import Finder, Found
from dosmesas.engine.game import Game
from dosmesas.load.locate import roots
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup, SetupError
from dosmesas.testing.coverage import Reach
from dosmesas.testing.coverage.gathering import Asked, examples, gather
from dosmesas.testing.coverage.tally import Source, Tally
from tests.support.small import SMALL, copy_of_small, harbour

TESTS = """\
tests:
  - test: They sign
    decisions:
      - turn: 1
        no.minister: sign
    until: 1
    seeds: 3
    expect:
      - chosen: talks/sign
"""


@cache
def found(name: str) -> Found:
    return Finder().found(SMALL / "content" / name)


def counted(of: Found, **asked) -> Tally:
    return gather(of, Asked(**asked), lambda _done, _of: None)


def test_playouts_are_as_many_as_wanted_and_add_up() -> None:
    more = counted(found("regatta"), sources=frozenset({Source.PLAYOUTS}), games=4, seed=11)
    assert more.games == {Source.PLAYOUTS: 4}
    one = counted(found("regatta"), sources=frozenset({Source.PLAYOUTS}), games=1, seed=14)
    assert one.counts
    assert all(more.counts[key] >= count for key, count in one.counts.items())


@pytest.mark.parametrize("asked", [{"bot": "nobody"}, {"view": "nobody"}])
def test_a_bot_or_worldview_that_there_is_not_is_told(asked: dict[str, str]) -> None:
    with pytest.raises(SetupError, match="nobody"):
        counted(found("regatta"), sources=frozenset({Source.PLAYOUTS}), games=1, **asked)


def test_every_game_of_every_test_counts_as_far_as_it_is_played(tmp_path: Path) -> None:
    home = copy_of_small(tmp_path) / "content" / "harbour"
    (home / "tests").mkdir()
    (home / "tests" / "first.yaml").write_text(TESTS, encoding="utf-8")
    tally = counted(Finder().found(home))
    assert tally.games == {Source.TESTS: 3}
    assert tally.counts["option:talks/sign"] == tally.counts["event:talks"] == 3
    assert not any(tally.counts[place.key] for place in tally.places if place.kind == "ending")
    assert not [place for place in tally.first_missed() if place.where.file.startswith("game/")]


def test_a_save_counts_and_one_that_does_not_fit_is_told(tmp_path: Path) -> None:
    save, other, broken = (tmp_path / name for name in ("own.jsonl", "other.jsonl", "broken.jsonl"))
    session = Session.start(harbour(), Setup((), 5), save=save, folder="")
    session.close()
    renamed = evolve(harbour(), id="elsewhere")
    Session.start(renamed, Setup((), 5), save=other).close()
    broken.write_text("no save\n", encoding="utf-8")
    saves = (save, other, broken, tmp_path / "missing.jsonl")
    tally = counted(found("harbour"), sources=frozenset(), saves=saves, language="es")
    assert tally.games == {Source.SAVES: 1}
    alone = Reach(Game(harbour(), harbour().ruleset.worldviews["authors"])).of(session.path)
    assert +tally.counts == alone
    assert [Path(file).name for file, _ in tally.skipped] == ["other.jsonl", "broken.jsonl", "missing.jsonl"]
    assert tally.skipped[0][1] == "es una partida de elsewhere"


def test_recorded_games_are_those_of_the_pack() -> None:
    shipped = Finder().found(roots().content / "culiacan")
    assert shipped.loaded.pack is not None
    assert [path.stem for path in examples(shipped.loaded.pack)] == ["culiacan-persona", "culiacan-random"]
    tally = counted(shipped, sources=frozenset({Source.SAVES}))
    assert tally.games == {Source.SAVES: 2}
    assert tally.skipped == []
    assert not [*examples(harbour())]


def test_progress_is_told_to_the_end() -> None:
    heard: list[tuple[int, int]] = []
    asked = Asked(frozenset({Source.PLAYOUTS}), games=2)
    gather(found("harbour"), asked, lambda done, of: heard.append((done, of)))
    assert heard == [(0, 2), (1, 2), (2, 2)]
