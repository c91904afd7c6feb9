"""The games whose coverage is counted: those of a pack's tests, of saves, and games played for it."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from attrs import Factory, define, evolve, field, frozen

from dosmesas.bots.names import RANDOM
from dosmesas.desk.trial.finding import Found
from dosmesas.desk.trial.games import AUTHORS, Games
from dosmesas.desk.trial.trying import try_out
from dosmesas.engine.game import Game, Transition
from dosmesas.engine.playout import playout
from dosmesas.journal.journal import JournalError, read_journal
from dosmesas.load.locate import checkout
from dosmesas.load.source import shown_path
from dosmesas.model.rules import Pack
from dosmesas.model.trials import Trial
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup, SetupError, checked, make_game
from dosmesas.session.staff import bot_of
from dosmesas.testing.coverage.places import places
from dosmesas.testing.coverage.reach import Reach
from dosmesas.testing.coverage.tally import Source, Tally
from dosmesas.text.catalog import say
from dosmesas.text.phrase import told_of

Told = Callable[[int, int], None]
"""Told how much of how much is done."""


@frozen
class Asked:
    """Which games are wanted: those of which sources, which saves besides, how many are played by whom."""

    sources: frozenset[Source] = frozenset({Source.TESTS})
    saves: tuple[Path, ...] = ()
    games: int = 100
    seed: int = 0
    bot: str = RANDOM
    view: str = AUTHORS
    language: str = "en"


def gather(found: Found, asked: Asked, told: Told) -> Tally:
    """What the wanted games of a pack reached together; one that cannot be played is a bug here.

    Raises:
        SetupError: the pack knows no such bot or worldview.
    """
    assert found.loaded.pack is not None
    work = _Gathering(found.loaded.pack, shown_path(found.home), asked)
    wanted = work.wanted(found.trials)
    for number, one in enumerate(wanted):
        told(number, len(wanted))
        one()
    told(len(wanted), len(wanted))
    return work.tally


def examples(pack: Pack) -> Iterator[Path]:
    """The recorded games of a pack that come with a checkout."""
    base = checkout()
    for path in sorted((base / "saves" / "examples").glob("*.jsonl")) if base else ():
        if read_journal(path).header.pack == pack.id:
            yield path


@define(eq=False)
class _Gathering:
    """Plays the wanted games one by one, and counts what they reach."""

    pack: Pack
    home: str
    asked: Asked
    tally: Tally = field(init=False)
    _tested: Games = field(init=False)
    _reaches: dict[int, Reach] = Factory(dict)

    @tally.default
    def _begun(self) -> Tally:
        return Tally(places(self.pack), self.home)

    @_tested.default
    def _games_of_tests(self) -> Games:
        return Games(self.pack)

    def wanted(self, trials: Sequence[Trial]) -> list[Callable[[], None]]:
        """One piece of work after the other."""
        asked, found = self.asked, list[Callable[[], None]]()
        if Source.TESTS in asked.sources:
            found += [partial(self._test, trial) for trial in trials]
        saves = [*asked.saves, *(examples(self.pack) if Source.SAVES in asked.sources else ())]
        found += [partial(self._save, path) for path in saves]
        if Source.PLAYOUTS in asked.sources:
            found += self._playouts()
        return found

    def _test(self, trial: Trial) -> None:
        for course in try_out(self._tested, trial).courses:
            self._count(Source.TESTS, course.session.game, course.session.path)

    def _save(self, path: Path) -> None:
        """A save, if it is one of this pack and still fits it."""
        try:
            recovered, language = read_journal(path), self.asked.language
            if recovered.header.pack != self.pack.id:
                why = say(language, "coverage_other_pack", pack=recovered.header.pack)
                self.tally.skipped.append((str(path), why))
                return
            session = Session.replayed(self.pack, recovered)
        except (JournalError, SetupError) as error:
            self.tally.skipped.append((str(path), told_of(error, self.asked.language)))
            return
        self._count(Source.SAVES, session.game, session.path)

    def _playouts(self) -> list[Callable[[], None]]:
        """Games in which one bot decides and argues for every seat."""
        asked = self.asked
        setup = Setup((), asked.seed, asked.bot, asked.view, self.pack.languages[0])
        game = make_game(self.pack, checked(self.pack, setup))
        seeds = range(asked.seed, asked.seed + asked.games)
        return [partial(self._playout, game, evolve(setup, seed=seed)) for seed in seeds]

    def _playout(self, game: Game, setup: Setup) -> None:
        bot = bot_of(self.pack, setup, game.view)
        self._count(Source.PLAYOUTS, game, playout(game, setup.seed, bot.choose))

    def _count(self, source: Source, game: Game, path: Sequence[Transition]) -> None:
        # Games that differ only in where they start have the same tables, which the reach keeps alive.
        reach = self._reaches.get(id(game.tables))
        if reach is None:
            reach = self._reaches[id(game.tables)] = Reach(game, frozenset(self.tally.by_key))
        self.tally.add(source, reach.of(path))
