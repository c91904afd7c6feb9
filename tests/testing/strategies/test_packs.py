"""Packs that are drawn: each loads, plays to its end and keeps the contract; what fails is a small pack to read."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from dosmesas.engine.draws import LEAST
from dosmesas.engine.game import Game
from dosmesas.engine.playout import playout
from dosmesas.engine.receipts import ReceiptKind
from dosmesas.load.loading import load_pack
from dosmesas.testing.conformance import run
from dosmesas.testing.strategies import (
    DrawnPack,
    DrawnRules,
    History,
    expressions,
    games,
    histories,
    packs,
    rulesets,
    worldviews,
)
from tests.support.full import FULL, cases
from tests.testing.strategies.making import PLAIN, QUICK, loose_trees, simplest

EVENT = "content/x/events/talks.yaml"
LEAST_EVENT = """\
event: talks
title: talks
soil: both
repeats: yes
because: [stock-falls]
brief: brief of talks
seats:
  no.minister:
    - option: sign
      label: sign
      reason: reason of sign
      headline: headline of sign
      effects:
        - trust: +1
"""
CHANGED = ("trust: +1", "tip_off: yes")
LEAST_FILES = [
    "content/x/pack.yaml",
    EVENT,
    "game/countries.yaml",
    "game/indicators.yaml",
    "game/offices.yaml",
    "game/worldviews/authors.yaml",
    "game/endings.yaml",
    "game/conduct.yaml",
    "seeds/source.yaml",
    "seeds/claims/article.yaml",
]


@settings(QUICK, max_examples=cases(3000, 40))
@given(packs())
def test_every_pack_loads_plays_to_its_end_and_keeps_the_contract(drawn: DrawnPack) -> None:
    assert drawn.errors == []
    for view in drawn.pack.ruleset.worldviews.values():
        assert run(Game(drawn.pack, view), seeds=[0]) == ()


@pytest.mark.parametrize("portion", range(cases(40, 2)))
def test_several_hundred_packs_more_load_without_an_error(portion: int) -> None:
    trees = [*loose_trees(100 * (portion + 1))][100 * portion :]
    drawn = [DrawnPack(tree.texts()) for tree in trees]
    assert [str(one) for one in drawn if one.errors] == []


def test_most_packs_have_effects_that_move_something_and_a_good_part_all_that_there_is() -> None:
    drawn = [DrawnPack(tree.texts()).pack for tree in loose_trees(100)]
    receipts = [
        {
            one.kind
            for step in playout(Game(pack, view), 1, lambda seen: seen.legal[-1])
            for one in step.receipts
        }
        for pack in drawn
        for view in pack.ruleset.worldviews.values()
    ]
    count = len(receipts)
    assert sum(ReceiptKind.CHANGE in kinds for kinds in receipts) > 0.8 * count
    assert all(sum(kind in kinds for kinds in receipts) > 0.1 * count for kind in ReceiptKind)
    assert sum(any(event.deals for event in pack.events.values()) for pack in drawn) > 20
    assert sum("ratify" in pack.stages for pack in drawn) > 10
    assert sum("argue" in pack.stages for pack in drawn) > 5
    assert {pack.turns for pack in drawn} == {1, 2, 3, 4}
    assert sum(len(pack.ruleset.worldviews) > 1 for pack in drawn) > 20


@settings(QUICK, max_examples=cases(500, 10))
@given(packs())
def test_a_pack_that_is_written_is_the_pack_that_was_drawn(
    tmp_path_factory: pytest.TempPathFactory, drawn: DrawnPack
) -> None:
    folder = tmp_path_factory.mktemp("drawn")
    written = load_pack(str(drawn.write(folder)))
    assert written.digest == drawn.pack.digest
    assert {path.relative_to(folder).as_posix() for path in folder.rglob("*.yaml")} == {*drawn.files}
    assert dict(written.sources) == dict(drawn.pack.sources)


@settings(QUICK, max_examples=cases(1000, 15))
@given(packs(slips=1), rulesets(slips=1))
def test_one_slip_is_an_error_that_the_loader_tells(pack: DrawnPack, rules: DrawnRules) -> None:
    for drawn in (pack, rules):
        assert drawn.errors
        assert drawn.lines()[0] == f"# the slip: {drawn.slip}"
        assert drawn.slip.split(":")[0] in drawn.files
    with pytest.raises(InvalidArgument, match="it is only for testing loaders"):
        _ = pack.pack
    with pytest.raises(InvalidArgument, match="it is only for testing loaders"):
        _ = rules.ruleset


@settings(QUICK, max_examples=cases(500, 15))
@given(rulesets().flatmap(lambda drawn: st.tuples(st.just(drawn), worldviews(drawn), expressions(drawn))))
def test_a_ruleset_loads_and_has_views_and_names_to_draw_from(drawn: tuple[DrawnRules, object, str]) -> None:
    rules, view, _ = drawn
    assert rules.errors == []
    assert {*view.beliefs} <= {*rules.ruleset.dossier.claims, *rules.ruleset.assumptions}
    assert not any(path.startswith("content/") for path in rules.files)


@settings(QUICK, max_examples=cases(500, 15))
@given(packs().flatmap(histories))
def test_drawn_packs_have_histories(history: History) -> None:
    assert History(history.game, history.seed, history.decisions).state == history.state


@settings(PLAIN, max_examples=20)
@given(packs().flatmap(lambda drawn: st.tuples(st.just(drawn), games(drawn, draws=LEAST))))
def test_a_drawn_pack_has_games_under_its_worldviews(pair: tuple[DrawnPack, Game]) -> None:
    drawn, game = pair
    assert game.pack is drawn.pack
    assert game.view.id in drawn.pack.ruleset.worldviews


def test_the_smallest_pack_is_one_event_with_one_option() -> None:
    found = simplest(packs(), lambda _: True)
    assert [*found.files] == LEAST_FILES
    assert found.files[EVENT] == LEAST_EVENT
    assert found.files["content/x/pack.yaml"] == (
        "pack: x\ntitle: x\nabout: about of x\nlanguages: [en]\nbegins: 2020-01\nturns: 1\n"
        "stages: [brief, choose, enact, drift, reckon]\nseats: [no.minister, su.minister]\nheadline: [trust]\n"
    )
    assert found.files["game/worldviews/authors.yaml"] == (
        "view: authors\nname: authors\ntext: text of authors\narticle: 100\nrivals: 0\n"
    )
    assert str(found).startswith("# content/x/pack.yaml\npack: x\n")
    assert len(found.lines()) < 110


def sets(drawn: DrawnPack, flag: str) -> bool:
    """Whether a flag gets set in a game of first options."""
    game = Game(drawn.pack, drawn.pack.ruleset.worldviews["authors"])
    path = playout(game, 0, lambda seen: seen.legal[0])
    return any(
        one.kind is ReceiptKind.FLAG and one.indicator == flag for step in path for one in step.receipts
    )


@pytest.mark.skipif(not FULL, reason="half a minute: under .ci/full")
def test_the_smallest_pack_in_which_a_flag_gets_set_is_that_with_the_flag() -> None:
    def wanted(drawn: DrawnPack) -> bool:
        return "tip_off" in str(drawn) and sets(drawn, "tip_off")

    found = simplest(packs(), wanted, lambda drawn: drawn.files[EVENT] == LEAST_EVENT.replace(*CHANGED))
    assert [*found.files] == [LEAST_FILES[0], "content/x/flags.yaml", *LEAST_FILES[1:]]
    assert found.files["content/x/flags.yaml"] == (
        "flags:\n  - flag: tip_off\n    name: tip off\n    start: no\n    text: text of tip off\n"
    )
    assert found.files[EVENT] == LEAST_EVENT.replace(*CHANGED)


@pytest.mark.parametrize("strategy", [packs, rulesets])
def test_more_slips_than_one_are_refused_at_once(strategy: object) -> None:
    with pytest.raises(InvalidArgument, match="slips=2: a whole number is wanted, 0 to 1"):
        strategy(slips=2)


def test_the_smallest_pack_with_a_slip_is_the_smallest_but_for_that() -> None:
    found = simplest(packs(slips=1), lambda _: True)
    assert [*found.files] == LEAST_FILES
    assert found.slip == "seeds/source.yaml: has no 'source:'"


@pytest.mark.skipif(not FULL, reason="half a minute: in .ci/full")
def test_a_slip_is_kept_while_the_rest_of_the_pack_goes() -> None:
    found = simplest(packs(slips=1), lambda drawn: "E0201" in drawn.errors)
    assert len(found.lines()) < 150
