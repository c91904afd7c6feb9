"""Pictures can be read: nothing stands on anything else, arrows go round boxes, a page is wide enough."""

from itertools import combinations, pairwise

import pytest

from dosmesas.desk.graphs.draw import CLAIMS, EVENTS, drawn, graph_of, laid_out
from dosmesas.desk.graphs.letters import clipped, width_of, wrapped
from dosmesas.desk.graphs.order import crossings, ordered
from dosmesas.desk.graphs.picture import Area, Picture
from dosmesas.model.rules import Pack
from tests.support.many import many
from tests.support.shipped import shipped
from tests.support.small import parley

PACKS = {"culiacan": lambda: shipped("culiacan"), "many": many, "parley": parley}


def picture(name: str, what: str, language: str = "en") -> Picture:
    pack: Pack = PACKS[name]()
    return laid_out(graph_of(pack, what, pack.ruleset.worldviews["authors"], language), what)


@pytest.mark.parametrize("name", PACKS)
@pytest.mark.parametrize("what", [EVENTS, CLAIMS])
def test_no_box_or_label_stands_on_another_and_all_stand_on_the_page(name: str, what: str) -> None:
    drawing = picture(name, what)
    areas = [one.area for one in drawing.placed] + [one.area for one in drawing.labels]
    assert not [pair for pair in combinations(areas, 2) if pair[0].meets(pair[1])]
    page = Area(0, 0, drawing.width, drawing.height)
    for area in [*areas, *(one.area for one in drawing.frames)]:
        assert area.x >= 0
        assert area.x + area.width <= page.width
        assert area.y + area.height <= page.height
    assert not [p for p in combinations(drawing.frames, 2) if p[0].area.meets(p[1].area)]


@pytest.mark.parametrize("name", PACKS)
@pytest.mark.parametrize("what", [EVENTS, CLAIMS])
@pytest.mark.parametrize("language", ["en", "es"])
def test_texts_fit_into_their_boxes(name: str, what: str, language: str) -> None:
    for one in picture(name, what, language).placed:
        assert one.rows
        assert len(one.rows) * 14 <= one.area.height
        for row in one.rows:
            assert width_of(row.text, row.size, bold=row.bold) <= one.area.width - 12 + 0.01


@pytest.mark.parametrize("name", PACKS)
def test_arrows_between_events_go_round_boxes(name: str) -> None:
    drawing = picture(name, EVENTS)
    areas = {one.box.id: one.area for one in drawing.placed}
    for route in drawing.routes:
        others = [area for key, area in areas.items() if key not in {route.arrow.source, route.arrow.target}]
        for (x, y), (other_x, other_y) in pairwise(route.points):
            # A piece is upright beside boxes, or a bend in the gap between two rows.
            piece = Area(
                min(x, other_x), min(y, other_y) + 0.1, abs(x - other_x) + 0.1, abs(y - other_y) - 0.2
            )
            assert not [area for area in others if area.meets(piece)]


def test_arrows_to_a_number_pass_no_label() -> None:
    drawing = picture("culiacan", CLAIMS)
    for route in drawing.routes:
        for (x, y), (other_x, other_y) in pairwise(route.points):
            piece = Area(x + 0.1, min(y, other_y), other_x - x - 0.2, abs(other_y - y) + 0.1)
            if x != other_x:
                assert not [one for one in drawing.labels if one.area.meets(piece)]


def test_twenty_five_events_fit_the_width_of_a_page_with_few_crossings() -> None:
    drawing = picture("many", EVENTS)
    assert drawing.width <= 1500
    assert len([one for one in drawing.placed if one.box.id.startswith("event:")]) >= 25


def test_ordering_takes_crossings_away() -> None:
    rows = [["a", "b", "c"], ["x", "y", "z"]]
    links = [("a", "z"), ("b", "y"), ("c", "x")]
    assert crossings(rows, links) == 3
    assert crossings(ordered(rows, links), links) == 0


@pytest.mark.parametrize("what", [EVENTS, CLAIMS])
def test_the_same_pack_gives_the_same_picture(what: str) -> None:
    pack = many()
    view = pack.ruleset.worldviews["authors"]
    one, two = (drawn(graph_of(pack, what, view, "en"), what, "svg") for _ in range(2))
    assert one == two


def test_long_texts_are_broken_and_cut_with_a_mark() -> None:
    assert wrapped("one two three", 40, 10, 3) == ["one", "two", "three"]
    assert clipped("abcdefghij" * 9, 60, 10).endswith("…")
    assert width_of("漢字", 10) > width_of("ab", 10)
