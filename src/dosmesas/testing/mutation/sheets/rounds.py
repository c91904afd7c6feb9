"""Tests of an event: what options move where home tables carry them, and where these tip; what deals move.

In a round each office takes one of its options. The audiences that are of one office only begin so that its
table just carries its option, or just does not.
"""

from collections.abc import Iterator, Mapping, Sequence

from attrs import define, field

from dosmesas.desk.trial.games import AUTHORS, Games
from dosmesas.desk.trial.playing import Course
from dosmesas.engine.deals import seated
from dosmesas.engine.home import WATERS, Band
from dosmesas.model.arguments import Ratify
from dosmesas.model.effects import After, Chance, Change, Effect, When, walk
from dosmesas.model.events import Deal, Event, Option
from dosmesas.model.home import inquiry_flag
from dosmesas.model.rules import Pack
from dosmesas.model.trials import Chances
from dosmesas.session.debates.past import judged_turn
from dosmesas.testing.mutation.sheets.chances import SEEDS, shares
from dosmesas.testing.mutation.sheets.moves import moves
from dosmesas.testing.mutation.sheets.pasts import pasts
from dosmesas.testing.mutation.sheets.sketch import Decided, Expected, Sketch, Start
from dosmesas.testing.mutation.sheets.solving import asks_history, satisfied
from dosmesas.testing.mutation.sheets.tables import Tables

_WARM = 80_000
_SIGNS = {
    Band.CARRIED: "carried",
    Band.WATERED: "watered",
    Band.BLOCKED: "blocked",
    Band.GAVE_WAY: "gave_way",
}
_LUCK = {Chances.ALL: "all chances come", Chances.NONE: "no chance comes"}
Round = Mapping[str, Option]


@define(eq=False)
class EventSheet:
    """The tests of one event of a pack."""

    pack: Pack
    event: Event
    games: Games = field(init=False)

    @games.default
    def _games(self) -> Games:
        return Games(self.pack)

    def sketches(self) -> Iterator[Sketch]:
        """All that there is to try of it, as far as it can be played."""
        for number, one in enumerate(self.rounds(), 1):
            yield from filter(None, self._of_round(one, f"{self.event.id}, round {number}"))
        for deal in self.event.deals:
            yield from filter(None, self._of_deal(deal))
        for office in seated(self.pack, self.event):
            for option in self.event.seats[office]:
                yield from self._of_past(office, option)

    def rounds(self) -> list[Round]:
        """Each office by each of its options once, none beside one that it clashes with."""
        offices = [office for office in self.event.seats if office in self.pack.seats]
        left = {office: [*self.event.seats[office]] for office in offices}
        found: list[Round] = []
        while any(left.values()):
            taken: dict[str, Option] = {}
            for office in offices:
                others = [one for one in self.event.seats[office] if one not in left[office]]
                fit = (one for one in (*left[office], *others) if self._fits(office, one, taken))
                if (option := next(fit, None)) is not None:
                    taken[office] = option
            fresh = [office for office, one in taken.items() if one in left[office]]
            if not fresh:
                break
            for office in fresh:
                left[office].remove(taken[office])
            found.append(taken)
        return found

    def _fits(self, office: str, option: Option, taken: Round) -> bool:
        """Whether an option can be chosen at the start, beside what others took."""
        asked = option.requires
        if asked is not None and (asks_history(asked) or satisfied(asked, self.pack) is None):
            return False
        return not any(self._clash(office, option, other, its) for other, its in taken.items())

    def _clash(self, office: str, option: Option, other: str, its: Option) -> bool:
        offices = self.pack.ruleset.offices
        same = offices[office].country == offices[other].country
        return same and (its.id in option.clash or option.id in its.clash)

    def _of_round(self, taken: Round, name: str) -> Iterator[Sketch | None]:
        tables = Tables(self.games, self.event, {office: one.short for office, one in taken.items()})
        opened = self._open(taken)
        carried = tables.start(opened, tables.threshold, above=True)
        yield from self._moved(name, taken, carried)
        below = tables.start(opened, tables.threshold, above=False)
        yield self._lost(f"{name}: a little less support", taken, below)
        if any(option.blocked for option in taken.values()) and self.event.ratify is Ratify.CONSENT:
            none = tables.start(opened, WATERS, above=False)
            yield self._lost(f"{name}: too little support", taken, none)

    def _moved(self, name: str, taken: Round, start: Start) -> Iterator[Sketch | None]:
        """What options move at once, and later; as luck has it, and as worldviews have it."""
        effects = [one for option in taken.values() for one in walk(_effects(option))]
        owners = [one.id for one in taken.values()]
        lucky = any(isinstance(one, Chance) for one in effects)
        for luck in (Chances.ALL, Chances.NONE) if lucky else (Chances.NONE,):
            told = f", {_LUCK[luck]}" if lucky else ""
            usual = self._played(taken, start, luck)
            if usual is None:
                return
            fates = self._fates(usual, taken) if luck is Chances.NONE else []
            moved = moves(usual, owners)
            yield from self._told(f"{name}{told}", taken, start, luck, [*fates, *moved])
            if luck is Chances.NONE and lucky:
                yield self._counted(name, taken, start)
            for view in self._seen_otherwise(effects):
                course = self._played(taken, start, luck, view)
                other = [one for one in moves(course, owners) if one not in moved] if course else []
                yield from self._told(f"{name}{told}, as {view} has it", taken, start, luck, other, view)

    def _counted(self, name: str, taken: Round, start: Start) -> Sketch | None:
        """How often what comes by chance does."""
        sketch = self._sketch(f"{name}: how often chances come", taken, start, Chances.DRAWN, 1)
        sketch.seeds = SEEDS
        found = [*shares(sketch.courses(self.games), [one.id for one in taken.values()])]
        return sketch.with_only(found) if found else None

    def _played(self, taken: Round, start: Start, luck: Chances, view: str = "") -> Course | None:
        """A round, played on until all its delays have landed; None where something cannot be chosen."""
        course = self._sketch("", taken, start, luck, self._last(taken), view).courses(self.games)[0]
        return None if course.unkept else course

    def _told(
        self, name: str, taken: Round, start: Start, luck: Chances, found: list[Expected], view: str = ""
    ) -> Iterator[Sketch]:
        """One test of what comes at once, and one of what lands later."""
        for what, some in (
            ("at once", [one for one in found if one.turn in {None, 1}]),
            ("later", [one for one in found if (one.turn or 1) > 1]),
        ):
            if some:
                until = max(one.turn or 1 for one in some)
                sketch = self._sketch(f"{name}: what moves {what}", taken, start, luck, until, view)
                yield sketch.with_only(some)

    def _seen_otherwise(self, effects: Sequence[Effect]) -> Iterator[str]:
        """The worldviews that make other amounts of some effects than the one of the game."""
        ruleset = self.pack.ruleset
        views = ruleset.worldviews
        usual = ruleset.beliefs(views.get(AUTHORS) or next(iter(views.values())))
        cited = {one.because for one in effects if isinstance(one, Change) and one.because}
        for name, view in views.items():
            belief = ruleset.beliefs(view)
            if any(min(belief[it] for it in some) != min(usual[it] for it in some) for some in cited):
                yield name

    def _open(self, taken: Round) -> Start:
        """The start with which everything that was taken may be chosen."""
        found: dict[str, int | bool] = {}
        for option in taken.values():
            found |= satisfied(option.requires, self.pack) or {} if option.requires else {}
        return found

    def _last(self, taken: Round, turn: int = 1) -> int:
        """The turn in which the last delay of what is taken in a turn lands, as far as the pack goes."""
        deals = [deal for deal in self.event.deals if {*dict(deal.between)} <= {*taken}]
        effects = [*(it for deal in deals for it in walk(deal.effects))]
        effects += [one for it in taken.values() for one in walk(_effects(it))]
        delays = [one.turns for one in effects if isinstance(one, After)]
        return min(turn + max(delays, default=0), self.pack.turns)

    def _sketch(
        self, name: str, taken: Round, start: Start, luck: Chances, until: int, view: str = ""
    ) -> Sketch:
        first = Decided(1, self.event.id, {office: one.short for office, one in taken.items()})
        return Sketch(name, start, (first, *self._later(until)), view, chances=luck, until=until)

    def _later(self, until: int) -> Iterator[Decided]:
        """Turns in which as little as can be is decided, so that what lands in them shows."""
        events = sorted(self.pack.events.values(), key=lambda one: (not one.repeats, one.id))
        free = iter([one for one in events if one is not self.event])
        for turn, event in zip(range(2, until + 1), free, strict=False):
            mild = {office: _mildest(it) for office, it in event.seats.items() if office in self.pack.seats}
            yield Decided(turn, event.id, mild)

    def _lost(self, name: str, taken: Round, start: Start) -> Sketch | None:
        """What became of the options, and what those moved at once that do something else then."""
        sketch = self._sketch(name, taken, start, Chances.NONE, 1)
        course = sketch.courses(self.games)[0]
        if course.unkept:
            return None
        special = [one.id for one in taken.values() if one.sure or one.watered or one.blocked]
        return sketch.with_only([*self._fates(course, taken), *moves(course, special)])

    def _fates(self, course: Course, taken: Round) -> list[Expected]:
        """What home tables made of each option; where offices answer for it, whether they are looked into."""
        judged = judged_turn(course.session, 1)
        found = []
        for office, option in taken.items() if judged else ():
            verdict = judged.verdicts[office] if judged else None
            if verdict is None:
                continue
            if self.event.ratify is Ratify.ANSWER_FOR:
                found.append(Expected(inquiry_flag(office), "yes" if verdict.inquiry else "no", 1))
            else:
                found.append(Expected(_SIGNS[verdict.band], option.id))
        return found

    def _of_past(self, office: str, option: Option) -> Iterator[Sketch]:
        """An option after what it asks for, in what it requires or in a condition of its effects."""
        effects = walk(_effects(option))
        asked = [option.requires, *(one.condition for one in effects if isinstance(one, When))]
        start: Start = {**self._open({office: option}), **self._warm(office)}
        for past in pasts(asked, self.pack, beside=self.event.id):
            told = " and ".join(one for it in past for one in it.options.values() or [it.event])
            here = Decided(len(past) + 1, self.event.id, {office: option.short})
            sketch = Sketch(
                f"{option.id}: after {told}",
                start,
                (*past, here),
                chances=Chances.NONE,
                until=self._last({office: option}, here.turn),
            )
            course = sketch.courses(self.games)[0]
            if not course.unkept:
                yield sketch.with_only([Expected("chosen", option.id), *moves(course, [option.id])])

    def _warm(self, *offices: str) -> Start:
        """Home tables that carry whatever it is."""
        ruleset = self.pack.ruleset
        heard = {name for office in offices for name, _ in ruleset.offices[office].audiences}
        return dict.fromkeys(sorted(heard & {*ruleset.indicators}), _WARM)

    def _of_deal(self, deal: Deal) -> Iterator[Sketch | None]:
        """A deal that is struck by choice, and carried by both tables."""
        taken = {office: self.pack.option(name) for office, name in deal.between}
        if not {*taken} <= {*self.pack.seats} or any(asks_history(one.requires) for one in taken.values()):
            return
        start = {**self._open(taken), **self._warm(*taken)}
        effects = walk(deal.effects)
        lucky = any(isinstance(one, Chance) for one in effects)
        for luck in (Chances.ALL, Chances.NONE) if lucky else (Chances.NONE,):
            told = f", {_LUCK[luck]}" if lucky else ""
            name = f"{self.event.id}, deal {deal.id}{told}"
            course = self._played(taken, start, luck)
            if course is not None:
                moved = moves(course, [deal.id])
                yield from self._told(name, taken, start, luck, [Expected("struck", deal.id), *moved])
                for view in self._seen_otherwise(effects):
                    other = self._played(taken, start, luck, view)
                    some = [one for one in moves(other, [deal.id]) if one not in moved] if other else []
                    yield from self._told(f"{name}, as {view} has it", taken, start, luck, some, view)


def _effects(option: Option) -> tuple[Effect, ...]:
    return (*option.effects, *option.sure, *option.watered, *option.blocked)


def _mildest(options: Sequence[Option]) -> str:
    """The option that is always open and does least."""
    free = [one for one in options if one.requires is None] or [*options]
    return min(free, key=lambda one: (len(walk(_effects(one))), one.id)).short
