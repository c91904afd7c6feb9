"""The keys whose values hang on more than the key, with what draws each; and what is not drawn, and why."""

from collections.abc import Mapping

from dosmesas.load.shapes.dossier import FIGURE, FIGURE_KEYS
from dosmesas.load.shapes.pack import SHORT, TEACHING
from dosmesas.load.shapes.world import GOAL
from dosmesas.testing.strategies.effects import effects
from dosmesas.testing.strategies.filling import Filler, Found, Special
from dosmesas.testing.strategies.writing import Data
from dosmesas.text.number import exact, thousandths

RANGES = ("0 to 100", "0 to 10", "-5 to 5")
UNITS = ("index", "persons")
_MONTHS = ("2020-01", "2019-10")
_SKIPPED = ("2020-03", "2020-05")
_BOUNDS = ("3 to 40", "at most 60", "at least 0.5")
_THOUSAND = 1000


def _former(filler: Filler, _: Found) -> Data:
    one, other = f"old-{filler.about}", f"older-{filler.about}"
    return one if filler.number(0, 1) == 0 else [other, one]


def _range(filler: Filler, _: Found) -> Data:
    return filler.one_of(RANGES)


def _unit(filler: Filler, _: Found) -> Data:
    unit = filler.one_of(UNITS)
    return unit if filler.world.languages == ("en",) else dict.fromkeys(filler.world.languages, unit)


def _start(filler: Filler, found: Found) -> Data:
    low, high = (thousandths(part) or 0 for part in str(found["range"]).split(" to "))
    middle = (low + high) // 2 // _THOUSAND * _THOUSAND
    return exact(middle) if not filler.perhaps() else filler.decimal(low, high)


def _max_step(filler: Filler, found: Found) -> Data:
    low, high = (thousandths(part) or 0 for part in str(found["range"]).split(" to "))
    return filler.decimal(_THOUSAND // 2, high - low)


def _count(filler: Filler, found: Found) -> Data:
    return str(filler.number(0, min(9, int(str(found.get("most", "99"))))))


def _states(filler: Filler, _: Found) -> Data:
    return [filler.one_of(["MX-SIN", "US-TX"])]


def _goals(filler: Filler, _: Found) -> Data:
    """Indicators whose weights add up to 100, each with its two ends."""
    names = filler.some(filler.world.of_kind("indicator"), 1)
    first = 100 if len(names) == 1 else filler.number(1, 99)
    weights = [first, 100 - first]
    return {name: _goal(filler, name, weight) for name, weight in zip(names, weights, strict=False)}


def _goal(filler: Filler, name: str, weight: int) -> Data:
    _, low, high, *_ = filler.world.names[name]
    ends = [exact(low).replace(",", ""), exact(high).replace(",", "")]
    worst, best = filler.one_of([ends, ends[::-1]])
    return filler.thing(GOAL, {"from": worst, "to": best, "weight": str(weight)})


def _answers_to(filler: Filler, _: Found) -> Data:
    shares = {name: str(filler.number(1, 9)) for name in filler.some(filler.world.of_kind("audience"))}
    return dict(shares)


def _claims(filler: Filler, _: Found) -> Data | None:
    """Other claims than the one that names them."""
    others = [name for name in filler.world.of_kind("claim") if name != filler.about]
    return [*filler.some(others, 1)] if others else None


def _figures(filler: Filler, _: Found) -> Data:
    key = filler.one_of(FIGURE_KEYS)
    given: dict[str, Data | None] = dict.fromkeys(FIGURE_KEYS)
    given[key] = {"value": "10", "date": "2019-10-17", "month": "2019-10", "year": "2019"}[key]
    if key == "value":
        given["unit"] = "percent"
    return [filler.thing(FIGURE, given)]


def _begins(filler: Filler, _: Found) -> Data:
    return filler.one_of(_MONTHS)


def _turns(filler: Filler, _: Found) -> Data:
    return str(filler.world.turns)


def _turn(filler: Filler, _: Found) -> Data:
    return str(filler.number(1, filler.world.turns))


def _skips(filler: Filler, _: Found) -> Data:
    return [*filler.some(_SKIPPED, 1)]


def _short(filler: Filler, _: Found) -> Data | None:
    if filler.world.turns < 2:
        return None
    return filler.thing(SHORT, {"turns": str(filler.number(1, filler.world.turns - 1))})


def _starts(filler: Filler, _: Found) -> Data:
    """Indicators that begin elsewhere; what is counted, and places, in whole numbers."""
    names = filler.some(filler.world.of_kind("indicator"), 1)
    return {name: _elsewhere(filler, name) for name in names}


def _elsewhere(filler: Filler, name: str) -> Data:
    _, low, high, _, whole = filler.world.names[name]
    if whole or name in filler.world.of_kind("place"):
        return str(filler.number(low // _THOUSAND, min(high // _THOUSAND, 9)))
    return filler.decimal(low, high)


def _balance(filler: Filler, _: Found) -> Data:
    return {filler.one_of(("ending", "argument")): filler.one_of(_BOUNDS)}


def _teaches(filler: Filler, _: Found) -> Data | None:
    """What the article says, and a rival against it; where there is one."""
    assumed = filler.world.of_kind("assumption")
    holds = [name for name in filler.world.article if name not in assumed]
    against = [name for name in filler.world.of_kind("claim") if name in filler.world.rivals]
    if not against:
        return None
    return filler.thing(TEACHING, {"holds": [*filler.some(holds, 1)], "against": [*filler.some(against, 1)]})


def _home(filler: Filler, _: Found) -> Data | None:
    """What the audiences of the office make of it."""
    names = filler.world.answers.get(filler.offices[0], ())
    if not names:
        return None
    return {name: _points(filler) for name in filler.some(names, 1)}


def _requires(filler: Filler, _: Found) -> Data:
    return filler.condition(filler.offices)


def _points(filler: Filler) -> str:
    if filler.number(0, 3) == 3:
        return filler.amount(offices=filler.offices[:1])
    return filler.one_of("+-") + str(filler.number(1, 20))


def _toward(filler: Filler, found: Found) -> Data | None:
    return filler.one_of(filler.world.of_kind("country")) if found.get("tone") else None


def _doubts(filler: Filler, _: Found) -> Data:
    return {name: filler.decimal(1, 950) for name in filler.world.of_kind("question")}


def _mood(filler: Filler, _: Found) -> Data:
    return filler.decimal(0, 5 * _THOUSAND)


def _figure(filler: Filler, _: Found) -> Data:
    """A claim: what the makers assume has no figures."""
    assumed = filler.world.of_kind("assumption")
    return filler.one_of([name for name in filler.world.of_kind("claim") if name not in assumed])


def _percent(filler: Filler, *usual: int) -> str:
    """How far something is believed: mostly in full or not at all, which is where rules go to sleep."""
    way = filler.number(0, len(usual))
    return str(filler.number(0, 100) if way == len(usual) else usual[way])


def _article(filler: Filler, _: Found) -> Data:
    return _percent(filler, 100, 0)


def _rivals(filler: Filler, _: Found) -> Data:
    return _percent(filler, 0, 100)


def _beliefs(filler: Filler, _: Found) -> Data:
    return {claim: _percent(filler, 0, 100) for claim in filler.some(filler.world.of_kind("claim"), 1)}


def _because(filler: Filler, _: Found) -> Data:
    return filler.because()


SPECIALS: Mapping[tuple[str, str], Special] = {
    ("", "because"): _because,
    ("", "effects"): effects,
    ("", "renamed_from"): _former,
    ("an indicator", "unit"): _unit,
    ("an indicator", "range"): _range,
    ("an indicator", "start"): _start,
    ("an indicator", "max_step"): _max_step,
    ("a counter", "start"): _count,
    ("a place", "states"): _states,
    ("an office", "mandate"): _goals,
    ("an office", "audiences"): _answers_to,
    ("a doctrine", "aims"): _goals,
    ("a doctrine", "mood"): _mood,
    ("a claim", "supports"): _claims,
    ("a claim", "attacks"): _claims,
    ("a claim", "figures"): _figures,
    ("a pack", "begins"): _begins,
    ("a pack", "turns"): _turns,
    ("a pack", "skips"): _skips,
    ("a pack", "short"): _short,
    ("a pack", "start"): _starts,
    ("a pack", "balance"): _balance,
    ("a pack", "teaches"): _teaches,
    ("a bulletin", "turn"): _turn,
    ("an option", "home"): _home,
    ("an option", "requires"): _requires,
    ("a worldview", "article"): _article,
    ("a worldview", "rivals"): _rivals,
    ("a worldview", "beliefs"): _beliefs,
    ("an effect", "figure"): _figure,
    ("a card", "toward"): _toward,
    ("an audience", "doubts"): _doubts,
}
"""By what a mapping is called, or nothing for all of them, and the key."""

LEFT_OUT: Mapping[tuple[str, str], str] = {}
"""Keys that are never drawn, by what their mapping is called and their names, with the reason."""
FILES_LEFT_OUT: Mapping[str, str] = {
    "tests": "what an author expects of a pack is no part of its games",
}
"""Kinds of files that are never drawn, with the reason."""
