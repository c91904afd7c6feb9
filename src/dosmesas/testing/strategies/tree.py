"""All files of what is drawn, as data with the shapes that they are read by."""

from collections.abc import Sequence

from attrs import Factory, define
from hypothesis import strategies as st

from dosmesas.load.shapes.declared import Shape
from dosmesas.load.shapes.files import LISTS
from dosmesas.testing.strategies.drawn import in_order
from dosmesas.testing.strategies.filling import Found
from dosmesas.testing.strategies.slips import slips_of
from dosmesas.testing.strategies.writing import Data, yaml_of


@define(eq=False)
class Tree:
    """Files by their paths."""

    files: dict[str, tuple[Shape, Found]] = Factory(dict)

    def put(self, path: str, shape: Shape, data: Found) -> None:
        """Note a file that holds one thing."""
        self.files[path] = (shape, data)

    def put_list(self, path: str, key: str, entries: Sequence[Data]) -> None:
        """Note a file that holds a list under one key; none where the list is empty."""
        if entries:
            self.files[path] = (LISTS[key], {key: [*entries]})

    def unshared(self) -> "Tree":
        """The same files, of which no part stands in two places, so that a slip is made in one."""
        return Tree({path: (shape, _copied(data)) for path, (shape, data) in self.files.items()})

    def finished(self, draw: st.DrawFn, slips: int) -> tuple[dict[str, str], str]:
        """The texts of all files, with one slip if so many are wanted; and what the slip is."""
        if not slips:
            return self.texts(), ""
        copy = self.unshared()
        # First of what kind, then where: an example keeps its kind while the files become fewer.
        found = list(slips_of(copy.files))
        kind = draw(st.sampled_from(sorted({slip.kind for slip in found})))
        slip = draw(st.sampled_from([one for one in found if one.kind == kind]))
        slip.make()
        return copy.texts(), str(slip)

    def texts(self) -> dict[str, str]:
        """The texts of all files, as a reader wants them."""
        return dict(in_order({path: yaml_of(data) for path, (_, data) in self.files.items()}))


def _copied(data: Found) -> Found:
    return {key: _copy(value) for key, value in data.items()}


def _copy(data: Data) -> Data:
    if isinstance(data, dict):
        return _copied(data)
    return [_copy(one) for one in data] if isinstance(data, list) else data
