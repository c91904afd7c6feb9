"""Rulesets: a small world with its offices, what it rests on, and the rules of its own."""

from collections.abc import Sequence
from functools import partial

from hypothesis import strategies as st

from dosmesas.load.shapes.declared import Shape
from dosmesas.load.shapes.doctrines import DOCTRINE
from dosmesas.load.shapes.dossier import ASSUMPTION, CLAIM, LATER, SOURCE
from dosmesas.load.shapes.files import CONDUCT_FILE
from dosmesas.load.shapes.rules import CONDUCT, ENDING, RULE, TERM, TOLD_ONLY, WORLDVIEW
from dosmesas.load.shapes.world import AUDIENCE, COUNTER, COUNTRY, FLAG, INDICATOR, OFFICE, PLACE
from dosmesas.testing.strategies.debates import draw_debates
from dosmesas.testing.strategies.drawn import DrawnRules
from dosmesas.testing.strategies.effects import marked
from dosmesas.testing.strategies.filling import Filler, Found
from dosmesas.testing.strategies.given import AUTHORS, whole
from dosmesas.testing.strategies.special import LEFT_OUT, SPECIALS
from dosmesas.testing.strategies.tree import Tree
from dosmesas.testing.strategies.world import World, ends_of
from dosmesas.testing.strategies.writing import Data

COUNTRIES = ("no", "su")
OFFICES = ("no.minister", "su.minister", "no.admiral")
INDICATORS = ("trust", "stock", "jobs")
FLAGS = ("pact", "strike")
CLAIMS = ("stock-falls", "talks-help", "pacts-last")


def rulesets(*, slips: int = 0) -> st.SearchStrategy[DrawnRules]:
    """Small rulesets as their files, which the loader takes; with `slips=1` each has one error.

    They shrink to two offices, one indicator, one claim, one ending and the authors' worldview.

    Raises:
        InvalidArgument: more slips are asked for than one.
    """
    return _rulesets(whole("slips", slips, 0, 1))


@st.composite
def _rulesets(draw: st.DrawFn, slips: int) -> DrawnRules:
    filler, tree = new_filler(draw), Tree()
    filler.apart(partial(draw_ruleset, tree))
    return DrawnRules(*tree.finished(draw, slips))


def new_filler(draw: st.DrawFn) -> Filler:
    """What draws a world of one language, or of two."""
    languages = (("en",), ("en", "es"))
    world = World(draw(st.sampled_from(languages)))
    return Filler(draw, world, SPECIALS, LEFT_OUT)


def draw_ruleset(tree: Tree, filler: Filler) -> None:
    """Draw seeds/ and game/, and note what they declare."""
    for part in (_draw_dossier, _draw_world, _draw_offices, _draw_game_views, _draw_rules):
        filler.section(partial(part, tree))


def several(
    filler: Filler, kind: str, shape: Shape, names: Sequence[str], *, least: int = 0, **fixed: Data | None
) -> list[Found]:
    """Some things of a kind, the first of these names, each declared as it is drawn."""
    found = []
    for name in names[: filler.few(least, len(names))]:
        inside = filler.under(name)
        filler.world.declare(shape.listed[0].value.kind or kind, name)
        found.append(inside.thing(shape, {shape.listed[0].name: name, **fixed}))
    return found


def _draw_dossier(tree: Tree, filler: Filler) -> None:
    world = filler.world
    tree.put("seeds/source.yaml", SOURCE, filler.under("note").thing(SOURCE, {"source": "note"}))
    names = CLAIMS[: filler.few(1, len(CLAIMS))]
    for name in names:
        world.declare("claim", name)
    claims: list[Data] = [_claim(filler.under(name), name) for name in names]
    tree.put_list("seeds/claims/article.yaml", "claims", claims)
    if filler.perhaps():
        rival = world.declare("claim", "stock-returns")
        world.rivals.add(rival)
        fixed: dict[str, Data | None] = {
            "claim": rival,
            "rival": "yes",
            "paragraph": None,
            "source": "a rival",
            "attacks": [names[0]],
        }
        tree.put_list("seeds/rivals.yaml", "claims", [filler.under(rival).thing(CLAIM, fixed)])
    if filler.perhaps():
        after = filler.under("later").thing(LATER, {"date": "2020-06-26"})
        tree.put_list("seeds/after.yaml", "after", [after])
    assumed = several(filler, "claim", ASSUMPTION, ("as-we-see-it",))
    world.ids["assumption"] = [str(one["assumption"]) for one in assumed]
    tree.put_list("game/assumptions.yaml", "assumptions", assumed)


def _claim(filler: Filler, name: str) -> Found:
    paragraph = filler.one_of(("P1", "P16"))
    return filler.thing(CLAIM, {"claim": name, "rival": filler.one_of((None, "no")), "paragraph": paragraph})


def _draw_world(tree: Tree, filler: Filler) -> None:
    world = filler.world
    tree.put_list("game/countries.yaml", "countries", several(filler, "", COUNTRY, COUNTRIES, least=2))
    for office in OFFICES[: 2 + filler.perhaps()]:
        world.country[world.declare("office", office)] = office.partition(".")[0]
    indicators = several(filler, "", INDICATOR, INDICATORS, least=1)
    for one in indicators:
        world.number(one, *ends_of(one))
    tree.put_list("game/indicators.yaml", "indicators", indicators)
    places = several(filler, "", PLACE, ("bay",))
    for one in places:
        world.declare("place", str(one["place"]))
        world.number(one, 0, 2000)
        world.flag({"flag": world.declare("flag", f"{one['place']}_willing")})
    tree.put_list("game/places.yaml", "places", places)
    draw_counters(filler, tree, "game", "visits")
    draw_flags(filler, tree, "game", FLAGS)
    tree.put_list("game/glossary.yaml", "glossary", several(filler, "term", TERM, ("Pact",)))


def draw_counters(filler: Filler, tree: Tree, place: str, name: str) -> None:
    """A counter, or none."""
    counters = several(filler, "", COUNTER, (name,))
    for one in counters:
        filler.world.number(one, 0, int(str(one.get("most", "99"))) * 1000, counts=True)
    tree.put_list(f"{place}/counters.yaml", "counters", counters)


def draw_flags(filler: Filler, tree: Tree, place: str, names: Sequence[str]) -> None:
    """A few flags, or none."""
    flags = several(filler, "", FLAG, names)
    for one in flags:
        filler.world.flag(one)
    tree.put_list(f"{place}/flags.yaml", "flags", flags)


def _draw_offices(tree: Tree, filler: Filler) -> None:
    world = filler.world
    audiences = several(filler, "", AUDIENCE, ("fishers", "press"))
    tree.put_list("game/audiences.yaml", "audiences", audiences)
    offices: list[Data] = []
    for name, country in world.country.items():
        office = filler.under(name).thing(OFFICE, {"office": name, "country": country})
        shares = office["audiences"]
        world.answers[name] = tuple(shares) if isinstance(shares, dict) else ()
        offices.append(office)
    tree.put_list("game/offices.yaml", "offices", offices)
    for one in several(filler, "", DOCTRINE, ("dove",)):
        tree.put(f"game/doctrines/{one['doctrine']}.yaml", DOCTRINE, one)


def draw_views(filler: Filler, tree: Tree, place: str, names: Sequence[str], *, least: int = 0) -> None:
    """Worldviews; the authors' own believes every claim of the article, so that nothing sleeps everywhere."""
    for name in names[: filler.few(least, len(names))]:
        filler.world.declare("view", name)
        fixed: dict[str, Data | None] = {"view": name}
        if name == AUTHORS:
            fixed |= {"article": "100", "beliefs": None}
        view = filler.under(name).thing(WORLDVIEW, fixed)
        filler.world.view(view)
        tree.put(f"{place}/worldviews/{name}.yaml", WORLDVIEW, view)


def _draw_game_views(tree: Tree, filler: Filler) -> None:
    draw_views(filler, tree, "game", (AUTHORS, "doubter"), least=1)


def _draw_rules(tree: Tree, filler: Filler) -> None:
    home = bool(filler.world.of_kind("audience")) and filler.mostly()
    draw_dynamics(filler, tree, "game", ("rot", "rust"))
    draw_endings(filler, tree, "game", ("calm", "quarrel", "peace"))
    tree.put("game/conduct.yaml", CONDUCT_FILE, {"conduct": dict(_conduct(filler, home=home))})
    if home:
        filler.world.home = True
        if filler.mostly():
            draw_debates(filler, tree)


def _conduct(filler: Filler, *, home: bool) -> list[tuple[str, Data]]:
    """What is told of conduct, and what some brings; where there are home tables, all that they need."""
    wanted = [*TOLD_ONLY] if home else []
    wanted += filler.some([name for name in CONDUCT if name not in TOLD_ONLY])
    inside = CONDUCT_FILE.keys["conduct"].value.shape
    assert inside is not None
    shapes = {name: inside.keys[name].value.shape for name in wanted}
    return [
        (name, _rule(filler.under(name), shape, because=filler.because())) for name, shape in shapes.items()
    ]


def _rule(filler: Filler, shape: Shape | None, **fixed: Data | None) -> Found:
    assert shape is not None
    return marked(filler.world, filler.thing(shape, {"view": None, **fixed}))


def draw_dynamics(filler: Filler, tree: Tree, place: str, names: Sequence[str]) -> None:
    """A few rules of the dynamics, or none."""
    rules: list[Data] = []
    for name in names[: filler.few(0, len(names))]:
        filler.world.declare("rule", name)
        rules.append(_rule(filler.under(name), RULE, rule=name))
    tree.put_list(f"{place}/dynamics/rules.yaml", "rules", rules)


def draw_endings(filler: Filler, tree: Tree, place: str, names: Sequence[str], least: int = 1) -> None:
    """Endings; the last has no condition."""
    used = names[len(names) - filler.few(least, len(names)) :]
    endings: list[Data] = []
    for name in used:
        inside = filler.under(name)
        fixed: dict[str, Data | None] = {"ending": name, "because": inside.because()}
        if name == used[-1]:
            fixed |= {"when": None, "when_now": None}
        endings.append(inside.thing(ENDING, fixed))
    tree.put_list(f"{place}/endings.yaml", "endings", endings)
