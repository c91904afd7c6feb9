"""The changes are made where they are said to be: all ids are new, and each kind of list is known to the properties."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from dosmesas.load.shapes.declared import Form, Shape, Value
from dosmesas.load.shapes.kinds import FILES
from dosmesas.model.rules import Pack
from dosmesas.testing.metamorphic import PROPERTIES, Material, holding, opened, run
from dosmesas.testing.metamorphic.order import FREE
from tests.support.small import SMALL

SHOWN_IN_ORDER = {
    *(
        "authors",
        "figures",
        "after",
        "glossary",
        "powers",
        "watch",
        "headline",
        "questions",
        "holds",
        "stages",
    ),
    *("deals", "endings", "seats", "audiences", "against", "renamed_from"),
}
"""Lists whose order says something; `audiences` and `against` of some mappings are free."""


def changed(name: str, monkeypatch: pytest.MonkeyPatch, pack: str) -> tuple[Pack, Pack]:
    """A pack, and what a property makes of it."""
    seen: list[Pack] = []
    monkeypatch.setattr(holding._Held, "wrong", lambda self, changed, seeds: seen.append(changed))
    with opened(SMALL / "content" / pack, many=0) as material:
        assert [*PROPERTIES[name].look(material, ())] == []
        return material.pack, seen[0]


def ids(pack: Pack) -> list[str]:
    """All that can be renamed; what home tables bring, and counters, cannot."""
    events, ruleset = pack.events.values(), pack.ruleset
    options = [one for event in events for options in event.seats.values() for one in options]
    deals = [deal.id for event in events for deal in event.deals]
    slots = [
        one.id for one in ruleset.indicators.values() if not one.counts and one.id not in ruleset.audiences
    ]
    flags = [one for one in ruleset.flags if not one.startswith(("inquiry", "dissent"))]
    named = [name for one in options for name in (one.id, one.short)]
    return [*pack.events, *pack.bulletins, *named, *deals, *slots, *flags]


@pytest.mark.parametrize("pack", ["regatta", "parley"])
def test_under_new_ids_nothing_has_its_old_one(pack: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before, after = changed("new-ids", monkeypatch, pack)
    assert not {*ids(before)} & {*ids(after)}
    assert len(ids(after)) == len(ids(before))


def test_a_pack_that_was_changed_before_can_be_changed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ("new-ids", "never-comes", "never-open", "cited-by-nobody", "moved-by-nobody", "asked-by-nobody")
    texts: dict[str, str | None] = {}
    monkeypatch.setattr(holding._Held, "wrong", lambda self, changed, seeds: None)
    for name in names:
        base = tmp_path / name
        with opened(folder_of(texts, base) if texts else SMALL / "content" / "regatta", many=0) as material:
            texts.update(material.pack.sources)
            monkeypatch.setattr(Material, "read", lambda self, files: texts.update(files))
            assert [*PROPERTIES[name].look(material, ())] == []
    monkeypatch.undo()
    twice = run(folder_of(texts, tmp_path / "again"), range(2), 0, (*names, "alike-seats", "order-of-files"))
    assert twice.findings == ()


def folder_of(texts: Mapping[str, str | None], base: Path) -> Path:
    """The texts of a pack as files; where it lies."""
    for name, text in texts.items():
        area, _, inside = name.partition("/")
        path = base / {"pack": "content/regatta"}.get(area, area) / inside
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is not None:
            path.write_text(text, encoding="utf-8")
    return base / "content" / "regatta"


def test_countries_have_each_others_offices_and_papers(monkeypatch: pytest.MonkeyPatch) -> None:
    before, after = changed("countries-change-places", monkeypatch, "parley")
    was, now = before.ruleset.offices, after.ruleset.offices
    assert set(now) == {"no.minister", "su.minister", "su.warden"}
    assert now["no.minister"].name == was["su.minister"].name
    assert now["su.minister"].dilemma == was["no.minister"].dilemma
    assert after.ruleset.countries["no"].name == before.ruleset.countries["su"].name
    assert after.seats == ("su.minister", "su.warden", "no.minister")
    (deal,) = after.events["haul"].deals
    assert dict(deal.between)["no.minister"] == "haul/take-half"
    assert {country for country, _ in deal.headlines} == {"no", "su"}
    assert after.option("haul/share-haul").clash == ("haul/close-haul",)


def test_a_translated_pack_says_nothing_that_it_said(monkeypatch: pytest.MonkeyPatch) -> None:
    before, after = changed("other-words", monkeypatch, "regatta")
    assert before.title("en") == "The regatta"
    assert after.title("en") == "Uif sfhbuub"
    assert not {one.title for one in before.events.values()} & {one.title for one in after.events.values()}


def lists(shape: Shape, known: set[Shape]) -> Iterator[str]:
    """The keys of all lists of ids and mappings below a mapping."""
    if shape in known:
        return
    known.add(shape)
    for key in shape.listed:
        if key.value.form in {Form.LIST, Form.ONE_OR_MORE}:
            yield key.name
        for inner in inside(key.value):
            yield from lists(inner, known)


def inside(value: Value) -> Iterator[Shape]:
    """The mappings that a value holds."""
    if value.shape:
        yield value.shape
    if value.item:
        yield from inside(value.item)


def test_of_every_list_it_is_known_whether_its_order_says_anything() -> None:
    known: set[Shape] = set()
    found = {key for kind in FILES if kind.name != "tests" for key in lists(kind.shape, known)}
    assert found - FREE - SHOWN_IN_ORDER == set()
    assert found >= FREE
