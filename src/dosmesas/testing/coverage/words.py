"""Places in words: what they are, how often they were reached, and that they never were."""

from collections.abc import Callable

from attrs import frozen

from dosmesas.model.rules import Pack
from dosmesas.testing.coverage.places import Kind, Place
from dosmesas.testing.coverage.tally import Share, Source, Tally, twin_of
from dosmesas.text.catalog import say
from dosmesas.text.safe import one_line

_NAMED = {Kind.EVENT, Kind.OPTION, Kind.FATE, Kind.DEAL, Kind.BULLETIN, Kind.RULE, Kind.CLAIM, Kind.ENDING}
"""The kinds with a name of their own; of the others the line is shown as it is written."""
_LONGEST = 44


@frozen
class Words:
    """Tells a tally in a language; `line` gives the text of a line of a file."""

    pack: Pack
    tally: Tally
    language: str
    line: Callable[[str, int], str]

    def said(self, key: str, **values: object) -> str:
        """A text of the catalog."""
        return say(self.language, f"coverage_{key}", **values)

    def head(self) -> str:
        """What was covered, by which games."""
        games = [self.said(f"from_{one}", count=f"{self.tally.games[one]:,}") for one in self._sources()]
        return self.said("head", pack=self.pack.title(self.language), games="; ".join(games))

    def _sources(self) -> list[Source]:
        return [one for one in Source if self.tally.games[one]] or [Source.TESTS]

    def too_little(self, wanted: float) -> str:
        """That less was at work than was asked for."""
        share = self.tally.share()
        return self.said("at_least", reached=share.reached, places=share.places, wanted=f"{wanted:g}")

    def kind(self, kind: Kind) -> str:
        """A kind in the plural."""
        return self.said(f"kind_{kind}")

    def rows(self) -> list[tuple[str, str, str]]:
        """A row for each kind, and one for all."""
        shares = [(self.kind(kind), *self.cells(share)) for kind, share in self.tally.shares().items()]
        return [*shares, (self.said("all"), *self.cells(self.tally.share()))]

    def cells(self, share: Share) -> tuple[str, str]:
        """How many of how many, and in 100."""
        return self.said("share", reached=share.reached, places=share.places), f"{share.percent} %"

    def name(self, place: Place) -> str:
        """What a place is called: by name, with the view that it says it needs; else as it is written."""
        if place.kind not in _NAMED:
            text = self.line(place.where.file, place.where.line).strip()
            return one_line(text.removeprefix("- ") or place.id, _LONGEST)
        marks = self._views(place)
        return self.said("in_view", name=place.id, view=", ".join(marks)) if marks else place.id

    def _views(self, place: Place) -> list[str]:
        rules = self.pack.ruleset.rules
        if place.kind is Kind.RULE and place.id in rules:
            return [name for name, _ in rules[place.id].views]
        if place.kind is Kind.OPTION:
            return [name for name, _ in self.pack.option(place.id).views]
        return []

    def told(self, place: Place) -> str:
        """How often it was reached, or that it never was; of what was never asked, just this."""
        if self.tally.counts[place.key]:
            return self.said(_key("reached", place), count=f"{self.tally.counts[place.key]:,}")
        twin = twin_of(place)
        if twin and not self.tally.counts[twin]:
            return self.said(f"missed_{place.kind}")
        return self.said(_key("missed", place))


def _key(said: str, place: Place) -> str:
    """The key of what is said of a place; the hyphens of sides are none in the catalog."""
    return "_".join([said, place.kind, *([place.side.replace("-", "_")] if place.side else [])])
