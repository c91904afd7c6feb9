"""A picture before it is drawn: boxes, arrows between them, and the groups that boxes stand in."""

from enum import StrEnum

from attrs import frozen


class Shape(StrEnum):
    """What a box stands for; each has its own outline, and says in words what it is."""

    EVENT = "event"
    BULLETIN = "bulletin"
    ENDING = "ending"
    LINK = "link"
    CLAIM = "claim"
    RIVAL = "rival"
    RULE = "rule"
    CHOICE = "choice"
    INDICATOR = "indicator"


@frozen
class Box:
    """One box: `title` in bold, `lines` below it; `group` is the id of the group that it stands in."""

    id: str
    shape: Shape
    title: str
    group: str
    lines: tuple[str, ...] = ()


@frozen
class Arrow:
    """From box to box. `strength` is 1 to 3, 0 where nothing comes of it (dotted); `label` may be empty."""

    source: str
    target: str
    label: str = ""
    strength: int = 1
    dashed: bool = False


@frozen
class Graph:
    """A whole picture; `groups` are (id, title) in their order, `legend` says how it is read."""

    title: str
    groups: tuple[tuple[str, str], ...]
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    legend: tuple[str, ...]
