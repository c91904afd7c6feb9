"""The game of benchmarks/tides written by hand in NumPy, for many games at once, with random players.

It is what somebody would write who knows the rules and NumPy by heart: the same rules, the same named draws,
one array an indicator. `batch.py` measures sim/batch against it, and checks first that both come to the same
numbers.
"""

import numpy as np
from twin import CHANGES, COIN, DRAWN, START

from dosmesas.engine.draws import key

GAMMA = np.uint64(0x9E3779B97F4A7C15)
FIRST, SECOND = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
EVENTS = ("calm", "debt", "gale", "market", "strike", "whales")
OPTIONS = [f"{event}/o{place}" for event in EVENTS for place in range(3)]
SEAT = "no.minister"
CATCH, FLEET, FUEL, PATIENCE, PRICE, RESERVE, STOCK, WAGES = range(8)
TABLE = np.zeros((len(OPTIONS), 8), np.int64)
for _row, _option in enumerate(OPTIONS):
    for _slot, _amount in CHANGES[_option]:
        TABLE[_row, _slot] += _amount


def mix(value: np.ndarray) -> np.ndarray:
    value = value + GAMMA
    value ^= value >> np.uint64(30)
    value *= FIRST
    value ^= value >> np.uint64(27)
    value *= SECOND
    value ^= value >> np.uint64(31)
    return value


def rounded(product: np.ndarray) -> np.ndarray:
    return (product + 499 + (product // 1000 & 1)) // 1000


class Columns:
    """Many games; `play` takes them to the end of the last turn and through the outlook."""

    def __init__(self, seeds: np.ndarray) -> None:
        size = len(seeds)
        self.mixed = mix(seeds)
        self.values = [np.full(size, start, np.int64) for start in START]
        self.quota = np.zeros(size, bool)
        self.came = {name: np.zeros(size, bool) for name in EVENTS}
        self.due: dict[int, np.ndarray] = {}
        self.agenda = {name: self.stream(f"agenda:{name}") for name in DRAWN}

    def stream(self, name: str) -> np.ndarray:
        """Where the draws of a name begin."""
        return mix(self.mixed ^ np.uint64(key(name)))

    def play(self, turns: int) -> None:
        """All turns, and the twelve steps after."""
        for turn in range(1, turns + 1):
            if turn in self.due:
                self.values[CATCH] += self.due.pop(turn)
                self.limit(CATCH)
            self.choose(turn, self.next_event(turn))
            self.drift()
        self.at_last = [column.copy() for column in self.values]
        for turn in range(turns + 1, turns + 13):
            if turn in self.due:
                self.values[CATCH] += self.due.pop(turn)
                self.limit(CATCH)
            self.drift()

    def next_event(self, turn: int) -> np.ndarray:
        """The number of the event: the greatest draw of those that are left, else the calm."""
        size = len(self.quota)
        best, found = np.zeros(size, np.uint64), np.zeros(size, np.int64)
        for name, weight in DRAWN.items():
            start = mix(self.agenda[name] ^ np.uint64(turn))
            draw = mix(start)
            for index in range(1, weight):
                draw = np.maximum(draw, mix(start ^ np.uint64(index)))
            draw[self.came[name]] = 0
            found = np.where(draw > best, EVENTS.index(name), found)
            best = np.maximum(draw, best)
        for name in DRAWN:
            self.came[name] |= found == EVENTS.index(name)
        return found

    def choose(self, turn: int, event: np.ndarray) -> None:
        """Each option makes one draw of its own name and the greatest wins; then what it does."""
        values = self.values
        option = np.empty(len(event), np.int64)
        for number, name in enumerate(EVENTS):
            rows = np.flatnonzero(event == number)
            if not len(rows):
                continue
            draws = [self.draw(rows, f"bot:random:{SEAT}:choose:{name}/o{place}", turn) for place in range(3)]
            if name == "gale":
                draws[2] = np.where(values[RESERVE][rows] < 50_000, 0, draws[2])
            option[rows] = 3 * number + np.argmax(draws, axis=0)
        sums = TABLE[option]
        coin = np.flatnonzero(option == OPTIONS.index("calm/o0"))
        lost = coin[self.draw(coin, "calm/o0~1", turn) < np.uint64(COIN)]
        sums[lost, WAGES] -= 3000
        self.quota |= option == OPTIONS.index("calm/o1")
        later = option == OPTIONS.index("calm/o2")
        self.due[turn + 2] = self.due.get(turn + 2, 0) + 3000 * later
        for slot in range(8):
            values[slot] = values[slot] + sums[:, slot]
            self.limit(slot)

    def draw(self, rows: np.ndarray, name: str, turn: int) -> np.ndarray:
        """The draws of a name in some games."""
        return mix(mix(mix(self.mixed[rows] ^ np.uint64(key(name))) ^ np.uint64(turn)))

    def drift(self) -> None:
        """The six rules, on the numbers as the drift began."""
        values = self.values
        catch, fleet, fuel, patience, price, _, stock, wages = values
        changed = {
            FUEL: fuel + rounded(-20 * fleet),
            PRICE: price + 600 * (stock < 45_000),
            STOCK: stock + rounded(40 * (60_000 - stock)),
            PATIENCE: patience - 500 * ((wages < 40_000) & (price > 50_000)),
            WAGES: wages + rounded(10 * catch) * (catch > 45_000),
            FLEET: fleet - 400 * (self.quota & (fleet > 40_000)),
        }
        for slot, column in changed.items():
            values[slot] = column
            self.limit(slot)

    def limit(self, slot: int) -> None:
        """A number within 0 and 100."""
        np.clip(self.values[slot], 0, 100_000, out=self.values[slot])
