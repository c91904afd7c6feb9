"""Chooses, of tests that could be written, those that notice most changes of rules."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from attrs import define, field, frozen

from dosmesas.desk.trial.games import Games
from dosmesas.desk.trial.trying import try_out
from dosmesas.load.loading import Loaded
from dosmesas.load.trials.alone import alone
from dosmesas.load.trials.suite import Suite, suite_of_text
from dosmesas.model.events import Event
from dosmesas.model.rules import Pack
from dosmesas.model.trials import Trial
from dosmesas.testing.mutation.mutant import Mutant, Owner
from dosmesas.testing.mutation.sheets.comings import ComingSheet
from dosmesas.testing.mutation.sheets.endings import EndingSheet
from dosmesas.testing.mutation.sheets.rounds import EventSheet
from dosmesas.testing.mutation.sheets.rules import RuleSheet
from dosmesas.testing.mutation.sheets.sketch import Sketch
from dosmesas.testing.mutation.tracing import ASKED, AT_WORK, Trace
from dosmesas.testing.mutation.trying import Bench

HEAD = "tests:"


@frozen(eq=False)
class Ready:
    """A test that was written and holds: as text, and to be played, with what was at work in it."""

    sketch: Sketch
    trial: Trial
    trace: Trace

    @property
    def lines(self) -> list[str]:
        """The test as YAML."""
        return [*self.sketch.lines()]

    def may_notice(self, mutant: Mutant) -> bool:
        """Whether it is worth trying: everything is decided in it, so an option matters that was chosen."""
        matters = self.trace.matters(mutant)
        return matters == AT_WORK or (matters == ASKED and mutant.owner.kind not in {"option", "deal"})


@define(eq=False)
class Sheet:
    """What can be written of a thing that has rules, beside the tests of a pack or of its game."""

    bench: Bench
    suite: Suite
    loaded: Loaded = field(init=False)

    @loaded.default
    def _loaded(self) -> Loaded:
        return self.bench.loaded

    def ready(self, owner: Owner) -> list[Ready]:
        """All tests of an owner (of an option or deal: of its event) that hold of the clean pack."""
        return [*self._held(sketches_of(owner, self.suite.pack))]

    def _held(self, sketches: Iterable[Sketch]) -> Iterator[Ready]:
        found = {one.name: one for one in sketches if one.expect}
        # Each is read with all others, and what is wrong with one is told at its lines.
        text = "\n".join([HEAD, *(line for one in found.values() for line in one.lines())])
        if not found:
            return
        suite, problems = suite_of_text(self.loaded, text, self.suite)
        starts = [one.where.line for one in suite.trials]
        wrong = {bisect_right(starts, one.span.line) - 1 for one in problems}
        games = Games(self.suite.pack)
        for place, trial in enumerate(suite.trials):
            result = try_out(games, trial)
            if result.holds and place not in wrong:
                yield Ready(found[trial.name], trial, Trace.of(result.courses, alone=trial.alone))

    def noticed(self, ready: Sequence[Ready], mutant: Mutant) -> set[int]:
        """Which of some tests notice a mutant; none where it is refused."""
        changed = self.bench.changed(mutant)
        if changed.pack is None or changed.rules is None:
            return set()
        games = Games(alone(changed.rules, 1) if self.suite.alone else changed.pack)
        worth = [(place, one.trial) for place, one in enumerate(ready) if one.may_notice(mutant)]
        return {place for place, trial in worth if not try_out(games, trial).holds}


def sketches_of(owner: Owner, pack: Pack) -> Iterator[Sketch]:
    """The tests that can be written of an owner."""
    ruleset = pack.ruleset
    if owner.event and owner.event in pack.events and owner.kind != "bulletin":
        yield from EventSheet(pack, pack.events[owner.event]).sketches()
        yield from _coming(pack.events[owner.event], pack)
    elif owner.kind == "bulletin" and owner.id in pack.bulletins:
        yield from ComingSheet(pack, pack.bulletins[owner.id]).sketches()
    elif owner.kind == "rule" and owner.id in ruleset.rules:
        yield from RuleSheet(pack, ruleset.rules[owner.id]).sketches()
    elif owner.kind == "ending":
        yield from (
            it for one in ruleset.endings if one.id == owner.id for it in EndingSheet(pack, one).sketches()
        )


def _coming(event: Event, pack: Pack) -> Iterator[Sketch]:
    if event.turn is None and not event.repeats:
        yield from ComingSheet(pack, event).sketches()


def cover(noticed: Sequence[set[int]], lengths: Sequence[int], least: int = 1) -> list[int]:
    """The tests, by place, that together notice what is noticed by any: the most for a line first.

    `noticed` has for each mutant the tests that notice it. No test is taken for less than `least` mutants.
    """
    left = [one for one in noticed if one]
    chosen: list[int] = []
    while left:
        counts = {place: sum(place in one for one in left) for place in {it for one in left for it in one}}
        enough = [place for place in counts if counts[place] >= least]
        if not enough:
            break
        best = max(enough, key=lambda place: (counts[place] / lengths[place], -place))
        chosen.append(best)
        left = [one for one in left if best not in one]
    return sorted(chosen)
