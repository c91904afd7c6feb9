"""What is to come of a test: the entries under `expect:`."""

from attrs import frozen

from dosmesas.lang.notes import span_of
from dosmesas.load.expressions import unquoted
from dosmesas.load.fields import Fields
from dosmesas.load.nodes import Node, Scalar
from dosmesas.load.shapes.trials import EXPECTED, MARKS
from dosmesas.load.trials.desk import Desk
from dosmesas.load.trials.lines import place_of, unknown_name, within
from dosmesas.load.trials.numbers import FORMS, Ends, ends_of
from dosmesas.model.limits import OUTLOOK_STEPS
from dosmesas.model.trials import Expectation, FlagIs, Form, Holds, Measure, Shown, Sign, What
from dosmesas.text.number import exact
from dosmesas.text.phrase import phrase

_HOLDS = "holds"
_OPTIONS = {Sign.CHOSEN, Sign.NOT_CHOSEN, Sign.CARRIED, Sign.WATERED, Sign.BLOCKED, Sign.GAVE_WAY}
_DEALS = {Sign.STRUCK, Sign.NOT_STRUCK, Sign.BROKEN, Sign.NOT_BROKEN}
_AT_HOME = {Sign.WATERED, Sign.BLOCKED, Sign.GAVE_WAY}


@frozen(eq=False, repr=False, match_args=False)
class Course:
    """What the reader of expectations knows of the game: its turns, its end, how many, and against what."""

    until: int | None
    turns: int
    many: bool
    compared: bool

    @property
    def last(self) -> int:
        """The last turn that an expectation may be about."""
        return self.until or self.turns + OUTLOOK_STEPS


def read_expected(node: Node, desk: Desk, course: Course) -> Expectation | None:
    """One expectation, or None with diagnostics."""
    fields = Fields.of(node, EXPECTED, desk.reading)
    if fields is None:
        return None
    told = [(key, value) for key, value in fields.node.items if key.text not in MARKS]
    turn, since = desk.turn(fields, "turn", course.last), desk.turn(fields, "since", course.last) or 0
    share, shared = (
        fields.whole("in_at_least"),
        fields.value_span("in_at_least") if fields.has("in_at_least") else None,
    )
    if len(told) != 1:
        hint = phrase("write one a '- ' line, such as '- trust: rises'")
        fields.problem("E0702", phrase("an expectation says one thing"), fields.span, hint)
        return None
    (key, value) = told[0]
    if not isinstance(value, Scalar) and key.text != _HOLDS:
        message = phrase("'{key}:' wants one value, not a list or mapping", key=key.text)
        fields.problem("E0702", message, value.span)
        return None
    what = _what(fields, key, value, desk, course)
    if since and since >= (turn or course.last):
        message = phrase(
            "from turn {since} to turn {turn} nothing moves", since=since, turn=turn or course.last
        )
        fields.problem("E0703", message, fields.value_span("since"))
    if shared and not course.many:
        hint = phrase("add 'seeds: 50' to the test, or take 'in_at_least:' out")
        fields.problem("E0706", phrase("a share of one game"), shared, hint)
    if what is None:
        return None
    text, where = (value.text, unquoted(value)) if isinstance(value, Scalar) else ("", value.span)
    return Expectation(what, key.span, where, text, turn, since, share, shared)


def _what(fields: Fields, key: Scalar, value: Node, desk: Desk, course: Course) -> What | None:
    name, ruleset = key.text, desk.pack.ruleset
    if name == _HOLDS:
        condition = fields.expression(_HOLDS)
        return None if condition is None else Holds(condition)
    if not isinstance(value, Scalar):
        return None
    if name in ruleset.indicators:
        return _measure(fields, key, value, desk, course)
    if name in ruleset.flags:
        if value.text not in {"yes", "no"}:
            message = phrase("'{text}' is no expectation of the flag '{name}'", text=value.text, name=name)
            fields.problem("E0702", message, value.span, phrase("write yes or no"))
            return None
        return FlagIs(name, value.text == "yes")
    if name in EXPECTED.keys:
        return _shown(fields, Sign(name), desk, course)
    unknown_name(desk, key, tuple(EXPECTED.keys))
    return None


def _measure(fields: Fields, key: Scalar, value: Scalar, desk: Desk, course: Course) -> Measure | None:
    ends = ends_of(value.text)
    if ends is None:
        message = phrase("'{text}' is no expectation of '{name}'", text=value.text, name=key.text)
        fields.problem("E0702", message, value.span, phrase("such as {forms}", forms=FORMS))
        return None
    if ends.form is Form.GAP and not course.compared:
        hint = phrase("add 'compare_with:' to the test, or write 'falls' or 'rises'")
        message = phrase("'{text}' than what? the test compares with nothing", text=value.text)
        fields.problem("E0705", message, value.span, hint)
    if fields.has("since") and ends.form is not Form.MOVE:
        hint = phrase("write 'rises', 'falls' or 'stays' beside it")
        fields.problem("E0702", phrase("'since:' goes with a move"), fields.key_span("since"), hint)
    return Measure(key.text, ends.form, ends.low, ends.high) if _can_be(key.text, ends, value, desk) else None


def _can_be(name: str, ends: Ends, value: Scalar, desk: Desk) -> bool:
    """Whether the numbers lie in the range of the indicator, or within its width."""
    if ends.form is Form.LEVEL:
        return all(within(desk, name, one, value.span) for one in ends.written)
    one = desk.pack.ruleset.indicators[name]
    width = one.high - one.low
    for number in ends.written:
        if number > width:
            message = phrase(
                "{number} is more than the whole range of {name}, {range}",
                number=exact(number),
                name=name,
                range=span_of(one.low, one.high),
            )
            desk.problem("E0701", message, value.span, related=place_of(desk, name))
            return False
    return True


def _shown(fields: Fields, sign: Sign, desk: Desk, course: Course) -> Shown | None:
    """A rule, claim, event, option, deal or ending that is to have come, or not."""
    value = fields.scalar(sign)
    if value is None:
        return None
    ruleset, pack = desk.pack.ruleset, desk.pack
    if sign in _OPTIONS:
        if sign in _AT_HOME and "ratify" not in pack.stages:
            fields.problem("E0702", phrase("in {pack} no home table is asked", pack=pack.id), value.span)
        found = desk.option(value)
    elif sign in _DEALS:
        found = desk.known("deal", value, desk.parties)
    elif sign in {Sign.FIRED, Sign.NOT_FIRED}:
        found = desk.known("rule", value, [*ruleset.rules, *ruleset.conduct])
    elif sign in {Sign.CITES, Sign.NOT_CITES}:
        found = desk.known("claim", value, [*ruleset.dossier.claims, *ruleset.assumptions])
    elif sign in {Sign.COMES, Sign.NOT_COMES}:
        found = desk.known("event", value, [*pack.events, *pack.bulletins])
    else:
        found = _ending(fields, value, desk, course)
    return Shown(sign, found) if found else None


def _ending(fields: Fields, value: Scalar, desk: Desk, course: Course) -> str:
    if course.until is not None and course.until < course.turns:
        hint = phrase("leave 'until:' out: the game is then played to its end")
        message = phrase(
            "after turn {turn} of {turns} there is no ending yet", turn=course.until, turns=course.turns
        )
        fields.problem("E0703", message, value.span, hint)
    return desk.known("ending", value, [one.id for one in desk.pack.ruleset.endings])
