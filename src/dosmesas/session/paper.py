"""The front pages of a month: what each country's paper writes of its own offices, the other's, and home."""

from collections.abc import Iterable, Mapping

from attrs import frozen

from dosmesas.engine.home import Verdict, band_of_deal
from dosmesas.model.arguments import Ratify
from dosmesas.model.world import Indicator, Office
from dosmesas.session.debates.flow import fate
from dosmesas.session.debates.past import verdicts_of
from dosmesas.session.outcome import passed, press_line, starts
from dosmesas.session.session import Session
from dosmesas.session.turns import Turn, turns_of
from dosmesas.session.views import level
from dosmesas.text.catalog import say
from dosmesas.text.number import A_TENTH, fixed

_BULLETINS, _MOODS, _FIGURES = 2, 3, 2


@frozen
class Story:
    """A headline, and the line below it (empty where there is none)."""

    head: str
    deck: str = ""


@frozen
class FrontPage:
    """One paper of a month: the lead, the other stories of home, those from abroad, news in brief.

    `mood` says how home stands to its officials, or, to who may not see that, what is measured there.
    """

    country: str
    masthead: str
    edition: str
    place: str
    lead: Story
    stories: tuple[Story, ...]
    abroad: tuple[Story, ...]
    brief: tuple[str, ...]
    mood: Story


def front_pages(session: Session, number: int, seat: str, language: str) -> tuple[FrontPage, ...]:
    """The papers of a finished turn, that of the reader's own country first.

    Nothing stands there that the seat does not see; for EVERYBODY, nothing that one of the offices does not.
    """
    countries, offices = session.pack.ruleset.countries, session.pack.ruleset.offices
    own = offices[seat].country if seat else ""
    ordered = sorted(countries, key=lambda one: one != own)
    turns = turns_of(session)
    turn, before = turns[number - 1], turns[number - 2].values if number > 1 else starts(session)
    printed = [_shared_out(turn.bulletins, place, len(ordered)) for place in range(len(ordered))]
    return tuple(
        _Desk(session, turn, before, one, seat, language).page(bulletins)
        for one, bulletins in zip(ordered, printed, strict=True)
    )


def _shared_out(bulletins: tuple[str, ...], place: int, papers: int) -> tuple[str, ...]:
    """The bulletins that a paper prints: each takes others where there is one for each of them."""
    return (bulletins[place::papers] if len(bulletins) >= papers else bulletins)[:_BULLETINS]


@frozen
class _Desk:
    """A paper at work on a turn."""

    session: Session
    turn: Turn
    before: Mapping[str, int]
    country: str
    seat: str
    language: str

    def _say(self, key: str, **values: object) -> str:
        return say(self.language, key, **values)

    def page(self, bulletins: tuple[str, ...]) -> FrontPage:
        pack, country = self.session.pack, self.session.pack.ruleset.countries[self.country]
        verdicts = verdicts_of(self.session, self.turn)
        deals, carried, stopped = self._deals(verdicts), *self._decided(verdicts, own=True)
        first = [*deals, *carried] or [Story(pack.events[self.turn.event].title(self.language))]
        month, name = pack.month(self.turn.number)(self.language), country.name(self.language)
        return FrontPage(
            self.country,
            country.masthead(self.language) or country.paper(self.language),
            self._say("paper_edition", number=self.turn.number, month=month),
            name,
            first[0],
            (*first[1:], *stopped),
            tuple(one for part in self._decided(verdicts, own=False) for one in part),
            tuple(pack.bulletins[one].text(self.language) for one in bulletins),
            self._mood() or self._figures(),
        )

    def _deals(self, verdicts: Mapping[str, Verdict]) -> list[Story]:
        """The deals of which anything was carried out; both countries write of them, each in its words."""
        struck = {one.deal for one in self.turn.deals if one.struck}
        found = []
        for deal in self.session.pack.events[self.turn.event].deals:
            heads = dict(deal.headlines)
            if deal.id in struck and self.country in heads and band_of_deal(deal, verdicts).passes:
                name = deal.name(self.language)
                key = f"paper_deal_{band_of_deal(deal, verdicts)}"
                found.append(Story(heads[self.country](self.language), self._say(key, name=name)))
        return found

    def _decided(self, verdicts: Mapping[str, Verdict], *, own: bool) -> tuple[list[Story], list[Story]]:
        """What the offices of the country decided, or those of the others, as seen from here.

        What was stopped comes apart: a plan that came to nothing is no lead.
        """
        offices, carried, stopped = self.session.pack.ruleset.offices, list[Story](), list[Story]()
        for seat in self.session.pack.seats:
            option, office = self.turn.decisions.get(seat), offices[seat]
            if option is None or (office.country == self.country) is not own:
                continue
            verdict = verdicts.get(seat)
            text = press_line(self.session, option, verdict, self.language)
            who, label = self._called(office, own=own), self.session.pack.option(option).label(self.language)
            key = f"paper_{'home' if own else 'there'}_{self._fate(verdict)}"
            story = Story(
                text if own else self._dated(office.country, text), self._say(key, who=who, label=label)
            )
            (carried if passed(verdict) else stopped).append(story)
        return carried, stopped

    def _called(self, office: Office, *, own: bool) -> str:
        """An office as this paper calls it, at the beginning of a sentence."""
        name = office.name(self.language)
        name = name if own else office.abroad(self.language) or name
        return name[:1].upper() + name[1:]

    def _dated(self, country: str, text: str) -> str:
        """A headline from abroad, with where it comes from unless it says so itself."""
        name = self.session.pack.ruleset.countries[country].name(self.language)
        return text if name in text else self._say("paper_abroad", country=name, text=text)

    def _fate(self, verdict: Verdict | None) -> str:
        """What became of a decision; one of the hour was answered for, not voted on."""
        if verdict is None:
            return "unasked"
        answers_for = self.session.pack.events[self.turn.event].ratify is Ratify.ANSWER_FOR
        found = fate(verdict)
        return "answered" if answers_for and found == "carried" else found

    def _mood(self) -> Story | None:
        """How those at home moved, as far as the reader sees them; the ones that moved most first."""
        if not self.session.foreteller.asks:
            return None
        ruleset = self.session.pack.ruleset
        names = dict.fromkeys(
            name
            for office in ruleset.offices.values()
            if office.country == self.country
            for name, _ in office.audiences
            if ruleset.indicators[name].seen(self.seat)
        )
        if not names:
            return None
        changes = {name: change for name, change in self._changes(names) if abs(change) >= A_TENTH}
        told = [
            self._say(f"paper_mood_{key}", what=", ".join(map(self._stands, group)))
            for key, group in (
                ("cooler", [name for name in [*changes][:_MOODS] if changes[name] < 0]),
                ("warmer", [name for name in [*changes][:_MOODS] if changes[name] > 0]),
            )
            if group
        ]
        return Story(self._say("paper_mood"), " ".join(told) or self._say("paper_mood_same"))

    def _stands(self, name: str) -> str:
        change = dict(self._changes((name,)))[name]
        return self._say(
            "paper_stands",
            name=self.session.pack.ruleset.audiences[name].name(self.language),
            value=self.turn.values[name] // 1000,
            change=_short(change),
        )

    def _figures(self) -> Story:
        """What is measured of the country, as far as the reader sees it."""
        ruleset = self.session.pack.ruleset
        offices = [one for one in ruleset.offices.values() if one.country == self.country]
        named = dict.fromkeys(name for one in offices for name in one.watch)
        seen = [name for name in named if ruleset.indicators[name].seen(self.seat)]
        told = [self._figure(ruleset.indicators[name], change) for name, change in self._changes(seen)]
        what = "; ".join(told[:_FIGURES])
        return Story(self._say("paper_figures"), f"{what}." if what else "")

    def _figure(self, one: Indicator, change: int) -> str:
        value = level(one, self.turn.values[one.id], self.language)
        name = one.name(self.language)
        key = "paper_figure" if abs(change) >= A_TENTH else "paper_figure_still"
        return self._say(key, name=name, value=value, change=_short(change))

    def _changes(self, names: Iterable[str]) -> list[tuple[str, int]]:
        """By how much these moved in the turn; the furthest first, as a share of their ranges."""
        indicators = self.session.pack.ruleset.indicators
        found = [(name, self.turn.values[name] - self.before[name]) for name in names]
        spans = {name: indicators[name].high - indicators[name].low for name, _ in found}
        return sorted(found, key=lambda pair: -abs(pair[1]) * 100_000 // spans[pair[0]])


def _short(change: int) -> str:
    """A change with its sign, to a tenth."""
    text = fixed(change)
    return text if change < 0 else f"+{text}"
