"""Culiacan with the stages that a pack may leave out: everything goes before the home tables."""

from functools import cache

from attrs import evolve

from dosmesas.load.home import home_flags, standings
from dosmesas.load.loading import load_pack
from dosmesas.load.reading import Reading
from dosmesas.load.ruleset import by_id
from dosmesas.model.limits import STAGES
from dosmesas.model.rules import Pack
from dosmesas.text.diagnostic import Problems


@cache
def culiacan_at_home() -> Pack:
    """The pack `culiacan`, argued and ratified."""
    pack = load_pack("culiacan")
    if "ratify" in pack.stages:
        return pack
    ruleset, reading = pack.ruleset, Reading(Problems())
    indicators = by_id([*ruleset.indicators.values(), *standings(ruleset, reading)])
    flags = by_id([*ruleset.flags.values(), *home_flags(ruleset, reading)])
    return evolve(pack, stages=STAGES, ruleset=evolve(ruleset, indicators=indicators, flags=flags))
