"""The game of benchmarks/tides written by hand in Python: the same rules, the same named draws, no receipts.

It is what somebody would write who wants speed and knows the rules by heart; `turns.py` measures the engine
against it and checks first that both come to the same numbers in every turn.
"""

from dosmesas.engine.draws import mix, stream

CATCH, FLEET, FUEL, PATIENCE, PRICE, RESERVE, STOCK, WAGES = range(8)
START = (40_000, 43_000, 46_000, 49_000, 52_000, 55_000, 58_000, 61_000)
DRAWN = {"debt": 1, "gale": 2, "market": 1, "strike": 2, "whales": 1}
COIN = 40 * 2**64 // 100
CHANGES = {
    "calm/o0": ((3, 1500), (2, -2000), (0, -3000)),
    "calm/o1": ((0, -3000), (3, -2000), (4, 2000)),
    "calm/o2": ((5, -1500), (2, -2000), (1, -3000)),
    "debt/o0": ((4, -2000), (6, -1500), (2, -1500), (1, 3000)),
    "debt/o1": ((5, 3000), (0, 1500), (4, 2000), (2, -2000)),
    "debt/o2": ((2, -3000), (1, 2000), (3, -1500), (7, -3000)),
    "gale/o0": ((4, 2000), (7, -2000), (5, 1500), (2, 1500)),
    "gale/o1": ((4, -2000), (3, -1500), (6, -1500), (1, -3000)),
    "gale/o2": ((1, 2000), (0, 2000), (3, 3000), (2, 1500)),
    "market/o0": ((5, -3000), (1, 1500), (7, -2000), (6, 3000)),
    "market/o1": ((7, 1500), (2, 3000), (1, 2000), (6, -1500)),
    "market/o2": ((3, 3000), (2, -2000), (0, -1500), (5, 2000)),
    "strike/o0": ((3, -1500), (0, 1500), (2, -3000), (1, -3000)),
    "strike/o1": ((5, 3000), (7, 3000), (0, -1500), (2, -3000)),
    "strike/o2": ((5, 3000), (2, 1500), (6, 2000), (1, 3000)),
    "whales/o0": ((1, 1500), (2, -1500), (4, -2000), (7, -1500)),
    "whales/o1": ((6, 2000), (4, -3000), (1, -1500), (2, -3000)),
    "whales/o2": ((7, -1500), (1, 2000), (2, -3000), (5, 1500)),
}


class Twin:
    """One game; `play` takes a decision and runs to the next."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.turn = 1
        self.values = list(START)
        self.quota = False
        self.due: dict[int, int] = {}
        self.left = dict(DRAWN)
        self.event = self.next_event()

    def play(self, option: str) -> None:
        """One turn: the option, the six rules, what lands, the next event."""
        values, turn = self.values, self.turn
        if option == "gale/o2" and values[RESERVE] < 50_000:
            raise ValueError(option)
        for slot, amount in CHANGES[option]:
            values[slot] += amount
        if option == "calm/o0":
            if mix(mix(stream(self.seed, "calm/o0~1") ^ turn)) < COIN:
                values[WAGES] -= 3000
        elif option == "calm/o1":
            self.quota = True
        elif option == "calm/o2":
            self.due[turn + 2] = self.due.get(turn + 2, 0) + 3000
        self.limit()
        self.drift()
        self.limit()
        self.turn = turn = turn + 1
        if turn in self.due:
            values[CATCH] += self.due.pop(turn)
            self.limit()
        self.event = self.next_event()

    def drift(self) -> None:
        """The six rules, on the numbers as the drift began; half-even to thousandths."""
        catch, fleet, _, _, price, _, stock, wages = values = self.values
        values[FUEL] += rounded(-20 * fleet)
        if stock < 45_000:
            values[PRICE] += 600
        values[STOCK] += rounded(40 * (60_000 - stock))
        if wages < 40_000 and price > 50_000:
            values[PATIENCE] -= 500
        if catch > 45_000:
            values[WAGES] += rounded(10 * catch)
        if self.quota and fleet > 40_000:
            values[FLEET] -= 400

    def limit(self) -> None:
        """Every number within 0 and 100."""
        values = self.values
        for slot, value in enumerate(values):
            if value < 0:
                values[slot] = 0
            elif value > 100_000:
                values[slot] = 100_000

    def next_event(self) -> str:
        """The greatest of the draws of the events that are left, else the calm."""
        best, found = -1, "calm"
        for event, weight in self.left.items():
            start = stream(self.seed, f"agenda:{event}") ^ self.turn
            for index in range(weight):
                draw = mix(mix(start) ^ index)
                if draw > best:
                    best, found = draw, event
        self.left.pop(found, None)
        return found


def rounded(product: int) -> int:
    """A product of two numbers in thousandths, half-even."""
    quotient, rest = divmod(product, 1000)
    return quotient + (rest > 500 or (rest == 500 and quotient % 2))
