"""What a game is started with, and the folder where games are saved."""

import os
from pathlib import Path

from attrs import frozen

from dosmesas.bots.known import UnknownBotError, doctrine_of
from dosmesas.bots.names import PLANNER, RANDOM
from dosmesas.bots.speaker import ADVOCATE
from dosmesas.engine.draws import DOUBLES, Draws, NamedDraws
from dosmesas.engine.game import Game
from dosmesas.journal.records import Header
from dosmesas.load.locate import checkout
from dosmesas.model.rules import Pack, Worldview
from dosmesas.session.difficulty import eased
from dosmesas.session.pace import PACES, paced
from dosmesas.text.diagnostic import did_you_mean
from dosmesas.text.phrase import PhraseError, phrase, sentences


class SetupError(PhraseError):
    """What was asked for cannot be played; the message is for the player."""


ALL, ALTERNATE, AUTO = "all", "alternate", "auto"
ARGUE = (ALTERNATE, ALL, AUTO)


@frozen
class Setup:
    """Everything that a game needs besides its pack. `seats` are the human ones; the rest are bots.

    `view_text` is the YAML of a worldview that is not the pack's own; empty where `view` names one that is.
    `level` is how well the bots argue; `argue` which part of a debate the humans take themselves: all of it,
    the case and by turns the reply or the rebuttal, or none. `handicap` are points by which the humans' home
    tables begin warmer. `pace` is one of session/pace.py; empty where the pack is played as written.
    """

    seats: tuple[str, ...]
    seed: int = 7
    counterpart: str = "persona"
    view: str = "authors"
    language: str = "en"
    draws: str = ""
    view_text: str = ""
    level: str = ADVOCATE
    argue: str = ALTERNATE
    handicap: int = 0
    pace: str = ""


def checked(pack: Pack, setup: Setup) -> Setup:
    """The set-up, if the pack can be played so.

    Raises:
        SetupError: an office, worldview, bot or language that the pack does not have.
    """
    for seat in setup.seats:
        if seat not in pack.seats:
            none = phrase("no office '{office}' sits in {pack}.", office=seat, pack=pack.id)
            known = phrase("Offices: {known}", known=tuple(pack.seats))
            raise SetupError(sentences(none, did_you_mean(seat, pack.seats), known))
    view_of(pack, setup)
    if setup.pace and setup.pace not in PACES:
        raise SetupError(phrase("no pace '{name}'. Paces: {known}", name=setup.pace, known=tuple(PACES)))
    if setup.counterpart not in {RANDOM, PLANNER}:
        try:
            doctrine_of(setup.counterpart, pack)
        except UnknownBotError as error:
            raise SetupError(error.said) from None
    if setup.language not in pack.languages:
        raise SetupError(
            phrase(
                "{pack} is not written in '{language}'. Its languages: {known}",
                pack=pack.id,
                language=setup.language,
                known=tuple(pack.languages),
            )
        )
    return setup


def make_game(pack: Pack, setup: Setup) -> Game:
    """The game of a set-up."""
    draws: Draws = DOUBLES.get(setup.draws, NamedDraws())
    played = paced(eased(pack, setup.seats, setup.handicap), setup.pace)
    return Game(played, view_of(pack, setup), draws)


def view_of(pack: Pack, setup: Setup) -> Worldview:
    """The worldview of a set-up: one of the pack, or the one whose text came with it.

    Raises:
        SetupError: the pack has none of this name, or the text does not fit the claims any more.
    """
    if not setup.view_text:
        known = pack.ruleset.worldviews
        if setup.view in known:
            return known[setup.view]
        none = phrase("no worldview '{name}'.", name=setup.view)
        there = phrase("Known: {known}", known=tuple(known))
        raise SetupError(sentences(none, did_you_mean(setup.view, known), there))
    from dosmesas.load.view import read_kept_view

    loaded = read_kept_view(setup.view_text, pack)
    if loaded.view is None:
        unfit = phrase(
            "the worldview kept in the save does not fit the rules any more: {problem}",
            problem=next(iter(loaded.problems)).message,
        )
        raise SetupError(unfit)
    return loaded.view


def header_of(pack: Pack, setup: Setup, folder: str, engine: str) -> Header:
    """The first record of the save of a game."""
    return Header(
        pack.id,
        pack.digest,
        engine,
        setup.seed,
        setup.seats,
        setup.counterpart,
        setup.view,
        setup.language,
        setup.draws,
        folder,
        setup.view_text,
        setup.level,
        setup.argue,
        f"{setup.handicap:+}" if setup.handicap else "",
        setup.pace,
    )


def setup_of(header: Header) -> Setup:
    """The set-up that a save was started with."""
    return Setup(
        header.seats,
        header.seed,
        header.counterpart,
        header.view,
        header.language,
        header.draws,
        header.view_text,
        header.level,
        header.argue,
        int(header.handicap or 0),
        header.pace,
    )


def saves_folder() -> Path:
    """Where games are saved: DOSMESAS_SAVES, else saves/local of a checkout, else the user's data folder."""
    given = os.environ.get("DOSMESAS_SAVES")
    if given:
        return Path(given)
    root = checkout()
    if root is not None:
        return root / "saves" / "local"
    from platformdirs import user_data_path

    return user_data_path("dosmesas", appauthor=False) / "saves"


def free_name(folder: Path, pack: str, seed: int) -> Path:
    """A name for a new save that is not taken: `culiacan-7.jsonl`, `culiacan-7-2.jsonl`, ..."""
    stem = folder / f"{pack}-{seed}"
    number = 1
    path = stem.with_name(stem.name + ".jsonl")
    while path.exists():
        number += 1
        path = stem.with_name(f"{stem.name}-{number}.jsonl")
    return path
