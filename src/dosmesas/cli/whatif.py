"""`what-if`: a saved game again with one thing changed; the save is only read."""

import json
import os
import sys
from typing import TYPE_CHECKING

import click
from attrs import frozen

from dosmesas.cli.fail import USAGE, fail, told

if TYPE_CHECKING:
    from dosmesas.session.session import Session
    from dosmesas.session.whatif import Change


@frozen
class WhatIfOptions:
    """What `dosmesas what-if` was asked for; None where nothing was said."""

    save: str
    turn: int | None = None
    choose: str | None = None
    say: str | None = None
    view: str | None = None
    plain: bool = False
    as_json: bool = False


def print_what_if(options: WhatIfOptions) -> None:
    """Both paths and where they part, told or as JSON."""
    _usage(options)
    with told():
        from dosmesas.cli.saves import replayed
        from dosmesas.session.whatif import WhatIfError, what_if

        session = replayed(options.save)
        try:
            found = what_if(session, _change(session, options))
        except WhatIfError as error:
            fail(str(error), USAGE)
        if options.as_json:
            from dosmesas.session.record import what_if_record

            click.echo(json.dumps(what_if_record(found), ensure_ascii=False, indent=1))
            return
        from dosmesas.plain.page import Page
        from dosmesas.session.tell_whatif import WhatIfTeller

        plain = options.plain or os.environ.get("TERM") == "dumb"
        language = session.setup.language
        Page(sys.stdout, language).lines(WhatIfTeller(found, language, plain).lines())


def _usage(options: WhatIfOptions) -> None:
    """Exactly one change, and a turn where it wants one."""
    changes = [one for one in (options.choose, options.say, options.view) if one is not None]
    if len(changes) != 1:
        many = "two changes at once" if changes else "nothing to change"
        fail(
            f"{many}: give one of --choose OFFICE=OPTION, --say OFFICE=DEAL (both with --turn N) "
            "and --worldview W",
            USAGE,
        )
    if options.view is not None and options.turn is not None:
        fail("a worldview holds for the whole game: leave out --turn", USAGE)
    if options.view is None and options.turn is None:
        fail("which turn? Add --turn N", USAGE)


def _change(session: "Session", options: WhatIfOptions) -> "Change":
    from dosmesas.engine.state import Point
    from dosmesas.session.whatif import changed_decision, changed_view
    from dosmesas.session.worldviews import chosen_view

    if options.view is not None:
        return changed_view(session, *chosen_view(session.pack, options.view))
    point, flag, given = Point.CHOOSE, "--choose", options.choose or ""
    if options.say is not None:
        point, flag, given = Point.WORD, "--say", options.say
    seat, sign, action = (part.strip() for part in given.partition("="))
    if not (seat and sign and action):
        what = "OPTION" if point is Point.CHOOSE else "DEAL|decline|silent"
        fail(f"'{flag}' wants OFFICE={what}, such as {session.pack.seats[0]}=...", USAGE)
    return changed_decision(session, options.turn or 0, point, seat, action)
