"""Debates: where they are held, what may be said in them, and what each seat may see of the cards."""

from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from dosmesas.engine.benches import INCONSISTENT
from dosmesas.engine.draws import Draws
from dosmesas.engine.floor import ARGUING
from dosmesas.engine.game import Game
from dosmesas.engine.observe import Opened
from dosmesas.engine.state import Point
from dosmesas.model.arguments import Argue, Card
from dosmesas.testing.conformance.check import Wrong, check, wrong
from dosmesas.testing.conformance.walk import Step, Walk

_ANSWERS = {"rest": 0, "reply": 1, "back": 2, "concede": 1}
"""The kinds of answers, and how many cards each names."""
_OTHER = 0x5EED
"""Added to the seed of cards that are dealt otherwise."""


@check
def debates_where_they_are_put(walk: Walk) -> Iterator[Wrong]:
    """Only events put to debate are argued, in packs that have the stage, by seats with a choice."""
    for step in walk.points:
        if step.state.point in ARGUING:
            event = walk.game.pack.events[step.state.event]
            if event.argue is Argue.NONE or "argue" not in walk.game.pack.stages:
                yield wrong(step, f"{event.id} is not put to debate")
            for seat in step.movers:
                if len(step.legal[seat]) < 2:
                    yield wrong(step, f"{seat} is asked, and may say {step.legal[seat]} alone")


@check
def legal_arguments_are_cards_at_hand(walk: Walk) -> Iterator[Wrong]:
    """Cases are sets of the own hand, rebuttals of what lies ready, and nothing may always be said."""
    for step in walk.points:
        if step.state.point not in ARGUING:
            continue
        for seat in step.movers:
            odd = [action for action in step.legal[seat] if not _may_be_said(action, step, seat)]
            nothing = "rest" if step.state.point is Point.REPLY else "none"
            if odd or step.legal[seat][:1] != (nothing,):
                yield wrong(step, f"{seat} may say {odd or step.legal[seat][:1]}")


@check
def debates_are_seen_as_they_stand(walk: Walk) -> Iterator[Wrong]:
    """Once cases are made all see them, and the rebuttals once these are turned up, as they were said."""
    for step in walk.points:
        if step.state.point in {Point.REBUT, Point.REPLY}:
            said = _said(step)
            for seat, info in step.seen.items():
                for one in info.debates:
                    told = [one.case, one.against]
                    true = [said.get((Point.CASE, one.seat), ()), said.get((Point.REBUT, one.foe), ())]
                    # Where nobody faces a seat the floor speaks, when all others have.
                    if told[: 1 + bool(one.foe)] != true[: 1 + bool(one.foe)]:
                        yield wrong(step, f"{seat} sees {told} of {one.seat}'s debate; it was {true}")
                    if step.state.point is Point.REBUT and one.against:
                        yield wrong(step, f"{seat} sees {one.against} before it is turned up")


@check
def cases_hidden_until_turned_up(walk: Walk) -> Iterator[Wrong]:
    """While cases are made a seat sees its own debate alone, and in it nothing that was said."""
    for step in walk.points:
        for seat, info in step.seen.items():
            if step.state.point not in ARGUING and info.debates:
                yield wrong(step, f"{seat} sees a debate before there is one")
            if step.state.point is Point.CASE:
                for one in info.debates:
                    if one.seat != seat or one.case or one.against or one.ready:
                        yield wrong(step, f"{seat} sees {one}")


@check
def hands_are_their_own_seats(walk: Walk) -> Iterator[Wrong]:
    """A seat sees the cards of its own options and its own debate, never those dealt to another."""
    for step in walk.points:
        event = walk.game.pack.events[step.state.event]
        for seat, info in step.seen.items():
            own = {one.id for one in event.seats.get(seat, ())}
            strange = [name for name, _ in info.hands if name not in own]
            strange += [one.option for one in info.debates if one.hand and one.seat != seat]
            if strange:
                yield wrong(step, f"{seat} sees the hand of {', '.join(strange)}")


@check
def rebuttals_lie_face_down(walk: Walk) -> Iterator[Wrong]:
    """What lies ready against a case is its foe's to see; all others know how many cards it is."""
    for step in walk.points:
        if step.state.point is not Point.REBUT:
            continue
        ready = {
            one.seat: one.ready for info in step.seen.values() for one in info.debates if one.foe == info.seat
        }
        for seat, info in step.seen.items():
            for one in info.debates:
                if one.ready and one.foe != seat:
                    yield wrong(step, f"{seat} sees what lies ready against {one.seat}")
                if one.foe in step.seen and one.waiting != len(ready.get(one.seat, ())):
                    yield wrong(step, f"{seat} is told of {one.waiting} cards ready against {one.seat}")


@check
def other_cards_are_not_observed(walk: Walk) -> Iterator[Wrong]:
    """Dealt other cards, the others would leave a seat with the same knowledge until they show them."""
    if "argue" not in walk.game.pack.stages:
        return
    for seat in walk.game.pack.seats:
        draws = _Redealt(walk.game.draws, seat, _owners(walk), _reasons(walk))
        other = type(walk.game)(walk.game.pack, walk.game.view, draws)
        for step in walk.points:
            early = step.state.point in {Point.WORD, Point.CHOOSE, Point.CASE}
            if early and other.information_state(step.state, seat) != step.seen[seat]:
                yield wrong(step, f"{seat} knows what others were dealt, or what lies face down")


@frozen
class _Redealt:
    """Draws that deal a seat the same hand, and all else of a debate otherwise."""

    true: Draws
    seat: str
    owners: Mapping[str, str]
    reasons: frozenset[str]

    def number(self, seed: int, name: str, turn: int, index: int) -> int:
        """The true number, but for cards that the seat does not see."""
        kind, _, dealt = name.partition(":")
        if kind == "card":
            option, _, card = dealt.partition(":")
            if self.owners.get(option) != self.seat or card not in self.reasons:
                seed += _OTHER
        return self.true.number(seed, name, turn, index)


def _owners(walk: Walk) -> dict[str, str]:
    events = walk.game.pack.events.values()
    return {one.first: seat for event in events for seat, own in event.seats.items() for one in own}


def _reasons(walk: Walk) -> frozenset[str]:
    return frozenset(card.id for card in _cards(walk.game) if card.answers)


def _cards(game: Game) -> Iterable[Card]:
    for line in game.pack.ruleset.bank.lines.values():
        yield from line.cards
    for event in game.pack.events.values():
        yield from event.cards


def _said(step: Step) -> dict[tuple[Point, str], tuple[str, ...]]:
    """The cards of the cases and rebuttals of a turn, from the record."""
    made = [one for one in step.state.decisions if one.turn == step.state.turn]
    return {(one.point, one.seat): _names(one.action) for one in made}


def _names(action: str) -> tuple[str, ...]:
    return () if action == "none" else tuple(action.split("+"))


def _may_be_said(action: str, step: Step, seat: str) -> bool:
    """Whether an action is made of cards that the seat has at hand."""
    debates = step.seen[seat].debates
    own = next((one for one in debates if one.seat == seat), None)
    if step.state.point is Point.REBUT:
        faced = next((one for one in debates if one.foe == seat), None)
        return faced is not None and _is_set(action, faced.ready)
    if own is None or step.state.point is Point.CASE:
        return own is not None and _is_set(action, own.hand)
    return _is_answer(action, own)


def _is_set(action: str, cards: tuple[str, ...]) -> bool:
    names = _names(action)
    return {*names} <= {*cards} and [*names] == sorted({*names})


def _is_answer(action: str, own: Opened) -> bool:
    kind, *cards = action.split(":")
    if _ANSWERS.get(kind) != len(cards):
        return False
    if kind == "back":
        return cards[0] in {*own.hand} - {*own.case} and cards[1] in own.case
    held_to = [card.removeprefix(INCONSISTENT) for card in cards if card.startswith(INCONSISTENT)]
    return {*held_to} <= {*own.against} and (kind != "concede" or cards[0] in own.case)


CHECKS = (
    debates_where_they_are_put,
    legal_arguments_are_cards_at_hand,
    debates_are_seen_as_they_stand,
    cases_hidden_until_turned_up,
    hands_are_their_own_seats,
    rebuttals_lie_face_down,
    other_cards_are_not_observed,
)
