"""What there is to reach in a pack, and where it stands."""

from collections import Counter

from attrs import evolve

from dosmesas.model.home import inquiry_flag
from dosmesas.testing.coverage import Kind, places
from tests.support import making
from tests.support.making import NORDEN, SUDEN, regatta, with_admiral
from tests.support.small import SMALL, parley


def _ids(pack, kind: Kind) -> set[str]:
    return {place.id for place in places(pack) if place.kind is kind}


def test_every_place_stands_in_a_file_and_has_a_key_of_its_own() -> None:
    for pack in (regatta(), parley()):
        found = places(pack)
        assert all(place.where.file and place.where.line for place in found)
        assert max(Counter(place.key for place in found).values()) == 1
        assert {place.kind for place in found} >= {Kind.EVENT, Kind.CONDITION, Kind.CHANCE, Kind.CLAIM}


def test_a_condition_and_a_chance_stand_where_their_keys_do() -> None:
    def text(where) -> str:
        return (
            (SMALL.parents[1] / where.file).read_text(encoding="utf-8").splitlines()[where.line - 1].strip()
        )

    for kind, wanted in ((Kind.CONDITION, {"when", "when_now", "requires"}), (Kind.CHANCE, {"chance"})):
        found = [place for place in places(regatta()) if place.kind is kind]
        assert len(found) > 5
        assert {text(place.where).removeprefix("- ").partition(":")[0] for place in found} == wanted


def test_what_stands_under_something_comes_with_it() -> None:
    late = making.after("late", 1, making.change("stock", "+1"))
    luck = making.chance("luck", 50, making.change("stock", "+1"), otherwise=(late,))
    asked = making.when("stock > 1", luck, otherwise=(making.set_flag("pact"),))
    seats = {NORDEN: (making.option("day/keep", asked),), SUDEN: (making.option("day/rest"),)}
    inside = {
        place.key: place.inside for place in places(making.made((making.event("day", seats, repeats=True),)))
    }
    assert inside["option:day/keep"] == "event:day"
    assert inside["condition:day/keep#1:yes"] == inside["condition:day/keep#1:no"] == "option:day/keep"
    assert inside["chance:luck:happened"] == "condition:day/keep#1:yes"
    assert inside["effect:day/keep#3"] == "chance:luck:happened"
    assert inside["delay:late"] == "chance:luck:did-not"
    assert inside["effect:day/keep#5"] == "delay:late"
    assert inside["effect:day/keep#6"] == "condition:day/keep#1:no"


def test_what_no_seat_of_the_pack_can_do_is_no_place() -> None:
    pack = with_admiral()
    assert "day/sail" in _ids(pack, Kind.OPTION)
    alone = evolve(pack, seats=(NORDEN, "no.admiral"))
    assert not {"day/rest", "day/keep-too"} & _ids(alone, Kind.OPTION)
    assert _ids(pack, Kind.DEAL) == {"offer"}
    assert not _ids(alone, Kind.DEAL)


def test_a_bulletin_on_an_office_without_a_seat_is_no_place() -> None:
    pack = parley()
    bulletin = making.bulletin("asked", condition=inquiry_flag(pack.seats[0]))
    told = evolve(pack, bulletins={"asked": bulletin})
    assert _ids(told, Kind.BULLETIN) == {"asked"}
    assert not _ids(evolve(told, seats=pack.seats[1:]), Kind.BULLETIN)
    assert not _ids(evolve(told, stages=("events",)), Kind.BULLETIN)


def test_the_home_table_is_a_place_where_it_is_asked_and_not_elsewhere() -> None:
    assert Kind.FATE not in {place.kind for place in places(regatta())}
    fates = Counter(place.side for place in places(parley()) if place.kind is Kind.FATE)
    assert fates["carried"] > fates["watered"] == fates["blocked"] > 0


def test_the_condition_of_an_event_that_is_fixed_and_an_ending_behind_the_last_are_no_places() -> None:
    pack = regatta()
    quay = evolve(pack.events["quay"], turn=3)
    fixed = evolve(pack, events={**pack.events, "quay": quay})
    assert "event:quay" in _ids(pack, Kind.CONDITION)
    assert "event:quay" not in _ids(fixed, Kind.CONDITION)
    first = evolve(pack.ruleset.endings[0], when=None)
    endings = (first, *pack.ruleset.endings[1:])
    cut = evolve(pack, ruleset=evolve(pack.ruleset, endings=endings))
    assert _ids(cut, Kind.ENDING) == {first.id}


def test_a_part_made_by_no_file_stands_where_its_owner_does() -> None:
    seats = {NORDEN: (making.option("day/keep", requires="stock > 1"),), SUDEN: (making.option("day/rest"),)}
    pack = making.made((making.event("day", seats, repeats=True),))
    assert _ids(pack, Kind.CONDITION) >= {"day/keep"}
