"""A test that is being written: as something to play, and as the YAML that an author reads."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import Factory, define, evolve, frozen

from dosmesas.desk.trial.games import Games
from dosmesas.desk.trial.playing import Course, play
from dosmesas.model.rules import Pack
from dosmesas.model.trials import Chances, Debates, Line, Others, Trial, Wish
from dosmesas.text.number import exact
from dosmesas.text.span import NOWHERE

Start = Mapping[str, int | bool]
"""Where a game begins otherwise than usual: indicators in thousandths, flags with yes or no."""
_ALONE_TURNS = 25
_ALL = 100


@frozen
class Decided:
    """A turn: the event that is made to come, if one is, and the options that offices choose."""

    turn: int
    event: str = ""
    options: Mapping[str, str] = Factory(dict)


@frozen
class Expected:
    """A line under `expect:`: a name or key with what is expected of it."""

    key: str
    text: str
    turn: int | None = None
    since: int = 0
    share: int = 100


@define(eq=False)
class Sketch:
    """All that a test says; `alone` where only the rules are at work, `to_the_end` to ask for an ending."""

    name: str
    start: Start = Factory(dict)
    decided: tuple[Decided, ...] = ()
    view: str = ""
    seed: int = 1
    seeds: int = 1
    chances: Chances = Chances.DRAWN
    others: Others = Others.PERSONA
    until: int | None = None
    alone: bool = False
    to_the_end: bool = False
    other: Start | None = None
    expect: list[Expected] = Factory(list)

    def courses(self, games: Games) -> list[Course]:
        """Its games."""
        return self._played(games, self._line(self.start))

    def compared(self, games: Games) -> list[Course]:
        """The games that it is compared with."""
        return self._played(games, self._line({**self.start, **(self.other or {})}))

    def _played(self, games: Games, line: Line) -> list[Course]:
        trial = self.trial(games.pack)
        game = games.game(trial, line)
        return [play(game, trial, line, seed) for seed in range(self.seed, self.seed + self.seeds)]

    def trial(self, pack: Pack) -> Trial:
        """To be played; what is expected is left out."""
        turns = (self.until or 1 if self.to_the_end else _ALONE_TURNS) if self.alone else pack.turns
        return Trial(
            self.name,
            NOWHERE,
            self._line(self.start),
            None,
            (),
            self.seed,
            self.seeds,
            self.others,
            Debates.NONE,
            self.chances,
            self.alone,
            None if self.until == turns else self.until,
            turns,
            (),
        )

    def _line(self, start: Start) -> Line:
        values = {name: it for name, it in start.items() if not isinstance(it, bool)}
        flags = {name: it for name, it in start.items() if isinstance(it, bool)}
        wishes = {
            (one.turn, office): (Wish(f"{one.event}/{option}", NOWHERE),)
            for one in self.decided
            for office, option in one.options.items()
        }
        events = {one.turn: one.event for one in self.decided if one.event}
        return Line(values, flags, wishes, events, self.view)

    def with_only(self, expect: Iterable[Expected]) -> "Sketch":
        """The same with some of what it expects."""
        return evolve(self, expect=[*expect])

    def lines(self) -> Iterator[str]:
        """The test as YAML, an entry of a list under `tests:`."""
        yield f"  - test: {quoted(self.name)}"
        if self.alone:
            yield "    rules_only: yes"
        else:
            yield "    debates: none"
        yield from self._told()
        yield from _start_lines(self.start, "    ")
        if self.decided:
            yield "    decisions:"
        for one in self.decided:
            yield f"      - turn: {one.turn}"
            if one.event:
                yield f"        event: {one.event}"
            yield from (f"        {office}: {option}" for office, option in one.options.items())
        if self.other is not None:
            yield "    compare_with:"
            yield from _start_lines(self.other, "      ")
        if self.until is not None:
            yield f"    until: {self.until}"
        yield "    expect:"
        yield from (f"      - {self._line_of(it)}" for it in self.expect)

    def _line_of(self, it: Expected) -> str:
        """An expectation on one line; that it is about the last turn goes without saying."""
        marks: dict[str, Any] = {
            "turn": it.turn if it.turn != self.until else None,
            "since": it.since or None,
        }
        marks["in_at_least"] = it.share if it.share != _ALL else None
        told = [f"{key}: {value}" for key, value in marks.items() if value is not None]
        whole = ", ".join([f"{it.key}: {it.text}", *told])
        return f"{{{whole}}}" if told else whole

    def _told(self) -> Iterator[str]:
        if self.view:
            yield f"    worldview: {self.view}"
        if self.seed != 1:
            yield f"    seed: {self.seed}"
        if self.seeds != 1:
            yield f"    seeds: {self.seeds}"
        if self.chances is not Chances.DRAWN:
            yield f"    chances: {self.chances}"
        if self.others is not Others.PERSONA:
            yield f"    others: {self.others}"


def _start_lines(start: Start, indent: str) -> Iterator[str]:
    if start:
        yield f"{indent}start:"
    for name, value in sorted(start.items()):
        yield f"{indent}  {name}: {written(value)}"


def written(value: int | bool) -> str:
    """A start as it is written."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return plain(value)


def plain(value: int) -> str:
    """A number without commas."""
    return exact(value).replace(",", "")


def quoted(text: str) -> str:
    """A name as YAML takes it."""
    return f'"{text}"' if ": " in text or text[:1] in "'\"[{&*!|>%@`#-" else text
