"""The stages `ratify` and `enact` in many games: support, bands, what was said, what is carried out."""

from collections.abc import Mapping

import numpy as np
from attrs import define, field, frozen

from dosmesas.debate.graph import ONE
from dosmesas.engine.generate import HALF
from dosmesas.engine.home import CARRIES, CASE_POINTS, WATERS
from dosmesas.engine.program import key_of
from dosmesas.engine.ratify import APPROVAL_POINTS, INQUIRY, RATIFICATION_LOST
from dosmesas.engine.turn import BROKEN_WORD
from dosmesas.lang.nodes import Number
from dosmesas.model.home import dissent_flag, inquiry_flag
from dosmesas.sim.batch.carrying import by_choice, run
from dosmesas.sim.batch.columns import View
from dosmesas.sim.batch.numbers import Amount, Ints, Small, Yes, half_even, near
from dosmesas.sim.batch.program import Condition, Program
from dosmesas.sim.batch.stages import Stage
from dosmesas.sim.batch.table import Pact, Table

CARRIED, WATERED, BLOCKED, STOOD_BACK = range(4)
"""Bands as numbers; `STOOD_BACK` where a colleague's clashing choice stood instead."""
_MOST = 100_000


@define(eq=False)
class Arguments:
    """What the debates of a table came to: strengths in billionths by seat and audience, and manners.

    `manners` lists the rules of conduct that each debate calls for, with where it does.
    """

    strengths: dict[str, dict[str, Ints]] = field(factory=dict)
    manners: list[tuple[str, Yes]] = field(factory=list)


@define(eq=False)
class Verdicts:
    """What the home tables make of the choices: support in thousandths and bands by seat."""

    support: dict[str, Ints]
    bands: dict[str, Small]


@frozen(eq=False, repr=False)
class HomeTables:
    """The home tables of a pack."""

    program: Program
    clash: Yes
    stances: Mapping[str, Mapping[str, "Amount | Condition"]]

    @classmethod
    def of(cls, program: Program) -> "HomeTables":
        """Those of a program."""
        options, number = program.options, program.option_number
        clash = np.zeros((len(options), len(options)), bool)
        stances: dict[str, dict[str, Amount | Condition]] = {}
        for one in options:
            for other in one.clash:
                clash[number[one.id], number[other]] = clash[number[other], number[one.id]] = True
            stances[one.id] = {
                audience: int(node.value) if isinstance(node, Number) else program.amount(node)
                for audience, node in one.home
            }
        return cls(program, clash, stances)

    def support(
        self, table: Table, seat: str, place: int, view: View, strengths: Mapping[str, Ints]
    ) -> "Ints | int":
        """Support of a seat's option in the games of a view; `strengths` is empty where it is not argued."""
        ruleset = self.program.pack.ruleset
        stances = self.stances[table.entry.event.seats[seat][place].id]
        total: Ints | int = 0
        audiences = ruleset.offices[seat].audiences
        for name, share in audiences:
            stance = stances.get(name, 0)
            if callable(stance):
                stance = stance(view.v, view.f, view.q, table.turn)
            found = view.v[self.program.writer.slots.values[name]] + stance
            if name in strengths:
                found = found + near(CASE_POINTS * (strengths[name] - self.par(name)), ONE // 1000)
            total = total + share * np.minimum(np.maximum(found, 0), _MOST)
        shares = sum(share for _, share in audiences)
        return half_even(total, shares) if shares else _MOST

    def par(self, audience: str) -> int:
        """What an ordinary case keeps with an audience, in billionths."""
        doubter = self.program.pack.ruleset.bank.doubters.get(audience)
        return doubter.par * (ONE // 1000) if doubter else 0

    def verdicts(self, table: Table, arguments: Arguments | None) -> Verdicts:
        """What the home tables make of the choices."""
        support: dict[str, Ints] = {}
        for seat in table.entry.seats:
            found = np.zeros(table.size, np.int64)
            argued = arguments.strengths.get(seat, {}) if arguments else {}
            for place, rows in by_choice(table, seat):
                strengths = {name: column[rows] for name, column in argued.items()}
                found[rows] = self.support(table, seat, place, table.view.part(rows), strengths)
            support[seat] = found
        bands = {}
        for seat, found in support.items():
            passed = np.where(found >= CARRIES, CARRIED, np.where(found >= WATERS, WATERED, BLOCKED))
            bands[seat] = (np.zeros_like(passed) if table.entry.answers_for else passed).astype(np.int16)
        self._one_voice(table, support, bands)
        return Verdicts(support, bands)

    def _one_voice(self, table: Table, support: Mapping[str, Ints], bands: dict[str, Small]) -> None:
        """Of choices of a country that clash the one with more support stands, then the seat listed first."""
        pack = self.program.pack
        offices, place = pack.ruleset.offices, {seat: number for number, seat in enumerate(pack.seats)}
        for country in dict.fromkeys(offices[seat].country for seat in table.entry.seats):
            seats = [seat for seat in table.entry.seats if offices[seat].country == country]
            seats.sort(key=place.__getitem__)
            numbers = [table.choices[seat].astype(np.int64) + table.entry.base[seat] for seat in seats]
            pairs = [self.clash[one, other] for k, one in enumerate(numbers) for other in numbers[:k]]
            if not any(pair.any() for pair in pairs):
                continue
            order = np.argsort(-np.stack([support[seat] for seat in seats]), axis=0, kind="stable")
            chosen = np.take_along_axis(np.stack(numbers), order, axis=0)
            stands = np.ones(chosen.shape, bool)
            for k in range(1, len(seats)):
                for j in range(k):
                    stands[k] &= ~(stands[j] & self.clash[chosen[k], chosen[j]])
            back = np.zeros(chosen.shape, bool)
            np.put_along_axis(back, order, ~stands, axis=0)
            for seat, gave_way in zip(seats, back, strict=True):
                bands[seat][gave_way] = STOOD_BACK

    def ratify(self, stage: Stage, table: Table, arguments: Arguments | None) -> Verdicts:
        """The stage `ratify`: standings by cases, conduct, inquiries, dissent, words broken and lost."""
        found = self.verdicts(table, arguments)
        conduct = self.program.pack.ruleset.conduct
        work = stage.work(table.view, table.turn)
        slots = self.program.writer.slots
        if arguments:
            for strengths in arguments.strengths.values():
                for audience, strength in strengths.items():
                    points = near(APPROVAL_POINTS * (strength - self.par(audience)), ONE)
                    work.add(slots.values[audience], points * 1000, None)
            for rule, where in arguments.manners:
                self.conduct(stage, table, rule, where)
        for seat in table.entry.seats:
            if table.entry.answers_for and INQUIRY in conduct:
                looked_into = (found.support[seat] < WATERS) & (found.bands[seat] != STOOD_BACK)
                work.put(slots.flags[inquiry_flag(seat)], True, looked_into)
            gave_way = found.bands[seat] == STOOD_BACK
            if gave_way.any():
                work.put(slots.flags[dissent_flag(seat)], True, gave_way)
        for number, pact in enumerate(table.entry.pacts):
            for seat, place in pact.between:
                if seat in table.words:
                    given = table.bound(seat, number)
                    kept = table.choices[seat] == place
                    self.conduct(
                        stage, table, RATIFICATION_LOST, given & kept & (found.bands[seat] >= BLOCKED)
                    )
                    self.conduct(stage, table, BROKEN_WORD, given & ~kept)
        return found

    def conduct(self, stage: Stage, table: Table, rule: str, where: Yes) -> None:
        """The effects of a rule of conduct, in some games."""
        run(self.program, stage, table, key_of("conduct", rule), where)

    def enact(self, stage: Stage, table: Table, found: Verdicts) -> None:
        """The stage `enact`: each option as far as it passed, and deals struck."""
        for seat in table.entry.seats:
            for place, rows in by_choice(table, seat):
                option = table.entry.event.seats[seat][place].id
                bands = found.bands[seat]
                here = np.zeros(table.size, bool)
                here[rows] = True
                run(self.program, stage, table, option, here & (bands == CARRIED))
                run(self.program, stage, table, HALF + option, here & (bands == WATERED))
                run(self.program, stage, table, key_of("sure", option), here & (bands <= WATERED))
                run(self.program, stage, table, key_of("watered", option), here & (bands == WATERED))
                run(self.program, stage, table, key_of("blocked", option), here & (bands == BLOCKED))
        for pact in table.entry.pacts:
            struck, watered = self._struck(table, pact, found)
            key = key_of("deal", pact.deal.id)
            run(self.program, stage, table, key, struck & ~watered)
            run(self.program, stage, table, HALF + key, struck & watered)

    @staticmethod
    def _struck(table: Table, pact: Pact, found: Verdicts) -> tuple[Yes, Yes]:
        """Where a deal passes both home tables, and where one of them let half of it through."""
        bands = [found.bands[seat] for seat, _ in pact.between]
        struck = np.logical_and.reduce([*table.chosen(pact), *(band <= WATERED for band in bands)])
        return struck, np.logical_or.reduce([band == WATERED for band in bands])
