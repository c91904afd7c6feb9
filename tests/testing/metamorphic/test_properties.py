"""Every property holds on every pack, or says why it has nothing to hold on there."""

from collections.abc import Sequence

import pytest

from dosmesas.load.locate import shipped_packs
from dosmesas.testing.metamorphic import PROPERTIES, Property, run
from tests.support.full import FULL, cases, packs
from tests.support.small import SMALL

FISHING = SMALL.parent / "fishing"
FOLDERS = {
    **{name: SMALL / "content" / name for name in ("harbour", "regatta", "parley")},
    "herring": FISHING / "content" / "herring",
    **{name: name for name in shipped_packs()},
}
ALONE = "no country has two seats that differ in rank from all its others"
CULIACAN, *OTHERS = packs(6)


def some(every: int, first: int) -> Sequence[str]:
    """All properties under `.ci/full`, else each so-manieth."""
    return [*PROPERTIES] if FULL else [*PROPERTIES][first::every]


@pytest.mark.parametrize("name", ["harbour", "regatta"])
def test_packs_of_a_few_rules_keep_every_property(name: str) -> None:
    report = run(FOLDERS[name], range(1, 1 + cases(40, 2)), many=cases(200, 0))
    assert report.findings == ()
    assert report.skipped == {"seats-change-places": ALONE}


@pytest.mark.parametrize(("name", "first"), [("parley", 0), ("herring", 1)])
def test_packs_with_debates_keep_them(name: str, first: int) -> None:
    report = run(FOLDERS[name], range(1, 1 + cases(20, 2)), many=cases(200, 0), properties=some(2, first))
    assert report.findings == ()
    assert set(report.skipped) <= {"seats-change-places"}


def test_many_games_at_once_keep_them_too() -> None:
    assert run(FOLDERS["regatta"], (), many=cases(1000, 20), properties=some(4, 1)).findings == ()


@pytest.mark.parametrize("name", [CULIACAN, *OTHERS])
def test_shipped_packs_keep_them(name: str) -> None:
    properties = some(4, 2) if name == CULIACAN else some(8, 2)
    report = run(name, range(2, 2 + cases(6, 1)), many=cases(200, 0), properties=properties)
    assert report.findings == ()
    assert not report.skipped


@pytest.mark.parametrize("name", PROPERTIES)
def test_a_property_says_in_one_sentence_what_it_guards(name: str) -> None:
    one: Property = PROPERTIES[name]
    assert one.guards.endswith(".")
    assert "\n" not in one.guards
    assert name == name.lower().replace("_", "-")
