"""What an office is there to achieve: in a line, and goal by goal with where each stands now."""

from attrs import frozen

from dosmesas.engine.returns import goal_points
from dosmesas.model.rules import Pack
from dosmesas.model.world import Goal
from dosmesas.session.session import Session
from dosmesas.session.views import level
from dosmesas.text.catalog import say
from dosmesas.text.number import exact, fixed

_NAMED = 2


@frozen
class GoalView:
    """A goal: its weight, where it stands (empty where the office does not see that), what that is worth.

    It gives nothing at `worst` and all of its weight at `best`; `up` says which way that is. `points` are in
    thousandths.
    """

    name: str
    weight: int
    now: str
    worst: str
    best: str
    up: bool
    points: int


@frozen
class Mandate:
    """What an office is scored on, the heaviest goal first; `points` as if the game ended now, of 100."""

    office: str
    goals: tuple[GoalView, ...]
    publics: str
    points: int


def mandate_of(session: Session, seat: str, language: str) -> Mandate:
    """The mandate of an office as things stand."""
    office = session.pack.ruleset.offices[seat]
    goals = tuple(
        _goal(session, one, seat, language) for one in sorted(office.goals, key=lambda one: -one.weight)
    )
    publics = ", ".join(_publics(session.pack, seat, language))
    return Mandate(office.name(language), goals, publics, sum(one.points for one in goals))


def _goal(session: Session, goal: Goal, seat: str, language: str) -> GoalView:
    one = session.pack.ruleset.indicators[goal.indicator]
    value, seen = session.game.tables.scene(session.state).value(one.id), one.seen(seat)
    return GoalView(
        one.name(language),
        goal.weight,
        level(one, value, language) if seen else "",
        exact(goal.worst),
        exact(goal.best),
        goal.best > goal.worst,
        goal_points(goal, value) if seen else 0,
    )


def mandate_told(mandate: Mandate, language: str) -> list[str]:
    """The same as lines."""
    lines = [say(language, "mandate_heading", office=mandate.office)]
    lines += [
        say(
            language,
            "mandate_goal" if one.now else "mandate_goal_unseen",
            name=one.name,
            now=one.now,
            worst=one.worst,
            best=one.best,
            points=fixed(one.points),
            weight=one.weight,
        )
        for one in mandate.goals
    ]
    lines.append(say(language, "mandate_total", points=fixed(mandate.points)))
    return [*lines, *([say(language, "mandate_publics", publics=mandate.publics)] if mandate.publics else [])]


def main_goals(pack: Pack, seat: str, language: str) -> tuple[tuple[str, bool], ...]:
    """The goals that weigh most, each with whether it should rise."""
    goals = sorted(pack.ruleset.offices[seat].goals, key=lambda one: -one.weight)[:_NAMED]
    return tuple((_name(pack, one.indicator, language), one.best > one.worst) for one in goals)


def mandate_brief(pack: Pack, seat: str, language: str) -> str:
    """The goals that weigh most, each with the way it should go; nothing for an office without a mandate."""
    told = ", ".join(
        say(language, "goal_up" if up else "goal_down", name=name)
        for name, up in main_goals(pack, seat, language)
    )
    return say(language, "mandate_brief", goals=told) if told else ""


def _name(pack: Pack, indicator: str, language: str) -> str:
    return pack.ruleset.indicators[indicator].name(language)


def _publics(pack: Pack, seat: str, language: str) -> list[str]:
    """Whom an office answers to, with the weights."""
    audiences = pack.ruleset.audiences
    return [
        f"{audiences[name].name(language)} {share}" for name, share in pack.ruleset.offices[seat].audiences
    ]
