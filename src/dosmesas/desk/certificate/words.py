"""The figures of a certificate in words: names, bounds, verdicts, and what to change first."""

from attrs import frozen

from dosmesas.bots.known import NOTES
from dosmesas.model.rules import Pack
from dosmesas.session.opponents import bot_name
from dosmesas.sim.certificate.figures import Certificate, Figure, OptionFigure, Verdict
from dosmesas.sim.sweep.summary import JOINT
from dosmesas.text.catalog import say
from dosmesas.text.number import fixed

_MOST_ADVICE = 6
ENOUGH = 30
"""In fewer states nothing is said of what beats an option: chance could have made it look so."""


def tenths(number: float) -> str:
    """A number with one decimal."""
    return fixed(round(number * 1000))


@frozen
class Words:
    """Tells a certificate in a language."""

    pack: Pack
    language: str

    def cert(self, key: str, **values: object) -> str:
        """A text of the catalog."""
        return say(self.language, f"cert_{key}", **values)

    def seat(self, seat: str) -> str:
        """The name of an office, or of both countries together."""
        return (
            say(self.language, "sweep_joint")
            if seat == JOINT
            else self.pack.ruleset.offices[seat].name(self.language)
        )

    def bot(self, name: str) -> str:
        """The name of a player."""
        if name in NOTES:
            return self.cert("always", about=self.note(name))
        return bot_name(self.pack, name, self.language)

    def note(self, name: str) -> str:
        """What somebody does who always does the same."""
        return self.cert(f"note_{name}")

    def beaten(self, one: OptionFigure) -> str:
        """What nearly always beats an option; nothing where too few states say so."""
        if not one.dominated_by or one.states < ENOUGH:
            return ""
        return self.cert("beaten", other=one.dominated_by)

    def ending(self, name: str) -> str:
        """The title of an ending."""
        return next(one.title(self.language) for one in self.pack.ruleset.endings if one.id == name)

    def about(self, figure: Figure) -> str:
        """Whom a figure is about."""
        match figure.kind:
            case "ending":
                return f"«{self.ending(figure.about)}»"
            case "seat_gain":
                return self.seat(figure.about)
            case "one_note":
                return self.note(figure.about)
            case "seat_gap":
                more, _, less = figure.about.partition(" > ")
                return f"{self.seat(more)} > {self.seat(less)}"
            case _:
                return figure.about

    def name(self, figure: Figure) -> str:
        """What a figure says."""
        return self.cert(f"name_{figure.kind}", about=self.about(figure))

    def line(self, figure: Figure) -> str:
        """A figure with its interval, bound and verdict."""
        low, high, value = tenths(figure.low), tenths(figure.high), tenths(figure.value)
        if figure.least is None and figure.most is None:
            return self.cert("free", name=self.name(figure), value=value, low=low, high=high)
        verdict = self.cert(str(figure.verdict))
        return self.cert(
            "figure",
            name=self.name(figure),
            value=value,
            low=low,
            high=high,
            bound=self.bound(figure),
            verdict=verdict,
        )

    def bound(self, figure: Figure) -> str:
        """What a figure may be."""
        if figure.least is None:
            return self.cert("most", most=tenths(figure.most or 0))
        if figure.most is None:
            return self.cert("least", least=tenths(figure.least))
        return self.cert("between", least=tenths(figure.least), most=tenths(figure.most))

    def head(self, found: Certificate) -> str:
        """What was played."""
        view = self.pack.ruleset.worldviews[found.view].name(self.language)
        return self.cert(
            "head", pack=self.pack.title(self.language), view=view, games=f"{found.games:,}", seed=found.seed
        )

    def total(self, found: Certificate) -> str:
        """How many figures are inside, outside, unsure."""
        bounded = [one for one in found.figures if one.least is not None or one.most is not None]
        count = {verdict: sum(1 for one in bounded if one.verdict is verdict) for verdict in Verdict}
        return self.cert(
            "sum",
            inside=count[Verdict.INSIDE],
            outside=count[Verdict.OUTSIDE],
            unsure=count[Verdict.UNSURE],
        )

    def advice(self, found: Certificate) -> list[str]:
        """What to change first: of each kind of figure the farthest outside, then more of them."""
        outside = found.outside()
        firsts = {one.kind: one for one in reversed(outside)}
        ordered = [*firsts.values()]
        ordered = sorted(ordered, key=outside.index)
        ordered += [one for one in outside if one not in ordered]
        return [self._change(one) for one in ordered[:_MOST_ADVICE]]

    def _change(self, figure: Figure) -> str:
        too_much = figure.most is not None and figure.value > figure.most
        return self.cert(f"do_{figure.kind}_{'more' if too_much else 'less'}", about=self.about(figure))
