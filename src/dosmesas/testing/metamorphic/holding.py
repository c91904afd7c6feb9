"""Holds the games of a changed pack against those of the pack, and finds the one change that is to blame."""

from collections.abc import Callable, Iterator, Sequence

from attrs import evolve, frozen

from dosmesas.engine.game import Game
from dosmesas.model.rules import Pack
from dosmesas.testing.metamorphic.material import Material, Refused
from dosmesas.testing.metamorphic.plan import Edit, Plan
from dosmesas.testing.metamorphic.playing import Difference, Kept, Lens
from dosmesas.testing.metamorphic.property import NotApplicableError, Wrong

_Fails = Callable[[Pack | Refused], object]
"""Whether a changed pack is wrong in the same way."""


@frozen
class Claim:
    """What is to stay: how much, but for facts of these names; `lens` reads the changed pack's ids."""

    kept: Kept = Kept.STATES
    without: tuple[str, ...] = ()
    lens: Callable[[Pack], Lens] = Lens


def unchanged(
    material: Material, seeds: Sequence[int], plan: Plan, claim: Claim | None = None, nothing: str = ""
) -> Iterator[Wrong]:
    """What is otherwise where the changes are made: the first difference, and the change that makes it.

    Raises:
        NotApplicableError: there is nothing to change; `nothing` says what is missing.
    """
    if not plan.edits:
        raise NotApplicableError(nothing)
    wrong, fails = _wrong(material, seeds, material.read(plan.write(plan.edits)), claim or Claim())
    if wrong is not None:
        blamed = _blamed(plan, lambda edits: fails(material.read(plan.write(edits))))
        others = f", together with {len(blamed) - 1} more" if len(blamed) > 1 else ""
        yield evolve(wrong, place=blamed[0].place, change=f"{blamed[0].what}{others}")


def _wrong(
    material: Material, seeds: Sequence[int], changed: Pack | Refused, claim: Claim
) -> tuple[Wrong | None, _Fails]:
    """The first thing that is wrong with a changed pack, and how to see whether it is with another."""
    if isinstance(changed, Refused):
        return Wrong(0, "", 0, str(changed)), lambda pack: isinstance(pack, Refused)
    for number, seed in enumerate(seeds):
        view = material.view(number)
        if found := _one(material, changed, claim, view, seed):
            return (
                Wrong(seed, view, found.turn, found.text),
                lambda pack: not isinstance(pack, Refused) and _one(material, pack, claim, view, seed),
            )
    if first := _many(material, changed, claim):
        seed, found = first
        return (
            Wrong(seed, material.view(0), found.turn, found.text),
            lambda pack: not isinstance(pack, Refused) and _many(material, pack, claim),
        )
    return None, bool


def _one(material: Material, pack: Pack, claim: Claim, view: str, seed: int) -> Difference | None:
    """Where one game of the changed pack is another."""
    game = Game(pack, pack.ruleset.worldviews[view])
    return material.difference(game, view, seed, claim.kept, claim.lens(pack), claim.without)


def _many(material: Material, pack: Pack, claim: Claim) -> tuple[int, Difference] | None:
    """The first of many games that is another; they are played under the first worldview."""
    lens, view = claim.lens(pack), material.view(0)
    if not material.many or lens.seats:  # there the random bot draws by what seats are called now
        return None
    from dosmesas.testing.metamorphic.many import parted_many, play_many

    game = Game(pack, pack.ruleset.worldviews[view])
    return parted_many(material.columns(view), play_many(game, material.many, lens))


def _blamed(plan: Plan, fails: Callable[[Sequence[Edit]], object]) -> Sequence[Edit]:
    """As few of the changes as halving finds that are wrong without the others."""
    edits = plan.edits
    while len(edits) > 1:
        half = len(edits) // 2
        failing = next((part for part in (edits[:half], edits[half:]) if fails(part)), None)
        if failing is None:
            break
        edits = failing
    return edits
