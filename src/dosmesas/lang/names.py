"""Which names and ids an expression reads, and how many parts it has."""

from dosmesas.lang.nodes import Asked, Name, Node, children


def names_in(node: Node) -> frozenset[str]:
    """The declared names that evaluation may read."""
    own = frozenset([node.name]) if isinstance(node, Name) else frozenset()
    return own.union(*(names_in(child) for child in children(node)))


def asked_in(node: Node) -> frozenset[tuple[str, str]]:
    """The questions to the history, as (function, id)."""
    own = frozenset([(node.function, node.argument)]) if isinstance(node, Asked) else frozenset()
    return own.union(*(asked_in(child) for child in children(node)))


def name_nodes(node: Node) -> tuple[Name, ...]:
    """The names in an expression, each time that one stands there, from left to right."""
    if isinstance(node, Name):
        return (node,)
    return tuple(found for child in children(node) for found in name_nodes(child))


def size(node: Node) -> int:
    """How many parts an expression has."""
    return 1 + sum(map(size, children(node)))
