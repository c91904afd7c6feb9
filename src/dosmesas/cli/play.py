"""`play`, `resume`, `demo` and the title screen: which face, which language, which seed."""

import os
import secrets
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import evolve, frozen

from dosmesas.cli.fail import USAGE, fail, told
from dosmesas.cli.languages import language_of
from dosmesas.session.languages import locale_language
from dosmesas.text.catalog import say

if TYPE_CHECKING:
    from dosmesas.model.rules import Pack
    from dosmesas.session.opening import QuestionError
    from dosmesas.session.session import Session
    from dosmesas.session.settings import Settings
    from dosmesas.tui.app import Wish

_SMALLEST = (80, 24)
_SEEDS = 1_000_000


def use_plain(*, asked: bool) -> bool:
    """Whether plain mode is wanted or is all that the terminal can do."""
    return asked or os.environ.get("TERM") == "dumb" or not (sys.stdin.isatty() and sys.stdout.isatty())


@frozen
class PlayOptions:
    """What `dosmesas play` was asked for; None where nothing was said."""

    pack: str = "culiacan"
    seats: str | None = None
    difficulty: str = "fair"
    counterpart: str | None = None
    seed: int | None = None
    language: str | None = None
    view: str = "authors"
    plain: bool = False
    save: str | None = None
    draws: str | None = None
    level: str | None = None
    argue: str = "alternate"
    detail: str | None = None
    guide: bool | None = None
    minutes: int | None = None
    short: bool = False

    @property
    def said(self) -> Mapping[str, str]:
        """The settings that were named, in place of those of the player's file."""
        return settings_said(self.detail, guide=self.guide)


def settings_said(detail: str | None, *, guide: bool | None) -> Mapping[str, str]:
    """Settings by name, as far as the command line says them."""
    given = {"detail": detail, "guide": None if guide is None else "on" if guide else "off"}
    return {name: value for name, value in given.items() if value is not None}


def title() -> None:
    """The title screen, or plain mode's first game where there is no screen."""
    if use_plain(asked=False):
        play_pack(PlayOptions(plain=True))
        return
    _room_for_a_screen()
    with told():
        from dosmesas.tui.app import run_app

        wish = _wish({})
        run_app(wish.settings.language or locale_language(), wish=wish)


def play_pack(options: PlayOptions) -> None:
    """Start a game and play it."""
    with told(options.language):
        from dosmesas.load.loading import load_pack
        from dosmesas.session.codes import is_code
        from dosmesas.session.difficulty import DIFFICULTIES
        from dosmesas.session.session import Session
        from dosmesas.session.setup import Setup, free_name, saves_folder
        from dosmesas.session.worldviews import chosen_view

        plain = use_plain(asked=options.plain)
        if not plain:
            _room_for_a_screen()
        if is_code(options.pack):
            _play_code(options, plain=plain)
            return
        pack = load_pack(options.pack)
        view, text = chosen_view(pack, options.view)
        usual = DIFFICULTIES[options.difficulty]
        setup = Setup(
            _seats(options.seats, pack),
            secrets.randbelow(_SEEDS) if options.seed is None else options.seed,
            options.counterpart or usual.counterpart,
            view,
            options.language or language_of(pack),
            options.draws or "",
            text,
            options.level or usual.level,
            options.argue,
            usual.handicap,
            _pace(pack, options),
        )
        path = Path(options.save) if options.save else free_name(saves_folder(), pack.id, setup.seed)
        session = Session.start(pack, setup, save=path, folder=_folder(options.pack))
        _run(session, plain=plain, said=options.said)


def _play_code(options: PlayOptions, *, plain: bool) -> None:
    """Start the game of a code; what the code says is not said again by options."""
    from dosmesas.session.codes import CodeError, read_code
    from dosmesas.session.session import Session
    from dosmesas.session.setup import free_name, saves_folder

    said = (options.seats, options.counterpart, options.level, options.draws, options.minutes)
    if any(one is not None for one in (*said, options.seed)) or options.short:
        fail("a code says office, seed, opponent and pace itself; leave those options out", USAGE)
    language = options.language or locale_language()
    try:
        coded = read_code(options.pack, language)
    except CodeError as error:
        fail(error.told(language), USAGE)
    setup = evolve(coded.setup, argue=options.argue)
    path = Path(options.save) if options.save else free_name(saves_folder(), coded.pack.id, setup.seed)
    _run(Session.start(coded.pack, setup, save=path), plain=plain, said=options.said)


def _pace(pack: "Pack", options: PlayOptions) -> str:
    """The pace that was asked for; told where it is not the one of the pack as written."""
    from dosmesas.session.pace import SHORT, WHOLE, minutes_at, pace_for

    language = options.language or language_of(pack)
    if options.short and not pack.short:
        fail(say(language, "pace_no_short", pack=pack.title(language)), USAGE)
    if not options.short and options.minutes is None:
        return ""
    pace = SHORT if options.short else pace_for(pack, options.minutes or 0)
    if pace == WHOLE:
        return ""
    told = say(language, "pace_told", pace=say(language, f"pace_{pace}"), minutes=minutes_at(pack, pace))
    click.echo(told, err=True)
    return pace


def resume_save(
    save: str | None, *, plain: bool, rules: str | None, from_whole_part: bool, said: Mapping[str, str]
) -> None:
    """Go on with a save; where it is damaged or its rules have changed, ask, or say what to type.

    Without one, with the newest that is not finished. `said` are settings by name, as the command line says.
    """
    with told():
        from dosmesas.session.opening import Choices, QuestionError, open_save

        choices, session = Choices(rules or "", from_whole_part), None
        while session is None:
            try:
                session = open_save(Path(save) if save else _newest(), choices)
            except QuestionError as question:
                if not _agreed(question, plain=plain):
                    return
                choices = question.choices
        _run(session, plain=use_plain(asked=plain), said=said)


def fork_save(save: str | None, turn: int, *, plain: bool, said: Mapping[str, str]) -> None:
    """A new game from the beginning of a turn of a save, which is only read."""
    with told():
        from dosmesas.cli.saves import replayed
        from dosmesas.session.fork import CannotForkError, fork_of_save

        path = Path(save) if save else _newest()
        try:
            session = fork_of_save(replayed(str(path)), path, turn)
        except CannotForkError as error:
            fail(f"a game can be forked from turns 1 to {error.last} of {path}, not from {turn}", USAGE)
        session.notice = say(session.setup.language, "fork_done", turn=turn)
        _run(session, plain=use_plain(asked=plain), said=said)


def _newest() -> Path:
    """The newest save that is not finished."""
    from dosmesas.session.slots import newest_save

    found = newest_save()
    if found is None:
        fail(say(locale_language(), "no_saves"))
    return found


def _agreed(question: "QuestionError", *, plain: bool) -> bool:
    """The player's answer at a terminal or in plain mode; elsewhere the run fails with what to type."""
    from dosmesas.plain.ask import agreed
    from dosmesas.plain.page import Page

    if not plain and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise question
    answer = agreed(question.problem, question.offer, sys.stdin, Page(sys.stdout, question.language))
    if answer is None:
        raise question
    return answer


def demo_pack(pack: str, seed: int, language: str | None, counterpart: str, level: str) -> None:
    """Bots play, plain mode narrates."""
    with told(language):
        from dosmesas.load.loading import load_pack
        from dosmesas.plain.demo import run_demo
        from dosmesas.plain.page import Page

        loaded = load_pack(pack)
        run_demo(loaded, seed, Page(sys.stdout, language or language_of(loaded)), counterpart, level)


def _run(session: "Session", *, plain: bool, said: Mapping[str, str]) -> None:
    from dosmesas.session.beforehand import get_ready

    get_ready(session)
    if plain:
        from dosmesas.plain.page import Page
        from dosmesas.plain.play import PlainGame
        from dosmesas.text.safe import shown

        settings, problems = _settings(said)
        for problem in problems:
            click.echo(shown(problem), err=True)
        PlainGame(session, sys.stdin, Page(sys.stdout, session.setup.language), settings).run()
        return
    _room_for_a_screen()
    from dosmesas.tui.app import run_app

    run_app(session.setup.language, session, _wish(said))


def _settings(said: Mapping[str, str]) -> "tuple[Settings, list[str]]":
    """What the player has set, but for what was said on the command line; and what of it cannot be used."""
    from dosmesas.session.settings import read_settings, settings_file

    settings, problems = read_settings(settings_file(), locale_language())
    for name, value in said.items():
        settings = settings.but(name, value)
    return settings, problems


def _wish(said: Mapping[str, str]) -> "Wish":
    """What the player has set, for the screens."""
    from dosmesas.session.settings import settings_file
    from dosmesas.tui.app import Wish

    settings, problems = _settings(said)
    return Wish(settings, tuple(problems), settings_file())


def _seats(given: str | None, pack: "Pack") -> tuple[str, ...]:
    if given is None:
        usual = "mx.security_secretary"
        return (usual if usual in pack.seats else pack.seats[0],)
    seats = tuple(dict.fromkeys(seat.strip() for seat in given.split(",") if seat.strip()))
    if not seats:
        fail(f"'--as' names no office. Offices: {', '.join(pack.seats)}", USAGE)
    return seats


def _folder(pack: str) -> str:
    """The folder of a pack that does not come with the game, so that a save finds it again."""
    from dosmesas.load.locate import shipped_packs

    return "" if pack in shipped_packs() else str(Path(pack).resolve())


def _room_for_a_screen() -> None:
    """Stop with advice where the terminal is too small for the screens."""
    width, height = os.get_terminal_size()
    if width < _SMALLEST[0] or height < _SMALLEST[1]:
        fail(
            f"the terminal has {width}x{height} characters; the screens need {_SMALLEST[0]}x{_SMALLEST[1]}. "
            "Enlarge it, or add --plain",
            USAGE,
        )
