"""Whole games of plain mode: lines in, a transcript out."""

import io
from pathlib import Path

from dosmesas.model.rules import Pack
from dosmesas.plain.page import Page
from dosmesas.plain.play import PlainGame
from dosmesas.session.session import Session
from dosmesas.session.settings import FULL, Settings
from tests.support.making import NORDEN
from tests.support.playing import start

SIGN = ("1", "1", "1", "1")
"""A game of harbour as Norden: give your word, sign, pay the fishers (or read), read the report."""

POINTS = Settings(detail=FULL, guide="off")
"""As one plays who wants numbers and knows the words."""


def talk(session: Session, *lines: str, language: str = "en", settings: Settings | None = None) -> str:
    """The transcript of a session fed with these lines, as a newcomer reads it unless set otherwise."""
    out = io.StringIO()
    source = io.StringIO("".join(f"{line}\n" for line in lines))
    PlainGame(session, source, Page(out, language), settings or Settings()).run()
    return out.getvalue()


def transcript(
    *lines: str,
    seats: tuple[str, ...] = (NORDEN,),
    pack: Pack | None = None,
    seed: int = 7,
    language: str = "en",
    save: Path | None = None,
    draws: str = "greatest",
) -> str:
    """The transcript of a new game; draws are such that nothing unlikely comes."""
    return talk(start(*seats, pack=pack, seed=seed, save=save, draws=draws), *lines, language=language)


def answer(text: str, line: str) -> str:
    """What was printed after an input line was echoed, up to the next prompt."""
    return text.split(f"> {line}\n", 1)[1].split("> ", 1)[0]
