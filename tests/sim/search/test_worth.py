"""Best replies by backward reckoning: what is best for a mandate, to whom, and where nothing can be said."""

from fractions import Fraction

from attrs import evolve

from dosmesas.sim.search.explore import Budget, search
from dosmesas.sim.search.worth import Worth, worth
from tests.sim.search.packs import ending, with_endings
from tests.support.making import NORDEN, SUDEN, change, event, made, option, when
from tests.support.small import parley


def reckoned(*norden: object, suden: tuple[object, ...] = (option("day/rest"),)) -> Worth:
    pack = made((event("day", {NORDEN: norden, SUDEN: suden}, turn=1),), turns=1)
    found = worth(search(with_endings(pack, ending("so")), pack.ruleset.worldviews["authors"]))
    assert found is not None
    return found


def test_an_option_that_serves_the_mandate_is_always_best_and_its_rival_never() -> None:
    found = reckoned(
        option("day/kind", change("goodwill", "+10")), option("day/rude", change("goodwill", "-10"))
    )
    kind, rude = found.replies["day/kind"], found.replies["day/rude"]
    assert (kind.legal, kind.to_any, kind.to_some) == (1, 1, 1)
    assert (rude.legal, rude.to_any, rude.to_some) == (1, 0, 0)


def test_options_that_are_worth_the_same_are_both_best() -> None:
    found = reckoned(option("day/one"), option("day/other"))
    assert [found.replies[f"day/{name}"].to_any for name in ("one", "other")] == [1, 1]


def test_an_option_may_be_best_only_to_something_that_the_other_may_do() -> None:
    ask = when("chose('rest')", change("goodwill", "+6"), otherwise=(change("goodwill", "-10"),))
    found = reckoned(
        option("day/dare", ask),
        option("day/wait"),
        suden=(option("day/rest"), option("day/row")),
    )
    dare = found.replies["day/dare"]
    assert (dare.to_any, dare.to_some) == (0, 1)
    assert found.replies["day/wait"].to_any == 1


def test_the_best_a_seat_can_do_is_no_less_than_doing_anything() -> None:
    found = reckoned(
        option("day/kind", change("goodwill", "+10")), option("day/rude", change("goodwill", "-10"))
    )
    assert found.best[NORDEN] > found.any_action[NORDEN]
    assert found.best[SUDEN] == found.any_action[SUDEN]
    assert found.odds == {"so": Fraction(1)}


def test_an_unfinished_search_and_debates_in_every_band_have_no_odds() -> None:
    pack = evolve(parley(), turns=1)
    view = pack.ruleset.worldviews["authors"]
    assert worth(search(pack, view)) is None
    assert worth(search(pack, view, budget=Budget(3))) is None
