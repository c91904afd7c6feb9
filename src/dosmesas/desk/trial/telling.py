"""A failed test as its author reads it: the place, what was expected, what came, and why."""

from collections.abc import Callable, Iterable, Iterator

from attrs import frozen

from dosmesas.desk.trial.expected import expected_of
from dosmesas.desk.trial.judging import readings, scene_at
from dosmesas.desk.trial.playing import Course
from dosmesas.desk.trial.promises import Broken
from dosmesas.desk.trial.trying import Missed, Result
from dosmesas.lang.describe import unparse
from dosmesas.lang.names import names_in
from dosmesas.lang.nodes import Node
from dosmesas.model.trials import FlagIs, Form, Holds, Measure, Shown, Sign
from dosmesas.session.tell import Teller
from dosmesas.session.tree import Branch
from dosmesas.session.why import why
from dosmesas.text.folding import folded
from dosmesas.text.number import exact, signed
from dosmesas.text.phrase import Phrase, phrase
from dosmesas.text.render import snippet
from dosmesas.text.span import Span

ReadLine = Callable[[str, int], str]
_MOST_REASONS = 4
"""So many reasons of a change are told with their trees; the rest is one sum."""
Line = str | Phrase
"""A line of why: a text of the game, or a phrase."""


@frozen
class Failure:
    """One thing that does not hold, told in a language: its place, what was expected, what came, why.

    `seed` is that of the game in which it does not.
    """

    test: str
    where: Span
    expected: str
    came: str
    seed: int | None
    why: tuple[str, ...]


def failures(result: Result, language: str) -> Iterator[Failure]:
    """Everything that does not hold of a test."""
    name = result.trial.name
    for left in result.unkept:
        decided = phrase("this is decided").told(language)
        yield Failure(name, left.wish.where, decided, left.message.told(language), None, ())
    for one in result.missed:
        yield _missed(name, one, result.trial.seeds, language)


def failure_of(one: Broken, language: str) -> Failure:
    """An invariant that does not hold."""
    reason, because = one.invariant.reason, one.invariant.because
    lines: list[Line] = [phrase("it is promised because: {reason}", reason=reason)] if reason else []
    lines += [phrase("it is promised on: {claims}", claims=tuple(because))] if because else []
    lines += _path(one.course, one.turn)
    lines += _tree(one.course, one.indicator, one.turn, language) if one.indicator else []
    return Failure(
        one.invariant.name,
        one.where,
        one.expected.told(language),
        one.came.told(language),
        one.course.session.setup.seed,
        _told(lines, language),
    )


def _told(lines: Iterable[Line], language: str) -> tuple[str, ...]:
    return tuple(line if isinstance(line, str) else line.told(language) for line in lines)


def lines_of(one: Failure, read_line: ReadLine, language: str) -> list[str]:
    """A failure in the form of a diagnostic: the place, the line with a caret, what came, why."""
    head = phrase("{place} failed {test}", place=str(one.where), test=one.test)
    hint = phrase("expected: {what}", what=one.expected).told(language)
    told = snippet(one.where, read_line(one.where.file, one.where.line), hint)
    came = phrase("came: {what}", what=one.came)
    if one.seed is not None:
        came = phrase("came: {what} (seed {seed})", what=one.came, seed=one.seed)
    why = (row for line in one.why for row in folded(f"        {line}"))
    return [head.told(language), *told, *folded(f"      {came.told(language)}", "  "), *why]


def _missed(name: str, one: Missed, seeds: int, language: str) -> Failure:
    came = one.first.came
    if seeds > 1:
        came = phrase(
            "it holds in {kept} of {count}; in one of the others {came}",
            kept=one.kept,
            count=seeds,
            came=came,
        )
    return Failure(
        name,
        one.expectation.where,
        expected_of(one, seeds).told(language),
        came.told(language),
        one.seed,
        _told(_why(one, language), language),
    )


def _why(one: Missed, language: str) -> Iterator[Line]:
    course, turn = one.course, one.expectation.turn or one.course.last
    match one.expectation.what:
        case Measure(indicator=name, form=form):
            yield from _moved(course, name, one.expectation.since, turn, language)
            if form is Form.GAP and one.other:
                yield phrase("and in the game that it is compared with:")
                yield from _moved(one.other, name, 0, one.expectation.turn or one.other.last, language)
        case FlagIs(flag=name):
            yield _flag(course, name, turn)
        case Holds(condition=condition):
            yield from _of_condition(course, condition, turn, language)
        case Shown(sign=sign, id=name):
            yield from _of_sign(course, sign, name, turn)


def _moved(course: Course, name: str, since: int, turn: int, language: str) -> Iterator[Line]:
    """How a number came there turn by turn, and the tree of the turn that moved it most."""
    if not course.turns:
        return
    moves = {
        number: course.value(name, number) - course.value(name, number - 1)
        for number in range(since + 1, min(turn, len(course.turns)) + 1)
    }
    told = tuple(
        phrase("turn {turn} {move}", turn=number, move=signed(move)) for number, move in moves.items() if move
    )
    yield phrase(
        "{name} began at {value}: {moves}",
        name=name,
        value=exact(course.value(name, since)),
        moves=told or phrase("nothing moved it"),
    )
    if told:
        yield from _tree(course, name, max(moves, key=lambda number: abs(moves[number])), language)


def _tree(course: Course, name: str, turn: int, language: str) -> list[Line]:
    """Why a number moved in a turn: its largest reasons, with what led to them and what they rest on."""
    session = course.session
    if language not in session.pack.languages:
        language = session.setup.language
    found = why(session, name, turn, None, language)
    ordered = sorted(found.reasons, key=lambda one: -abs(one.applied))
    lines: list[Line] = [Teller(language).why_head(found)[0]]
    for reason in ordered[:_MOST_REASONS]:
        basis = f" ({reason.basis})" if reason.basis else ""
        lines.append(f"    {signed(reason.applied)} {reason.text}{basis} [{reason.receipt}]")
        lines += [f"        {line}" for branch in reason.tree for line in _branches(branch, 1)]
        lines += [f"        {branch.text}" for branch in reason.grounds]
    rest = ordered[_MOST_REASONS:]
    if rest:
        total = signed(sum(one.applied for one in rest))
        lines.append(phrase("    {total} from {count} smaller reasons", total=total, count=len(rest)))
    return lines


def _branches(branch: Branch, depth: int) -> list[str]:
    inside = [f"    {line}" for one in branch.inside for line in _branches(one, depth - 1)] if depth else []
    return [branch.text, *inside]


def _flag(course: Course, name: str, turn: int) -> Phrase:
    """In which turn a flag was last set."""
    changes = [
        number
        for number in range(1, turn + 1)
        if course.flags(number)[name] != course.flags(number - 1)[name]
    ]
    if not changes:
        if course.flags(0)[name]:
            return phrase("{name} was yes from the start, and nothing changed it", name=name)
        return phrase("{name} was no from the start, and nothing changed it", name=name)
    by = next((it.by for it in course.turns[changes[-1] - 1].receipts if it.indicator == name), "")
    return phrase("{name} was changed in turn {turn} by '{by}'", name=name, turn=changes[-1], by=by)


def _of_condition(course: Course, condition: Node, turn: int, language: str) -> Iterator[Line]:
    for name in sorted(names_in(condition)):
        if name in course.session.pack.ruleset.indicators:
            yield from _moved(course, name, 0, turn, language)
        elif name != "turn":
            yield _flag(course, name, turn)


def _of_sign(course: Course, sign: Sign, name: str, turn: int) -> Iterator[Line]:
    """What a rule, an event or an ending asked for, and how things stood."""
    session = course.session
    ruleset = session.pack.ruleset
    if sign in {Sign.FIRED, Sign.NOT_FIRED}:
        rule = ruleset.rules.get(name) or ruleset.conduct[name]
        yield from _asked(course, rule.when, phrase("the rule"), turn)
    elif sign is Sign.ENDING and session.state.ending:
        for one in ruleset.endings:
            if one.id in {name, session.state.ending}:
                yield from _asked(course, one.when, f"'{one.id}'", len(course.turns))
    elif sign in {Sign.COMES, Sign.NOT_COMES}:
        event = session.pack.events.get(name) or session.pack.bulletins[name]
        yield from _asked(course, event.when, f"'{name}'", turn)
    yield from _path(course, turn)


def _asked(course: Course, when: Node | None, who: Line, turn: int) -> Iterator[Line]:
    if when is None:
        yield phrase("{who} asks for nothing", who=who)
        return
    yield phrase("{who} asks for: {what}", who=who, what=unparse(when))
    for reading in readings(course, when, scene_at(course, turn)):
        yield phrase("    {what} at the end of turn {turn}", what=reading, turn=turn)


def _path(course: Course, turn: int) -> Iterator[Line]:
    """What was decided up to a turn."""
    for one in course.turns[:turn]:
        if not one.outlook and len(course.session.pack.events) > 1:
            taken = tuple(f"{seat}: {name.partition('/')[2]}" for seat, name in one.decisions.items())
            yield phrase("turn {turn}, {event}: {taken}", turn=one.number, event=one.event, taken=taken)
