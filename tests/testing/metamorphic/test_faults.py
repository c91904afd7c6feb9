"""Every property finds the fault of engine or loader that was made for it, and tells where it shows."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from dosmesas.engine import game
from dosmesas.load import folders
from dosmesas.testing.metamorphic import PROPERTIES, Finding, NotApplicableError, opened
from tests.support.small import SMALL, copy_of_small
from tests.testing.metamorphic.faults import FAULTS, MORE, Fault, wrapped

REGATTA = SMALL / "content" / "regatta"


@pytest.fixture(scope="module")
def ranked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Parley with a warden who ranks below the minister."""
    base = copy_of_small(tmp_path_factory.mktemp("ranked"))
    offices = base / "game" / "offices.yaml"
    text = offices.read_text(encoding="utf-8")
    for office, rank in (("no.minister", 1), ("no.warden", 2)):
        text = text.replace(f"office: {office}\n", f"office: {office}\n    rank: {rank}\n")
    offices.write_text(text, encoding="utf-8")
    return base / "content" / "parley"


def found_on(folder: Path, name: str, seeds: Sequence[int] = range(4), many: int = 0) -> list[Finding]:
    """What a property says of a pack."""
    with opened(folder, many) as material:
        return [*PROPERTIES[name].look(material, seeds)]


@pytest.mark.parametrize("name", [*FAULTS, *MORE])
def test_a_property_finds_the_fault_that_was_made_for_it(
    name: str, ranked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fault: Fault = {**FAULTS, **MORE}[name]
    fault.make(monkeypatch)
    folder = ranked if fault.pack == "ranked" else SMALL / "content" / fault.pack
    (finding,) = found_on(folder, name.partition(":")[0])
    assert finding.property == name.partition(":")[0]
    assert finding.seed in range(4)
    assert finding.view in {"authors", "doubter"}
    assert finding.turn > 0
    assert finding.place.file.endswith(".yaml")
    assert finding.change
    assert "could not go on" not in finding.differs


def test_every_property_has_a_fault() -> None:
    assert set(FAULTS) == set(PROPERTIES)
    assert {name.partition(":")[0] for name in MORE} <= set(PROPERTIES)


def test_seats_that_differ_in_rank_may_change_places(ranked: Path) -> None:
    assert found_on(ranked, "seats-change-places") == []


def test_a_finding_names_game_difference_and_the_very_line_that_was_changed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    FAULTS["new-ids"].make(monkeypatch)
    (finding,) = found_on(REGATTA, "new-ids")
    place = r"\S*regatta/events/(fog|squall|swell)\.yaml:1:1"
    said = r"new-ids: the event is \w+, not \w+; what was done: '(fog|squall|swell)' is renamed"
    assert re.fullmatch(rf"{place}: {said} \(seed \d, \w+, turn \d\)", str(finding))


def test_a_pack_that_is_refused_for_what_changes_nothing_is_a_finding(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(folders, "_NAME", re.compile(r"(?!mixed).+\.yaml"))  # a loader that minds names
    (finding,) = found_on(REGATTA, "order-of-files")
    assert "the changed pack is refused: E0109 a file cannot be called 'mixed-000.yaml'" in finding.differs
    assert (finding.seed, finding.turn, finding.view) == (0, 0, "")


def test_a_game_that_raises_is_a_finding_and_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def raising(true: object, *given: object) -> None:
        raise ZeroDivisionError("no return is good enough")

    wrapped(game, "returns", raising)(monkeypatch)
    (finding,) = found_on(REGATTA, "order-of-keys")
    assert str(finding) == "order-of-keys: it could not go on: ZeroDivisionError: no return is good enough"


def test_what_no_game_alone_shows_many_at_once_do(monkeypatch: pytest.MonkeyPatch) -> None:
    FAULTS["order-of-entries"].make(monkeypatch)
    (finding,) = found_on(REGATTA, "order-of-entries", seeds=(), many=8)
    assert finding.differs.startswith("of many games at once: ")
    assert (finding.turn, finding.view) == (2, "authors")
    assert str(finding.place).endswith("regatta/bulletins/gulls.yaml:2:3")


def test_a_property_with_nothing_to_hold_on_says_why() -> None:
    with pytest.raises(NotApplicableError, match="no country has two seats"):
        found_on(REGATTA, "seats-change-places")
