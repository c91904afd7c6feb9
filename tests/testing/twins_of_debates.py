"""A broken twin of parley for every check of debates and home tables, and for what other checks know of them."""

from collections.abc import Mapping

from attrs import evolve

from dosmesas.engine.floor import ARGUING
from dosmesas.engine.game import Game, Transition
from dosmesas.engine.observe import InformationState, Opened
from dosmesas.engine.receipts import Receipt, ReceiptKind
from dosmesas.engine.state import Point, State
from dosmesas.lang.parser import parse
from dosmesas.model.arguments import Argue, Ratify
from dosmesas.model.rules import Pack
from tests.testing.breaking import Build, Twin, first, knowledge, ledger, method, of, receipt, rules
from tests.testing.twins_of_play import after, legal


def cases_again(reached: Transition, found: State, actions: Mapping[str, str]) -> State:
    return evolve(reached.state, point=Point.CASE) if reached.state.point is Point.REBUT else reached.state


def arguments_that_move(reached: Transition, found: State, actions: Mapping[str, str]) -> State:
    if reached.state.point in ARGUING and reached.state.turn == found.turn:
        return evolve(reached.state, values=first(reached.state.values, 1))
    return reached.state


def all_argued(pack: Pack) -> Pack:
    return evolve(pack, events={one.id: evolve(one, argue=Argue.SHORT) for one in pack.events.values()})


def all_answered_for(pack: Pack) -> Pack:
    return evolve(
        pack, events={one.id: evolve(one, ratify=Ratify.ANSWER_FOR) for one in pack.events.values()}
    )


def popular(pack: Pack) -> Pack:
    """Everyone at home is for everything."""
    loved = tuple((name, parse("60")) for name in pack.ruleset.audiences)
    events = {
        event.id: evolve(
            event,
            seats={seat: tuple(evolve(one, home=loved) for one in own) for seat, own in event.seats.items()},
        )
        for event in pack.events.values()
    }
    return evolve(pack, events=events)


class Overlooking(Twin):
    """Every seat sees all debates while cases are made."""

    def info_of(self, info: InformationState, found: State) -> InformationState:
        if found.point is not Point.CASE:
            return info
        seen = [Game.information_state(self, found, seat).debates for seat in self.pack.seats]
        return evolve(info, debates=tuple(one for debates in seen for one in debates))


class Peeking(Twin):
    """Every seat sees the cards dealt to all."""

    def info_of(self, info: InformationState, found: State) -> InformationState:
        seen = [Game.information_state(self, found, seat).hands for seat in self.pack.seats]
        return evolve(info, hands=tuple(one for hands in seen for one in hands))


class Lifting(Twin):
    """Every seat sees what lies ready."""

    def info_of(self, info: InformationState, found: State) -> InformationState:
        return evolve(info, debates=tuple(self.lifted(one, found) for one in info.debates))

    def lifted(self, one: Opened, found: State) -> Opened:
        ready = self.tables.debates(found)[one.seat].bench.ready
        return evolve(one, ready=tuple(card.id for card in ready)) if found.point is Point.REBUT else one


class Foretelling(Twin):
    """A seat that is to make its case is told, in a hint, what lies ready against it."""

    def info_of(self, info: InformationState, found: State) -> InformationState:
        if found.point is not Point.CASE:
            return info
        ready = self.tables.debates(found)[info.seat].bench.ready
        return evolve(info, event=f"{[card.id for card in ready]}")


def debates(**changes: object) -> Build:
    """What is seen of every debate is otherwise."""
    return knowledge(
        lambda info, found: evolve(info, debates=tuple(evolve(one, **changes) for one in info.debates))
    )


def too_late(one: Receipt) -> Receipt:
    return evolve(one, stage="enact") if one.by == "case-made" else one


def too_much(one: Receipt) -> Receipt:
    enacted = one.stage == "enact" and one.kind is ReceiptKind.CHANGE
    return evolve(one, applied=one.applied * 2) if enacted else one


def last_in_turn(found: list[Receipt]) -> list[Receipt]:
    """The home tables write when all is over."""
    return sorted(found, key=lambda one: (one.turn, one.stage == "ratify"))


def inconsistent(true: object, found: State) -> tuple[str, ...]:
    return (*true, "reply:inconsistent~nobody") if found.point is Point.REPLY and true else true  # type: ignore[misc,return-value] # a tuple


TWINS: dict[str, Build] = {
    "points-in-order": after(cases_again),
    "arguments-move-nothing": after(arguments_that_move),
    "debates-where-they-are-put": rules(all_argued),
    "legal-arguments-are-cards-at-hand": legal(
        lambda true, found: (*true, "talk-of-the-town") if found.point is Point.CASE and true else true
    ),
    "debates-are-seen-as-they-stand": debates(case=("talk-of-the-town",)),
    "cases-hidden-until-turned-up": of(Overlooking),
    "hands-are-their-own-seats": of(Peeking),
    "rebuttals-lie-face-down": of(Lifting),
    "other-cards-are-not-observed": of(Foretelling),
    "home-tables-write-first": receipt(too_late),
    "support-decides-what-is-enacted": rules(popular),
    "inquiry-and-dissent-follow-the-table": ledger(
        lambda found: [one for one in found if one.by != "inquiry"]
    ),
}

SECOND: dict[str, tuple[str, Build]] = {
    "parley: a debate that begins a turn": (
        "points-in-order",
        after(
            lambda reached, found, _: (
                evolve(reached.state, point=Point.CASE) if reached.state.turn == 2 else reached.state
            )
        ),
    ),
    "parley: seats that have nothing to say": (
        "debates-where-they-are-put",
        legal(lambda true, found: true[:1] if found.point in ARGUING else true),
    ),
    "parley: rebuttals from nowhere": (
        "legal-arguments-are-cards-at-hand",
        legal(lambda true, found: (*true, "haul-agreed") if found.point is Point.REBUT and true else true),
    ),
    "parley: held to what nobody said": ("legal-arguments-are-cards-at-hand", legal(inconsistent)),
    "parley: silence that may not be kept": (
        "legal-arguments-are-cards-at-hand",
        legal(lambda true, found: true[1:] if found.point is Point.CASE else true),
    ),
    "parley: turned up too soon": ("debates-are-seen-as-they-stand", debates(against=("boats-are-lost",))),
    "parley: a count that is wrong": ("rebuttals-lie-face-down", debates(waiting=0)),
    "parley: hands that lie open": ("hands-are-their-own-seats", debates(hand=("haul-agreed",))),
    "parley: a debate before there is one": (
        "cases-hidden-until-turned-up",
        knowledge(lambda info, found: evolve(info, debates=(Opened("", "", "", (), (), 0, (), ()),))),
    ),
    "parley: twice as much": ("support-decides-what-is-enacted", receipt(too_much)),
    "parley: carried though it was blocked": ("support-decides-what-is-enacted", rules(all_answered_for)),
    "parley: an inquiry where none was due": (
        "inquiry-and-dissent-follow-the-table",
        rules(all_answered_for),
    ),
    "parley: an inquiry that an option opens": (
        "home-tables-write-first",
        receipt(lambda one: evolve(one, by="haul/keep-haul") if one.by == "inquiry" else one),
    ),
    "parley: home tables last": ("stages-in-order", ledger(last_in_turn)),
    "parley: a rule that drifts in ratify": (
        "each-stage-has-its-owners",
        receipt(lambda one: evolve(one, by="stock-shrinks") if one.stage == "ratify" else one),
    ),
    "parley: a seed that is known": (
        "seed-is-not-observed",
        knowledge(lambda info, found: evolve(info, ending=f"{found.seed % 2}")),
    ),
    "parley: who was not asked, argues": (
        "movers-are-those-asked",
        method(
            "to_move",
            lambda true, game, found: (*true(found), "xx.nobody") if found.point in ARGUING else true(found),
        ),
    ),
    "parley: a half that is no effect": (
        "pending-is-an-effect-of-the-pack",
        after(
            lambda reached, found, _: evolve(
                reached.state,
                pending=tuple(evolve(one, after=f"third:{one.after}") for one in reached.state.pending),
            )
        ),
    ),
}
"""What is wrong, the check that finds it, and the game."""
