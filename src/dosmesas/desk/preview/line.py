"""The line of decisions that is played again: from a save, from a small file, or from a game of bots."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from attrs import Factory, frozen

from dosmesas.journal.journal import read_journal
from dosmesas.journal.packs import NoRulesError, load_rules
from dosmesas.load.fields import is_digits
from dosmesas.load.source import Sources
from dosmesas.model.rules import Pack
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup, setup_of
from dosmesas.text.diagnostic import Problems
from dosmesas.text.phrase import PhraseError, phrase

Wishes = Mapping[tuple[int, str], tuple[str, ...]]
"""What an office wants to do in a turn: options, deals, what it says in a debate."""


class LineError(PhraseError):
    """The decisions cannot be read; the message says where and why."""


@frozen
class Line:
    """How a game is set up, and what is wanted in it; where nothing is, or it is not legal, bots decide."""

    setup: Setup
    wishes: Wishes = Factory(dict)


def line_of_file(path: Path, setup: Setup) -> Line:
    """The decisions of a text file: a turn, an office and an option or deal on each line.

    Raises:
        LineError: the file cannot be read, or a line is none of these.
    """
    problems = Problems()
    text = Sources().read(path, problems)
    if text is None:
        first = next(iter(problems))
        raise LineError(phrase("{place} {problem}", place=str(first.span), problem=first.message))
    wishes = defaultdict(list)
    for number, line in enumerate(text.split("\n"), 1):
        words = line.partition("#")[0].split()
        if not words:
            continue
        if len(words) != 3 or not is_digits(words[0], 2):
            said = phrase(
                "{file}:{line} a line is TURN OFFICE OPTION, such as '1 mx.president hold'",
                file=str(path),
                line=number,
            )
            raise LineError(said)
        wishes[int(words[0]), words[1]].append(words[2])
    return Line(setup, _frozen(wishes.items()))


def line_of_save(path: Path, pack: Pack) -> Line:
    """The decisions of a save, under the rules that it was played by, or the present ones.

    Raises:
        JournalError: it cannot be read, or fits neither.
    """
    recovered = read_journal(path)
    try:
        rules = load_rules(path, recovered.header)
    except NoRulesError:
        rules = pack
    return Line(setup_of(recovered.header), wishes_of(Session.replayed(rules, recovered)))


def wishes_of(session: Session) -> Wishes:
    """What was decided in a game."""
    wishes = defaultdict(list)
    for one in session.state.decisions:
        wishes[one.turn, one.seat].append(one.action)
    return _frozen(wishes.items())


def _frozen(wishes: Iterable[tuple[tuple[int, str], list[str]]]) -> Wishes:
    return {key: tuple(actions) for key, actions in wishes}
