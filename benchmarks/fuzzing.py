"""What fuzzing spends its time on: each property's share of a run, and what a look costs in games."""

import argparse
import time
from collections.abc import Iterator

from attrs import define, evolve

from dosmesas.testing.conformance.check import Wrong
from dosmesas.testing.conformance.walk import Walk
from dosmesas.testing.fuzz.hunt import Hunt
from dosmesas.testing.fuzz.properties import Property
from dosmesas.testing.fuzz.target import Target


@define
class Timed:
    """A property, how often it was looked at, and the seconds that took."""

    of: Property
    looks: int = 0
    seconds: float = 0.0

    def look(self, walk: Walk) -> Iterator[Wrong]:
        """What the property finds, by the clock."""
        begun = time.perf_counter()
        found = [*self.of.look(walk)]
        self.seconds += time.perf_counter() - begun
        self.looks += 1
        yield from found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pack", nargs="?", default="culiacan")
    parser.add_argument("--games", type=int, default=60)
    parser.add_argument("--shown", type=int, default=15, help="properties, the dearest first")
    asked = parser.parse_args()
    target = Target.of(asked.pack)
    timed = {name: Timed(one) for name, one in target.properties.items()}
    target.properties = {name: evolve(one.of, look=one.look) for name, one in timed.items()}
    hunt, begun = Hunt(target), time.perf_counter()
    for _ in range(asked.games):
        hunt.next()
    report(hunt, time.perf_counter() - begun, [*timed.values()], asked.shown)


def report(hunt: Hunt, seconds: float, timed: list[Timed], shown: int) -> None:
    """Shares of the whole, and looks as multiples of what a game costs that is played and counted alone."""
    alone = (seconds - sum(one.seconds for one in timed)) / hunt.games
    times = seconds / hunt.games / alone
    print(f"{hunt.target.pack.id}: {hunt.games} games, {times:.1f} times a game alone\n")
    print(f"{'':44}share   looks   a look, in games alone")
    print(f"{'to play a game, and count where it came':42}{alone * hunt.games / seconds:7.1%}")
    for one in sorted(timed, key=lambda one: -one.seconds)[:shown]:
        print(
            f"{one.of.name[:40]:42}{one.seconds / seconds:7.1%}{one.looks:8}"
            f"{one.seconds / max(1, one.looks) / alone:12.2f}"
        )


if __name__ == "__main__":
    main()
