"""The end of many random games as digests: `python -m tests.playthroughs.digests culiacan en 0 1000` prints them.

One line a game: the seed and the digest of its last state. It is run by itself so that it can be started under
other hash seeds, without asserts, or without libyaml, and must print the same.
"""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dosmesas.model.rules import Pack


def digests(pack_id: str, language: str, first: int, last: int) -> Iterator[str]:
    """The lines for the seeds from `first` up to, not including, `last`.

    A shipped pack is played at random; one of the small world (`small:NAME`) by personas that argue as experts,
    whose search goes over many sets.
    """
    from dosmesas.session.session import Session
    from dosmesas.session.setup import Setup

    pack = pack_named(pack_id)
    counterpart, level = ("persona", "expert") if ":" in pack_id else ("random", "advocate")
    for seed in range(first, last):
        session = Session.start(pack, Setup((), seed, counterpart, "authors", language, level=level))
        yield f"{seed} {session.state.digest()}"


def pack_named(pack_id: str) -> "Pack":
    """A pack that ships, or one of the small world."""
    from dosmesas.load.loading import load_pack
    from tests.support.small import SMALL, roots_of

    kind, _, name = pack_id.rpartition(":")
    return load_pack(str(SMALL / "content" / name), roots_of(SMALL)) if kind else load_pack(name)


def main(arguments: list[str]) -> None:
    if "pure" in arguments:
        import yaml

        del yaml.CSafeLoader  # as where PyYAML was built without libyaml
    pack_id, language, first, last = arguments[:4]
    for line in digests(pack_id, language, int(first), int(last)):
        print(line)  # noqa: T201 - a program that prints


if __name__ == "__main__":
    main(sys.argv[1:])
