"""The home table: support is standing, stance and case; its bands are exact; one country has one voice."""

from collections.abc import Mapping

import pytest
from attrs import evolve

from dosmesas.engine.home import (
    Band,
    Heard,
    Verdict,
    audiences_of,
    band_of,
    band_of_deal,
    support_of,
    verdicts,
)
from dosmesas.engine.state import Point
from dosmesas.engine.turn import judged
from dosmesas.lang.parser import parse
from dosmesas.model.arguments import Ratify
from dosmesas.model.rules import Pack
from tests.support.debating import WARDEN, option_with, parley_game, reach, with_values
from tests.support.making import NORDEN, SUDEN, deal, scene
from tests.support.small import parley


def heard(
    standing: int, stance: int = 0, strength: int | None = None, share: int = 1, par: int = 350
) -> Heard:
    return Heard("fishers", share, standing, stance, par * 1_000_000, strength)


@pytest.mark.parametrize(
    ("one", "support"),
    [
        (heard(50_000), 50_000),
        (heard(50_000, -6_000), 44_000),
        (heard(50_000, 0, 350_000_000), 50_000),
        (heard(50_000, 0, 600_000_000), 60_000),
        (heard(50_000, 2_500, 0), 38_500),
        (heard(50_000, 0, 600_000_000, par=300), 62_000),
        (heard(50_000, 0, 350_012_500), 50_000),
        (heard(50_000, 0, 350_037_500), 50_002),
        (heard(99_000, 20_000), 100_000),
        (heard(5_000, -20_000), 0),
        (heard(5_000, -20_000, 1_000_000_000), 11_000),
    ],
)
def test_support_is_standing_and_stance_and_forty_points_a_strength_above_par(
    one: Heard, support: int
) -> None:
    assert one.support == support


def test_the_home_table_is_the_mean_of_its_audiences_by_share() -> None:
    assert support_of([heard(60_000, share=3), heard(20_000, share=1)]) == 50_000
    assert support_of([heard(0, share=1), heard(5, share=1)]) == 2
    assert support_of([heard(0, share=1), heard(7, share=1)]) == 4
    assert support_of([]) == 100_000


def test_no_audience_gives_more_than_all_or_less_than_nothing_to_the_mean() -> None:
    assert support_of([heard(90_000, 60_000), heard(10_000, -60_000)]) == 50_000


@pytest.mark.parametrize(
    ("support", "band"),
    [
        (100_000, Band.CARRIED),
        (50_000, Band.CARRIED),
        (49_999, Band.WATERED),
        (40_000, Band.WATERED),
        (39_999, Band.BLOCKED),
        (0, Band.BLOCKED),
    ],
)
def test_fifty_carries_and_forty_waters_down_to_the_thousandth(support: int, band: Band) -> None:
    assert band_of(support) is band


def table(seat: str, option: str, strengths: Mapping[str, int], **numbers: int) -> tuple[Heard, ...]:
    found = scene(fishers=50_000, press=50_000, **numbers)
    return audiences_of(parley(), seat, parley().option(option), found, strengths)


def test_a_stance_is_what_the_option_says_of_an_audience_as_the_world_is() -> None:
    assert [one.stance for one in table(NORDEN, "haul/share-haul", {}, stock=50_000)] == [-3_000]
    assert [one.stance for one in table(NORDEN, "haul/share-haul", {}, stock=90_000)] == [1_000]
    warden = {one.audience: one for one in table(WARDEN, "haul/watch-haul", {})}
    assert {name: one.stance for name, one in warden.items()} == {"press": -20_000, "fishers": 0}
    assert {name: one.share for name, one in warden.items()} == {"press": 3, "fishers": 1}


def test_each_audience_has_its_own_par_and_hears_its_own_strength() -> None:
    found = {one.audience: one for one in table(WARDEN, "haul/watch-haul", {"press": 7, "fishers": 8})}
    assert (found["press"].par, found["fishers"].par) == (300_000_000, 350_000_000)
    assert (found["press"].strength, found["fishers"].strength) == (7, 8)


def test_what_is_not_argued_stands_as_it_stood() -> None:
    one = table(SUDEN, "haul/take-half", {})[0]
    assert one.strength is None
    assert one.support == 46_000


def test_a_debate_tells_in_the_verdict_of_its_seat() -> None:
    """No case is made. Nobody faces the warden, so the floor makes it worse by 0.9 that it will not work."""
    game = parley_game()
    debates, found = judged(game.tables, reach(game, 1, Point.CASE))
    assert debates[NORDEN].strengths() == {"fishers": 180_000_000}
    assert debates[WARDEN].against == ("boats-are-lost",)
    assert debates[WARDEN].strengths() == {"press": 20_000_000, "fishers": 18_000_000}
    # fishers: 50 - 3 + 40 x (0.18 - 0.35)
    assert found[NORDEN].support == 40_200
    # press: 50 + 5 + 40 x (0.02 - 0.3); fishers: 50 - 30 + 40 x (0.018 - 0.35)
    assert found[WARDEN].support == (3 * 43_800 + 6_720) // 4


def lull(pack: Pack | None = None, **values: int) -> dict[str, Verdict]:
    """The verdicts on the first option of each seat in the month in which nothing is argued."""
    return verdict_on((pack or parley()), {}, **values)


def verdict_on(pack: Pack, chosen: Mapping[str, str], **values: int) -> dict[str, Verdict]:
    game = parley_game(pack)
    state = with_values(game, reach(game, 3, Point.CHOOSE), **{"fishers": 50_000, "press": 50_000, **values})
    made = {NORDEN: "lull/rest-boats", WARDEN: "lull/close-lull", SUDEN: "lull/rest-too", **chosen}
    return verdicts(pack, pack.events["lull"], made, game.tables.scene(state), {})


def test_a_table_carries_waters_down_or_blocks_what_its_seat_chose() -> None:
    for fishers, band in ((56_000, Band.CARRIED), (55_999, Band.WATERED), (45_999, Band.BLOCKED)):
        assert lull(fishers=fishers)[NORDEN].band is band
    assert lull()[WARDEN].support == 47_000


def answering() -> Pack:
    lull_event = evolve(parley().events["lull"], ratify=Ratify.ANSWER_FOR)
    return evolve(parley(), events={**parley().events, "lull": lull_event})


def test_what_is_answered_for_is_carried_and_looked_into_below_forty_alone() -> None:
    for fishers, inquiry in ((45_999, True), (46_000, False), (90_000, False)):
        found = lull(answering(), fishers=fishers)[NORDEN]
        assert (found.band, found.inquiry) == (Band.CARRIED, inquiry)
    assert not any(one.inquiry for one in lull(fishers=10_000, press=10_000).values())


CLASH = {NORDEN: "lull/mend-nets", WARDEN: "lull/leave-lull"}


def bands(pack: Pack | None = None, **values: int) -> dict[str, Band]:
    return {seat: one.band for seat, one in verdict_on(pack or parley(), CLASH, **values).items()}


def test_of_two_that_clash_the_one_with_more_support_stands() -> None:
    assert bands(fishers=60_000, press=59_000)[NORDEN] is Band.CARRIED
    assert bands(fishers=60_000, press=59_000)[WARDEN] is Band.GAVE_WAY
    assert bands(fishers=60_000, press=61_000)[NORDEN] is Band.GAVE_WAY
    assert bands(fishers=60_000, press=61_000)[WARDEN] is Band.CARRIED


def test_a_tie_goes_to_the_seat_that_the_pack_lists_first() -> None:
    turned = evolve(parley(), seats=(SUDEN, WARDEN, NORDEN))
    assert bands()[WARDEN] is Band.GAVE_WAY
    assert bands(turned)[WARDEN] is Band.CARRIED
    assert bands(turned)[NORDEN] is Band.GAVE_WAY


def test_what_stands_in_a_clash_is_still_as_much_as_its_table_lets_through() -> None:
    low = bands(fishers=39_000, press=30_000)
    assert (low[NORDEN], low[WARDEN]) == (Band.BLOCKED, Band.GAVE_WAY)


def test_a_clash_named_by_either_side_counts_and_one_that_was_not_chosen_does_not() -> None:
    assert parley().option("lull/leave-lull").clash == ()
    alone = verdict_on(parley(), {NORDEN: "lull/mend-nets", WARDEN: "lull/close-lull"}, press=60_000)
    assert Band.GAVE_WAY not in {one.band for one in alone.values()}
    other_way = option_with(
        option_with(parley(), "lull/mend-nets", clash=()), "lull/leave-lull", clash=("lull/mend-nets",)
    )
    assert bands(other_way)[WARDEN] is Band.GAVE_WAY


def test_choices_of_two_countries_do_not_clash_whatever_they_say() -> None:
    pack = option_with(parley(), "lull/rest-too", clash=("lull/rest-boats",))
    found = verdict_on(pack, {}, fishers=60_000)
    assert [found[seat].band for seat in (NORDEN, SUDEN)] == [Band.CARRIED, Band.CARRIED]


def test_who_gave_way_is_not_looked_into_for_what_it_did_not_do() -> None:
    found = verdict_on(answering(), CLASH, fishers=30_000, press=20_000)
    assert found[NORDEN].inquiry
    assert (found[WARDEN].band, found[WARDEN].inquiry) == (Band.GAVE_WAY, False)


@pytest.mark.parametrize(
    ("one", "other", "struck"),
    [
        (Band.CARRIED, Band.CARRIED, Band.CARRIED),
        (Band.CARRIED, Band.WATERED, Band.WATERED),
        (Band.WATERED, Band.WATERED, Band.WATERED),
        (Band.CARRIED, Band.BLOCKED, Band.BLOCKED),
        (Band.WATERED, Band.GAVE_WAY, Band.BLOCKED),
    ],
)
def test_a_deal_is_worth_what_the_weaker_table_lets_through(one: Band, other: Band, struck: Band) -> None:
    between = {NORDEN: "lull/rest-boats", SUDEN: "lull/rest-too"}
    found = {
        seat: evolve(verdict, band=band)
        for (seat, verdict), band in zip(lull().items(), (one, Band.BLOCKED, other), strict=True)
    }
    assert band_of_deal(deal("rest", between), found) is struck


def test_a_stance_may_be_an_expression_of_what_the_office_sees() -> None:
    pack = option_with(parley(), "lull/rest-boats", home=(("fishers", parse("0.5 * goodwill - 10")),))
    assert lull(pack, goodwill=40_001)[NORDEN].audiences[0].stance == 10_000
    assert lull(pack, goodwill=40_003)[NORDEN].audiences[0].stance == 10_002
