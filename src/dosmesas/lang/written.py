"""An expression together with the places of its text in a file."""

from attrs import frozen

from dosmesas.lang.nodes import Junction, Node, Not, children
from dosmesas.text.span import Span


@frozen(eq=False, repr=False, match_args=False)
class Written:
    """The node of one text, which stands at `span`; or of a list of conditions, whose key stands there.

    `parts` are the items of a list: the node above theirs (and, or, not) has no text of its own.
    """

    node: Node
    span: Span
    parts: tuple["Written", ...] = ()

    def texts(self) -> "tuple[Written, ...]":
        """The expression itself, or the texts in a list of conditions."""
        return tuple(text for part in self.parts for text in part.texts()) if self.parts else (self,)

    def conditions(self) -> "tuple[Written, ...]":
        """The conditions that `and`, `or` or `not` join here."""
        if self.parts or not isinstance(self.node, (Junction, Not)):
            return self.parts
        return tuple(Written(one, self.span) for one in children(self.node))

    @property
    def place(self) -> Span:
        """Where it stands."""
        return self.span if self.parts else self.span.inside(self.node.start, self.node.end)
