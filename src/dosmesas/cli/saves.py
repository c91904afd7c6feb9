"""`saves`, `replay`, `verify`, `state` and `why`: looking at saved games without touching them."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dosmesas.cli.fail import FINDINGS, USAGE, fail, told

if TYPE_CHECKING:
    from dosmesas.session.session import Session


def replay_save(save: str, *, as_json: bool) -> None:
    """The game again: narrated, or as JSON."""
    with told():
        session = replayed(save)
        if as_json:
            from dosmesas.session.record import record

            click.echo(json.dumps(record(session), ensure_ascii=False, indent=1))
            return
        from dosmesas.plain.demo import narrate
        from dosmesas.plain.page import Page

        narrate(session, Page(sys.stdout, session.setup.language))


def print_saves(language: str | None, *, as_json: bool) -> None:
    """The saved games, from their records alone."""
    from dosmesas.session.languages import locale_language
    from dosmesas.session.setup import saves_folder
    from dosmesas.session.slots import names_of_packs, read_slots, slot_views
    from dosmesas.text.catalog import say
    from dosmesas.text.safe import shown

    language = language or locale_language()
    slots = read_slots(language)
    found = slot_views(slots, language, names_of_packs(slots, language))
    if as_json:
        from attrs import asdict

        click.echo(json.dumps([asdict(one) | {"path": str(one.path)} for one in found], ensure_ascii=False))
        return
    click.echo(shown(say(language, "saves_where" if found else "saves_none", folder=saves_folder())))
    for one in found:
        click.echo(shown(one.line).replace("\n", " "))


def verify_save(save: str, *, as_json: bool) -> None:
    """Whether the save is whole, and plays again with the pack that it names."""
    from dosmesas.journal.journal import JournalError
    from dosmesas.load.loading import BrokenPackError
    from dosmesas.load.locate import NotFoundError
    from dosmesas.session.languages import own_language
    from dosmesas.session.setup import SetupError
    from dosmesas.text.phrase import told_of
    from dosmesas.text.safe import shown

    result: dict[str, object] = {"ok": False, "turns": 0, "digest": None, "problem": None}
    try:
        session = replayed(save)
        from dosmesas.session.turns import turns_of

        turns = sum(not turn.outlook for turn in turns_of(session))
        result.update(turns=turns, digest=session.digest(), problem=session.notice or None)
        result["ok"] = not session.notice
    except (JournalError, NotFoundError, BrokenPackError, SetupError) as error:
        result["problem"] = told_of(error, own_language())
    if as_json:
        result["problem"] = shown(str(result["problem"])) if result["problem"] else None
        click.echo(json.dumps(result, ensure_ascii=False))
    elif result["ok"]:
        click.echo(shown(f"{save}: whole, turns played: {result['turns']}, digest {result['digest']}"))
    else:
        click.echo(shown(f"{save}: {result['problem']}"))
    sys.exit(0 if result["ok"] else FINDINGS)


def print_state(save: str, turn: int, *, as_json: bool) -> None:
    """All indicators at the end of a turn."""
    with told():
        from dosmesas.session.record import state_record
        from dosmesas.session.turns import turns_of

        session = replayed(save)
        finished = len(turns_of(session))
        if turn > finished:
            fail(f"the save has {finished} turns that are over; there is no turn {turn}", USAGE)
        found = state_record(session, turn)
        if as_json:
            click.echo(json.dumps(found, ensure_ascii=False, indent=1))
            return
        for part in ("indicators", "flags"):
            values = found[part]
            for name, value in values.items() if isinstance(values, dict) else ():
                shown = ("yes" if value else "no") if part == "flags" else value
                click.echo(f"{name}: {shown}")


def print_why(save: str, word: str, turn: int | None, *, as_json: bool) -> None:
    """The reasons of a change."""
    with told():
        from attrs import asdict

        from dosmesas.plain.page import Page
        from dosmesas.session.tell import Teller
        from dosmesas.session.turns import turns_of
        from dosmesas.session.why import find_indicator, why

        session = replayed(save)
        language, finished = session.setup.language, len(turns_of(session))
        name = find_indicator(session, word, None)
        if not name:
            fail(
                f"no indicator is called '{word}'. Known: {', '.join(session.pack.ruleset.indicators)}", USAGE
            )
        played = max((one.turn for one in session.state.decisions), default=0)
        number = turn or min(played, finished)
        if number > finished:
            fail(f"the save has {finished} turns that are over; there is no turn {number}", USAGE)
        # A finished game hides nothing any more; one that goes on shows what its player may see.
        seat = None if session.over or not session.setup.seats else session.setup.seats[0]
        found = why(session, name, number, seat, language)
        if as_json:
            click.echo(json.dumps(asdict(found), ensure_ascii=False, indent=1))
            return
        Page(sys.stdout, language).lines(Teller(language).tree(found))


def replayed(save: str) -> "Session":
    """A save as far as it went, under its own rules; a note on stderr where these are not those of now."""
    from dosmesas.session.opening import look
    from dosmesas.text.safe import shown

    session, note = look(Path(save))
    if note:
        click.echo(f"dosmesas: {shown(note)}", err=True)
    return session
