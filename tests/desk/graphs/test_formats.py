"""What is written is read by others: hostile texts stay texts in SVG, Mermaid and DOT."""

import re
from xml.etree import ElementTree as ET

import pytest

from dosmesas.desk.graphs.dot import dot
from dosmesas.desk.graphs.draw import CLAIMS, EVENTS, drawn, graph_of, laid_out
from dosmesas.desk.graphs.layered import layered
from dosmesas.desk.graphs.mermaid import escaped, mermaid
from dosmesas.desk.graphs.model import Arrow, Box, Graph, Shape
from dosmesas.desk.graphs.svg import svg
from tests.support.shipped import shipped

HOSTILE = (
    '</text><script>alert("1")</script>',
    'a"]; b["c',
    "%%{init: {}}%% end",
    "back\\slash \\N \\",
    "&amp; &lt; #quot;",
    "]]>",
    "`md` **b** 1. list",
    "\x1b[2J\u202e\ufffe\x00",
    "line\nbreak",
    "style x fill:#f00;",
)


def hostile() -> Graph:
    boxes = [Box(f"event:{n}", Shape.EVENT, text, "1", (text,)) for n, text in enumerate(HOSTILE)]
    boxes.append(Box("link:x", Shape.LINK, HOSTILE[1], "1"))
    arrows = tuple(Arrow("event:0", "link:x", text) for text in HOSTILE)
    return Graph(HOSTILE[0], (("1", HOSTILE[1]),), tuple(boxes), arrows, HOSTILE)


def test_svg_is_well_formed_and_keeps_texts_as_texts() -> None:
    root = ET.fromstring(svg(layered(hostile())))
    assert not [one for one in root.iter() if one.tag.endswith("script")]
    said = [one.text or "" for one in root.iter("{http://www.w3.org/2000/svg}text")]
    assert '</text><script>alert("1")</script>' in said
    assert not any("\x1b" in text or "\u202e" in text for text in said)


def test_svg_needs_nothing_from_elsewhere_and_suits_a_dark_page() -> None:
    text = svg(layered(hostile()))
    assert "prefers-color-scheme: dark" in text
    assert re.findall(r"(?:href|src)=|url\((?!#tip)|@import", text) == []
    assert set(re.findall(r'http[^"\s]*', text)) == {"http://www.w3.org/2000/svg"}


def test_a_mermaid_label_holds_no_sign_that_is_read() -> None:
    for line in mermaid(hostile()).splitlines():
        for label in re.findall(r'"([^"]*)"', line):
            assert re.fullmatch(r"(?:[^\W_]|[ ,]|#\d+;|<br>)*", label)
        assert line.count('"') in {0, 2}
    assert escaped('"') == "#34;"


def test_a_dot_label_ends_where_it_should() -> None:
    for line in dot(hostile()).splitlines():
        outside = re.sub(r'"(?:[^"\\]|\\.)*"', "", line)
        assert '"' not in outside
        assert "script" not in outside
    assert '"back\\\\slash \\\\N \\\\' in dot(hostile())


@pytest.mark.parametrize("what", [EVENTS, CLAIMS])
def test_all_formats_hold_every_arrow_of_the_pack(what: str) -> None:
    pack = shipped("culiacan")
    graph = graph_of(pack, what, pack.ruleset.worldviews["authors"], "en")
    count = len(graph.arrows)
    assert len(re.findall(r" (?:-->|==>|-\.->)", drawn(graph, what, "mermaid"))) == count
    assert drawn(graph, what, "dot").count(" -> ") == count
    assert drawn(graph, what, "svg").count('class="arrow"') == len(laid_out(graph, what).routes) == count


def test_strength_is_to_be_seen_without_colours() -> None:
    arrows = tuple(Arrow("event:0", "link:x", "+", strength) for strength in (1, 2, 3))
    graph = Graph("t", (("1", "t"),), hostile().boxes, arrows, ())
    widths = re.findall(r'class="arrow" [^>]*stroke-width="([\d.]+)"', svg(layered(graph)))
    assert len(set(widths)) == 3
    assert [line for line in mermaid(graph).splitlines() if "linkStyle 2 " in line]
