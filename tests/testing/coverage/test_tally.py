"""What is left when many games have been counted."""

from dosmesas.testing.coverage import Kind, Place
from dosmesas.testing.coverage.tally import Share, Source, Tally
from dosmesas.text.span import Span


def place(kind: Kind, name: str, side: str = "", inside: str = "", file: str = "pack/a.yaml", line: int = 1):
    return Place(kind, name, Span(file, line, 1, line, 2), side, inside)


EVENT = place(Kind.EVENT, "storm")
OPTION = place(Kind.OPTION, "storm/sail", inside=EVENT.key)
EFFECT = place(Kind.EFFECT, "storm/sail#1", inside=OPTION.key)
YES = place(Kind.CONDITION, "rule:calm", "yes", line=5)
NO = place(Kind.CONDITION, "rule:calm", "no", line=5)


def test_what_comes_only_with_something_missed_is_counted_with_it_and_not_listed() -> None:
    tally = Tally((EVENT, OPTION, EFFECT, YES, NO), "pack")
    assert tally.first_missed() == [EVENT, YES]
    assert tally.missed_with()[EVENT.key] == 2
    tally.add(Source.PLAYOUTS, {EVENT.key: 1, YES.key: 3})
    assert tally.first_missed() == [OPTION, NO]
    assert tally.missed_with()[OPTION.key] == 1


def test_of_what_was_reached_once_only_the_first_is_listed() -> None:
    tally = Tally((EVENT, OPTION, EFFECT), "pack")
    tally.add(Source.TESTS, {EVENT.key: 1, OPTION.key: 1})
    assert tally.once() == [EVENT]
    tally.add(Source.TESTS, {EVENT.key: 1, EFFECT.key: 1})
    assert tally.once() == [OPTION]


def test_shares_are_rounded_down_and_judged_exactly() -> None:
    tally = Tally((EVENT, OPTION, EFFECT), "pack")
    tally.add(Source.SAVES, {EVENT.key: 7, OPTION.key: 1})
    assert tally.share() == Share(2, 3)
    assert tally.share().percent == 66
    assert tally.shares() == {Kind.EVENT: Share(1, 1), Kind.OPTION: Share(1, 1), Kind.EFFECT: Share(0, 1)}
    assert not tally.below(66.6)
    assert tally.below(66.7)
    assert not Tally(()).below(100)


def test_the_pack_comes_before_what_it_shares_and_events_before_effects() -> None:
    shared = place(Kind.EVENT, "tide", file="game/b.yaml")
    own = place(Kind.EVENT, "zephyr", file="pack/z.yaml")
    loose = place(Kind.EFFECT, "rule:x#1", file="pack/a.yaml")
    assert Tally((loose, shared, own), "pack").first_missed() == [own, shared, loose]
