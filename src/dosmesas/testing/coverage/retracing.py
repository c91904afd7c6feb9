"""A game gone through again, stage by stage, with an eye to what was at work.

A receipt tells what wrote it. A condition that held back its effects wrote nothing: so the world is rebuilt
as it was when each stage began, by adding up the receipts, and the condition is asked where the engine did.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from attrs import Factory, define, evolve

from dosmesas.engine.deals import outcomes
from dosmesas.engine.draws import below
from dosmesas.engine.game import Transition
from dosmesas.engine.generate import HALF
from dosmesas.engine.program import Condition, Flags, World, key_of
from dosmesas.engine.ratify import enacted, ratified
from dosmesas.engine.receipts import Page, ReceiptKind, Site
from dosmesas.engine.slots import Vector
from dosmesas.engine.state import Point, State
from dosmesas.engine.tables import Tables
from dosmesas.engine.turn import BROKEN_WORD, judged
from dosmesas.model.effects import After
from dosmesas.model.rules import Ending
from dosmesas.testing.coverage.index import DRIFT, Index, side_of
from dosmesas.testing.coverage.places import CAME, STAYED, Kind, key_at

_Read = Iterable[tuple[Ending, Condition | None]]


@define(eq=False)
class Retraced:
    """Transitions of one game, one after the other."""

    index: Index
    tables: Tables
    _seen: list[str] = Factory(list)
    _sides: list[int] = Factory(list)
    _sites: Sequence[Site] = ()
    _values: Vector = ()
    _flags: Flags = ()
    _due: dict[int, list[After]] = Factory(lambda: defaultdict(list))

    def counted(self) -> Counter[str]:
        """How often each place was reached, by key."""
        found, sides = Counter(self._seen), self.index.sides
        for number, count in Counter(self._sides).items():
            found[sides[number]] += count
        return found

    def begin(self, first: Transition) -> None:
        """The first brief."""
        state, self._sites = first.state, first.sites
        flags = [*state.flags]
        for page in first.pages:
            for site, applied, _ in page[3]:
                told = self.index.told(self._sites[site])
                if told.kind is ReceiptKind.FLAG:
                    flags[told.slot] = not applied
        self._values, self._flags = state.opened, tuple(flags)
        self._brief([*first.pages], 0, state)

    def go_on(self, before: State, after: Transition) -> None:
        """From one decision point to the next, or to the end."""
        state, self._sites = after.state, after.sites
        for one in state.decisions[len(before.decisions) :]:
            if one.point is Point.CHOOSE:
                self._seen.append(key_at(Kind.OPTION, one.action))
        if state.turn != before.turn:
            self._values, self._flags, self._due = before.values, before.flags, defaultdict(list)
            for pending in before.pending:
                self._due[pending.due].append(self.tables.delayed[pending.after])
            self._close(before, after)
        elif state.point is Point.CHOOSE:
            self._required(state)

    def _close(self, before: State, after: Transition) -> None:
        """The end of a turn, and the brief or the outlook that follows."""
        pages, decisions, turn = [*after.pages], after.state.decisions, before.turn
        asked = self.tables.program.slots.past(decisions, before.happened)
        ended = evolve(before, decisions=decisions)
        for stage in self._decided(ended):
            self._stage(pages.pop(0), asked, stage)
        self._stage(pages.pop(0), asked, [DRIFT])
        over = self._ends(self.tables.endings_now, (self._values, self._flags, asked, turn))
        if after.state.point is Point.END:
            self._outlook(pages, after.state, over=over)
        else:
            self._brief(pages, len(before.happened), after.state)

    def _decided(self, ended: State) -> list[list[str]]:
        """The keys of the blocks of what was said and chosen: of `ratify`, if it is played, and `enact`."""
        tables, turn, decisions = self.tables, ended.turn, ended.decisions
        event, program, chosen = tables.events[ended.event].event, tables.program, ended.chosen(ended.turn)
        found = outcomes(event, turn, decisions)
        deals = [one.deal.id for one in found if one.struck]
        broken = [key_of("conduct", BROKEN_WORD) for one in found for _ in one.broken]
        self._seen += [key_at(Kind.DEAL, name) for name in deals]
        if tables.home is None:
            return [[*chosen.values(), *(key_of("deal", name) for name in deals), *broken]]
        debates, verdicts = judged(tables, ended)
        self._seen += [key_at(Kind.FATE, one.option.id, one.band) for one in verdicts.values()]
        said = ratified(tables.home, event, turn, decisions, debates, verdicts, tables.floor.cards)
        carried = enacted(program, event, turn, decisions, verdicts)
        names = {block: key.removeprefix(HALF) for key, block in program.blocks.items()}
        return [
            [*(names[block] for block, _ in said if block in names), *broken],
            [names[block] for block, _ in carried],
        ]

    def _brief(self, pages: list[Page], happened: int, state: State) -> None:
        """Delayed effects, bulletins and the event; so many things had come before."""
        before, came = state.happened[:happened], state.happened[happened:-1]
        turn, news, past = state.turn, [name for name, _ in came], self.tables.program.slots.past
        asked = past(state.decisions, before)
        self._ask_bulletins((self._values, self._flags, asked, turn), {name for name, _ in before}, state)
        self._seen += [key_at(Kind.BULLETIN, name) for name in news]
        landed = self._landed(turn)
        for page in pages:
            self._stage(page, asked, [*landed, *(key_of("bulletin", name) for name in news)])
        asked = past(state.decisions, state.happened[:-1])
        self._ask_events((self._values, self._flags, asked, turn), {name for name, _ in state.happened[:-1]})
        self._seen.append(key_at(Kind.EVENT, state.event))
        if state.point is Point.CHOOSE:
            self._required(state)

    def _outlook(self, pages: list[Page], end: State, *, over: bool) -> None:
        """The steps after the last turn, and the endings."""
        asked = self.tables.program.slots.past(end.decisions, end.happened)
        for brief, drift in zip(pages[::2], pages[1::2], strict=True):
            self._stage(brief, asked, self._landed(brief[0]))
            self._stage(drift, asked, [DRIFT])
        if not over:
            self._ends(self.tables.endings, (self._values, self._flags, asked, end.turn))
        self._seen.append(key_at(Kind.ENDING, end.ending))

    def _landed(self, turn: int) -> list[str]:
        found = [one.id for one in self._due.pop(turn, ())]
        self._seen += [key_at(Kind.DELAY, name) for name in found]
        return found

    def _stage(self, page: Page, asked: Vector, keys: Iterable[str]) -> None:
        """One stage: its receipts, and the conditions of its blocks, asked on the world as it began."""
        values, flags, happened, once = [*self._values], [*self._flags], set[int](), set[str]()
        for site, applied, _ in page[3]:
            told = self.index.told(self._sites[site])
            self._seen += told.each
            once.update(told.once)
            match told.kind:
                case ReceiptKind.CHANGE | ReceiptKind.LIMIT:
                    values[told.slot] += applied
                case ReceiptKind.FLAG:
                    flags[told.slot] = bool(applied)
                case ReceiptKind.SCHEDULED if told.after:
                    self._due[applied].append(told.after)
                case ReceiptKind.DRAWN:
                    self._seen.append(told.drawn[applied])
                    happened.update([told.number] if applied else ())
        self._seen += once
        for key in keys:
            probe = self.index.probes.get(key)
            if probe:
                probe(self._values, self._flags, asked, page[0], happened, self._sides.append)
        self._values, self._flags = tuple(values), tuple(flags)

    def _asks(self, name: str, condition: Condition | None, world: World) -> bool:
        """Ask a condition, and note its side."""
        if condition is None:
            return True
        held = bool(condition(*world))
        self._seen.append(side_of(name, held=held))
        return held

    def _ask_events(self, world: World, past: set[str]) -> None:
        """What the agenda asks of events: tier by tier, to the first in which some may come."""
        if world[3] in self.tables.fixed:
            return
        for tier in self.tables.tiers:
            ready = [self._asks(f"event:{one.id}", one.holds, world) for one in tier if one.id not in past]
            if any(ready):
                return

    def _ask_bulletins(self, world: World, past: set[str], state: State) -> None:
        """What the agenda asks of bulletins, and the chances that it draws."""
        for one, holds in self.tables.bulletins:
            on_time = one.turn is None or one.turn == state.turn
            if on_time and one.id not in past and self._asks(f"bulletin:{one.id}", holds, world):
                draw = self.tables.draws.number(state.seed, f"bulletin:{one.first}", state.turn, 0)
                side = CAME if below(draw, one.chance) else STAYED
                self._seen.append(key_at(Kind.CHANCE, f"bulletin:{one.id}", side))

    def _required(self, state: State) -> None:
        """What the options on the table require."""
        asked = self.tables.program.slots.past(state.decisions, state.happened)
        world = (state.values, state.flags, asked, state.turn)
        for options in self.tables.events[state.event].options.values():
            for name, requires in options.items():
                self._asks(name, requires, world)

    def _ends(self, endings: _Read, world: World) -> bool:
        """Read endings to the first that holds; whether one does."""
        return any(self._asks(f"ending:{one.id}", condition, world) for one, condition in endings)
