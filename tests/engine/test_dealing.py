"""Dealing: each hand has what a debate needs, and a new card shifts nothing but its own place."""

from collections.abc import Iterable

from attrs import evolve

from dosmesas.engine.dealing import hand, rebuttals, replies
from dosmesas.model.arguments import Argue, Card
from dosmesas.text.local import Text
from dosmesas.text.span import NOWHERE


def card(name: str, **more: object) -> Card:
    made = Card(name, ("claim",), Text(()), Text(()), NOWHERE)
    return evolve(made, **more)  # type: ignore[arg-type] # the fields are the test's own


REASONS = [
    card(f"{question}{n}", answers=question) for question in ("serious", "works", "worth") for n in range(3)
]
CUTTING = [card(f"cut{n}", answers="serious", cuts=(("works", 300),)) for n in range(3)]
OWN = [card("own1", answers="worth"), card("own2", answers="worth")]
DOUBTED = ["works", "worth", "serious"]


def names(cards: Iterable[Card]) -> list[str]:
    return [one.id for one in cards]


def by_number(one: Card) -> int:
    return sum(map(ord, one.id)) * 7919 % 101


def test_a_full_hand_has_the_events_two_each_open_question_and_two_that_cut() -> None:
    for lot in (by_number, lambda one: -by_number(one), lambda _: 0):
        dealt = hand([*REASONS, *CUTTING, *OWN], names(OWN), DOUBTED, Argue.FULL, lot)
        assert len(dealt) == len(set(names(dealt))) == 6
        assert {"own1", "own2"} <= set(names(dealt))
        assert {one.answers for one in dealt} == {"serious", "works", "worth"}
        assert sum(1 for one in dealt if one.cuts) >= 2


def test_a_short_hand_answers_the_heaviest_doubt_that_is_open() -> None:
    dealt = hand([*REASONS, *CUTTING, *OWN], names(OWN), DOUBTED, Argue.SHORT, by_number)
    assert len(dealt) == 5
    assert "works" in {one.answers for one in dealt}
    assert sum(1 for one in dealt if one.cuts) >= 2


def test_a_new_card_takes_one_place_and_leaves_the_rest() -> None:
    cards = [*REASONS, *CUTTING, *OWN]
    before = hand(cards, names(OWN), DOUBTED, Argue.FULL, by_number)
    after = hand([*cards, card("newcomer", answers="works")], names(OWN), DOUBTED, Argue.FULL, by_number)
    assert len(set(names(before)) - set(names(after))) <= 1


def test_a_small_deck_is_dealt_whole() -> None:
    assert names(hand(REASONS[:2], (), DOUBTED, Argue.FULL, by_number)) == ["serious0", "serious1"]


def test_what_lies_ready_hits_each_card_of_the_hand_before_any_twice() -> None:
    dealt = REASONS[:3]
    said = [card(f"no{n}{m}", against=(f"serious{n}",)) for n in range(3) for m in range(3)]
    said += [card("own", worsens="works"), card("far", against=("works0",))]
    ready = rebuttals(dealt, said, ["own"], by_number)
    assert len(ready) == 6
    assert ready[0].id == "own"
    assert "far" not in names(ready)
    assert {name for one in ready[1:4] for name in one.against} == {"serious0", "serious1", "serious2"}


def test_what_can_be_replied_speaks_against_what_lies_ready() -> None:
    said = [card("b", against=("no",)), card("a", against=("no", "x")), card("c", against=("other",))]
    assert names(replies([card("no", against=("serious0",))], said)) == ["a", "b"]
