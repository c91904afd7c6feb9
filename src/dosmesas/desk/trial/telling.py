"""A failed test as its author reads it: the place, what was expected, what came, and why."""

from collections.abc import Callable, Iterator

from attrs import frozen

from dosmesas.desk.trial.judging import readings, scene_at
from dosmesas.desk.trial.playing import Course, Unkept
from dosmesas.desk.trial.promises import Broken
from dosmesas.desk.trial.trying import Missed, Result
from dosmesas.lang.describe import unparse
from dosmesas.lang.names import names_in
from dosmesas.lang.nodes import Node
from dosmesas.model.trials import FlagIs, Form, Holds, Measure, Shown, Sign
from dosmesas.session.tell import Teller
from dosmesas.session.tree import Branch
from dosmesas.session.why import why
from dosmesas.text.number import exact, signed
from dosmesas.text.render import snippet
from dosmesas.text.span import Span

ReadLine = Callable[[str, int], str]
_MOST_REASONS = 4
"""So many reasons of a change are told with their trees; the rest is one sum."""
_PHRASES = {
    Sign.FIRED: "the rule '{}' works",
    Sign.NOT_FIRED: "the rule '{}' does not work",
    Sign.CITES: "something rests on '{}'",
    Sign.NOT_CITES: "nothing rests on '{}'",
    Sign.COMES: "'{}' comes",
    Sign.NOT_COMES: "'{}' does not come",
    Sign.CHOSEN: "'{}' is chosen",
    Sign.NOT_CHOSEN: "'{}' is not chosen",
    Sign.CARRIED: "'{}' is carried",
    Sign.WATERED: "'{}' is watered down",
    Sign.BLOCKED: "'{}' is blocked",
    Sign.GAVE_WAY: "'{}' gives way",
    Sign.STRUCK: "the deal '{}' is struck",
    Sign.NOT_STRUCK: "the deal '{}' is not struck",
    Sign.BROKEN: "a word on '{}' is broken",
    Sign.NOT_BROKEN: "no word on '{}' is broken",
    Sign.ENDING: "the ending is '{}'",
}


@frozen
class Failure:
    """One thing that does not hold: its place, what was expected, what came, in which game, and why."""

    test: str
    where: Span
    expected: str
    came: str
    seed: int | None
    why: tuple[str, ...]


def failures(result: Result) -> Iterator[Failure]:
    """Everything that does not hold of a test."""
    name = result.trial.name
    for left in result.unkept:
        yield _undecided(name, left)
    for one in result.missed:
        yield _missed(name, one, result.trial.seeds)


def failure_of(one: Broken) -> Failure:
    """An invariant that does not hold."""
    reason = [f"it is promised because: {one.invariant.reason}"] if one.invariant.reason else []
    claims = ", ".join(one.invariant.because)
    reason += [f"it is promised on: {claims}"] if claims else []
    tree = _tree(one.course, one.indicator, one.turn) if one.indicator else []
    lines = (*reason, *_path(one.course, one.turn), *tree)
    return Failure(
        one.invariant.name, one.where, one.expected, one.came, one.course.session.setup.seed, lines
    )


def lines_of(one: Failure, read_line: ReadLine) -> list[str]:
    """A failure in the form of a diagnostic: the place, the line with a caret, what came, why."""
    seed = f" (seed {one.seed})" if one.seed is not None else ""
    head = f"{one.where} failed {one.test}"
    told = snippet(one.where, read_line(one.where.file, one.where.line), f"expected: {one.expected}")
    return [head, *told, f"      came: {one.came}{seed}", *(f"        {line}" for line in one.why)]


def _undecided(name: str, one: Unkept) -> Failure:
    return Failure(name, one.wish.where, "this is decided", one.message, None, ())


def _missed(name: str, one: Missed, seeds: int) -> Failure:
    expected, what = _expected(one), one.expectation.what
    came = one.first.came
    if seeds > 1:
        share = one.expectation.share
        expected += f", in {'all' if share == 100 else f'at least {share} %'} of {seeds} games"
        came = f"it holds in {one.kept} of {seeds}; in one of the others {came}"
    return Failure(name, one.expectation.where, expected, came, one.seed, tuple(_why(one, what)))


def _expected(one: Missed) -> str:
    what, turn = one.expectation.what, one.expectation.turn
    at = f" in turn {turn}" if turn else ""
    match what:
        case Measure(indicator=name, form=form):
            end = f" at the end of turn {turn}" if turn else ""
            since = f" since the end of turn {one.expectation.since}" if one.expectation.since else ""
            verb = "is " if form is not Form.MOVE else ""
            return f"{name} {verb}{one.expectation.text}{since}{end}"
        case FlagIs(flag=name, value=value):
            return f"{name} is {'yes' if value else 'no'}{at}"
        case Holds():
            return f"this holds{at}"
        case Shown(sign=sign, id=name):
            return _PHRASES[sign].replace("{}", name) + at


def _why(one: Missed, what: object) -> Iterator[str]:
    course, turn = one.course, one.expectation.turn or one.course.last
    match what:
        case Measure(indicator=name, form=form):
            yield from _moved(course, name, one.expectation.since, turn)
            if form is Form.GAP and one.other:
                yield "and in the game that it is compared with:"
                yield from _moved(one.other, name, 0, one.expectation.turn or one.other.last)
        case FlagIs(flag=name):
            yield _flag(course, name, turn)
        case Holds(condition=condition):
            yield from _of_condition(course, condition, turn)
        case Shown(sign=sign, id=name):
            yield from _of_sign(course, sign, name, turn)


def _moved(course: Course, name: str, since: int, turn: int) -> Iterator[str]:
    """How a number came there turn by turn, and the tree of the turn that moved it most."""
    if not course.turns:
        return
    moves = {
        number: course.value(name, number) - course.value(name, number - 1)
        for number in range(since + 1, min(turn, len(course.turns)) + 1)
    }
    told = ", ".join(f"turn {number} {signed(move)}" for number, move in moves.items() if move)
    yield f"{name} began at {exact(course.value(name, since))}: {told or 'nothing moved it'}"
    if any(moves.values()):
        yield from _tree(course, name, max(moves, key=lambda number: abs(moves[number])))


def _tree(course: Course, name: str, turn: int) -> list[str]:
    """Why a number moved in a turn: its largest reasons, with what led to them and what they rest on."""
    session = course.session
    language = session.setup.language
    found = why(session, name, turn, None, language)
    ordered = sorted(found.reasons, key=lambda one: -abs(one.applied))
    lines = [Teller(language).why_head(found)[0]]
    for reason in ordered[:_MOST_REASONS]:
        basis = f" ({reason.basis})" if reason.basis else ""
        lines.append(f"    {signed(reason.applied)} {reason.text}{basis} [{reason.receipt}]")
        lines += [f"        {line}" for branch in reason.tree for line in _branches(branch, 1)]
        lines += [f"        {branch.text}" for branch in reason.grounds]
    rest = ordered[_MOST_REASONS:]
    if rest:
        lines.append(f"    {signed(sum(one.applied for one in rest))} from {len(rest)} smaller reasons")
    return lines


def _branches(branch: Branch, depth: int) -> list[str]:
    inside = [f"    {line}" for one in branch.inside for line in _branches(one, depth - 1)] if depth else []
    return [branch.text, *inside]


def _flag(course: Course, name: str, turn: int) -> str:
    """In which turn a flag was last set."""
    changes = [
        number
        for number in range(1, turn + 1)
        if course.flags(number)[name] != course.flags(number - 1)[name]
    ]
    if not changes:
        return f"{name} was {'yes' if course.flags(0)[name] else 'no'} from the start, and nothing changed it"
    by = next((it.by for it in course.turns[changes[-1] - 1].receipts if it.indicator == name), "")
    return f"{name} was changed in turn {changes[-1]} by '{by}'"


def _of_condition(course: Course, condition: Node, turn: int) -> Iterator[str]:
    for name in sorted(names_in(condition)):
        if name in course.session.pack.ruleset.indicators:
            yield from _moved(course, name, 0, turn)
        elif name != "turn":
            yield _flag(course, name, turn)


def _of_sign(course: Course, sign: Sign, name: str, turn: int) -> Iterator[str]:
    """What a rule, an event or an ending asked for, and how things stood."""
    session = course.session
    ruleset = session.pack.ruleset
    if sign in {Sign.FIRED, Sign.NOT_FIRED}:
        rule = ruleset.rules.get(name) or ruleset.conduct[name]
        yield from _asked(course, rule.when, "the rule", turn)
    elif sign is Sign.ENDING and session.state.ending:
        for one in ruleset.endings:
            if one.id in {name, session.state.ending}:
                yield from _asked(course, one.when, f"'{one.id}'", len(course.turns))
    elif sign in {Sign.COMES, Sign.NOT_COMES}:
        event = session.pack.events.get(name) or session.pack.bulletins[name]
        yield from _asked(course, event.when, f"'{name}'", turn)
    yield from _path(course, turn)


def _asked(course: Course, when: Node | None, who: str, turn: int) -> Iterator[str]:
    if when is None:
        yield f"{who} asks for nothing"
        return
    yield f"{who} asks for: {unparse(when)}"
    for reading in readings(course, when, scene_at(course, turn)):
        yield f"    {reading} at the end of turn {turn}"


def _path(course: Course, turn: int) -> Iterator[str]:
    """What was decided up to a turn."""
    for one in course.turns[:turn]:
        if not one.outlook and len(course.session.pack.events) > 1:
            taken = ", ".join(f"{seat}: {name.partition('/')[2]}" for seat, name in one.decisions.items())
            yield f"turn {one.number}, {one.event}: {taken}"
