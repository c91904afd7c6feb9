"""What the home tables make of the argued options of a pack, in games as they come: for `dosmesas balance`.

Officials play whole games, as advocates. Wherever a debate opens, every option that a seat may choose is
put to its home table there: with nobody speaking for it, as two advocates debate it, and after best play.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from itertools import pairwise

from attrs import define, field, frozen

from dosmesas.bots.bot import make_bot
from dosmesas.debate.judge import REST, Answer, Judge, Play
from dosmesas.debate.search import advocate, best_answer, expert, expert_case, naive_case
from dosmesas.engine.game import Game
from dosmesas.engine.home import Band, Heard, audiences_of, band_of, support_of
from dosmesas.engine.playout import playout
from dosmesas.engine.state import Point, State
from dosmesas.model.arguments import Ratify
from dosmesas.model.events import Option
from dosmesas.model.rules import Pack, Worldview

Told = Callable[[int, int], None]
"""Told how many of how many games are done."""


class Speech(StrEnum):
    """How an option is spoken for: by nobody, by an advocate against an advocate, or as well as can be."""

    SILENT = "silent"
    PLAYED = "played"
    BEST = "best"


@frozen
class Sitting:
    """An option before its home table in one turn of one game; `chosen` says whether it was chosen there."""

    event: str
    seat: str
    option: Option
    heard: Mapping[Speech, tuple[Heard, ...]]
    chosen: bool

    def band(self, speech: Speech) -> Band:
        """What the table lets through."""
        return band_of(support_of(self.heard[speech]))


@define
class Sittings:
    """All sittings of so many games."""

    games: int
    found: list[Sitting] = field(factory=list)

    def bands(self, speech: Speech, *, chosen: bool = False) -> dict[Band, float]:
        """How many of 100 options are carried, watered down, blocked; of those `chosen` only, if wanted."""
        counted = Counter(one.band(speech) for one in self.found if one.chosen or not chosen)
        return {
            band: 100 * counted[band] / max(1, counted.total())
            for band in (Band.CARRIED, Band.WATERED, Band.BLOCKED)
        }

    def changed(self, speech: Speech) -> float:
        """In how many sittings of 100 the band is not the one that silence would have left."""
        moved = [one.band(speech) is not one.band(Speech.SILENT) for one in self.found]
        return 100 * sum(moved) / max(1, len(moved))

    def by_option(self) -> dict[str, list[Sitting]]:
        """The sittings of each option, by its id."""
        found: dict[str, list[Sitting]] = {}
        for one in self.found:
            found.setdefault(one.option.id, []).append(one)
        return dict(sorted(found.items()))

    def settled(self) -> list[tuple[str, Band]]:
        """Options whose band no case changed in any sitting, with the band."""
        found = []
        for option, sittings in self.by_option().items():
            if all(len({one.band(speech) for speech in Speech}) == 1 for one in sittings):
                found.append((option, sittings[0].band(Speech.PLAYED)))
        return found

    def certain(self, band: Band) -> list[str]:
        """Options that ended in this band in every sitting, as advocates debate them."""
        return [
            option
            for option, sittings in self.by_option().items()
            if all(one.band(Speech.PLAYED) is band for one in sittings)
        ]

    def support(self, option: str) -> dict[str, float]:
        """What each audience makes of an option on the average, as advocates debate it: 0 to 100."""
        sittings = self.by_option()[option]
        total = Counter[str]()
        for one in sittings:
            for heard in one.heard[Speech.PLAYED]:
                total[heard.audience] += heard.support
        return {audience: support / len(sittings) / 1000 for audience, support in total.items()}

    def unrivalled(self) -> list[str]:
        """Options that every audience prefers to each other one of their seat in the event."""
        by_option, found = self.by_option(), []
        means = {option: self.support(option) for option in by_option}
        for option, (first, *_) in by_option.items():
            others = [
                means[name]
                for name, (one, *_) in by_option.items()
                if name != option and (one.event, one.seat) == (first.event, first.seat)
            ]
            own = means[option]
            if others and all(own[audience] > one[audience] for one in others for audience in own):
                found.append(option)
        return found


def sittings(pack: Pack, view: Worldview, games: int, told: Told = lambda _done, _all: None) -> Sittings:
    """Play so many games and put every argued option to its home table; none in a pack without `argue`."""
    found = Sittings(games)
    if "argue" not in pack.stages:
        return found
    game = Game(pack, view)
    for seed in range(games):
        told(seed, games)
        path = playout(game, seed, make_bot("persona", pack, view, seed).choose)
        for before, after in pairwise(path):
            if before.state.point is Point.CHOOSE:
                found.found += _sat(game, before.state, after.state.chosen(before.state.turn))
    told(games, games)
    return found


def _sat(game: Game, state: State, chosen: Mapping[str, str]) -> Iterator[Sitting]:
    """The sittings of a state in which the seats choose."""
    entry, floor = game.tables.events[state.event], game.tables.floor
    event, scene = entry.event, game.tables.scene(state)
    if event.ratify is not Ratify.CONSENT or not floor.is_open(event):
        return
    for seat in entry.seats:
        foe = floor.foe(entry.seats, seat)
        past = floor.memories(seat, foe, state.turn, state.decisions)
        for name in game.legal_actions(state, seat):
            option = game.pack.option(name)
            dealt = floor.dealt(event, seat, option, state.seed, state.turn)
            judge = floor.judge(event, seat, option, dealt, past)
            heard = {
                speech: audiences_of(game.pack, seat, option, scene, judge.strengths(*said))
                for speech, said in _speeches(judge)
            }
            yield Sitting(event.id, seat, option, heard, chosen.get(seat) == name)


def _speeches(judge: Judge) -> Iterator[tuple[Speech, tuple[Play, Play, Answer]]]:
    """What is said in each kind of speech: case, rebuttals, answer. Silence is answered like any case."""
    yield Speech.SILENT, ((), advocate(judge, ()), REST)
    naive = naive_case(judge)
    against = advocate(judge, naive)
    yield Speech.PLAYED, (naive, against, best_answer(judge, naive, against))
    best = expert_case(judge)[0]
    worst = expert(judge, best)
    yield Speech.BEST, (best, worst, best_answer(judge, best, worst))
