"""Sessions of the small packs, started and played in a line."""

from pathlib import Path

from dosmesas.model.effects import Effect
from dosmesas.model.rules import Pack
from dosmesas.session.session import Session
from dosmesas.session.setup import ALTERNATE, Setup
from tests.support.making import (
    NORDEN,
    SUDEN,
    after,
    chance,
    change,
    made,
    option,
    rule,
    set_flag,
    when,
)
from tests.support.making import event as an_event
from tests.support.small import harbour

BOTH = (NORDEN, SUDEN)


def start(
    *seats: str,
    pack: Pack | None = None,
    seed: int = 7,
    counterpart: str = "persona",
    save: Path | None = None,
    view: str = "authors",
    draws: str = "",
    argue: str = ALTERNATE,
) -> Session:
    """A session of harbour, or of another pack; without seats bots play it all."""
    return Session.start(
        pack or harbour(), Setup(seats, seed, counterpart, view, "en", draws, argue=argue), save=save
    )


def finish(session: Session, which: int = 0) -> Session:
    """Play on to the end, always taking the same one of the legal actions."""
    while (seat := session.next_seat()) is not None:
        legal = session.legal(seat)
        session.decide(seat, legal[which % len(legal)])
    return session


def do(session: Session, *actions: str) -> Session:
    """Take these actions, whoever is next."""
    for action in actions:
        seat = session.next_seat()
        assert seat is not None
        session.decide(seat, action)
    return session


def one_day(*effects: Effect, suden: tuple[Effect, ...] = (), turns: int = 3, **more: object) -> Pack:
    """A pack of one event that repeats; each office has one option with these effects."""
    seats = {NORDEN: (option("day/act", *effects),), SUDEN: (option("day/rest", *suden),)}
    return made((an_event("day", seats, repeats=True),), turns=turns, **more)


def secretive() -> Pack:
    """A pack in which something rests on what one of the two seats does not see, at every door.

    Norden does not see poaching, Suden does not see the informer.
    """
    return one_day(
        change("goodwill", "+1"),
        change("poaching", "+2"),
        change("stock", "0.1 * poaching"),
        when("poaching > 1", change("stock", "+0.25"), after("day/act~1", 1, change("stock", "+0.125"))),
        after("day/act~2", 1, change("poaching", "+1")),
        suden=(
            when(
                "informer",
                change("goodwill", "-3"),
                chance("day/rest~1", 99, change("goodwill", "-0.5")),
                after("day/rest~2", 1, change("goodwill", "-0.75")),
                otherwise=(change("goodwill", "+3"),),
            ),
            set_flag("informer", to=True),
        ),
        rules=(rule("poachers", change("stock", "-0.01 * poaching"), condition="poaching > 20"),),
    )


def barred() -> Session:
    """Two days; on the second `act` is open only while stock is above 45, and `act` takes 8."""
    seats = {
        NORDEN: (option("day/act", change("stock", "-8"), requires="stock > 45"), option("day/wait")),
        SUDEN: (option("day/rest"),),
    }
    session = start(*BOTH, pack=made((an_event("day", seats, repeats=True),), turns=2), counterpart="random")
    return do(session, "day/wait", "day/rest", "day/act", "day/rest")
