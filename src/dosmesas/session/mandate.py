"""What an office is there to achieve, in a line."""

from dosmesas.model.rules import Pack
from dosmesas.text.catalog import say

_NAMED = 2


def mandate_line(pack: Pack, seat: str, language: str) -> str:
    """The whole mandate with its weights, and whom the office answers to."""
    office, ruleset = pack.ruleset.offices[seat], pack.ruleset
    goals = ", ".join(f"{_name(pack, one.indicator, language)} {one.weight}" for one in office.goals)
    publics = ", ".join(
        f"{ruleset.audiences[name].name(language)} {share}" for name, share in office.audiences
    )
    told = say(language, "setup_mandate", goals=goals, publics=publics or "-")
    return f"{office.name(language)}. {told}"


def mandate_brief(pack: Pack, seat: str, language: str) -> str:
    """The goals that weigh most, each with the way it should go; nothing for an office without a mandate."""
    goals = sorted(pack.ruleset.offices[seat].goals, key=lambda one: -one.weight)[:_NAMED]
    told = ", ".join(
        say(
            language,
            "goal_up" if one.best > one.worst else "goal_down",
            name=_name(pack, one.indicator, language),
        )
        for one in goals
    )
    return say(language, "mandate_brief", goals=told) if told else ""


def _name(pack: Pack, indicator: str, language: str) -> str:
    return pack.ruleset.indicators[indicator].name(language)
