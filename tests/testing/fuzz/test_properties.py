"""Ways of playing held against each other: batch, save, and the text that the author wrote."""

from pathlib import Path

import pytest
from attrs import evolve

from dosmesas.journal.records import Decided
from dosmesas.load.loading import read
from dosmesas.load.locate import pack_folder
from dosmesas.session.session import Session
from dosmesas.sim.batch.stages import Stage
from dosmesas.testing.conformance import walk
from dosmesas.testing.conformance.check import Wrong
from dosmesas.testing.conformance.walk import Walk, stroll
from dosmesas.testing.fuzz.blocks import Blocks
from dosmesas.testing.fuzz.properties import Property
from dosmesas.testing.fuzz.target import MANY, SAVED, WRITTEN, Target
from dosmesas.testing.fuzz.written import Written
from tests.support.full import packs
from tests.support.small import SMALL, copy_of_small, load_from

REGATTA = str(SMALL / "content" / "regatta")


@pytest.fixture(scope="module")
def target() -> Target:
    return Target.of(REGATTA)


@pytest.mark.parametrize("name", [MANY, SAVED, WRITTEN])
def test_every_part_of_a_clean_game_keeps_it(target: Target, name: str) -> None:
    one = target.properties[name]
    for seed in range(2):
        for found in stroll(target.game("authors"), seed, lambda _game, step, seat: step.legal[seat][-1]):
            assert one.first(found) is None


def test_a_batch_that_forgets_a_sum_is_told_with_the_turn(
    target: Target, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Stage, "finish", lambda self, indicators: None)
    wrong = target.properties[MANY].first(walk(target.game("authors"), 1))
    assert wrong is not None
    assert "alone, and" in wrong.text


def test_a_save_that_loses_a_decision_is_told(target: Target, monkeypatch: pytest.MonkeyPatch) -> None:
    true = Session.take_again

    def forgetful(self: Session, record: Decided, number: int) -> None:
        true(self, evolve(record, action=self.legal(record.seat)[0]), number)

    monkeypatch.setattr(Session, "take_again", forgetful)
    found = walk(target.game("authors"), 3)
    assert target.properties[SAVED].first(found) is not None


def test_a_property_that_raises_is_a_finding(target: Target) -> None:
    def look(found: Walk):  # type: ignore[no-untyped-def]
        raise KeyError("gone")
        yield Wrong(0, "")

    wrong = Property("it", "", look).first(walk(target.game("authors"), 1))
    assert wrong is not None
    assert "KeyError" in wrong.text


def test_what_is_written_otherwise_than_it_is_played_is_told(tmp_path: Path) -> None:
    """The pack is read, then its text is changed: as if the loader had misread it."""
    base = copy_of_small(tmp_path)
    loaded = load_from(base, "regatta")
    assert loaded.pack is not None
    sources = loaded.sources
    kept = dict(sources.texts)

    def misread(file: str, old: str, new: str) -> list[str]:
        name = next(one for one in kept if one.endswith(file))
        assert old in kept[name], (file, old)
        sources.texts[name] = kept[name].replace(old, new, 1)
        assert loaded.pack is not None
        found = [*Written(loaded.pack, sources)._all()]
        sources.texts[name] = kept[name]
        return found

    assert misread("start.yaml", "stock: +8", "stock: +8") == []
    assert "'stock: 8' is played" in misread("start.yaml", "stock: +8", "stock: +9")[0]
    assert any("after" in one for one in misread("start.yaml", "after: 1", "after: 2"))
    assert any("chance" in one for one in misread("start.yaml", "chance: ", "chance: 1"))
    assert any("when" in one for one in misread("start.yaml", "when: informer", "when: not informer"))
    assert any("cites" in one for one in misread("start.yaml", "because:\n  - ", "because:\n  - other\n  - "))
    assert any("turn" in one for one in misread("start.yaml", "turn: 1", "turn: 2"))
    assert any(
        "no effect" in one
        for one in misread("start.yaml", "- stock: +8", "- goodwill: 1\n        - stock: +8")
    )


@pytest.mark.parametrize("name", packs(3))
def test_every_shipped_pack_is_played_as_it_is_written(name: str) -> None:
    loaded = read(pack_folder(name))
    assert loaded.pack is not None
    assert [*Written(loaded.pack, loaded.sources)._all()] == []


def test_blocks_know_parents_siblings_and_the_nearest_citation() -> None:
    text = """event: x
because:
  - far
seats:
  a.b:
    - option: one
      because: [near, nearer]
      effects:
        - stock: +1
        - after: 2   # later
          effects:
            - stock: -1
              because:
                - own
    - option: two
      effects:
        - stock: +3"""
    found = Blocks.of(text)
    assert found.cited(9) == ("near", "nearer")
    assert found.cited(12) == ("own",)
    assert found.cited(17) == ("far",)
    assert found.value(10, "after") == "2"
    parent = found.parent(12)
    assert parent is not None
    assert (parent.key, parent.number) == ("effects", 11)
    assert [one.key for one in found.siblings(15)] == ["option", "effects"]
    assert found.value(6, "requires") is None
