"""The end of many random games as digests: `python -m tests.playthroughs.digests culiacan en 0 1000` prints them.

One line a game: the seed and the digest of its last state. It is run by itself so that it can be started under
other hash seeds, without asserts, or without libyaml, and must print the same.
"""

import sys
from collections.abc import Iterator


def digests(pack_id: str, language: str, first: int, last: int) -> Iterator[str]:
    """The lines for the seeds from `first` up to, not including, `last`."""
    from dosmesas.load.loading import load_pack
    from dosmesas.session.session import Session
    from dosmesas.session.setup import Setup

    pack = load_pack(pack_id)
    for seed in range(first, last):
        session = Session.start(pack, Setup((), seed, "random", "authors", language))
        yield f"{seed} {session.state.digest()}"


def main(arguments: list[str]) -> None:
    if "pure" in arguments:
        import yaml

        del yaml.CSafeLoader  # as where PyYAML was built without libyaml
    pack_id, language, first, last = arguments[:4]
    for line in digests(pack_id, language, int(first), int(last)):
        print(line)  # noqa: T201 - a program that prints


if __name__ == "__main__":
    main(sys.argv[1:])
