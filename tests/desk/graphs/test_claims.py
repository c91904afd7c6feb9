"""Which claims drive which numbers: sign, strength, belief, rivals and both countries, marked in words."""

from dosmesas.desk.graphs.claims import claims_graph
from dosmesas.desk.graphs.model import Arrow, Box, Graph, Shape
from tests.support.shipped import shipped


def of_culiacan(view: str = "authors", about: str = "", language: str = "en") -> Graph:
    pack = shipped("culiacan")
    return claims_graph(pack, pack.ruleset.worldviews[view], language, about)


def panel(graph: Graph, indicator: str) -> tuple[dict[str, Box], list[Arrow]]:
    group = next(box.group for box in graph.boxes if box.title == indicator and box.shape is Shape.INDICATOR)
    boxes = {box.id: box for box in graph.boxes if box.group == group}
    return boxes, [one for one in graph.arrows if one.source in boxes]


def arrow_of(graph: Graph, indicator: str, way: str) -> Arrow:
    boxes, arrows = panel(graph, indicator)
    return next(one for one in arrows if boxes[one.source].title == way)


def test_an_arrow_says_which_way_and_how_strongly() -> None:
    graph = of_culiacan()
    assert arrow_of(graph, "arms_south", "goals-bite").label == "− −1.1"
    assert arrow_of(graph, "chiapas", "south-crowded").label == "+++ +0.05"
    assert arrow_of(graph, "chiapas", "south-crowded").strength == 3
    assert arrow_of(graph, "drugs_north", "demand-pulls").label.startswith("±±± ")


def test_a_rival_is_marked_in_words_and_dotted_where_it_is_not_believed() -> None:
    boxes, arrows = panel(of_culiacan(), "arms_south")
    rival = next(box for box in boxes.values() if box.title == "goals-get-gamed (rival)")
    assert rival.shape is Shape.RIVAL
    assert all(one.dashed for one in arrows if one.source == rival.id)
    assert arrow_of(of_culiacan(), "arms_south", "paper-goals").label == "(+) +0.7"


def test_belief_makes_an_effect_weaker_or_stronger() -> None:
    strengths = {
        view: arrow_of(of_culiacan(view), "drugs_north", "threat-moves").strength
        for view in ("authors", "security-first")
    }
    assert strengths["authors"] == 0
    assert strengths["security-first"] > 0


def test_choices_stand_by_the_country_that_takes_them() -> None:
    boxes, _ = panel(of_culiacan(), "arms_south")
    titles = {box.title.partition(":")[0] for box in boxes.values() if box.shape is Shape.CHOICE}
    assert titles == {"Mexico", "United States", "both countries"}


def test_narrowed_to_a_name_choices_stand_one_by_one_with_all_their_claims() -> None:
    graph = of_culiacan(about="chiapas")
    assert {box.title for box in graph.boxes if box.shape is Shape.INDICATOR} == {"chiapas"}
    (choice,) = [box for box in graph.boxes if box.shape is Shape.CHOICE]
    assert "/" in choice.title
    assert choice.title.endswith(" · Mexico")


def test_narrowed_to_a_claim_only_what_it_drives_is_left() -> None:
    graph = of_culiacan(about="goals-invite-reciprocity")
    ways = [box for box in graph.boxes if box.shape in {Shape.RULE, Shape.CHOICE}]
    assert "mexico-answers-goals" in {box.title for box in ways}
    claims = {box.title for box in graph.boxes if box.shape is Shape.CLAIM}
    assert "goals-invite-reciprocity" in claims
