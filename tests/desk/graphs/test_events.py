"""How events lead to events: who sets what others ask for, in time, and where each thing stands."""

from dosmesas.desk.graphs.events import ANY, ENDS, events_graph
from dosmesas.desk.graphs.model import Graph, Shape
from tests.support.making import NORDEN, event, made, option, set_flag
from tests.support.many import many
from tests.support.shipped import shipped


def reached(graph: Graph, start: str) -> set[str]:
    """Everything that arrows lead to from a box."""
    found, ahead = set[str](), [start]
    while ahead:
        name = ahead.pop()
        ahead += [one.target for one in graph.arrows if one.source == name and one.target not in found]
        found |= {one.target for one in graph.arrows if one.source == name}
    return found


def sign_then(condition: str, *, later: int = 2) -> Graph:
    seats = {NORDEN: (option("first/sign", set_flag("pact")), option("first/wait"))}
    first = event("first", seats, turn=1)
    return events_graph(made((first, event("second", condition=f"turn == {later} and {condition}"))), "en")


def test_an_option_that_sets_a_flag_leads_to_the_event_that_asks_for_it() -> None:
    graph = sign_then("pact")
    assert "event:second" in reached(graph, "event:first")
    assert next(one for one in graph.arrows if one.source == "event:first").label == "sign"
    (link,) = [box for box in graph.boxes if box.shape is Shape.LINK]
    assert link.title == "pact"


def test_nothing_leads_to_what_came_before_it() -> None:
    assert "event:second" not in reached(sign_then("pact", later=1), "event:first")


def test_what_was_chosen_and_what_happened_lead_on_too() -> None:
    for condition, title in (("chose('first/wait')", "wait chosen"), ("happened('first')", "first happened")):
        graph = sign_then(condition)
        assert "event:second" in reached(graph, "event:first")
        assert title in {box.title for box in graph.boxes}


def test_events_stand_in_their_turn_and_news_without_one_apart() -> None:
    groups = {box.id: box.group for box in events_graph(shipped("culiacan"), "en").boxes}
    assert groups["event:culiacan"] == "1"
    assert groups["event:tariffs-south"] == "3"
    assert groups["event:quiet-month"] == ANY
    assert groups["bulletin:guns-traced"] == ANY
    assert groups["bulletin:record-figures"] == "3"
    assert groups["ending:year-two"] == ENDS


def test_endings_are_reached_and_lead_nowhere() -> None:
    graph = events_graph(shipped("culiacan"), "en")
    assert "ending:shared-plan" in reached(graph, "event:plan-table")
    assert not any(one.source.startswith("ending:") for one in graph.arrows)
    text = next(box.lines for box in graph.boxes if box.id == "ending:shared-plan")
    assert any(one.startswith("when joint_plan and trust >= 40") for one in text)


def test_a_flag_that_is_set_again_goes_on_from_turn_to_turn() -> None:
    graph = events_graph(many(), "en")
    strikes = [box for box in graph.boxes if box.title == "strike"]
    assert len({box.group for box in strikes}) == len(strikes) > 1
    assert strikes[0].lines
    assert not strikes[1].lines
    assert strikes[-1].id in reached(graph, strikes[0].id)


def test_in_spanish_it_speaks_spanish() -> None:
    graph = events_graph(shipped("culiacan"), "es")
    assert ("1", "Turno 1") in graph.groups
