"""In which order boxes stand in their rows, and where along them: few crossings, neighbours near."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

_SWEEPS = 24
_PULLS = 40
_STIFF = 12
BEND = "bend:"
"""How the names of places begin where an arrow passes a row."""

Rows = list[list[str]]
Links = Sequence[tuple[str, str]]
"""Arrows from a row to the next one."""


def ordered(rows: Rows, links: Links) -> Rows:
    """The rows with the fewest crossings that were found; equal input gives equal output."""
    up, down = _neighbours(links)
    best, fewest = [list(row) for row in rows], crossings(rows, links)
    now = [list(row) for row in rows]
    for sweep in range(_SWEEPS):
        downward = sweep % 2 == 0
        for index in range(1, len(now)) if downward else range(len(now) - 2, -1, -1):
            beside = now[index - 1] if downward else now[index + 1]
            now[index] = _by_middle(now[index], beside, up if downward else down)
        _swapped(now, up, down)
        count = crossings(now, links)
        if count < fewest:
            best, fewest = [list(row) for row in now], count
    return best


def crossings(rows: Rows, links: Links) -> int:
    """How many pairs of arrows between neighbouring rows cross."""
    place = {name: (index, at) for index, row in enumerate(rows) for at, name in enumerate(row)}
    between: dict[int, list[tuple[int, int]]] = {}
    for source, target in links:
        between.setdefault(place[source][0], []).append((place[source][1], place[target][1]))
    return sum(_crossed(pairs) for pairs in between.values())


def _crossed(pairs: list[tuple[int, int]]) -> int:
    return sum((a - c) * (b - d) < 0 for i, (a, b) in enumerate(pairs) for c, d in pairs[i + 1 :])


def _neighbours(links: Links) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    up: dict[str, list[str]] = {}
    down: dict[str, list[str]] = {}
    for source, target in links:
        down.setdefault(source, []).append(target)
        up.setdefault(target, []).append(source)
    return up, down


def _by_middle(row: list[str], beside: list[str], near: Mapping[str, list[str]]) -> list[str]:
    """By the mean place of neighbours; what has none keeps its place among the others."""
    place = {name: at / max(1, len(beside) - 1) for at, name in enumerate(beside)}
    span = max(1, len(row) - 1)
    wish = {}
    for at, name in enumerate(row):
        found = [place[one] for one in near.get(name, ()) if one in place]
        wish[name] = sum(found) / len(found) if found else at / span
    return sorted(row, key=lambda name: wish[name])


def _swapped(rows: Rows, up: Mapping[str, list[str]], down: Mapping[str, list[str]]) -> None:
    """Swap neighbours wherever that takes crossings away."""
    place = {name: at for row in rows for at, name in enumerate(row)}
    for row in rows:
        for at in range(len(row) - 1):
            left, right = row[at], row[at + 1]
            now = later = 0
            for near in (up, down):
                ones = [place[one] for one in near.get(left, ())]
                others = [place[one] for one in near.get(right, ())]
                now += sum(a > b for a in ones for b in others)
                later += sum(a < b for a in ones for b in others)
            if later < now:
                row[at], row[at + 1] = right, left
                place[left], place[right] = at + 1, at


def spread(
    rows: Rows, links: Links, widths: Mapping[str, float], gap: float, room: float
) -> dict[str, float]:
    """The middle of every box: near those that it is tied to, none over another, all within the room."""
    up, down = _neighbours(links)
    at: dict[str, float] = {}
    for row in rows:
        total = sum(widths[name] for name in row) + gap * (len(row) - 1)
        x = max(0.0, (room - total) / 2)
        for name in row:
            at[name] = x + widths[name] / 2
            x += widths[name] + gap
    for pull in range(_PULLS):
        for row in rows if pull % 2 == 0 else rows[::-1]:
            wishes = []
            for name in row:
                near = (*up.get(name, ()), *down.get(name, ()))
                pulls = [_pull(name, one) for one in near]
                pulled = sum(at[one] * force for one, force in zip(near, pulls, strict=True))
                wishes.append(pulled / sum(pulls) if near else at[name])
            sizes, firm = [widths[name] for name in row], [_firm(name, up, down) for name in row]
            at.update(zip(row, _apart(wishes, sizes, firm, gap, room), strict=True))
    return at


def _firm(name: str, up: Mapping[str, list[str]], down: Mapping[str, list[str]]) -> int:
    """What is tied to nothing gives way to all else."""
    return 100 if _bends(name) else 8 if name in up or name in down else 1


def _bends(name: str) -> bool:
    return name.startswith(BEND)


def _pull(name: str, other: str) -> int:
    """Long arrows are to be straight before all else."""
    return _STIFF if _bends(name) and _bends(other) else 2 if _bends(name) or _bends(other) else 1


def _apart(wishes: list[float], widths: list[float], firm: list[int], gap: float, room: float) -> list[float]:
    """The nearest middles to those wished for (in squares) at which no box meets the next."""
    if not wishes:
        return []
    offsets = [0.0]
    for one, other in pairwise(widths):
        offsets.append(offsets[-1] + (one + other) / 2 + gap)
    blocks: list[tuple[float, int, int]] = []
    for wish, offset, weight in zip(wishes, offsets, firm, strict=True):
        total, mass, count = (wish - offset) * weight, weight, 1
        while blocks and blocks[-1][0] / blocks[-1][1] >= total / mass:
            before = blocks.pop()
            total, mass, count = total + before[0], mass + before[1], count + before[2]
        blocks.append((total, mass, count))
    flat = [total / mass for total, mass, count in blocks for _ in range(count)]
    low, high = widths[0] / 2, max(widths[0] / 2, room - widths[-1] / 2 - offsets[-1])
    return [min(max(value, low), high) + offset for value, offset in zip(flat, offsets, strict=True)]
