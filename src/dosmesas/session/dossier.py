"""The dossier as an office reads it: claims, who speaks against whom, what uses them, how far they count."""

from collections.abc import Iterable, Iterator

from attrs import field, frozen

from dosmesas.engine.state import Point
from dosmesas.load.citations import cited_by
from dosmesas.model.arguments import Card
from dosmesas.model.events import Event
from dosmesas.session.grounds import figure_line, origin, source_line
from dosmesas.session.session import Session
from dosmesas.text.catalog import say


@frozen
class Other:
    """Another claim that this one speaks for or against; `believed` in percent."""

    id: str
    text: str
    rival: bool
    believed: int


@frozen
class Use:
    """Something that rests on a claim: `kind` in words, its id, what it says."""

    kind: str
    id: str
    text: str


@frozen
class ClaimPage:
    """All about one claim. `kind` and `where` are in words; `believed` and `heard` are in percent.

    `later` counts what rests on it in events that have not come up, and is not told before they do.
    """

    id: str
    kind: str
    where: str
    text: str
    origin: str
    figures: tuple[str, ...]
    rival: bool
    believed: int
    heard: int
    supports: tuple[Other, ...]
    supported: tuple[Other, ...]
    attacks: tuple[Other, ...]
    attacked: tuple[Other, ...]
    uses: tuple[Use, ...]
    later: int


@frozen
class Dossier:
    """The claims of a game's dossier, read by one who sees what `seat` sees (None: everything is open)."""

    session: Session
    seat: str | None
    language: str
    _uses: dict[str, list[tuple[Use, bool]]] = field(init=False)
    _heard: dict[str, int] = field(init=False)

    @_uses.default
    def _index(self) -> dict[str, list[tuple[Use, bool]]]:
        found: dict[str, list[tuple[Use, bool]]] = {}
        for use, claims, is_open in self._everything():
            for name in dict.fromkeys(claims):
                found.setdefault(name, []).append((use, is_open))
        return found

    @_heard.default
    def _hearing(self) -> dict[str, int]:
        return self.session.pack.ruleset.hearing(self.session.game.view)

    @property
    def ids(self) -> tuple[str, ...]:
        """All claims: the article's by paragraph, then the rivals, then the rules of the game itself."""
        ruleset = self.session.pack.ruleset
        claims = sorted(
            ruleset.dossier.claims.values(),
            key=lambda one: (one.rival, int(one.paragraph[1:] or 0), one.id),
        )
        return (*(one.id for one in claims), *sorted(ruleset.assumptions))

    def page(self, name: str) -> ClaimPage:
        """All about a claim or assumption; KeyError where there is none."""
        uses = self._uses.get(name, [])
        open_now = tuple(use for use, is_open in uses if is_open)
        later = len(uses) - len(open_now)
        believed, heard = self.session.belief[name], self._heard[name]
        claims, language = self.session.pack.ruleset.dossier.claims, self.language
        if name not in claims:
            one = self.session.pack.ruleset.assumptions[name]
            place = source_line(one.source, language)
            rule = name, "", say(language, "assumption"), one.text(language), place, ()
            return ClaimPage(*rule, False, believed, heard, (), (), (), (), open_now, later)
        claim = claims[name]
        where = say(language, "rival") if claim.rival else claim.paragraph
        place = origin(self.session.pack, claim, language)
        figures = tuple(figure_line(one, language) for one in claim.figures)
        head = name, say(language, claim.kind), where, claim.text(language), place, figures
        return ClaimPage(
            *head,
            claim.rival,
            believed,
            heard,
            self._others(claim.supports),
            self._others(one.id for one in claims.values() if name in one.supports),
            self._others(claim.attacks),
            self._others(one.id for one in claims.values() if name in one.attacks),
            open_now,
            later,
        )

    def _others(self, names: Iterable[str]) -> tuple[Other, ...]:
        claims, belief = self.session.pack.ruleset.dossier.claims, self.session.belief
        found = [claims[name] for name in names if name in claims]
        return tuple(Other(one.id, one.text(self.language), one.rival, belief[one.id]) for one in found)

    def _everything(self) -> Iterator[tuple[Use, Iterable[str], bool]]:
        """All that rests on claims, with these, and whether the reader may be told of it."""
        pack, language = self.session.pack, self.language
        for kind, rules in (("use_rule", pack.ruleset.rules), ("use_conduct", pack.ruleset.conduct)):
            for rule in rules.values():
                claims = {*rule.because, *cited_by(rule.effects)}
                yield self._use(kind, rule.id, rule.text(language)), claims, True
        for line in pack.ruleset.bank.lines.values():
            yield from self._cards(line.cards, is_open=True)
        for event in pack.events.values():
            yield from self._of_event(event)
        came = {name for name, _ in self.session.state.happened}
        for news in pack.bulletins.values():
            is_open = self.seat is None or news.id in came
            claims = {*news.because, *cited_by(news.effects)}
            yield self._use("use_bulletin", news.id, news.text(language)), claims, is_open

    def _use(self, kind: str, name: str, text: str) -> Use:
        return Use(say(self.language, kind), name, text)

    def _cards(self, cards: Iterable[Card], *, is_open: bool) -> Iterator[tuple[Use, Iterable[str], bool]]:
        for card in cards:
            yield self._use("use_card", card.id, card.face(self.language)), card.because, is_open

    def _of_event(self, event: Event) -> Iterator[tuple[Use, Iterable[str], bool]]:
        """What an event brings; the options of other offices once all have chosen."""
        state, language = self.session.state, self.language
        came = self.seat is None or event.id in {name for name, _ in state.happened}
        on_table = event.id == state.event and state.point in {Point.WORD, Point.CHOOSE}
        yield self._use("use_event", event.id, event.title(language)), event.because, came
        yield from self._cards(event.cards, is_open=came)
        for seat, options in event.seats.items():
            is_open = came and (self.seat is None or seat == self.seat or not on_table)
            for option in options:
                parts = (option.effects, option.sure, option.watered, option.blocked)
                claims = {*option.because, *(one for part in parts for one in cited_by(part))}
                yield self._use("use_option", option.id, option.label(language)), claims, is_open
        for deal in event.deals:
            claims = {*deal.because, *cited_by(deal.effects)}
            yield self._use("use_deal", deal.id, deal.name(language)), claims, came
