"""Recorded games with everything told about every state: `python tests/playthroughs/rewrite.py` makes them anew.

In the manner of OpenSpiel: a change of rules or engine shows as a change of these texts, for people to read.
"""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from dosmesas.engine.game import Game, Transition
from dosmesas.engine.receipts import Receipt
from dosmesas.engine.state import State
from dosmesas.load.loading import load_pack
from dosmesas.load.locate import shipped_packs
from dosmesas.model.rules import Pack
from dosmesas.session.scenes import scene_before
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from dosmesas.text.number import exact, signed

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.playthroughs.digests import digests

EXAMPLES = Path(__file__).parents[2] / "saves" / "examples"
SEED = 7
BOTS = ("persona", "random")
GAMES = {"culiacan": 1000}
"""How many games by random players are recorded by their digests alone."""
OTHERS = 200
"""How many of a pack that is not named above."""


def playthrough(session: Session) -> str:
    """The full text of a game."""
    setup = session.setup
    lines = [
        f"pack: {session.pack.id}",
        f"seed: {setup.seed}",
        f"view: {setup.view}",
        f"played by: {setup.counterpart}",
    ]
    for number, transition in enumerate(session.path):
        lines += _transition(session, number, transition)
    return "\n".join(lines) + "\n"


def _transition(session: Session, number: int, transition: Transition) -> Iterator[str]:
    state = transition.state
    yield ""
    if number:
        before = session.path[number - 1].state
        for decision in state.decisions[len(before.decisions) :]:
            yield f"decided: {decision.seat} {decision.point} {decision.action}"
    for receipt in transition.receipts:
        yield _receipt(session, receipt)
    yield ""
    yield from _state(session.game, number, state)


def _state(game: Game, number: int, state: State) -> Iterator[str]:
    yield f"# State {number}: turn {state.turn}, {state.point}, {state.event or 'no event'}"
    yield f"digest: {state.digest()}"
    opened = dict(zip(game.tables.names, state.opened, strict=True))
    for name, value in zip(game.tables.names, state.values, strict=True):
        since = f" ({signed(value - opened[name])} this turn)" if value != opened[name] else ""
        yield f"{name}: {exact(value)}{since}"
    for name, on in zip(game.tables.flags, state.flags, strict=True):
        yield f"{name}: {'yes' if on else 'no'}"
    yield "happened: " + (", ".join(f"{name} in {turn}" for name, turn in state.happened) or "nothing")
    for one in state.pending:
        yield f"pending: {one.after} of {one.by} lands in {one.due}, set going by {one.cause}"
    for seat in game.to_move(state):
        yield f"legal for {seat}: {', '.join(game.legal_actions(state, seat))}"
    if game.is_terminal(state):
        at_last = zip(game.tables.names, state.at_last, strict=True)
        yield "at the last turn: " + ", ".join(f"{name} {exact(value)}" for name, value in at_last)
        yield f"ending: {state.ending}"
        for seat, value in game.returns(state).items():
            yield f"return of {seat}: {exact(value)}"
        yield f"joint return: {exact(game.joint_return(state))}"


def _receipt(session: Session, one: Receipt) -> str:
    amount = signed(one.applied) if one.moves else str(one.applied)
    scene = scene_before(session, one) if one.reads else None
    saw = ", ".join(f"{name} {scene.value(name)}" for name in one.reads) if scene else ""
    parts = [
        f"{one.id} {one.stage} {one.kind} {one.indicator} {amount}".replace("  ", " "),
        f"by {one.by}",
        f"on {', '.join(one.claims)}" if one.claims else "",
        f"figure of {one.figure}" if one.figure else "",
        f"because of {one.cause}" if one.cause else "",
        f"saw {saw}" if saw else "",
    ]
    return "; ".join(part for part in parts if part)


def record(pack: Pack, bot: str, folder: Path) -> tuple[Path, Path]:
    """Let bots of one kind play a pack, save the game and write its text beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    save = folder / f"{pack.id}-{bot}.jsonl"
    save.unlink(missing_ok=True)
    session = Session.start(pack, Setup((), SEED, bot, language=pack.languages[0]), save=save)
    shutil.rmtree(folder / "packs", ignore_errors=True)  # the rules of then are the repository's own
    text = text_of(save)
    text.write_text(playthrough(session), encoding="utf-8")
    return save, text


def text_of(save: Path) -> Path:
    """Where the text of a recorded game stands."""
    return save.with_name(f"{save.stem}.playthrough.txt")


def digests_of(name: str) -> Path:
    """Where the digests of a pack's recorded games stand."""
    return EXAMPLES / f"{name}.digests"


def games_of(name: str) -> int:
    """How many games of a pack are recorded by their digests."""
    return GAMES.get(name, OTHERS)


def main() -> None:
    """Record every shipped pack anew."""
    for name in shipped_packs():
        for bot in BOTS:
            save, text = record(load_pack(name), bot, EXAMPLES)
            sys.stdout.write(f"{save.name} and {text.name}\n")
        lines = digests(name, "en", 0, games_of(name))
        digests_of(name).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        sys.stdout.write(f"{digests_of(name).name}\n")


if __name__ == "__main__":
    main()
