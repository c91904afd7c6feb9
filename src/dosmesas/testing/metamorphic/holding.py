"""Holds the games of a changed pack against those of the pack, and finds the one change that is to blame."""

from collections.abc import Callable, Iterator, Sequence

from attrs import evolve, frozen

from dosmesas.engine.game import Game
from dosmesas.model.rules import Pack
from dosmesas.testing.metamorphic.material import Material, Refused
from dosmesas.testing.metamorphic.plan import Edit, Plan
from dosmesas.testing.metamorphic.playing import Difference, Kept, Lens
from dosmesas.testing.metamorphic.property import NotApplicableError, Wrong

NOTHING = "the pack has nothing of the kind"


@frozen
class Claim:
    """What is to stay: how much, but for facts of these names; `lens` reads the changed pack's ids."""

    kept: Kept = Kept.STATES
    without: tuple[str, ...] = ()
    lens: Callable[[Pack], Lens] = Lens


@frozen
class _Held:
    """A changed pack held against the pack, game by game."""

    material: Material
    claim: Claim

    def one(self, pack: Pack, view: str, seed: int) -> Difference | None:
        """Where one game of the changed pack is another."""
        game, claim = Game(pack, pack.ruleset.worldviews[view]), self.claim
        return self.material.difference(game, view, seed, claim.kept, claim.lens(pack), claim.without)

    def many(self, pack: Pack) -> tuple[int, Difference] | None:
        """The first of many games that is another; they are played under the first worldview."""
        lens, view = self.claim.lens(pack), self.material.view(0)
        if not self.material.many or lens.seats:  # there the random bot draws by what seats are called now
            return None
        from dosmesas.testing.metamorphic.many import parted_many, play_many

        game = Game(pack, pack.ruleset.worldviews[view])
        return parted_many(self.material.columns(view), play_many(game, self.material.many, lens))

    def wrong(self, changed: Pack | Refused, seeds: Sequence[int]) -> Wrong | None:
        """The first thing that is wrong with a changed pack."""
        if isinstance(changed, Refused):
            return Wrong(0, "", 0, str(changed))
        for number, seed in enumerate(seeds):
            view = self.material.view(number)
            if found := self.one(changed, view, seed):
                return Wrong(seed, view, found.turn, found.text)
        if first := self.many(changed):
            seed, found = first
            return Wrong(seed, self.material.view(0), found.turn, found.text, of_many=True)
        return None

    def again(self, changed: Pack | Refused, wrong: Wrong) -> Wrong | None:
        """What is wrong with another changed pack in the same game, or that it is refused as well."""
        if isinstance(changed, Refused) or not wrong.view:
            return wrong if isinstance(changed, Refused) and not wrong.view else None
        if wrong.of_many:
            return self.wrong(changed, ())
        found = self.one(changed, wrong.view, wrong.seed)
        return evolve(wrong, turn=found.turn, differs=found.text) if found else None


def unchanged(
    material: Material, seeds: Sequence[int], plan: Plan, claim: Claim | None = None, nothing: str = NOTHING
) -> Iterator[Wrong]:
    """What is otherwise where the changes are made: the first difference, and the change that makes it.

    Raises:
        NotApplicableError: there is nothing to change; `nothing` says what is missing.
    """
    if not plan.edits:
        raise NotApplicableError(nothing)
    held = _Held(material, claim or Claim())
    wrong = held.wrong(material.read(plan.write(plan.edits)), seeds)
    if wrong is not None:
        wrong, blamed = _blamed(
            plan, wrong, lambda edits: held.again(material.read(plan.write(edits)), wrong)
        )
        others = f", together with {len(blamed) - 1} more" if len(blamed) > 1 else ""
        yield evolve(wrong, place=blamed[0].place, change=f"{blamed[0].what}{others}")


def _blamed(
    plan: Plan, wrong: Wrong, again: Callable[[Sequence[Edit]], Wrong | None]
) -> tuple[Wrong, Sequence[Edit]]:
    """As few of the changes as halving finds that are wrong without the others, and what they bring about."""
    edits = plan.edits
    while len(edits) > 1:
        half = len(edits) // 2
        tried = ((again(part), part) for part in (edits[:half], edits[half:]))
        failing = next(((found, part) for found, part in tried if found), None)
        if failing is None:
            break
        wrong, edits = failing
    return wrong, edits
