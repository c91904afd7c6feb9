"""All the properties by name, and how they are held against a pack."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from attrs import frozen

from dosmesas.testing.metamorphic import (
    aims,
    alike,
    belief,
    effects,
    files,
    idle,
    names,
    never,
    order,
    said,
    seats,
    turns,
    words,
)
from dosmesas.testing.metamorphic.material import MANY, opened
from dosmesas.testing.metamorphic.property import Finding, NotApplicableError, Property

_TOPICS = (
    files.PROPERTIES,
    order.PROPERTIES,
    words.PROPERTIES,
    never.PROPERTIES,
    idle.PROPERTIES,
    effects.PROPERTIES,
    said.PROPERTIES,
    names.PROPERTIES,
    seats.PROPERTIES,
    alike.PROPERTIES,
    belief.PROPERTIES,
    aims.PROPERTIES,
    turns.PROPERTIES,
)
PROPERTIES: Mapping[str, Property] = {one.name: one for topic in _TOPICS for one in topic}
"""Every property by its name, in the order of the topics."""


@frozen
class Report:
    """What all properties found, and which of them had nothing to hold on in this pack, with the reason."""

    findings: tuple[Finding, ...]
    skipped: Mapping[str, str]


def run(
    name: str | Path, seeds: Iterable[int], many: int = MANY, properties: Iterable[str] = PROPERTIES
) -> Report:
    """Hold properties against a pack, by its id or its folder, in random games of these seeds.

    `many` further games are played all at once, to see more seeds than one by one; 0 for none.

    Raises:
        NotFoundError: there is no such pack.
        BrokenPackError: it has errors.
    """
    found: list[Finding] = []
    skipped: dict[str, str] = {}
    played = [*seeds]
    with opened(name, many) as material:
        for one in properties:
            try:
                found += PROPERTIES[one].look(material, played)
            except NotApplicableError as reason:
                skipped[one] = str(reason)
    return Report(tuple(found), skipped)
