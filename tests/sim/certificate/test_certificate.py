"""A certificate says what the games say: planted faults of balance come out, a fair pack is fair."""

import json
from concurrent.futures import Executor
from html.parser import HTMLParser

import pytest
from attrs import evolve

from dosmesas.desk.certificate.lines import certificate_lines
from dosmesas.desk.certificate.page import certificate_page
from dosmesas.desk.certificate.record import certificate_record
from dosmesas.engine.game import Game
from dosmesas.model.balance import BOUNDS
from dosmesas.model.effects import Change, Effect, walk
from dosmesas.model.rules import Pack
from dosmesas.sim.batch.playing import BatchGame
from dosmesas.sim.certificate.figures import Certificate, Figure, OptionFigure, Reach, Verdict
from dosmesas.sim.certificate.measure import Effort, Surveyor
from dosmesas.sim.certificate.survey import Survey, certificate
from dosmesas.sim.certificate.watching import Witness
from dosmesas.sim.shares import Share
from dosmesas.sim.sweep.run import Here, processes
from dosmesas.sim.sweep.work import Rules
from tests.support.batches import PACKS
from tests.support.making import NORDEN, SUDEN, bulletin, change, event, made, option, regatta, rule

SMALL = Effort(60, 12, 20, 10, 6, 6)


def surveyed(pack: Pack, effort: Effort = SMALL, pool: Executor | None = None) -> Certificate:
    """The certificate of a pack."""
    asked = Survey(Rules.of(pack, next(iter(pack.ruleset.worldviews)), ""), 0, effort)
    return certificate(asked, pool or Here(), lambda _done, _all: None)


def claims_in(effects: tuple[Effect, ...]) -> set[str]:
    """The claims that changes among these effects cite."""
    return {claim for one in walk(effects) if isinstance(one, Change) for claim in one.because}


def contest(*options: tuple[str, int]) -> Pack:
    """A pack in which Norden has options that move the stock by so much."""
    own = tuple(option(f"day/{name}", change("stock", str(by))) for name, by in options)
    return made((event("day", {NORDEN: own, SUDEN: (option("day/rest"), option("day/nap"))}, repeats=True),))


def test_where_only_the_events_are_drawn_the_same_decisions_lead_to_the_same_ending() -> None:
    ebb, flood = (option(f"{name}/go", change("stock", by)) for name, by in (("ebb", "-90"), ("flood", "0")))
    drawn = (event(one.id[:-3], {NORDEN: (one,), SUDEN: (option("rest"),)}) for one in (ebb, flood))
    pack = made((*drawn, event("calm", repeats=True)), turns=1, stock={"max_step": None})
    assert all(20 < one.value < 80 for one in surveyed(pack).of("ending") if one.about != "shared-sea")
    (same,) = surveyed(pack).of("same_ending")
    assert same.value == 100


FAIR = surveyed(regatta())


def test_an_option_that_is_always_best_is_outside_and_one_that_never_is_as_well() -> None:
    found = surveyed(contest(("good", 3), ("bad", 0), ("worse", -3)), evolve(SMALL, judged=60))
    figures = {(one.kind, one.about): one for one in found.figures}
    assert figures["best_alone", "day/good"].verdict is Verdict.OUTSIDE
    assert figures["as_good", "day/worse"].verdict is Verdict.OUTSIDE
    dominated = {one.option: one.dominated_by for one in found.options}
    assert dominated["day/good"] == ""
    assert dominated["day/worse"] in {"day/good", "day/bad"}


def test_options_as_good_as_each_other_are_not_told() -> None:
    found = surveyed(contest(("one", 1), ("same", 1)))
    by_name = {one.option: one for one in found.options}
    assert by_name["day/one"].near.percent == by_name["day/same"].near.percent == 100
    assert by_name["day/one"].alone.times == 0


def test_what_never_comes_and_never_fires_is_named() -> None:
    pack = made(
        (event("day", repeats=True), event("never", condition="stock < 0")),
        bulletins=(bulletin("silence", condition="goodwill < 0"),),
        rules=(
            rule("asleep", change("stock", "1"), condition="poaching > 99"),
            rule("awake", change("stock", "1")),
        ),
    )
    found = surveyed(pack)
    assert found.never["events"] == ["never"]
    assert found.never["bulletins"] == ["silence"]
    assert found.never["rules"] == ["asleep"]


def test_what_an_option_has_for_a_band_of_its_home_table_is_at_work_as_well() -> None:
    pack = PACKS["culiacan"]
    witness = Witness(BatchGame(Game(pack, pack.ruleset.worldviews["authors"])))
    options = [one for event in pack.events.values() for seat in event.seats.values() for one in seat]
    cited = {one.id: claims_in(one.watered + one.blocked) - claims_in(one.effects) for one in options}
    name = max(cited, key=lambda one: len(cited[one]))
    witness.chosen = {name}
    assert cited[name]
    assert cited[name] <= witness.claims()


def test_an_indicator_that_sticks_is_told_for_turns_and_for_the_outlook() -> None:
    found = surveyed(made((event("day", repeats=True),), rules=(rule("up", change("goodwill", "25")),)))
    turns, after = found.stuck["goodwill"]
    assert after == 100
    assert 0 < turns < 100


def test_bounds_that_a_pack_sets_are_held_against_it() -> None:
    strict = evolve(regatta(), balance={"random_best": (99.0, None)})
    figure = surveyed(strict).of("random_best")[0]
    assert (figure.least, figure.most) == (99.0, None)


def test_figures_near_a_bound_are_left_open() -> None:
    unsure = Figure("ending", "x", 4.0, 2.0, 7.0, 3, 40)
    assert [unsure.verdict, Figure("ending", "x", 4.0, 3.5, 4.5, 3, 40).verdict] == [
        Verdict.UNSURE,
        Verdict.INSIDE,
    ]
    assert Figure("ending", "x", 1.0, 0.5, 2.0, 3, 40).verdict is Verdict.OUTSIDE


def test_processes_come_to_the_same_certificate() -> None:
    with processes(2)() as pool:
        found = surveyed(regatta(), pool=pool)
    assert certificate_record(found) == certificate_record(FAIR)


def test_argument_and_outlook_are_measured_where_there_are_home_tables() -> None:
    found = surveyed(PACKS["parley"], Effort(24, 4, 6, 4, 4, 4))
    assert 0 < found.of("argument")[0].value < 100
    assert set(found.outlook) == set(PACKS["parley"].seats)
    assert "claims" in found.never


class Page(HTMLParser):
    """What stands in a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.open: list[str] = []
        self.after_chart: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.tags and self.tags[-1] == "/svg":
            self.after_chart.append(tag)
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in {"href", "src", "xlink:href"}]
        if tag not in {"meta", "rect", "path"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in {"rect", "path"}:
            return
        assert self.open.pop() == tag
        self.tags.append("/" + tag)


def test_the_page_needs_nothing_else_and_has_a_table_under_each_chart() -> None:
    text = certificate_page(regatta(), FAIR, 6)
    page = Page()
    page.feed(text)
    assert not page.open
    assert "script" not in page.tags
    assert all(one.startswith("#") for one in page.links)
    assert "://" not in text
    assert page.tags.count("svg") > 3
    assert set(page.after_chart) == {"table"}


def whole_of(pack: Pack) -> Certificate:
    """A certificate with a figure for every ending and option of a pack, as long as one can be."""
    found = evolve(FAIR, pack=pack.id, figures=[], options=[], reaches=[], outlook={}, stuck={})
    share = Share(700, 1000)
    for kind, about in [
        *(("ending", one.id) for one in pack.ruleset.endings),
        ("argument", ""),
        ("lopsided", ""),
    ]:
        found.figures.append(Figure(kind, about, 70.0, 67.1, 72.8, *BOUNDS[kind]))
    found.figures += [Figure("seat_gain", seat, 10.0, 9.0, 11.0) for seat in pack.seats]
    endings, returns = {one.id: 12.5 for one in pack.ruleset.endings}, dict.fromkeys(pack.seats, (47.1, 0.3))
    for bot in ("random", "persona", "greedy", "planner", "hard", "soft", "cooperative"):
        found.reaches.append(Reach(bot, 2000, endings, returns))
    for event_ in pack.events.values():
        for seat, options in event_.seats.items():
            for one in options:
                found.options.append(OptionFigure(one.id, seat, 1000, share, share, 3.1, options[0].id))
                for kind in ("best_alone", "as_good"):
                    found.figures.append(Figure(kind, one.id, 70.0, 67.1, 72.8, *BOUNDS[kind]))
    found.never = {"rules": [*pack.ruleset.rules], "claims": [*pack.ruleset.dossier.claims]}
    found.stuck = dict.fromkeys(pack.ruleset.indicators, (12.0, 30.0))
    return found


def test_the_page_of_the_shipped_pack_is_small_and_in_both_languages() -> None:
    pack = PACKS["culiacan"]
    found = whole_of(pack)
    text = certificate_page(pack, found, 2)
    assert len(text.encode()) < 200_000
    assert '<main id="en"' in text
    assert '<main id="es"' in text
    for language in pack.languages:
        told = "\n".join(certificate_lines(pack, found, language, 2))
        assert "{" not in told
    json.dumps(certificate_record(found))


@pytest.mark.parametrize("name", ["mixed", "players", "planner", "little", "notes", "same", "options"])
def test_each_sweep_is_the_same_again(name: str) -> None:
    pack, effort = regatta(), Effort(20, 2, 4, 2, 3, 2)
    game = Game(pack, pack.ruleset.worldviews["authors"])
    one, two = (Surveyor.of(BatchGame(game), 0, effort).sweep(name) for _ in range(2))
    assert certificate_record(one) == certificate_record(two)
    assert one.figures or one.reaches
