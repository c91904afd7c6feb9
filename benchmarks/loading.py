"""Loading and checking the largest shipped pack against PyYAML's C reader composing the same bytes.

content/culiacan has more than 3,000 lines of its own, and both read seeds/ and game/ with it. The best of
several rounds counts.
"""

import time
from collections.abc import Callable

import yaml

from dosmesas.load.loading import read
from dosmesas.load.locate import roots

ROUNDS = 7


def main() -> None:
    pack = roots().content / "culiacan"
    files = [path for root in (roots().seeds, roots().game, pack) for path in sorted(root.rglob("*.yaml"))]
    texts = [path.read_bytes() for path in files]
    loaded = read(pack)
    assert loaded.pack is not None, [str(one.message) for one in loaded.problems][:5]
    ours, composed = best(lambda: read(pack), lambda: [compose(text) for text in texts])
    lines = sum(path.read_bytes().count(b"\n") for path in files if path.is_relative_to(pack))
    print(
        f"a pack of {lines:,} lines; with the ruleset, {len(files)} files and {sum(map(len, texts)):,} bytes"
    )
    print(
        f"loading and checking: {ours * 1000:.0f} ms; composing the same bytes in C: {composed * 1000:.0f} ms"
    )
    print(f"ratio: {ours / composed:.1f} (wanted: 12 or less)")


def compose(text: bytes) -> object:
    """What PyYAML makes of a file with libyaml."""
    return yaml.compose(text, Loader=yaml.CSafeLoader)


def best(*measures: Callable[[], object]) -> list[float]:
    """The least of several measurements of each, taken in turns so that all meet the same machine."""
    rounds = [[timed(one) for one in measures] for _ in range(ROUNDS)]
    return [min(column) for column in zip(*rounds, strict=True)]


def timed(measure: Callable[[], object]) -> float:
    """Seconds of one call."""
    begun = time.perf_counter()
    measure()
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
