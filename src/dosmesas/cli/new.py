"""`new`: a small pack that plays, from three questions or as many flags."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click
from attrs import frozen

from dosmesas.cli.fail import USAGE, fail, told
from dosmesas.text.phrase import Phrase, phrase
from dosmesas.text.system import refusal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dosmesas.desk.scaffold.answers import Answers

_Answer = TypeVar("_Answer")
_LANGUAGES = {"en": ("en",), "es": ("es",), "both": ("en", "es")}


@frozen
class NewOptions:
    """What `dosmesas new` was asked for; None where nothing was said."""

    path: str
    title: str | None = None
    seats: str | None = None
    turns: int | None = None
    language: str = "both"
    ruleset: bool = False


def write_pack(options: NewOptions) -> None:
    """Ask for what was not said (at a terminal), write the pack, and say what to do next."""
    from dosmesas.desk.scaffold.answers import AnswerError
    from dosmesas.desk.scaffold.writing import write_new
    from dosmesas.session.languages import own_language

    path, language = Path(options.path), own_language()
    try:
        with told():
            folder, loaded = write_new(path, _answers(options, path, language), ruleset=options.ruleset)
    except AnswerError as error:
        fail(error.said.told(language), USAGE)
    except OSError as error:
        fail(phrase("cannot write {path}: {why}", path=str(path), why=refusal(error)).told(language))
    from dosmesas.cli.report import report
    from dosmesas.load.source import shown_path

    for name in sorted(one for one in loaded.sources.texts if one.startswith(shown_path(path))):
        click.echo(name)
    click.echo(report(loaded, language), err=True)
    shown = shown_path(folder)
    for one in (
        phrase("Play it: dosmesas play {pack}", pack=shown),
        phrase("While you write: dosmesas preview {pack} --watch", pack=shown),
    ):
        click.echo(one.told(language), err=True)


def _answers(options: NewOptions, path: Path, language: str) -> "Answers":
    from dosmesas.desk.scaffold.answers import (
        Answers,
        checked_seats,
        checked_title,
        checked_turns,
        name_of,
        usual_seats,
    )
    from dosmesas.desk.scaffold.writing import check_free

    name = name_of(path)
    check_free(path)
    offices = _offices(options, path, language)
    asker = _Asker(language)
    usual = name.replace("-", " ").replace("_", " ").capitalize()
    pair = ",".join(usual_seats(offices))
    title = asker.asked(options.title, phrase("What is the title?"), usual, checked_title)
    seats = asker.asked(
        options.seats,
        phrase("Which two offices face each other? ({offices})", offices=tuple(offices)),
        pair,
        lambda text: checked_seats(text, offices),
    )
    question = phrase("How many turns has a game?")
    turns = asker.asked(options.turns, question, 4, lambda given: checked_turns(int(given)))
    return Answers(title, seats, turns, _LANGUAGES[options.language])


def _offices(options: NewOptions, path: Path, language: str) -> "Mapping[str, str]":
    """The offices that there are to choose from."""
    from dosmesas.desk.scaffold.answers import offices_of

    if options.ruleset:
        return offices_of(None)
    from dosmesas.load.loading import BrokenPackError, read
    from dosmesas.load.locate import roots_of

    home = roots_of(path)
    packs = sorted(one.parent for one in home.content.glob("*/pack.yaml"))
    if not packs:
        none = phrase("{folder} holds no pack whose offices could be used", folder=str(home.content))
        fail(none.told(language), USAGE)
    loaded = read(packs[0], home)
    if loaded.pack is None:
        raise BrokenPackError(loaded)
    return offices_of(loaded.pack.ruleset)


@frozen
class _Asker:
    """Asks at a terminal, in a language."""

    language: str

    def asked(self, given: object, question: Phrase, usual: object, check: Callable[..., _Answer]) -> _Answer:
        """What was said, or the answer at a terminal, or the usual one where nobody can be asked."""
        from dosmesas.desk.scaffold.answers import AnswerError

        if given is not None:
            return check(given)
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            return check(usual)
        while True:
            try:
                return check(click.prompt(question.told(self.language), default=usual, err=True))
            except AnswerError as error:
                click.echo(error.said.told(self.language), err=True)
