"""Citations with one less, or another in the place of the only one."""

from collections.abc import Iterator
from hashlib import blake2b

from attrs import field, frozen

from dosmesas.load.nodes import Node, Scalar, Sequence
from dosmesas.model.rules import Pack
from dosmesas.testing.mutation.effects import Draft, EffectChanges
from dosmesas.testing.mutation.mutant import Kind

Beliefs = tuple[int, ...]


@frozen
class CitationChanges:
    """The changes of what is cited in one file."""

    edits: EffectChanges
    beliefs: dict[str, Beliefs] = field(init=False)

    @beliefs.default
    def _beliefs(self) -> dict[str, Beliefs]:
        """How far each worldview believes each claim."""
        return beliefs_of(self.edits.pack)

    def of(self, because: Node | None, owner: str) -> Iterator[Draft]:
        """The changes of one list."""
        found = because.items if isinstance(because, Sequence) else ()
        items = [one for one in found if isinstance(one, Scalar)]
        if len(items) > 1:
            for item in items:
                if (gone := self.edits.entry(item)) is not None:
                    yield Kind.CITATION, (gone,)
        for item in items if len(items) == 1 else ():
            edit, other = self.edits.instead(item), self._other(item.text, owner)
            if edit is not None and other:
                yield Kind.CITATION, (edit(other),)

    def _other(self, claim: str, owner: str) -> str:
        """A claim that some worldview believes more or less than this one, and that each believes at all."""
        mine = self.beliefs.get(claim)
        known = sorted(self.beliefs, key=lambda name: blake2b(f"{owner}/{name}".encode()).digest())
        unlike = [name for name in known if self.beliefs[name] != mine]
        usable = [name for name in unlike if min(self.beliefs[name]) > 0]
        return next(iter(usable or unlike), "")


def beliefs_of(pack: Pack) -> dict[str, Beliefs]:
    """How far each worldview of a pack believes each claim, in percent."""
    views = [pack.ruleset.beliefs(one) for one in pack.ruleset.worldviews.values()]
    return {claim: tuple(view[claim] for view in views) for claim in (views[0] if views else ())}
