"""A sample is even over owners and kinds, and stays as it is where nothing was changed."""

from collections import Counter

from attrs import evolve

from dosmesas.testing.mutation.sampling import sample
from tests.testing.mutation.harbour import mutants


def test_every_owner_gives_one_before_any_gives_two_and_then_another_kind() -> None:
    every = mutants()
    owners = {one.owner for one in every}
    first = sample(every, len(owners), 3)
    assert {one.owner for one in first} == owners
    both = sample(every, 2 * len(owners), 3)
    assert {*first} < {*both}
    for owner in owners:
        kinds = [one.kind for one in both if one.owner == owner]
        assert len(kinds) == len({*kinds}) or len({one.kind for one in every if one.owner == owner}) < len(
            kinds
        )


def test_a_seed_gives_one_sample_and_another_seed_another() -> None:
    assert sample(mutants(), 10, 1) == sample(mutants(), 10, 1)
    assert sample(mutants(), 10, 1) != sample(mutants(), 10, 2)
    assert sample(mutants(), 10**6, 1) == [*mutants()]


def test_a_change_of_one_rule_leaves_the_sample_of_all_others() -> None:
    every = mutants()
    number = len({one.owner for one in every})
    hunks = lambda one: tuple(evolve(it, line=it.line + 7) for it in one.hunks)  # noqa: E731 - lines were put in
    moved = [evolve(one, line=one.line + 7, hunks=hunks(one)) for one in every]
    without = [one for one in moved if one.owner.id != "stock-shrinks"]
    before = {one.id for one in sample(every, number, 5) if one.owner.id != "stock-shrinks"}
    assert {one.id for one in sample(without, number - 1, 5)} == before


def test_ids_are_those_of_one_mutant_each() -> None:
    counts = Counter(one.id for one in mutants("regatta"))
    assert max(counts.values()) == 1
