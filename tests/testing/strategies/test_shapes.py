"""What is drawn is what the loader reads: a key that is added to a shape is drawn, or named as left out."""

import sys
from collections.abc import Iterator

import pytest
from attrs import evolve

from dosmesas.load.shapes.content import EVENT
from dosmesas.load.shapes.declared import Form, Shape, Value, choice, optional
from dosmesas.load.shapes.effects import CHANGE, NESTED
from dosmesas.load.shapes.kinds import FILES
from dosmesas.testing.strategies.drawn import DrawnPack
from dosmesas.testing.strategies.packs import tree_of
from dosmesas.testing.strategies.slips import slips_of
from dosmesas.testing.strategies.special import FILES_LEFT_OUT, LEFT_OUT
from dosmesas.testing.strategies.spots import Place, spots
from dosmesas.testing.strategies.tree import Tree
from tests.support.full import cases
from tests.testing.strategies.making import loose_trees

Named = tuple[str, str]


def within(shape: Shape, found: list[Shape]) -> list[Shape]:
    """A shape and all that stand in it."""
    if any(shape is one for one in found):
        return found
    found.append(shape)
    for key in shape.listed:
        value: Value | None = key.value
        while value is not None:
            inner = [value.shape] if value.shape else []
            for one in [*inner, *((*NESTED.values(), CHANGE) if value.form is Form.EFFECTS else ())]:
                within(one, found)
            value = value.item
    return found


def declared() -> set[Named]:
    """Every key that a file may have, with what its mapping is called."""
    found: list[Shape] = []
    for kind in FILES:
        if kind.name not in FILES_LEFT_OUT:
            within(kind.shape, found)
    return {(str(shape.what), name) for shape in found for name in shape.keys}


def drawn(tree: Tree) -> Iterator[Named]:
    for path, (shape, data) in tree.files.items():
        for place in spots(shape, data, path):
            if isinstance(place, Place):
                yield from ((str(place.shape.what), name) for name in place.data if name in place.shape.keys)


def test_every_key_of_every_file_is_drawn_but_those_that_are_named_as_left_out() -> None:
    wanted, seen = declared() - {*LEFT_OUT}, set[Named]()
    for tree in loose_trees(3000):
        seen.update(drawn(tree))
        if wanted <= seen:
            break
    assert wanted - seen == set()
    assert not seen & {*LEFT_OUT}
    assert {*LEFT_OUT} <= declared()
    assert {kind.name for kind in FILES} > {*FILES_LEFT_OUT}


def test_a_key_that_is_added_to_a_shape_is_drawn_from_then_on(monkeypatch: pytest.MonkeyPatch) -> None:
    weather = optional("weather", choice(("fair", "foul")), "What the sky is like.")
    monkeypatch.setattr(
        sys.modules[tree_of.__module__], "EVENT", evolve(EVENT, listed=(*EVENT.listed, weather))
    )
    assert ("an event", "weather") in {key for one in loose_trees(60) for key in drawn(one)}


@pytest.mark.parametrize("number", range(cases(300, 6)))
def test_the_loader_refuses_every_slip_that_there_is(number: int) -> None:
    def fresh() -> Tree:
        return [*loose_trees(number + 1)][-1]

    assert DrawnPack(fresh().texts()).errors == []
    count = len([*slips_of(fresh().unshared().files)])
    for at in range(number % 7, count, cases(7, 41)):
        tree = fresh().unshared()
        slip = [*slips_of(tree.files)][at]
        slip.make()
        assert DrawnPack(tree.texts()).errors, f"{slip}\n{DrawnPack(tree.texts())}"
