"""The home table in a debate: bars, and the doubts as a matrix with what answers and feeds them."""

import pytest
from attrs import evolve
from textual.content import Content

from dosmesas.engine.home import Band
from dosmesas.session.debates.standing import ListenerView, Standing
from dosmesas.tui.drawing.standing import STRENGTH, Picked, legend_of, standing_lines

DOUBTS = (("Will it work?", 45), ("Needed?", 35))
FISHERS = ListenerView("fishers", "the fishers", 4, DOUBTS, 38_900, 0)
PRESS = ListenerView("press", "the press of both coasts and of the islands", 3, (("Needed?", 20),), 61_000, 0)
NOW = Standing(48_000, Band.WATERED, (FISHERS, PRESS))
NOTHING = Picked("status", {})


def texts(lines: list[Content]) -> list[str]:
    return [line.plain for line in lines]


def starting(lines: list[str], start: str) -> str:
    return next(line for line in lines if line.startswith(start))


def test_each_audience_has_share_number_change_bar_and_doubts_in_columns() -> None:
    before = evolve(NOW, support=45_000, listeners=(evolve(FISHERS, support=40_000), PRESS))
    lines = texts(standing_lines(NOW, before, 76, "en", picked=Picked("status", {"Needed?": "1,!2"})))
    fishers = starting(lines, "the fishers")
    assert fishers.split()[2:5] == ["4/7", "38", "-2"]
    assert {*fishers.split()[-2:]} == {"35●!", "45○"}
    assert "·" in starting(lines, "the press")
    assert "watered down" in starting(lines, "together")
    assert lines[-1].split() == ["status", "1,!2"]
    assert lines[-1].index("1,!2") < fishers.index("35●!") + 2 <= lines[-1].index("1,!2") + 4


@pytest.mark.parametrize(
    ("on_table", "signs"),
    [({}, "○"), ({"Needed?": "1"}, "●"), ({"Needed?": "!2"}, "○!"), ({"Needed?": "1,!2"}, "●!")],
)
def test_a_doubt_has_a_sign_for_open_answered_and_fed(on_table: dict[str, str], signs: str) -> None:
    lines = texts(standing_lines(NOW, NOW, 76, "en", picked=Picked("", on_table)))
    assert f"35{signs}" in starting(lines, "the fishers").split()


def test_a_bar_is_broken_to_what_is_won_and_dotted_to_what_is_lost() -> None:
    won = evolve(NOW, listeners=(evolve(FISHERS, support=20_000), PRESS))
    assert "━╍" in starting(texts(standing_lines(NOW, won, 76, "en", picked=NOTHING)), "the fishers")
    lost = evolve(NOW, listeners=(evolve(FISHERS, support=48_000), PRESS))
    assert "··" in starting(texts(standing_lines(NOW, lost, 116, "en")), "the fishers")


@pytest.mark.parametrize("width", [60, 76, 116])
def test_no_line_is_wider_than_the_screen_and_a_long_name_goes_on_below_itself(width: int) -> None:
    lines = texts(standing_lines(NOW, NOW, width, "en", picked=NOTHING))
    assert max(map(len, lines)) <= width
    at = next(n for n, line in enumerate(lines) if line.startswith("the press"))
    below = [line.strip() for line in lines[at + 1 :] if line.startswith(" ")]
    name = lines[at].partition(" 3/7 ")[0].strip()
    assert " ".join([name, *below]).startswith(PRESS.name)


def test_a_long_heading_and_a_long_status_are_told_whole() -> None:
    status = "so many words that they cannot all stand to the left of the columns of the doubts"
    lines = texts(
        standing_lines(NOW, NOW, 76, "en", head=status.upper(), picked=Picked(status, {"Needed?": "1"}))
    )
    told = " ".join(" ".join(lines).split())
    assert all(word in told and word.upper() in told for word in status.split())
    assert max(map(len, lines)) <= 76


def test_where_support_is_not_seen_the_bars_may_tell_how_far_the_policy_stands() -> None:
    def standing(fishers: int, press: int) -> Standing:
        heard = (evolve(FISHERS, support=None, strength=fishers), evolve(PRESS, support=None, strength=press))
        return Standing(None, None, heard)

    before, now = standing(250_000_000, 500_000_000), standing(712_400_000, 499_000_000)
    lines = texts(standing_lines(now, before, 76, "en", picked=NOTHING, scale=STRENGTH))
    assert starting(lines, "the fishers").split()[2:5] == ["4/7", "0.71", "+0.46"]
    assert " 0.50       ━" in starting(lines, "the press")  # moved by a thousandth, which is not shown
    assert starting(lines, "together").split()[1:3] == ["0.62", "+0.26"]
    assert max(map(len, lines)) <= 76


def test_where_support_is_not_seen_there_is_no_number_no_bar_and_no_verdict() -> None:
    hidden = Standing(None, None, tuple(evolve(one, support=None) for one in NOW.listeners))
    text = "\n".join(texts(standing_lines(hidden, hidden, 76, "en", picked=NOTHING)))
    assert "━" not in text
    assert "together" not in text
    assert PRESS.name[:30] in " ".join(text.split())


def test_a_legend_leaves_out_what_does_not_fit_and_never_cuts() -> None:
    assert legend_of(["share", "", "a longer part"], 30).plain == "share · a longer part"
    assert legend_of(["share", "a longer part"], 12).plain == "share"
