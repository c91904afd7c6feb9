"""Tests of an ending: a start from which the rules alone lead to it, and one beside it that does not."""

from collections.abc import Iterator, Mapping

from attrs import define, field

from dosmesas.desk.trial.games import Games
from dosmesas.desk.trial.playing import Course
from dosmesas.model.rules import Ending, Pack
from dosmesas.testing.mutation.sheets.sketch import Expected, Sketch, Start, written
from dosmesas.testing.mutation.sheets.solving import asks_history, starts_of, tippings
from dosmesas.text.number import THOUSAND

_TRIES = 5
_TENTH = THOUSAND // 10


@define(eq=False)
class EndingSheet:
    """The tests of one ending."""

    pack: Pack
    ending: Ending
    games: Games = field(init=False)

    @games.default
    def _games(self) -> Games:
        return Games(self.pack)

    def sketches(self) -> Iterator[Sketch]:
        """Both sides of each bound of its condition."""
        if self.ending.when is None or asks_history(self.ending.when):
            return
        for tip in tippings(self.ending.when, self.pack):
            for wanted, told in ((tip.holds, ""), (tip.fails, "not ")):
                start = self._aimed(wanted)
                name = f"{self.ending.id}: {told}with {tip.name} at {written(wanted[tip.name])} in the end"
                sketch = Sketch(name, start, until=1, alone=True, to_the_end=True)
                came = sketch.courses(self.games)[0].session.state.ending
                if came and (came == self.ending.id) is not bool(told):
                    yield sketch.with_only([Expected("ending", came)])

    def _aimed(self, wanted: Start) -> Start:
        """A start from which numbers end up where they are wanted, as near as a tenth."""
        aims = {name: it for name, it in wanted.items() if not isinstance(it, bool)}
        usual = starts_of(self.pack)
        start: dict[str, int | bool] = {**wanted}
        for _ in range(_TRIES):
            course = Sketch("", start, until=1, alone=True, to_the_end=True).courses(self.games)[0]
            last = self._read(course)
            for name, aim in aims.items():
                one = self.pack.ruleset.indicators[name]
                moved = int(start.get(name, usual[name])) + aim - last[name]
                start[name] = min(max(_tenth(moved), one.low), one.high)
        return start

    def _read(self, course: Course) -> Mapping[str, int]:
        """The numbers as the ending reads them."""
        return course.turns[0 if self.ending.now else -1].values


def _tenth(value: int) -> int:
    return round(value / _TENTH) * _TENTH
