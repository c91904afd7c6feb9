"""Which claims drive which indicators, through which rules and choices: how strong, and which way."""

from collections.abc import Iterator

from attrs import frozen

from dosmesas.desk.graphs.model import Arrow, Box, Graph, Shape
from dosmesas.desk.movers import CHOICES, Mover, believed, movers, told
from dosmesas.model.rules import Pack, Worldview
from dosmesas.model.world import Indicator
from dosmesas.text.catalog import say

SHOWN_CLAIMS = 3
"""So many claims stand at a group of choices in the picture of a whole pack: the strongest."""


@frozen
class _Way:
    """A rule, or choices of one side that move an indicator one way."""

    shape: Shape
    title: str
    sign: str
    movers: tuple[Mover, ...]
    per_turn: bool


def claims_graph(pack: Pack, view: Worldview, language: str, about: str = "") -> Graph:
    """The claims behind every indicator; with `about` only what an indicator, claim or rule has to do with.

    Then choices stand one by one, with all their claims.
    """
    belief = pack.ruleset.beliefs(view)
    by_target: dict[str, list[Mover]] = {name: [] for name in pack.ruleset.indicators}
    for one in movers(pack):
        if not one.is_flag and one.most and _touches(one, about):
            by_target[one.target].append(one)
    groups, boxes, arrows = [], [], []
    for number, (name, several) in enumerate(by_target.items()):
        if several:
            indicator = pack.ruleset.indicators[name]
            panel = _Panel(pack, belief, language, f"p{number}", indicator, whole=not about)
            groups.append((panel.id, f"{indicator.name(language)}"))
            found, lines = panel.drawn(several)
            boxes += found
            arrows += lines
    title = say(language, "graph_claims_title", pack=pack.title(language), view=view.name(language))
    legend = tuple(say(language, f"graph_claims_legend_{number}") for number in (1, 2, 3, 4))
    return Graph(title, tuple(groups), tuple(boxes), tuple(arrows), legend)


def _touches(one: Mover, about: str) -> bool:
    return not about or about in {one.target, one.owner, one.owner.rpartition("/")[2], *one.because}


@frozen
class _Panel:
    """The part of the picture that is about one indicator."""

    pack: Pack
    belief: dict[str, int]
    language: str
    id: str
    indicator: Indicator
    whole: bool

    def drawn(self, several: list[Mover]) -> tuple[list[Box], list[Arrow]]:
        ways = sorted(self.ways(several), key=lambda way: (-self.size(way), way.title, way.sign))
        best = {
            kind: max((self.size(way) for way in ways if way.per_turn is kind), default=0)
            for kind in (True, False)
        }
        boxes, arrows, claims = [], [], dict[str, Box]()
        for number, way in enumerate(ways):
            box = Box(f"{self.id}w{number}", way.shape, way.title, self.id)
            boxes.append(box)
            strength = self.strength(self.size(way), best[way.per_turn])
            arrows.append(Arrow(box.id, self.id + "i", self.label(way, strength), strength, strength == 0))
            for claim in self.claims(way):
                claims.setdefault(claim, self.claim(claim, len(claims)))
                dashed = self.belief.get(claim, 100) == 0
                arrows.append(Arrow(claims[claim].id, box.id, "", 0 if dashed else 1, dashed))
        shown = Box(self.id + "i", Shape.INDICATOR, self.indicator.id, self.id)
        return [*claims.values(), *boxes, shown], arrows

    def ways(self, several: list[Mover]) -> Iterator[_Way]:
        rules: dict[tuple[str, str], list[Mover]] = {}
        choices: dict[tuple[str, str], list[Mover]] = {}
        for one in several:
            if one.kind in CHOICES:
                side = self.side(one)
                key = side if self.whole else f"{one.owner} · {side}"
                choices.setdefault((key, one.sign), []).append(one)
            else:
                rules.setdefault((one.owner, one.kind), []).append(one)
        for (owner, kind), found in rules.items():
            signs = {one.sign for one in found}
            word = owner if kind == "rule" else say(self.language, f"graph_{kind}", name=owner)
            yield _Way(
                Shape.RULE, word, signs.pop() if len(signs) == 1 else "±", tuple(found), kind == "rule"
            )
        for (side, sign), found in choices.items():
            yield _Way(Shape.CHOICE, self.counted(side, found), sign, tuple(found), per_turn=False)

    def side(self, one: Mover) -> str:
        """The country that decides it, by name; both where two have to."""
        offices = self.pack.ruleset.offices
        countries = {offices[office].country for office in one.offices if office in offices}
        if len(countries) == 1:
            return self.pack.ruleset.countries[countries.pop()].name(self.language)
        return say(self.language, "graph_both")

    def counted(self, side: str, found: list[Mover]) -> str:
        if not self.whole:
            return side
        count = len({one.owner for one in found})
        return say(self.language, "graph_choices" if count > 1 else "graph_choice", side=side, count=count)

    def size(self, way: _Way) -> int:
        """The greatest size of effect times belief, in thousandths."""
        return max(self.weighed(one) for one in way.movers)

    def weighed(self, one: Mover) -> int:
        return one.most * believed(one, self.belief, counted=self.indicator.counts) // 100

    @staticmethod
    def strength(size: int, best: int) -> int:
        """Thirds of the strongest: 1, 2 or 3; 0 where nothing is believed of it."""
        return 0 if size == 0 or best == 0 else min(3, 3 * size // best + (3 * size % best > 0))

    def label(self, way: _Way, strength: int) -> str:
        """The sign as often as it is strong, and how much: of choices the range over all of them."""
        low, high = min(one.low for one in way.movers), max(one.high for one in way.movers)
        mark = way.sign * strength if strength else f"({way.sign})"
        return f"{mark} {told(low, high)}".replace("-", "−")

    def claims(self, way: _Way) -> list[str]:
        """The claims that it rests on, the strongest first."""
        best: dict[str, int] = {}
        for one in way.movers:
            for claim in one.because:
                best[claim] = max(best.get(claim, 0), self.weighed(one))
        ranked = sorted(best, key=lambda claim: (-best[claim], claim))
        return ranked[:SHOWN_CLAIMS] if self.whole and way.shape is Shape.CHOICE else ranked

    def claim(self, name: str, number: int) -> Box:
        claim = self.pack.ruleset.dossier.claims.get(name)
        rival = claim is not None and claim.rival
        title = f"{name} ({say(self.language, 'graph_rival')})" if rival else name
        return Box(f"{self.id}c{number}", Shape.RIVAL if rival else Shape.CLAIM, title, self.id)
