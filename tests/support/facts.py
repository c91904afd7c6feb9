"""What a player has to be able to learn, whatever the face: facts of a turn, each with how it is known when seen.

A fact is a few patterns that have to stand together in one unit of a face's text: a line, or a whole pane. They ask
for names and numbers, not for sentences, so that each face may put them in its own way; numbers may be rounded.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

from attrs import frozen

from dosmesas.engine.state import DECLINE, SILENT
from dosmesas.session.deals import DealView
from dosmesas.session.debates.tell import points
from dosmesas.session.forecast import Move
from dosmesas.session.largest import largest
from dosmesas.session.outcome import Decided, Moved, OutcomeView, outcome_view
from dosmesas.session.paper import front_pages
from dosmesas.session.ratification import Ratification, ratification
from dosmesas.session.session import Session
from dosmesas.session.views import IndicatorRow, OptionView, TableView, headline_of
from dosmesas.session.winsets import Carries
from dosmesas.text.catalog import say
from dosmesas.text.number import A_TENTH, fixed

_CARRIES = {Carries.SURE: "win_sure", Carries.POSSIBLE: "win_possible", Carries.NO: "win_no"}
_OVERLAPS = {
    True: ("win_in_both", "pane_fits"),
    False: ("win_not_in_both", "pane_fits_not"),
    None: ("win_unknown", "pane_fits_unknown"),
}
"""What each face calls it: one of the two has to be there."""
_SAID = {"declined": ("win_declined", "pane_declined"), "given": ("win_word_given", "pane_word_given")}


@frozen
class Fact:
    """A fact in words, and the patterns that stand together where it is told."""

    told: str
    patterns: tuple[str, ...]

    def found(self, units: Iterable[str]) -> bool:
        """Whether one of the units tells it."""
        patterns = [re.compile(one, re.IGNORECASE) for one in self.patterns]
        return any(all(pattern.search(unit) for pattern in patterns) for unit in units)


def missing(facts: Iterable[Fact], units: list[str]) -> list[str]:
    """The facts that a face does not tell."""
    return [one.told for one in dict.fromkeys(facts) if not one.found(units)]


def at_table(view: TableView, language: str) -> Iterator[Fact]:
    """What a seat has before it as it decides."""
    for row in (*view.rows, *view.between):
        yield _indicator(row)
    for option in view.options:
        yield from _option(option)
    for deal in view.deals:
        yield from _deal(deal, view, language)
    for one in view.audiences:
        yield _fact(f"audience {one.name}", one.name, _number(points(one.standing)), _number(str(one.share)))
    for party in view.parties:
        if party.given:
            yield _fact(
                f"record {party.name}", party.name, _number(str(party.kept)), _number(str(party.given))
            )
    for pending in view.pending:
        yield _fact(f"coming {pending.text}", pending.month, pending.source, *_leaves(pending.moves))
    for text in (*view.bulletins, view.title, view.brief):
        yield _fact(f"told {text[:60]}", text)


def after(session: Session, turn: int, seat: str, language: str) -> Iterator[Fact]:
    """What came of a turn."""
    view, shown = outcome_view(session, turn, seat, language), headline_of(session, seat)
    for one in view.decisions:
        yield from _decided(one)
    yield from _receipts(view)
    yield from (_moved(one) for one in view.moved if one.much and not one.slight and one.id in shown)
    for event in view.events:
        yield _fact(f"event {event}", event.rstrip("."))
    for page in front_pages(session, turn, seat, language):
        heads = [page.masthead, *(story.head for story in (page.lead, *page.stories, *page.abroad))]
        yield from (_fact(f"paper {head}", head) for head in heads)
    if vote := ratification(session, turn, seat, language):
        yield from _vote(vote)


def _decided(one: Decided) -> Iterator[Fact]:
    """What others chose, and what became of it; of one's own choice the vote says that."""
    yield _fact(f"decided {one.office}: {one.label}", one.label)
    if not one.mine:
        yield _fact(f"fate of {one.label}", one.office, one.label, *filter(None, [one.band]))


def _vote(vote: Ratification) -> Iterator[Fact]:
    for one in vote.votes:
        final = _number(points(one.supports.final))
        yield Fact(f"vote {one.name}", (re.escape(one.name), final, _number(str(one.share))))
    yield from (_fact(f"means {text}", text.rstrip(".")) for text in vote.means)


def _indicator(row: IndicatorRow) -> Fact:
    """Name, value and change follow each other, with nothing but signs between them."""
    parts = [re.escape(row.name), _number(row.value)]
    if abs(row.change) >= A_TENTH:
        parts.append(_change(row.change))
    return Fact(f"{row.name} {row.value} changed {row.change}", (r"[^\w+-]+".join(parts),))


def _option(option: OptionView) -> Iterator[Fact]:
    yield _fact(f"option {option.label}", option.label)
    yield _fact(f"reason {option.label}", option.reason)
    named = _either(option.label, option.reason)
    yield Fact(f"forecast {option.label}", (named, *_fact("", *_leaves(option.moves)).patterns))
    if option.needs:
        yield _fact(f"needs {option.label}", option.reason, option.needs)
    if option.home is not None:
        now, best = (_number(points(one)) for one in (option.home.now, option.home.best))
        yield Fact(f"support {option.label}", (named, now, best))


def _deal(deal: DealView, view: TableView, language: str) -> Iterator[Fact]:
    mine = next(one.label for one in view.options if one.id == deal.mine)
    yield _fact(f"deal {deal.name}", deal.name, deal.partner, deal.theirs, mine)
    if deal.win is not None:
        mine, theirs = deal.win.mine, deal.win.theirs
        both = _either(*(say(language, key).rstrip(".?") for key in _OVERLAPS[deal.win.overlaps]))
        words = [[say(language, _CARRIES[one.carries])] for one in (mine, theirs) if one.carries]
        if theirs.said:  # what has been said openly stands in the place of a forecast
            keys = _SAID["declined" if theirs.said == DECLINE else "given"]
            words[-1:] = [[say(language, key) for key in keys]]
        sides = ".*".join(rf"(?<!\w){_either(*one)}(?!\w)" for one in words)
        yield Fact(f"win-sets {deal.name}", (re.escape(deal.name), f"(?s:{sides})", both))
    if deal.said not in {"", SILENT}:
        key = "their_decline" if deal.said == DECLINE else "their_word"
        text = say(language, key, office=deal.partner, name=deal.name)
        yield Fact(
            f"word {text}",
            (
                _either(text, say(language, _SAID["declined" if deal.said == DECLINE else "given"][1])),
                re.escape(deal.name),
            ),
        )


def _receipts(view: OutcomeView) -> Iterator[Fact]:
    """The receipts that weigh most to the reader."""
    for one, entry in largest(view.moved):
        texts = (re.escape(one.name), re.escape(entry.text), re.escape(entry.basis))
        moved = () if one.levels else (_change(entry.applied),)
        yield Fact(f"receipt {one.name} {fixed(entry.applied)} {entry.text}", (*moved, *texts))


def _moved(one: Moved) -> Fact:
    moved = map(re.escape, one.levels) if one.levels else [_change(one.after - one.before)]
    return Fact(f"moved {one.name}", (re.escape(one.name), *moved))


def _fact(told: str, *texts: str) -> Fact:
    return Fact(told, tuple(one if one.startswith("(?<!") else re.escape(_flat(one)) for one in texts))


def _either(*texts: str) -> str:
    return f"(?:{'|'.join(re.escape(_flat(one)) for one in texts)})"


def _number(text: str) -> str:
    """A number, and not a part of another one."""
    return rf"(?<![\w.,]){re.escape(text)}(?![\w]|[.,]\d)"


def _change(value: int) -> str:
    """A change with its direction, rounded or not, one way or the other: `+1.25`, `▲1.3`, `(-2)`."""
    exact, steps = Decimal(abs(value)) / 1000, (Decimal("0.1"), Decimal("0.01"), Decimal("0.001"))
    rounded = {exact.quantize(step, way) for step in steps for way in (ROUND_HALF_EVEN, ROUND_HALF_UP)}
    digits = {text for one in rounded if one for text in (f"{one:,}", f"{one.normalize():,f}")}
    sign = r"[+▲]" if value > 0 else r"[-−▼]"
    return rf"(?:{sign} ?(?:{'|'.join(re.escape(one) for one in sorted(digits))})(?![\d]|[.,]\d))"


def _leaves(moves: Iterable[Move]) -> list[str]:
    """Each single move in points; of those by chance or later, the number of that too."""
    found = []
    for one in moves:
        found += [_number(str(one.count)), *_leaves(one.inside)] if one.inside and one.count > 1 else []
        found += _leaves(one.inside) if one.inside and one.count <= 1 else [] if one.inside else [one.text]
    return found


def _flat(text: str) -> str:
    return " ".join(text.split())
